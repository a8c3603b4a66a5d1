# Are the tests able to fail? Plants small faults in a copy of the sources. See mutants.py.

## mutants: plant faults and see the tests find them: make mutants N=300 SEED=1 [FILES='ext/…']; hours
mutants:
	@tests/setup.sh python3 rsync
	@/usr/bin/python3 tests/mutants/mutants.py '$(abspath $(BUILD))/mutants' "$(or $(N),300)" "$(or $(SEED),1)" $(FILES)

.PHONY: mutants
