-- What the extension answers, as files for COPY: builds, calls, inventory, counts. Deterministic. Read
-- with the sample inventory loaded; writes into the current folder.
.mode list
.headers off
.separator "\t" "\n"
.nullvalue "\\N"

-- One row of random numbers after another: SELECT x FROM random WHERE n = …
CREATE TABLE random(n INTEGER PRIMARY KEY, x INTEGER);
WITH RECURSIVE step(n, x) AS (
  SELECT 0, 20250901
  UNION ALL
  SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM step WHERE n < 299999
)
INSERT INTO random SELECT n, x >> 8 FROM step;

-- Version strings: those of the inventory, each form with each build that is known or nearly one, and names. is_read:
-- PostgreSQL has to read it too; of the others it may say NULL, but nothing wrong.
CREATE TABLE corpus(n INTEGER PRIMARY KEY, version TEXT, is_read INTEGER);
WITH numbers(build) AS (
  SELECT build FROM wmi_builds UNION VALUES (7600), (10241), (17764), (26120), (99998), (0), (123456)
),
forms(text, is_read) AS (VALUES
  ('%b', 1), ('%b.4652', 1), ('10.0.%b', 1), ('10.0.%b.1', 1), ('6.3.%b', 1), ('6.2.%b', 1), ('6.1.%b', 1), ('5.1.%b', 1), ('10.0 (%b)', 1),
  ('6.3 (%b)', 1), ('10.0.%b N/A Build %b', 1), ('10.0 Build %b', 1), ('Microsoft Windows [Version 10.0.%b.4652]', 1),
  ('Windows 11 Insider Preview Build %b', 1), ('10.0.%b.1.1', 1), ('  %b  ', 1),
  ('10.0-%b', 0), ('Windows 10 Pro 22H2 (OS Build %b.3803)', 0), ('Windows Server 2019 10.0.%b', 0), ('Version 22H2 (OS Build %b.3803)', 0),
  ('macos build %b', 0), ('%b.1.amd64fre.ge_release.240331-1435', 0), ('%b.ge_release.240331-1435', 0), ('CYGWIN_NT-10.0-%b', 0),
  ('Windows 10 Pro %b (Windows 10 Pro 6.3)', 0), ('Windows-10-10.0.%b-SP0', 0), ('10.0.%b or later', 0), ('>= 10.0.%b', 0), ('Linux 4.4.0-%b-Microsoft', 0),
  ('Build %b', 0), ('Windows CurrentBuild=%b', 0), ('Windows HOST%b', 0), ('+%b', 0), ('Windows 8.1 Preview build %b', 0)),
releases(text) AS (
  SELECT client || ' ' || version FROM wmi_builds WHERE client IS NOT NULL AND version <> 'Insider' AND build > 7601
  UNION SELECT 'Microsoft ' || client || ' Enterprise, version ' || version FROM wmi_builds
    WHERE client IS NOT NULL AND version <> 'Insider' AND build > 7601
  UNION SELECT server || ' ' || version FROM wmi_builds WHERE server LIKE 'Windows%' AND build > 7601
  UNION SELECT client FROM wmi_builds WHERE client IS NOT NULL
  UNION SELECT 'Microsoft ' || server || ' Standard (64-bit)' FROM wmi_builds WHERE server IS NOT NULL
),
names(text) AS (
  VALUES ('Windows Server 2012R2'), ('Windows Server 2012 Datacenter R2'), ('Windows 2016'), ('Windows 2017'), ('Windows 2012R2'), ('Hyper-V Server 2019'),
  ('Microsoft Hyper-V Server 2012 R2'), ('SQL Server 2019'), ('Microsoft Windows NT Workstation 6.3'), ('Mozilla/5.0 (Windows NT 6.3; Win64; x64)'),
  ('Windows NT 10.0; Win64'), ('Windows 10 Enterprise LTSC 2019'), ('Windows 10 IoT Enterprise LTSC 2021'), ('Windows 10 2016 LTSB'),
  ('Windows 11 LTSC 2024'), ('Windows 10 20H1'), ('Windows 10 19H2'), ('Windows 10/11 22H2'), ('Windows 10 and 11 22H2'), ('Windows 8, 10 22H2'),
  ('Windows 10 1809+'), ('Windows 10 1809-22H2'), ('Windows 10 Mobile 1709'), ('Windows Phone 8.1'), ('Windows 7'), ('Windows XP'),
  ('Windows Server 2008 R2'), ('Windows Server, version 1803 (Server Core Installation)'), ('Windows Server 1903'), ('Windows Server vNext Preview Build 26040'),
  ('Windows Server LTSC 2019'), ('Windows Storage Server 2016'), ('Windows Server 2012 R2 R2 R2 R2'), ('Windows Server 2016 Windows Server 2019'),
  ('Windows 100000000000000000000'), ('10.0.99999999999999999999'), ('99999999999999999999'), ('Ubuntu 22.04.3 LTS'), ('6.1.0-18-amd64'),
  ('10.15.7 (19H2)'), ('macOS 14.2 (Build 23C64)'), ('Windows 10 Профессиональная 22H2'), ('Microsoft Windows [版本 10.0.17763.5329]'), ('Windows® 10 22H2'),
  ('WİNDOWS 10 22H2'), ('WINDOWS SERVER 2019'), ('unknown'), ('N/A'), (''), (' '), ('.'), ('(' || char(10) || '10.0.26100)'), ('10.0' || char(9) || '26100')
)
INSERT INTO corpus(version, is_read)
SELECT os_version, 1 FROM hosts WHERE os_version IS NOT NULL GROUP BY os_version
UNION ALL SELECT replace(text, '%b', build), is_read FROM numbers, forms
UNION ALL SELECT text, 1 FROM releases
UNION ALL SELECT text, 0 FROM names;

