# SQLite with the extension inside, in WebAssembly, by Debian's emscripten; and the golden tests in Node.

WASM     = $(BUILD)/wasm
EMCC    ?= emcc
# emscripten's optimizer is a program for Node that needs acorn, a package of Debian, or of npm.
WASM_NODE = NODE_PATH=/usr/share/nodejs:$(CURDIR)/build/npm/node_modules
WASM_FLAGS = -O2 -DSQLITE_CORE -DSQLITE_THREADSAFE=0 -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_OMIT_POPEN -DSQLITE_NOHAVE_SYSTEM \
             -DSQLITE_EXTRA_INIT=register_extension \
             $(filter -DSQLITE_ENABLE%,$(filter-out %LOAD_EXTENSION,$(SQLITE_OPTIONS))) -isystem $(SOURCE_HEADERS) -I$(BUILD)

## wasm: build the sqlite3 shell with the extension inside for Node, build/wasm/sqlite3.js (first: make setup-wasm)
wasm: $(WASM)/sqlite3.js

## setup-wasm: install emscripten and get the sources of SQLite and libcsv from Debian
setup-wasm:
	@tests/setup.sh emscripten dpkg-dev tcl gcc libc6-dev make libcsv-dev
	@[ -d /usr/share/nodejs/acorn ] || [ -d build/npm/node_modules/acorn ] || \
	  npm install --silent --no-audit --no-fund --prefix build/npm acorn@8
	@$(MAKE) --no-print-directory $(SOURCE_HEADERS)/.done

$(WASM)/sqlite3.js: $(SOURCE_HEADERS)/.done $(BUILD)/wmi.c $(BUILD)/wmi.h tests/wasm/register.c tests/wasm/node.js
	@mkdir -p $(WASM)
	$(SAY) "  EMCC $@"
	$(Q)$(WASM_NODE) $(EMCC) $(WASM_FLAGS) -s ALLOW_MEMORY_GROWTH=1 -s NODERAWFS=1 -s EXIT_RUNTIME=1 -s TOTAL_STACK=1048576 \
	  --pre-js tests/wasm/node.js -o $@ \
	  $(SQLITE_SOURCE)/sqlite3.c $(SQLITE_SOURCE)/shell.c $(BUILD)/wmi.c $(DEBIAN_SOURCES)/libcsv/libcsv.c tests/wasm/register.c

## test-wasm: run the golden tests in Node
test-wasm: $(WASM)/sqlite3.js
	@printf '#!/bin/sh\nexec node %s "$$@"\n' $(abspath $<) > $(WASM)/sqlite3 && chmod +x $(WASM)/sqlite3
	@SYSTEM=wasm WMI=inside SQLITE3=$(WASM)/sqlite3 tests/sql/run.sh

.PHONY: wasm setup-wasm test-wasm
