# sql/export_postgresql.sql in a real PostgreSQL; says so and passes where there is none.
TEST_TARGETS += test-postgresql

test-postgresql: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' tests/postgresql/run.sh

.PHONY: test-postgresql
