# Every cell of the built-in report against an independent reading of data/*.csv. Needs a Python whose
# sqlite3 loads extensions: Debian's does, not every other.
PYTHON ?= /usr/bin/python3

test-cells: all
	@if $(PYTHON) -c 'import sqlite3; sqlite3.connect("").enable_load_extension(True)' 2>/dev/null; then \
	  $(PYTHON) tests/cells/cells.py $(basename $(WMI)); \
	else echo 'skipped the cells: $(PYTHON) is missing or its sqlite3 loads no extension'; \
	  echo 'cells: 0 passed, 0 failed, 1 skipped'; fi

TEST_TARGETS += test-cells
.PHONY: test-cells

# Our own export loads again as the same report.
test-export: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' tests/cells/export.sh

TEST_TARGETS += test-export
.PHONY: test-export
