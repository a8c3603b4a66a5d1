# The extension for PostgreSQL in a real server, and on three; both say so and pass where there is none.
TEST_TARGETS += test-postgresql test-fleet

POSTGRESQL_TEST = WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' MAKE='$(MAKE)'

test-postgresql: all
	@$(POSTGRESQL_TEST) tests/postgresql/run.sh

test-fleet: all
	@$(POSTGRESQL_TEST) tests/postgresql/fleet_test.sh

## bench-fleet: one PostgreSQL server beside three, the function beside the join, and SQLite, over FLEET_ROWS rows
FLEET_ROWS ?= 1000000
bench-fleet: all
	@$(POSTGRESQL_TEST) FLEET_ROWS='$(FLEET_ROWS)' tests/postgresql/fleet_bench.sh

.PHONY: test-postgresql test-fleet bench-fleet