-- 10,000 and more: the whole corpus, and texts of it cut, spoilt, doubled and put together.
CREATE TABLE versions(n INTEGER PRIMARY KEY, version TEXT, is_read INTEGER);
INSERT INTO versions
WITH size(c) AS (SELECT count(*) FROM corpus),
draw AS (
  SELECT i.n, a.version, b.version AS other, k.x % 9 AS kind, p.x AS at, q.x AS what
  FROM (SELECT n FROM random WHERE n < 10000) i, size
  JOIN random ra ON ra.n = i.n * 5 JOIN random rb ON rb.n = i.n * 5 + 1 JOIN random k ON k.n = i.n * 5 + 2
  JOIN random p ON p.n = i.n * 5 + 3 JOIN random q ON q.n = i.n * 5 + 4
  JOIN corpus a ON a.n = 1 + ra.x % c JOIN corpus b ON b.n = 1 + rb.x % c
)
SELECT n, CASE kind
  WHEN 0 THEN version
  WHEN 1 THEN upper(version)
  WHEN 2 THEN substr(version, 1, at % (length(version) + 1))
  WHEN 3 THEN substr(version, at % (length(version) + 1))
  WHEN 4 THEN version || substr(' -/,+&.(_', 1 + what % 9, 1) || other
  WHEN 5 THEN version || ' ' || other
  WHEN 6 THEN substr(version, 1, at % (length(version) + 1)) || substr(version, at % (length(version) + 1) + 2)
  WHEN 7 THEN substr(version, 1, at % (length(version) + 1))
    || substr(' .()+-/<>&_rRvhH2019xN', 1 + what % 22, 1) || substr(version, at % (length(version) + 1) + 2)
  ELSE substr(version, 1, at % (length(version) + 1))
    || substr(other, what % (length(other) + 1)) END, 0
FROM draw
UNION ALL
SELECT 10000 + n, version, is_read FROM corpus;

CREATE VIEW copied AS
SELECT n, version, is_read, replace(replace(replace(version, '\', '\\'), char(9), '\t'), char(10), '\n') AS text FROM versions;
.once builds.tsv
SELECT text, is_read, wmi_build(version) FROM copied;

-- 10,000 calls of available_on: names in any case, qualified, bare, of classes, and misspelt ones; any version that is read.
CREATE TABLE members(n INTEGER PRIMARY KEY, class TEXT, member TEXT);
INSERT INTO members(class, member) SELECT class, member FROM wmi_members;
.once calls.tsv
WITH numbered(n, build) AS MATERIALIZED (SELECT row_number() OVER (ORDER BY build) - 1, build FROM (SELECT build FROM wmi_builds UNION VALUES (12345))),
read(n, version, text) AS MATERIALIZED (SELECT row_number() OVER (ORDER BY n) - 1, version, text FROM copied WHERE is_read),
draw AS (
  SELECT i.n, m.class, m.member, v.text, v.version, k.x % 8 AS kind, w.build
  FROM (SELECT n FROM random WHERE n < 10000) i
  JOIN random ra ON ra.n = 100000 + i.n * 4 JOIN random rb ON rb.n = 100001 + i.n * 4
  JOIN random k ON k.n = 100002 + i.n * 4 JOIN random b ON b.n = 100003 + i.n * 4
  JOIN members m ON m.n = 1 + ra.x % (SELECT count(*) FROM members)
  JOIN read v ON v.n = rb.x % (SELECT count(*) FROM read)
  JOIN numbered w ON w.n = b.x % (SELECT count(*) FROM numbered)
),
names AS (
  SELECT n, kind, text, version, build,
    CASE kind WHEN 0 THEN upper(class) WHEN 1 THEN lower(class) WHEN 2 THEN substr(class, 2) ELSE class END AS class,
    CASE kind WHEN 0 THEN lower(member) WHEN 1 THEN upper(member) WHEN 3 THEN member || 's' ELSE member END AS member
  FROM draw
),
calls AS (
  SELECT *, CASE kind WHEN 4 THEN member WHEN 5 THEN class WHEN 6 THEN '.' || member WHEN 7 THEN NULL ELSE class || '.' || member END AS name
  FROM names
)
SELECT class, member, name, text, build,
  available_on(class, member, version), available_on(class, member, build), available_on(name, version), available_on(name, build)
FROM calls;

-- A million rows, each a host of the inventory and a member that a script uses; how many have which answer, of all and
-- of the first hundred thousand.
CREATE TABLE million(host_id INTEGER PRIMARY KEY, os_version, class TEXT, member TEXT);
CREATE TABLE used(n INTEGER PRIMARY KEY, class TEXT, member TEXT);
-- A class that names its namespace is left out: wmi.available_on() does not read it.
INSERT INTO used(class, member) SELECT class, member FROM script_uses WHERE class IS NULL OR instr(class, ':') = 0;
WITH RECURSIVE step(n, x) AS (
  SELECT 1, 1 UNION ALL SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM step WHERE n < 1000000
)
INSERT INTO million
SELECT s.n, h.os_version, u.class, u.member
FROM step s
JOIN hosts h ON h.host_id = 1 + (s.x >> 8) % (SELECT count(*) FROM hosts)
JOIN used u ON u.n = 1 + (s.x >> 16) % (SELECT count(*) FROM used);
.once inventory.tsv
SELECT * FROM million;
.once counts.tsv
SELECT 1000000, available_on(class, member, os_version) AS available, count(*) FROM million GROUP BY 2
UNION ALL
SELECT 100000, available_on(class, member, os_version), count(*) FROM million WHERE host_id <= 100000 GROUP BY 2;
