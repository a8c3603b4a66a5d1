-- What a row costs, by the server's own clock of user time; run.sh subtracts what reading the rows costs.
SET max_parallel_workers_per_gather = 0;
SET jit = off;
CREATE TEMP TABLE rows AS SELECT class, member, os_version FROM inventory LIMIT 200000;
ANALYZE rows;
SELECT wmi.available_on('Win32_Process', 'Create', '26100');
SET client_min_messages = log;
SET log_executor_stats = on;
SELECT count(*) FROM rows WHERE class <> '' AND member <> '' AND os_version <> '';
\warn base
SELECT count(*) FROM rows WHERE wmi.available_on(class, member, os_version) = 0;
\warn row 200000 available_on
WITH versions AS MATERIALIZED (SELECT os_version, wmi.wmi_build(os_version) AS build FROM (SELECT DISTINCT os_version FROM inventory) v)
SELECT count(*) FROM inventory i JOIN versions USING (os_version)
JOIN wmi.availability a ON a.class_key = lower(i.class COLLATE "C") AND a.member_key = lower(i.member COLLATE "C") AND a.build = versions.build
WHERE a.available = 0;
\warn row 1000000 join
WITH uses AS MATERIALIZED (SELECT DISTINCT class, member, os_version FROM inventory),
broken AS MATERIALIZED (SELECT * FROM uses u WHERE wmi.available_on(u.class, u.member, u.os_version) = 0)
SELECT count(*) FROM inventory JOIN broken USING (class, member, os_version);
\warn row 1000000 available_on, each use once
