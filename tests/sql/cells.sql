-- Every cell of wmi_members and of wmi_availability equals the cell of data/wmi_members.csv, as the
-- shell's own .import reads it: 9,897 members × 20 builds = 197,940 cells.
.mode csv
.import data/wmi_members.csv raw
.mode list
CREATE INDEX raw_key ON raw(Class COLLATE NOCASE, Member COLLATE NOCASE);
CREATE TEMP TABLE marks(mark TEXT PRIMARY KEY, available INTEGER);
INSERT INTO marks VALUES ('✅', 1), ('❌', 0), ('', NULL);
SELECT 'members', count(*) FROM raw;

.print equal cells in wmi_members, by bare and by prefixed name
SELECT
sum((SELECT available FROM marks WHERE mark = r."29617") IS m.build_29617)
  + sum((SELECT available FROM marks WHERE mark = r."29560") IS m.build_29560)
  + sum((SELECT available FROM marks WHERE mark = r."28000") IS m.build_28000)
  + sum((SELECT available FROM marks WHERE mark = r."26200") IS m.build_26200)
  + sum((SELECT available FROM marks WHERE mark = r."26100") IS m.build_26100)
  + sum((SELECT available FROM marks WHERE mark = r."22621") IS m.build_22621)
  + sum((SELECT available FROM marks WHERE mark = r."22000") IS m.build_22000)
  + sum((SELECT available FROM marks WHERE mark = r."20348") IS m.build_20348)
  + sum((SELECT available FROM marks WHERE mark = r."19045") IS m.build_19045)
  + sum((SELECT available FROM marks WHERE mark = r."19041") IS m.build_19041)
  + sum((SELECT available FROM marks WHERE mark = r."18362") IS m.build_18362)
  + sum((SELECT available FROM marks WHERE mark = r."17763") IS m.build_17763)
  + sum((SELECT available FROM marks WHERE mark = r."17134") IS m.build_17134)
  + sum((SELECT available FROM marks WHERE mark = r."16299") IS m.build_16299)
  + sum((SELECT available FROM marks WHERE mark = r."15063") IS m.build_15063)
  + sum((SELECT available FROM marks WHERE mark = r."14393") IS m.build_14393)
  + sum((SELECT available FROM marks WHERE mark = r."10586") IS m.build_10586)
  + sum((SELECT available FROM marks WHERE mark = r."10240") IS m.build_10240)
  + sum((SELECT available FROM marks WHERE mark = r."9600") IS m.build_9600)
  + sum((SELECT available FROM marks WHERE mark = r."9200") IS m.build_9200)
,
sum((SELECT available FROM marks WHERE mark = r."29617") IS m.[29617])
  + sum((SELECT available FROM marks WHERE mark = r."29560") IS m.[29560])
  + sum((SELECT available FROM marks WHERE mark = r."28000") IS m.[28000])
  + sum((SELECT available FROM marks WHERE mark = r."26200") IS m.[26200])
  + sum((SELECT available FROM marks WHERE mark = r."26100") IS m.[26100])
  + sum((SELECT available FROM marks WHERE mark = r."22621") IS m.[22621])
  + sum((SELECT available FROM marks WHERE mark = r."22000") IS m.[22000])
  + sum((SELECT available FROM marks WHERE mark = r."20348") IS m.[20348])
  + sum((SELECT available FROM marks WHERE mark = r."19045") IS m.[19045])
  + sum((SELECT available FROM marks WHERE mark = r."19041") IS m.[19041])
  + sum((SELECT available FROM marks WHERE mark = r."18362") IS m.[18362])
  + sum((SELECT available FROM marks WHERE mark = r."17763") IS m.[17763])
  + sum((SELECT available FROM marks WHERE mark = r."17134") IS m.[17134])
  + sum((SELECT available FROM marks WHERE mark = r."16299") IS m.[16299])
  + sum((SELECT available FROM marks WHERE mark = r."15063") IS m.[15063])
  + sum((SELECT available FROM marks WHERE mark = r."14393") IS m.[14393])
  + sum((SELECT available FROM marks WHERE mark = r."10586") IS m.[10586])
  + sum((SELECT available FROM marks WHERE mark = r."10240") IS m.[10240])
  + sum((SELECT available FROM marks WHERE mark = r."9600") IS m.[9600])
  + sum((SELECT available FROM marks WHERE mark = r."9200") IS m.[9200])
FROM raw r JOIN wmi_members m ON m.class = r.Class AND m.member = r.Member;

.print equal cells in wmi_availability
WITH cells(class, member, build, mark) AS (
  SELECT Class, Member, 29617, "29617" FROM raw
  UNION ALL
  SELECT Class, Member, 29560, "29560" FROM raw
  UNION ALL
  SELECT Class, Member, 28000, "28000" FROM raw
  UNION ALL
  SELECT Class, Member, 26200, "26200" FROM raw
  UNION ALL
  SELECT Class, Member, 26100, "26100" FROM raw
  UNION ALL
  SELECT Class, Member, 22621, "22621" FROM raw
  UNION ALL
  SELECT Class, Member, 22000, "22000" FROM raw
  UNION ALL
  SELECT Class, Member, 20348, "20348" FROM raw
  UNION ALL
  SELECT Class, Member, 19045, "19045" FROM raw
  UNION ALL
  SELECT Class, Member, 19041, "19041" FROM raw
  UNION ALL
  SELECT Class, Member, 18362, "18362" FROM raw
  UNION ALL
  SELECT Class, Member, 17763, "17763" FROM raw
  UNION ALL
  SELECT Class, Member, 17134, "17134" FROM raw
  UNION ALL
  SELECT Class, Member, 16299, "16299" FROM raw
  UNION ALL
  SELECT Class, Member, 15063, "15063" FROM raw
  UNION ALL
  SELECT Class, Member, 14393, "14393" FROM raw
  UNION ALL
  SELECT Class, Member, 10586, "10586" FROM raw
  UNION ALL
  SELECT Class, Member, 10240, "10240" FROM raw
  UNION ALL
  SELECT Class, Member, 9600, "9600" FROM raw
  UNION ALL
  SELECT Class, Member, 9200, "9200" FROM raw
)
SELECT count(*) FROM cells c JOIN marks USING (mark) JOIN wmi_availability a USING (class, member, build)
WHERE a.available IS marks.available;

