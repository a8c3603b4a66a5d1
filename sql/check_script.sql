-- Does this script run on that build, and if not, which lines are at fault?
--
-- Needs   the sqlite3 shell, for its readfile(); in a program pass the script's text.
-- Run     sqlite3 :memory: '.load ./wmi' '.mode box' '.parameter init' ".parameter set @script 'Start-VM.ps1'" \
--           ".parameter set @build 14393" '.read sql/check_script.sql'
-- Takes   @script: the file. @build: all that wmi_build() takes; by default 26100.

-- What was found; `bytes` is NULL where there is no such file.
SELECT @script AS script, length(readfile(@script)) AS bytes, count(*) AS "references",
  count(DISTINCT class) AS classes, count(DISTINCT class || '.' || member) AS members
FROM wmi_references(readfile(@script));

-- Lines with a member that is absent, or of which it is not known.
SELECT r.line, r."column", r.class, r.member,
  CASE available_on(r.class, r.member, coalesce(@build, 26100)) WHEN 0 THEN 'absent' ELSE 'not known' END AS state,
  available_since(r.class, r.member) AS since, available_until(r.class, r.member) AS until, r.evidence
FROM wmi_references(readfile(@script)) r
WHERE r.member IS NOT NULL AND available_on(r.class, r.member, coalesce(@build, 26100)) IS NOT 1
ORDER BY r.line, r."column";

-- Classes of which nothing is available there.
SELECT DISTINCT r.class
FROM wmi_references(readfile(@script)) r
WHERE available_on(r.class, coalesce(@build, 26100)) = 0
ORDER BY r.class;

-- On which builds does the whole script run? `absent` counts what it uses and they lack.
SELECT b.build, b.version, b.client, b.server, count(r.class) AS absent
FROM wmi_builds b
LEFT JOIN (SELECT DISTINCT class, member FROM wmi_references(readfile(@script))) r
  ON CASE WHEN r.member IS NULL THEN available_on(r.class, b.build) ELSE available_on(r.class, r.member, b.build) END = 0
WHERE b.reported AND readfile(@script) IS NOT NULL
GROUP BY b.build
ORDER BY b.build DESC;
