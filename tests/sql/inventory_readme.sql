-- The sample inventory, and the query that the README shows.
.headers on
.read data/inventory.sql
SELECT (SELECT count(*) FROM hosts) AS hosts, (SELECT count(*) FROM scripts) AS scripts,
  (SELECT count(*) FROM script_uses) AS script_uses, (SELECT count(*) FROM runs) AS runs, (SELECT count(*) FROM uses) AS uses;
.print the answer: how many rows, and the first of them
SELECT count(*) FROM hosts h JOIN uses u USING (host_id) WHERE available_on(u.class, u.member, h.os_version) = 0;
SELECT h.name, u.class, u.member FROM hosts h JOIN uses u USING (host_id)
WHERE available_on(u.class, u.member, h.os_version) = 0
ORDER BY h.name, u.class, u.member LIMIT 8;
.print what the hosts run
SELECT source, count(*) AS hosts, count(wmi_build(os_version)) AS known, count(DISTINCT wmi_build(os_version)) AS builds
FROM hosts GROUP BY source ORDER BY source;
.print the broken rows
SELECT host_id, name, quote(os_version), wmi_build(os_version) FROM hosts WHERE host_id > 188;
.print every name but those of script 40 is real, and in the namespace that is said
SELECT script_id, class, member FROM script_uses u
WHERE NOT EXISTS (SELECT * FROM wmi_members m
  WHERE m.class = substr(u.class, instr(u.class, ':') + 1) AND m.member = u.member
    AND (instr(u.class, ':') = 0 OR m.namespace = substr(u.class, 1, instr(u.class, ':') - 1)));
.print how many namespaces the scripts use, and the builds of the hosts
SELECT count(DISTINCT m.namespace) AS namespaces, count(DISTINCT m.class) AS classes
FROM script_uses u JOIN wmi_members m ON m.class = substr(u.class, instr(u.class, ':') + 1) AND m.member = u.member;
SELECT wmi_build(os_version) AS build, count(*) AS hosts FROM hosts GROUP BY 1 ORDER BY 1;
.print every foreign key holds
PRAGMA foreign_key_check;
