# Releases: archives named as SQLite's package managers look for them, sqlpkg.json and the sums. Where a root of Debian 11
# can be made (tests/roots), Linux is built there, so that an old C library is enough.

DIST        = $(BUILD)/dist
DIST_DATE  := $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null),0)
dist_name   = wmi-$(VERSION)-loadable-$1
# The processor and the system of the target, as those names have them.
DIST_SYSTEM = $(subst darwin,macos,$(SYSTEM))-$(subst arm64,aarch64,$(firstword $(subst -, ,$(TARGET))))

# An archive whose bytes follow from its files alone. $(call dist_archive,FOLDER)
dist_archive = tar --sort=name --mtime=@$(DIST_DATE) --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX -C $(DIST) \
  -cf - $1 | gzip -n9 > $(DIST)/$1.tar.gz

DIST_LINUX := $(if $(filter linux,$(SYSTEM)),$(shell [ "$$(id -u)" = 0 ] && command -v debootstrap))

## dist: write archives of the extension for this system and, with mingw-w64, Windows, sqlpkg.json and SHA-256 sums
dist: all $(if $(DIST_LINUX),dist-linux,dist-here) $(if $(and $(wildcard $(SOURCE_HEADERS)/.done),$(shell command -v x86_64-w64-mingw32-gcc)),dist-windows) $(BUILD)/wmi.c $(BUILD)/wmi.h $(BUILD)/copyright
	@mkdir -p $(DIST)/wmi-$(VERSION)-amalgamation
	@cp $(BUILD)/wmi.c $(BUILD)/wmi.h $(BUILD)/copyright $(DIST)/wmi-$(VERSION)-amalgamation
	@$(call dist_archive,wmi-$(VERSION)-amalgamation)
	@SQLITE3='$(SQLITE3)' ext/tools/sqlpkg.sh $(VERSION) $(basename $(WMI)) $(DIST) > $(DIST)/sqlpkg.json
	@cd $(DIST) && sha256sum *.tar.gz > SHA256SUMS && cat SHA256SUMS

$(DIST)/%/.made: $(BUILD)/copyright .force
	@rm -rf $(@D) && mkdir -p $(@D)
	@cp $(BUILD)/copyright sql/REFERENCE.md sql/CLIENTS.md README.md $(@D)

dist-here: all $(DIST)/$(call dist_name,$(DIST_SYSTEM))/.made
	@cp $(WMI) $(DIST)/$(call dist_name,$(DIST_SYSTEM))
	@$(call dist_archive,$(call dist_name,$(DIST_SYSTEM)))

dist-windows: windows $(WINDOWS_ARCHS:%=$(DIST)/$(call dist_name,windows-%)/.made)
	@for arch in $(WINDOWS_ARCHS); do cp $(WINDOWS)/$$arch/libwmi.dll $(DIST)/$(call dist_name,windows)-$$arch; done
	@$(foreach arch,$(WINDOWS_ARCHS),$(call dist_archive,$(call dist_name,windows-$(arch))) && ):

.PHONY: dist dist-here dist-windows
