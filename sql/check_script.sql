-- Does this script run on that build, and if not, which lines are at fault?
--
-- Needs   the sqlite3 shell, for its readfile(); in a program pass the script's text.
-- Run     sqlite3 :memory: '.load ./wmi' '.mode box' '.parameter init' ".parameter set @script 'Start-VM.ps1'" \
--           ".parameter set @build 14393" '.read sql/check_script.sql'
-- Takes   @script: the file. @build: all that wmi_build() takes; by default 26100.
-- Leaves  the temp table script_references.

-- `qualified` is the class with its namespace, where the report has one: namesakes of two namespaces stay apart.
DROP TABLE IF EXISTS temp.script_references;
CREATE TEMP TABLE script_references AS
SELECT r.*, coalesce(r.namespace || ':', '') || r.class AS qualified FROM wmi_references(readfile(@script)) r;

-- What was found; `bytes` is NULL where there is no such file.
SELECT @script AS script, length(readfile(@script)) AS bytes, count(*) AS "references",
  count(DISTINCT qualified) AS classes, count(DISTINCT qualified || '.' || member) AS members
FROM script_references;

-- Lines with a member that is absent, or of which it is not known.
SELECT line, "column", namespace, class, member,
  CASE available_on(qualified, member, coalesce(@build, 26100)) WHEN 0 THEN 'absent' ELSE 'not known' END AS state,
  available_since(qualified, member) AS since, available_until(qualified, member) AS until, evidence
FROM script_references
WHERE member IS NOT NULL AND available_on(qualified, member, coalesce(@build, 26100)) IS NOT 1
ORDER BY line, "column", namespace;

-- Classes of which nothing is available there.
SELECT DISTINCT namespace, class
FROM script_references
WHERE available_on(qualified, coalesce(@build, 26100)) = 0
ORDER BY class, namespace;

-- On which builds does the whole script run? `absent` counts what it uses and they lack,
-- `not_known` that of which the report says nothing there.
SELECT b.build, b.version, b.client, b.server, count(r.qualified) FILTER (WHERE answer = 0) AS absent,
  count(r.qualified) FILTER (WHERE answer IS NULL) AS not_known
FROM wmi_builds b
LEFT JOIN (
  SELECT r.*, o.build AS build,
    CASE WHEN member IS NULL THEN available_on(qualified, o.build) ELSE available_on(qualified, member, o.build) END AS answer
  FROM (SELECT DISTINCT qualified, member FROM script_references) r, wmi_builds o WHERE o.reported) r ON r.build = b.build
WHERE b.reported AND readfile(@script) IS NOT NULL
GROUP BY b.build
ORDER BY b.build DESC;
