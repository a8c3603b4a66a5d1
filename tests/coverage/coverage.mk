# Which functions and branches of ext/ the tests reach, over the system's SQLite and over the newest together: each
# has branches that the other never takes.

COVERAGE        = $(abspath $(BUILD))/coverage
COVERAGE_FLAGS  = BUILD=$(COVERAGE) OPTIMIZE= LDFLAGS=--coverage ORACLE_N=2000 \
                  CFLAGS='-O0 -g --coverage -fprofile-update=atomic -DNDEBUG -DTESTS_SMALL -DFAULT_GROWS=50'
COVERAGE_NEWEST = 3.54.1

## coverage: run the tests with gcov, over two SQLites, and list what no test reaches, by file
coverage:
	@tests/setup.sh gcovr
	@rm -rf $(COVERAGE) && mkdir -p $(COVERAGE)/sqlite $(BUILD)/sqlite/source
	@ln -s $(abspath $(BUILD))/sqlite/source $(COVERAGE)/sqlite/source
	@$(MAKE) --no-print-directory test $(COVERAGE_FLAGS) \
	  SKIP_TESTS='test-leaks test-ldd test-postgresql test-fleet test-fleet-page'
	@SQLITES=$(COVERAGE_NEWEST) N=1500 $(MAKE) --no-print-directory test-sqlite $(COVERAGE_FLAGS)
	@tests/coverage/coverage.sh $(COVERAGE)

.PHONY: coverage
