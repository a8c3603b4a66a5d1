-- The coordinator of the fleet: one PostgreSQL server that holds nothing and asks the shards, all at once.
--
-- Needs   PostgreSQL 14 or later with postgres_fdw and the extension wmi; the shards made by shard.sql.
-- Takes   the table shards, filled before: a row for each server.
--           CREATE TABLE shards (name text PRIMARY KEY, host text, port text, dbname text, username text);
-- Run     psql -v ON_ERROR_STOP=1 -f sql/fleet/coordinator.sql
-- Makes   inventory: all rows, hash-partitioned by host_id over the shards; what INSERT writes goes where it belongs.
--         broken: the rows whose member is absent on their host, each shard's by its own join.
-- Passwords, where they are needed, belong into a user mapping: ALTER USER MAPPING … OPTIONS (ADD password '…').

CREATE EXTENSION IF NOT EXISTS postgres_fdw;

-- extensions     conditions with functions of this extension may be sent; they must mean the same on both sides, so install
--                the same version everywhere.
-- async_capable  an Append starts all shards before it waits for one. (enable_partitionwise_aggregate takes that away again:
--                leave it off.)
-- fetch_size     rows a round trip brings back; the default is 100.
-- batch_size     rows an INSERT sends at once; the default is 1.
-- options        of each session on a shard: postgres_fdw reads through a cursor, which PostgreSQL plans as if a tenth of the
--                rows were wanted (cursor_tuple_fraction) and so with nested loops; compiling each of such queries (jit) costs
--                more than it saves.
SELECT format('CREATE SERVER %I FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L, extensions %L, async_capable %L,
  fetch_size %L, batch_size %L, options %L)', name, host, port, dbname, 'wmi', 'true', '10000', '5000', '-c cursor_tuple_fraction=1 -c jit=off')
FROM shards ORDER BY name \gexec
SELECT format('CREATE USER MAPPING FOR CURRENT_USER SERVER %I OPTIONS (user %L)', name, username) FROM shards ORDER BY name \gexec

CREATE TABLE inventory (host_id bigint NOT NULL, os_version text, class text NOT NULL, member text NOT NULL) PARTITION BY HASH (host_id);
CREATE TABLE broken (host_id bigint, os_version text, class text, member text) PARTITION BY HASH (host_id);
SELECT format('CREATE FOREIGN TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS %s, REMAINDER %s) SERVER %I OPTIONS (table_name %L)',
  parent || '_' || name, parent, count(*) OVER (PARTITION BY parent), row_number() OVER (PARTITION BY parent ORDER BY name) - 1, name, parent || '_part')
FROM shards, (VALUES ('inventory'), ('broken')) parents(parent) ORDER BY 1 \gexec
