# SQL golden tests: what a user types, through the real sqlite3 shell. tests/sql/NAME.sql → NAME.out.

## golden: write the expected outputs of the SQL tests anew; read the diff before you commit it
golden: all
	@SYSTEM=$(SYSTEM) WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' UPDATE=1 tests/sql/run.sh

test-sql: all
	@SYSTEM=$(SYSTEM) WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' tests/sql/run.sh

.PHONY: golden
