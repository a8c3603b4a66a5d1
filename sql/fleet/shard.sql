-- A shard of the fleet: one PostgreSQL server that holds a part of the inventory and answers for it.
--
-- Needs   PostgreSQL 14 or later; the extension wmi there (`make install-postgresql`, or psql -f of its script).
-- Run     psql -v ON_ERROR_STOP=1 -f sql/fleet/shard.sql, on each shard.
-- Makes   inventory_part: one row for a use of a member on a host.
--         broken_part: the rows whose member is absent on their host. The coordinator takes this view in as a table of its
--         own, because a join with a relation of the coordinator's never travels.

CREATE TABLE inventory_part (
  host_id bigint NOT NULL,
  os_version text,
  class text NOT NULL,
  member text NOT NULL);

-- Each use of a member on a version is asked once, not once for each host: that is the speed of a join, for names and versions in all
-- spellings. MATERIALIZED keeps the planner from asking before the uses are gathered.
CREATE VIEW broken_part AS
WITH uses AS MATERIALIZED (SELECT DISTINCT class, member, os_version FROM inventory_part),
broken AS MATERIALIZED (SELECT * FROM uses u WHERE wmi.available_on(u.class, u.member, u.os_version) = 0)
SELECT i.host_id, i.os_version, i.class, i.member FROM inventory_part i JOIN broken USING (class, member, os_version);
