# The matrix as an extension of PostgreSQL: SQL alone, written by the sqlite3 shell from sql/postgresql/.
#
#   make postgresql REPORT=path              of another report than the built-in one
#   make postgresql POSTGRESQL_UPDATES=1.0   with a script that brings version 1.0 up to this one; several with blanks
#   make postgresql POSTGRESQL_VERSION=1.1   as another version than the extension's own: a new report needs one

PG_CONFIG          ?= pg_config
POSTGRESQL         ?= $(BUILD)/postgresql
POSTGRESQL_VERSION ?= $(VERSION)
POSTGRESQL_UPDATES ?=
POSTGRESQL_FACTS    = $(POSTGRESQL)/facts.sql
POSTGRESQL_REST     = sql/postgresql/views.sql sql/postgresql/version.sql sql/postgresql/functions.sql sql/postgresql/rights.sql

## postgresql: write the extension for PostgreSQL (wmi.control, wmi--VERSION.sql) into build/postgresql/
postgresql: all
	@mkdir -p $(POSTGRESQL)
	$(SAY) "  SQL $(POSTGRESQL)/wmi--$(POSTGRESQL_VERSION).sql"
	$(Q)$(if $(PRELOAD),LD_PRELOAD='$(PRELOAD)') $(SQLITE3) -batch -bail :memory: '.load $(basename $(WMI))' \
	  $(if $(REPORT),"CREATE TEMP TABLE pg_load AS SELECT wmi_load('$(REPORT)')") \
	  '.read sql/postgresql/data.sql' > $(POSTGRESQL_FACTS)
	$(Q)cat sql/postgresql/tables.sql $(POSTGRESQL_FACTS) $(POSTGRESQL_REST) > $(POSTGRESQL)/wmi--$(POSTGRESQL_VERSION).sql
	$(Q)for from in $(POSTGRESQL_UPDATES); do \
	  cat sql/postgresql/update.sql $(POSTGRESQL_FACTS) $(POSTGRESQL_REST) > $(POSTGRESQL)/wmi--$$from--$(POSTGRESQL_VERSION).sql || exit; done
	$(Q)sed 's/@VERSION@/$(POSTGRESQL_VERSION)/' sql/postgresql/wmi.control > $(POSTGRESQL)/wmi.control
	$(Q)rm $(POSTGRESQL_FACTS)

## install-postgresql: put that where PostgreSQL finds it (PG_CONFIG says which PostgreSQL)
install-postgresql: postgresql
	@set -e; folder="$(DESTDIR)$$($(PG_CONFIG) --sharedir)/extension"; \
	  mkdir -p "$$folder"; cp $(POSTGRESQL)/wmi.control $(POSTGRESQL)/wmi--*.sql "$$folder"; echo "  INSTALL $$folder"

.PHONY: postgresql install-postgresql
