# The extension in other people's programs: what sql/CLIENTS.md says, run.

## test-clients: load the extension in every client that is installed, and name the others
test-clients: all
	@SQLITE3='$(SQLITE3)' ONLY='$(ONLY)' tests/clients/run.sh $(WMI) $(BUILD)/clients

## setup-clients: install the clients that take a minute at most each (ALL=1: all; npm's stand under build/)
CLIENT_PACKAGES = python3-apsw python3-sqlalchemy libdbd-sqlite3-perl php-cli php-sqlite3 ruby ruby-sqlite3 tcl libsqlite3-tcl \
                  sqlite-utils lua5.4 lua-sql-sqlite3
CLIENT_PACKAGES_MORE = litecli r-base-core r-cran-rsqlite default-jdk-headless libxerial-sqlite-jdbc-java golang-go \
                  golang-github-mattn-go-sqlite3-dev cargo rustc librust-rusqlite-dev ocaml-nox ocaml-findlib libsqlite3-ocaml-dev \
                  sqlitebrowser mono-runtime mono-mcs libmono-sqlite4.0-cil
setup-clients:
	@tests/setup.sh $(CLIENT_PACKAGES) $(if $(ALL),$(CLIENT_PACKAGES_MORE))
	@$(if $(ALL),tests/setup.sh node-sqlite3 || echo 'without node-sqlite3: it goes with the Node of Debian alone')
	@if command -v npm >/dev/null; then npm install --silent --no-audit --no-fund --prefix build/npm node@22 better-sqlite3@13 libsql \
	  >build/npm.log 2>&1 || cat build/npm.log; else echo 'there is no npm: without better-sqlite3, node:sqlite and libsql'; fi

.PHONY: test-clients setup-clients
