# Which functions and branches of ext/ the tests reach.

COVERAGE = $(abspath $(BUILD))/coverage

## coverage: run the tests with gcov and list what no test reaches, by file
coverage:
	@tests/setup.sh gcovr
	@rm -rf $(COVERAGE) && mkdir -p $(COVERAGE)
	@$(MAKE) --no-print-directory test BUILD=$(COVERAGE) OPTIMIZE= CFLAGS='-O0 -g --coverage -fprofile-update=atomic -DNDEBUG' \
	  LDFLAGS=--coverage SKIP_TESTS='test-leaks test-ldd test-postgresql test-fleet test-fleet-page'
	@tests/coverage/coverage.sh $(COVERAGE)

.PHONY: coverage
