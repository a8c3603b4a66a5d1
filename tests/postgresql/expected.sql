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

-- Version strings: those of the inventory, each form with each build that is known or nearly one, names, and the cases of
-- cases.tsv, which run.sh puts together from the files that hold such.
CREATE TABLE corpus(n INTEGER PRIMARY KEY, version TEXT);
CREATE TABLE cases(version TEXT);
.import --ascii cases.txt cases
WITH numbers(build) AS (
  SELECT build FROM wmi_builds UNION VALUES (7600), (10241), (17764), (26120), (99998), (0), (123456)
),
forms(text) AS (VALUES
  ('%b'), ('%b.4652'), ('10.0.%b'), ('10.0.%b.1'), ('6.3.%b'), ('6.2.%b'), ('6.1.%b'), ('5.1.%b'), ('10.0 (%b)'),
  ('6.3 (%b)'), ('10.0.%b N/A Build %b'), ('10.0 Build %b'), ('Microsoft Windows [Version 10.0.%b.4652]'),
  ('Windows 11 Insider Preview Build %b'), ('10.0.%b.1.1'), ('  %b  '),
  ('10.0-%b'), ('Windows 10 Pro 22H2 (OS Build %b.3803)'), ('Windows Server 2019 10.0.%b'), ('Version 22H2 (OS Build %b.3803)'),
  ('macos build %b'), ('%b.1.amd64fre.ge_release.240331-1435'), ('%b.ge_release.240331-1435'), ('CYGWIN_NT-10.0-%b'),
  ('Windows 10 Pro %b (Windows 10 Pro 6.3)'), ('Windows-10-10.0.%b-SP0'), ('10.0.%b or later'), ('>= 10.0.%b'), ('Linux 4.4.0-%b-Microsoft'),
  ('Build %b'), ('Windows CurrentBuild=%b'), ('Windows HOST%b'), ('+%b'), ('Windows 8.1 Preview build %b')),
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
INSERT INTO corpus(version)
SELECT os_version FROM hosts WHERE os_version IS NOT NULL GROUP BY os_version
UNION ALL SELECT replace(text, '%b', build) FROM numbers, forms
UNION ALL SELECT text FROM releases
UNION ALL SELECT text FROM names
UNION ALL SELECT version FROM cases;

-- 10,000 and more: the whole corpus, and texts of it cut, spoilt, doubled and put together.
CREATE TABLE versions(n INTEGER PRIMARY KEY, version TEXT);
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
    || substr(other, what % (length(other) + 1)) END
FROM draw
UNION ALL
SELECT 10000 + n, version FROM corpus;

