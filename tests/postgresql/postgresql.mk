# The extension for PostgreSQL in a real server; says so and passes where there is none.
TEST_TARGETS += test-postgresql

test-postgresql: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' MAKE='$(MAKE)' tests/postgresql/run.sh

.PHONY: test-postgresql