.print the other columns
SELECT count(*) FROM raw r JOIN wmi_members m ON m.class = r.Class AND m.member = r.Member
WHERE m.class = r.Class COLLATE BINARY AND m.member = r.Member COLLATE BINARY
  AND m.type = r.Type AND m.category = r.Category AND m.access IS nullif(r.Access, '');

.print each build column has the counts of the file: build, available, absent, unknown
SELECT 29617, sum(build_29617 = 1), sum(build_29617 = 0), sum(build_29617 IS NULL),
  (SELECT sum("29617" = '✅') || '|' || sum("29617" = '❌') || '|' || sum("29617" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 29560, sum(build_29560 = 1), sum(build_29560 = 0), sum(build_29560 IS NULL),
  (SELECT sum("29560" = '✅') || '|' || sum("29560" = '❌') || '|' || sum("29560" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 28000, sum(build_28000 = 1), sum(build_28000 = 0), sum(build_28000 IS NULL),
  (SELECT sum("28000" = '✅') || '|' || sum("28000" = '❌') || '|' || sum("28000" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 26200, sum(build_26200 = 1), sum(build_26200 = 0), sum(build_26200 IS NULL),
  (SELECT sum("26200" = '✅') || '|' || sum("26200" = '❌') || '|' || sum("26200" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 26100, sum(build_26100 = 1), sum(build_26100 = 0), sum(build_26100 IS NULL),
  (SELECT sum("26100" = '✅') || '|' || sum("26100" = '❌') || '|' || sum("26100" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 22621, sum(build_22621 = 1), sum(build_22621 = 0), sum(build_22621 IS NULL),
  (SELECT sum("22621" = '✅') || '|' || sum("22621" = '❌') || '|' || sum("22621" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 22000, sum(build_22000 = 1), sum(build_22000 = 0), sum(build_22000 IS NULL),
  (SELECT sum("22000" = '✅') || '|' || sum("22000" = '❌') || '|' || sum("22000" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 20348, sum(build_20348 = 1), sum(build_20348 = 0), sum(build_20348 IS NULL),
  (SELECT sum("20348" = '✅') || '|' || sum("20348" = '❌') || '|' || sum("20348" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 19045, sum(build_19045 = 1), sum(build_19045 = 0), sum(build_19045 IS NULL),
  (SELECT sum("19045" = '✅') || '|' || sum("19045" = '❌') || '|' || sum("19045" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 19041, sum(build_19041 = 1), sum(build_19041 = 0), sum(build_19041 IS NULL),
  (SELECT sum("19041" = '✅') || '|' || sum("19041" = '❌') || '|' || sum("19041" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 18362, sum(build_18362 = 1), sum(build_18362 = 0), sum(build_18362 IS NULL),
  (SELECT sum("18362" = '✅') || '|' || sum("18362" = '❌') || '|' || sum("18362" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 17763, sum(build_17763 = 1), sum(build_17763 = 0), sum(build_17763 IS NULL),
  (SELECT sum("17763" = '✅') || '|' || sum("17763" = '❌') || '|' || sum("17763" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 17134, sum(build_17134 = 1), sum(build_17134 = 0), sum(build_17134 IS NULL),
  (SELECT sum("17134" = '✅') || '|' || sum("17134" = '❌') || '|' || sum("17134" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 16299, sum(build_16299 = 1), sum(build_16299 = 0), sum(build_16299 IS NULL),
  (SELECT sum("16299" = '✅') || '|' || sum("16299" = '❌') || '|' || sum("16299" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 15063, sum(build_15063 = 1), sum(build_15063 = 0), sum(build_15063 IS NULL),
  (SELECT sum("15063" = '✅') || '|' || sum("15063" = '❌') || '|' || sum("15063" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 14393, sum(build_14393 = 1), sum(build_14393 = 0), sum(build_14393 IS NULL),
  (SELECT sum("14393" = '✅') || '|' || sum("14393" = '❌') || '|' || sum("14393" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 10586, sum(build_10586 = 1), sum(build_10586 = 0), sum(build_10586 IS NULL),
  (SELECT sum("10586" = '✅') || '|' || sum("10586" = '❌') || '|' || sum("10586" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 10240, sum(build_10240 = 1), sum(build_10240 = 0), sum(build_10240 IS NULL),
  (SELECT sum("10240" = '✅') || '|' || sum("10240" = '❌') || '|' || sum("10240" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 9600, sum(build_9600 = 1), sum(build_9600 = 0), sum(build_9600 IS NULL),
  (SELECT sum("9600" = '✅') || '|' || sum("9600" = '❌') || '|' || sum("9600" = '') FROM raw) FROM wmi_members
UNION ALL
SELECT 9200, sum(build_9200 = 1), sum(build_9200 = 0), sum(build_9200 IS NULL),
  (SELECT sum("9200" = '✅') || '|' || sum("9200" = '❌') || '|' || sum("9200" = '') FROM raw) FROM wmi_members
;