CREATE VIEW copied AS
SELECT n, version, replace(replace(replace(version, '\', '\\'), char(9), '\t'), char(10), '\n') AS text FROM versions;
.once builds.tsv
SELECT text, wmi_build(version) FROM copied;

-- 4,000 times every function, 44,000 calls: names in any case, with namespace and without, with blanks and (), qualified, bare, of classes, and
-- misspelt ones; any version, any value.
CREATE TABLE members(n INTEGER PRIMARY KEY, namespace TEXT, class TEXT, member TEXT);
INSERT INTO members(namespace, class, member) SELECT namespace, class, member FROM wmi_members;
-- Every third is of a class that stands in several namespaces.
CREATE TABLE twins(n INTEGER PRIMARY KEY, namespace TEXT, class TEXT, member TEXT);
INSERT INTO twins(namespace, class, member) SELECT namespace, class, member FROM members
WHERE class COLLATE NOCASE IN (SELECT class FROM wmi_classes GROUP BY class COLLATE NOCASE HAVING count(*) > 1);
.once calls.tsv
WITH numbered(n, build) AS MATERIALIZED (SELECT row_number() OVER (ORDER BY build) - 1, build FROM (SELECT build FROM wmi_builds UNION VALUES (12345), (0), (-1))),
draw AS (
  SELECT i.n, coalesce(t.namespace, m.namespace) AS namespace, coalesce(t.class, m.class) AS class, coalesce(t.member, m.member) AS member,
    v.text, v.version, k.x % 17 AS kind, k.x / 17 % 5 AS space, w.build
  FROM (SELECT n FROM random WHERE n < 4000) i
  JOIN random ra ON ra.n = 100000 + i.n * 4 JOIN random rb ON rb.n = 100001 + i.n * 4
  JOIN random k ON k.n = 100002 + i.n * 4 JOIN random b ON b.n = 100003 + i.n * 4
  JOIN members m ON m.n = 1 + ra.x % (SELECT count(*) FROM members)
  LEFT JOIN twins t ON i.n % 3 = 0 AND t.n = 1 + ra.x % (SELECT count(*) FROM twins)
  JOIN versions v0 ON v0.n = 10000 + 1 + rb.x % (SELECT count(*) FROM corpus) JOIN copied v ON v.n = v0.n
  JOIN numbered w ON w.n = b.x % (SELECT count(*) FROM numbered)
),
names AS (
  SELECT n, kind, text, version, build,
    CASE space WHEN 0 THEN namespace || ':' WHEN 1 THEN replace(upper(namespace), '\', '/') || ' : ' WHEN 2 THEN '\\.\' || namespace || ':' WHEN 3 THEN 'root\other:' ELSE '' END AS before,
    CASE kind WHEN 0 THEN upper(class) WHEN 1 THEN lower(class) WHEN 2 THEN substr(class, 2) WHEN 8 THEN '  ' || class || ' ' WHEN 9 THEN class || '()' ELSE class END AS class,
    CASE kind WHEN 0 THEN lower(member) WHEN 1 THEN upper(member) WHEN 3 THEN member || 's' WHEN 8 THEN ' ' || member || ' ( ) ' WHEN 10 THEN member || '()' ELSE member END AS member
  FROM draw
),
calls AS (
  SELECT n, kind, text, version, build, before || class AS class, member,
    CASE kind WHEN 4 THEN member WHEN 5 THEN before || class WHEN 6 THEN '.' || member WHEN 7 THEN NULL WHEN 11 THEN before || member
      WHEN 12 THEN before || class || '::' || member WHEN 13 THEN ':' || class || '.' || member WHEN 14 THEN class || '..' || member
      ELSE before || class || '.' || member END AS name
  FROM names
)
SELECT replace(class, '\', '\\'), member, replace(name, '\', '\\'), text, build,
  available_on(class, member, version), available_on(class, member, build), available_on(name, version), available_on(name, build),
  available_since(class, member), available_until(class, member), available_since(name), available_until(name),
  replace(wmi_label(class, member, build % 17), '\', '\\'), replace(wmi_label(name, build % 17), '\', '\\'), replace(wmi_label(name, CAST(build % 7 AS TEXT)), '\', '\\')
FROM calls;

-- A million rows, each a host of the inventory and a member that a script uses; how many have which answer: of all (0), of the first
-- hundred thousand, and of those whose class can be looked up as it stands: it names no namespace and needs none (1000000).
CREATE TABLE million(host_id INTEGER PRIMARY KEY, os_version, class TEXT, member TEXT, is_plain INTEGER);
CREATE TABLE used(n INTEGER PRIMARY KEY, class TEXT, member TEXT, is_plain INTEGER);
INSERT INTO used(class, member, is_plain)
SELECT class, member, instr(class, ':') = 0 AND class COLLATE NOCASE NOT IN (SELECT class FROM wmi_classes GROUP BY class COLLATE NOCASE HAVING count(*) > 1)
FROM script_uses;
WITH RECURSIVE step(n, x) AS (
  SELECT 1, 1 UNION ALL SELECT n + 1, (x * 1103515245 + 12345) % 2147483648 FROM step WHERE n < 1000000
)
INSERT INTO million
SELECT s.n, h.os_version, u.class, u.member, u.is_plain
FROM step s
JOIN hosts h ON h.host_id = 1 + (s.x >> 8) % (SELECT count(*) FROM hosts)
JOIN used u ON u.n = 1 + (s.x >> 16) % (SELECT count(*) FROM used);
.once inventory.tsv
SELECT host_id, os_version, replace(class, '\', '\\'), member, is_plain FROM million;
.once counts.tsv
SELECT 0, available_on(class, member, os_version) AS available, count(*) FROM million GROUP BY 2
UNION ALL
SELECT 1000000, available_on(class, member, os_version), count(*) FROM million WHERE is_plain GROUP BY 2
UNION ALL
SELECT 100000, available_on(class, member, os_version), count(*) FROM million WHERE host_id <= 100000 GROUP BY 2;
