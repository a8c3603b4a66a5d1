-- An inventory of @rows rows as rows.tsv, each a host of the sample and a member that a script uses; and what SQLite says is broken
-- of it, as broken.tsv; the inventory once more as the database rows.db. Writes into the current folder.
.mode list
.headers off
.separator "\t" "\n"
.nullvalue "\\N"
CREATE TABLE inventory(host_id INTEGER PRIMARY KEY, os_version TEXT, class TEXT, member TEXT);
CREATE TEMP TABLE used(n INTEGER PRIMARY KEY, class TEXT, member TEXT);
INSERT INTO used(class, member) SELECT class, member FROM script_uses WHERE class IS NOT NULL AND member IS NOT NULL;
WITH RECURSIVE step(n, x) AS (
  SELECT 1, 1 UNION ALL SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM step WHERE n < @rows
)
INSERT INTO inventory
SELECT s.n, CAST(h.os_version AS TEXT), u.class, u.member
FROM step s
JOIN hosts h ON h.host_id = 1 + (s.x >> 8) % (SELECT count(*) FROM hosts)
JOIN used u ON u.n = 1 + (s.x >> 16) % (SELECT count(*) FROM used);
.once rows.tsv
SELECT host_id, os_version, replace(class, '\', '\\'), member FROM inventory;
.once broken.tsv
SELECT host_id, os_version, replace(class, '\', '\\'), member FROM inventory WHERE available_on(class, member, os_version) = 0 ORDER BY host_id;
VACUUM INTO 'rows.db';
