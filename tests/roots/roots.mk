# The first minute of a new user: bare Debian 11, 12 and 13, in which the two commands of the README are run as they
# are printed. Needs root, and debootstrap, which gets the archives of Debian that this machine's apt knows.

ROOTS = bullseye bookworm trixie

## test-roots: run the README's two commands on bare Debian 11, 12 and 13 (root alone; some minutes)
test-roots: $(ROOTS:%=test-root-%)

$(ROOTS:%=test-root-%): test-root-%:
	@tests/roots/root.sh $* $(abspath $(BUILD))/roots

## dist-linux: as dist, for Linux, built on Debian 11, so that glibc 2.14 is enough (root alone)
dist-linux:
	@SOURCE_DATE_EPOCH=$(DIST_DATE) COMMANDS="$$(printf 'make setup\nmake dist-here')" \
	  tests/roots/root.sh bullseye $(abspath $(BUILD))/roots
	@mkdir -p $(DIST) && cp $(BUILD)/roots/bullseye/wmi/build/dist/*.tar.gz $(DIST)
	@objdump -T $(BUILD)/roots/bullseye/wmi/build/wmi.so | grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -n 1

.PHONY: test-roots dist-linux $(ROOTS:%=test-root-%)
