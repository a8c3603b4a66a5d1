# Installing and releasing: what is installed works and is removed again; two builds in two folders give the same bytes.

test-install: all $(STATIC)/libwmi.a
	@SQLITE3='$(SQLITE3)' CC='$(CC)' tests/install/install.sh '$(MAKE)' $(BUILD)/tests/install

## test-reproducible: build in two folders and compare the bytes of the extension, the archive and the amalgamation
test-reproducible:
	@tests/install/reproducible.sh '$(MAKE)' $(BUILD)/tests/reproducible

.PHONY: test-install test-reproducible
