-- How do I show those who do not type SQL what breaks where? Writes one HTML file.
--
-- Needs   the tables of data/inventory.sql: hosts, scripts, runs, script_uses.
-- Run     sqlite3 -batch fleet.db '.load ./wmi' '.read sql/fleet_page.sql' > fleet.html
-- Takes   @title: the page's heading; by default 'What breaks where'. @cells: how many cells the matrix may have
--         before it groups hosts by their builds; by default 100000 (500 hosts by 200 scripts).
--
-- The file needs no network, no library and no script: it opens from a mail, reads in light and dark and on paper, and
-- every link is reached by keyboard. All texts of the inventory are escaped. A mark is never a colour alone.

.mode list
.headers off
.separator "" "\n"
.nullvalue ""

DROP TABLE IF EXISTS temp.page_hosts;
DROP TABLE IF EXISTS temp.page_builds;
DROP TABLE IF EXISTS temp.page_uses;
DROP TABLE IF EXISTS temp.page_cells;
DROP TABLE IF EXISTS temp.page_rows;
DROP TABLE IF EXISTS temp.page_marks;
DROP VIEW IF EXISTS temp.page_reasons;

-- Each host with the build that answers for it, its texts escaped. A NUL would end a text for SQLite's functions, and no
-- HTML may hold one.
CREATE TEMP TABLE page_hosts AS
SELECT h.host_id, h.build,
  replace(replace(replace(replace(coalesce(CAST(h.name AS TEXT), 'host ' || h.host_id), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;') AS host,
  replace(replace(replace(replace(coalesce(CAST(h.site AS TEXT), ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;') AS site,
  replace(replace(replace(replace(coalesce(CAST(h.os_version AS TEXT), ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;') AS os_version,
  h.os_version IS NULL OR trim(h.os_version) = '' AS is_blank
FROM (SELECT host_id, name, site, os_version, wmi_build(os_version) AS build FROM hosts) h;
CREATE UNIQUE INDEX temp.page_hosts_id ON page_hosts(host_id);

-- The builds of the fleet, with the release that each is.
CREATE TEMP TABLE page_builds AS
SELECT b.build, b.support_ends,
  b.build || coalesce(' · ' || coalesce(b.server, b.client) || coalesce(' ' || b.version, ''), '') AS release
FROM wmi_builds b
WHERE b.build IN (SELECT build FROM temp.page_hosts);

-- What each script needs, on each build of the fleet. available: 1, 0 or NULL, as available_on() says.
CREATE TEMP TABLE page_uses AS
SELECT u.script_id, b.build, u.name, available_on(u.name, b.build) AS available, u.class, u.member, u.namespace
FROM (
  SELECT DISTINCT script_id, class || coalesce('.' || member, '') AS name,
    CASE WHEN instr(class, ':') THEN substr(class, instr(class, ':') + 1) ELSE class END AS class, member,
    CASE WHEN instr(class, ':') THEN replace(substr(class, 1, instr(class, ':') - 1), '/', '\') END AS namespace
  FROM script_uses WHERE class IS NOT NULL) u, temp.page_builds b;

-- What a script comes to on a build: 'breaks' if anything that it needs is absent, 'open' if the report leaves anything
-- open, else 'runs'; how many members that is about.
CREATE TEMP TABLE page_cells AS
SELECT script_id, build,
  CASE WHEN sum(available = 0) > 0 THEN 'breaks' WHEN sum(available IS NULL) > 0 THEN 'open' ELSE 'runs' END AS state,
  CASE WHEN sum(available = 0) > 0 THEN sum(available = 0) ELSE sum(available IS NULL) END AS members
FROM temp.page_uses GROUP BY script_id, build;
CREATE UNIQUE INDEX temp.page_cells_key ON page_cells(script_id, build);

-- The rows of the matrix: hosts, or their builds where there would be too many cells.
CREATE TEMP TABLE page_rows AS
SELECT 'h' || host_id AS row, host AS label, coalesce(site, '') AS site, coalesce(b.release, os_version) AS system, h.build, 1 AS hosts
FROM temp.page_hosts h LEFT JOIN temp.page_builds b USING (build)
WHERE (SELECT count(*) FROM hosts) * (SELECT count(*) FROM scripts) <= coalesce(@cells, 100000)
UNION ALL
SELECT 'b' || coalesce(h.build, 0), count(*) || ' hosts', '', coalesce(b.release, 'no build is known'), h.build, count(*)
FROM temp.page_hosts h LEFT JOIN temp.page_builds b USING (build)
WHERE (SELECT count(*) FROM hosts) * (SELECT count(*) FROM scripts) > coalesce(@cells, 100000)
GROUP BY h.build;

-- Which scripts run on which row, and on how many hosts of it.
CREATE TEMP TABLE page_marks AS
SELECT CASE WHEN EXISTS (SELECT * FROM temp.page_rows WHERE row GLOB 'b*') THEN 'b' || coalesce(h.build, 0) ELSE 'h' || h.host_id END AS row,
  r.script_id, h.build, count(*) AS hosts
FROM runs r JOIN temp.page_hosts h USING (host_id)
GROUP BY 1, 2;
CREATE UNIQUE INDEX temp.page_marks_key ON page_marks(row, script_id);

-- Why a host has no answer.
CREATE TEMP VIEW page_reasons AS
SELECT host_id, host, site, os_version,
  CASE WHEN is_blank THEN 'The inventory holds no version.'
    ELSE 'The version names no build of the report: another system, a build that the report does not have, or a name that several builds bear.'
  END AS reason
FROM temp.page_hosts WHERE build IS NULL;

SELECT '<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>' || replace(replace(coalesce(@title, 'What breaks where'), '&', '&amp;'), '<', '&lt;') || '</title>
<style>
:root { color-scheme: light dark; --text: #1a1a1a; --soft: #555; --page: #fff; --line: #d5d5d5; --head: #f2f2f2;
  --runs: #1a6b2d; --breaks: #a31515; --breaks-back: #fde8e8; --open: #6b5200; --open-back: #fdf5dc; --link: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --soft: #aaa; --page: #161616; --line: #3a3a3a; --head: #242424;
  --runs: #7fd494; --breaks: #ff9d9d; --breaks-back: #3d1a1a; --open: #ecd27a; --open-back: #352c10; --link: #8ab4f8; } }
body { margin: 0 auto; padding: 1rem 1.5rem 3rem; max-width: 90rem; color: var(--text); background: var(--page);
  font: 15px/1.45 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
p { max-width: 48rem; } a { color: var(--link); } a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
.scroll { overflow: auto; max-height: 80vh; border: 1px solid var(--line); }
table { border-collapse: collapse; font-size: 13px; } caption { text-align: left; color: var(--soft); padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .15rem .45rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: var(--head); position: sticky; top: 0; z-index: 1; vertical-align: bottom; }
.matrix th[scope=row] { background: var(--head); position: sticky; left: 0; white-space: nowrap; }
.matrix thead th:first-child { left: 0; z-index: 2; } .matrix thead th.s { writing-mode: vertical-rl; max-height: 14rem; font-weight: 600; }
.matrix td { text-align: center; white-space: nowrap; } .matrix td.system { text-align: left; }
.runs { color: var(--runs); } .breaks { color: var(--breaks); background: var(--breaks-back); font-weight: 600; } .open { color: var(--open); background: var(--open-back); }
.paper { display: none; } td a { color: inherit; } ul { padding-left: 1.2rem; } .soft { color: var(--soft); }
@media print { body { max-width: none; padding: 0; font-size: 10px; } .scroll { display: none; } .paper { display: table; width: 100%; }
  thead th { position: static; } .paper td { background: none; } table { font-size: 8px; } tr, li { break-inside: avoid; } a { text-decoration: none; color: inherit; } }
</style>
</head>
<body>
<main>
<h1>' || replace(replace(coalesce(@title, 'What breaks where'), '&', '&amp;'), '<', '&lt;') || '</h1>';

SELECT '<p id="summary">' || (SELECT count(*) FROM hosts) || ' hosts, ' || (SELECT count(*) FROM scripts) || ' scripts, '
  || (SELECT count(*) FROM runs) || ' runs: <strong class="breaks">' || coalesce(sum(m.hosts) FILTER (WHERE c.state = 'breaks'), 0)
  || ' break</strong>, ' || coalesce(sum(m.hosts) FILTER (WHERE c.state = 'runs'), 0) || ' have all that they need, '
  || coalesce(sum(m.hosts) FILTER (WHERE c.state = 'open' OR c.state IS NULL), 0) || ' cannot be told. '
  || (SELECT count(*) FROM temp.page_reasons) || ' hosts have no answer; '
  || (SELECT count(*) FROM temp.page_hosts h JOIN temp.page_builds b USING (build) WHERE b.support_ends < date('now'))
  || ' are out of support. Written on ' || date('now') || '.</p>
<nav aria-label="On this page"><ul><li><a href="#matrix">Hosts by scripts</a></li><li><a href="#members">The members behind each cell</a></li>
<li><a href="#unanswered">Hosts without an answer</a></li><li><a href="#support">Hosts out of support</a></li><li><a href="#facts">Where the facts come from</a></li></ul></nav>'
FROM temp.page_marks m LEFT JOIN temp.page_cells c ON c.script_id = m.script_id AND c.build = m.build;

SELECT '<h2 id="matrix">Hosts by scripts</h2>
<p>✓ all that the script needs is there; ✗ so many members are absent, the script breaks; ? so many are not known to the report, or nothing is known of the host; blank: the script does not run there.'
  || CASE WHEN EXISTS (SELECT * FROM temp.page_rows WHERE row GLOB 'b*') THEN
    ' <strong>The fleet is large, so hosts of one build share a row; behind × stands how many of them run the script.</strong>' ELSE '' END || '</p>
<div class="scroll" tabindex="0" role="region" aria-label="Hosts by scripts">
<table class="matrix"><caption>' || (SELECT count(*) FROM temp.page_rows) || ' rows by ' || (SELECT count(*) FROM scripts) || ' scripts</caption>
<thead><tr><th scope="col">Host</th><th scope="col">System</th>'
  || coalesce((SELECT group_concat('<th scope="col" class="s">' || replace(replace(coalesce(CAST(name AS TEXT), 'script ' || script_id), '&', '&amp;'), '<', '&lt;') || '</th>', '')
    FROM (SELECT script_id, name FROM scripts ORDER BY script_id)), '') || '</tr></thead>
<tbody>';

SELECT '<tr><th scope="row">' || r.label || '</th><td class="system">' || r.system || '</td>' || coalesce(
  (SELECT group_concat(CASE
      WHEN m.row IS NULL THEN '<td></td>'
      WHEN c.state IS NULL THEN '<td class="open">?' || CASE WHEN r.hosts > 1 THEN ' ×' || m.hosts ELSE '' END || '</td>'
      WHEN c.state = 'runs' THEN '<td class="runs">✓' || CASE WHEN r.hosts > 1 THEN ' ×' || m.hosts ELSE '' END || '</td>'
      ELSE '<td class="' || c.state || '"><a href="#s' || c.script_id || 'b' || c.build || '">' || CASE c.state WHEN 'breaks' THEN '✗' ELSE '?' END || c.members
        || CASE WHEN r.hosts > 1 THEN ' ×' || m.hosts ELSE '' END || '</a></td>'
    END, '')
   FROM (SELECT script_id FROM scripts ORDER BY script_id) s
   LEFT JOIN temp.page_marks m ON m.row = r.row AND m.script_id = s.script_id
   LEFT JOIN temp.page_cells c ON c.script_id = s.script_id AND c.build = r.build), '') || '</tr>'
FROM temp.page_rows r ORDER BY r.build, r.site, r.label;

-- On paper, where a table of 200 columns has no room, a line for each row.
SELECT '</tbody></table></div>
<table class="paper"><thead><tr><th scope="col">Host</th><th scope="col">System</th><th scope="col">Breaks (members absent)</th>
<th scope="col">Cannot be told (members not known)</th><th scope="col">Has all</th></tr></thead><tbody>';
SELECT '<tr><th scope="row">' || r.label || '</th><td>' || r.system || '</td><td class="breaks">'
  || coalesce(group_concat(CASE WHEN c.state = 'breaks' THEN s.script || ' ✗' || c.members || m.times END, ', '), '') || '</td><td class="open">'
  || coalesce(group_concat(CASE WHEN c.state IS NULL THEN s.script || ' ?' || m.times WHEN c.state = 'open' THEN s.script || ' ?' || c.members || m.times END, ', '), '')
  || '</td><td class="runs">' || coalesce(group_concat(CASE WHEN c.state = 'runs' THEN s.script || ' ✓' || m.times END, ', '), '') || '</td></tr>'
FROM temp.page_rows r
LEFT JOIN (SELECT *, CASE WHEN row GLOB 'b*' THEN ' ×' || hosts ELSE '' END AS times FROM temp.page_marks ORDER BY row, script_id) m ON m.row = r.row
LEFT JOIN temp.page_cells c ON c.script_id = m.script_id AND c.build = r.build
LEFT JOIN (SELECT script_id, replace(replace(coalesce(CAST(name AS TEXT), 'script ' || script_id), '&', '&amp;'), '<', '&lt;') AS script FROM scripts) s ON s.script_id = m.script_id
GROUP BY r.row ORDER BY r.build, r.site, r.label;

SELECT '</tbody></table>
<h2 id="members">The members behind each cell</h2>';

-- A script and a build that break or are open somewhere: what exactly, and since or until which build it is there.
SELECT '<h3 id="s' || c.script_id || 'b' || c.build || '">'
  || replace(replace(coalesce(CAST(s.name AS TEXT), 'script ' || s.script_id), '&', '&amp;'), '<', '&lt;') || ' on ' || b.release || '</h3><ul>'
  || (SELECT group_concat('<li class="' || CASE WHEN u.available = 0 THEN 'absent' ELSE 'unknown' END || '"><code>'
      || replace(replace(CAST(u.name AS TEXT), '&', '&amp;'), '<', '&lt;') || '</code> '
      || CASE WHEN u.available = 0 THEN 'is absent' || coalesce(
          (SELECT ': there from build ' || available_since(u.name) || CASE WHEN available_until(u.name) < u.build THEN ' to ' || available_until(u.name) ELSE ' on' END
           WHERE available_since(u.name) IS NOT NULL), ': no reported build has it')
          || CASE WHEN EXISTS (SELECT * FROM wmi_availability a WHERE a.class = u.class AND a.member = u.member AND a.build = u.build
              AND a.inferred = 1 AND (u.namespace IS NULL OR a.namespace = u.namespace)) THEN ' (inferred)' ELSE '' END
        ELSE 'is not known' || CASE WHEN EXISTS (SELECT * FROM wmi_classes k WHERE k.class = u.class) THEN
          CASE WHEN u.member IS NULL OR EXISTS (SELECT * FROM wmi_members m WHERE m.class = u.class AND m.member = u.member)
            THEN ' on this build' ELSE ': the report knows no such member of the class' END
          ELSE ': the report knows no such class' END
        END || '</li>', '')
    FROM (SELECT * FROM temp.page_uses u WHERE u.script_id = c.script_id AND u.build = c.build AND u.available IS NOT 1 ORDER BY u.available IS NULL, u.name) u)
  || '</ul>'
FROM temp.page_cells c JOIN scripts s USING (script_id) JOIN temp.page_builds b USING (build)
WHERE c.state <> 'runs' AND EXISTS (SELECT * FROM temp.page_marks m WHERE m.script_id = c.script_id AND m.build = c.build)
ORDER BY s.script_id, c.build;

SELECT '<h2 id="unanswered">Hosts without an answer</h2>' || CASE WHEN EXISTS (SELECT * FROM temp.page_reasons) THEN
  '<table><thead><tr><th scope="col">Host</th><th scope="col">Version in the inventory</th><th scope="col">Why</th></tr></thead><tbody>' ELSE '<p>None.</p>' END;
SELECT '<tr class="unanswered"><th scope="row">' || host || '</th><td>' || os_version || '</td><td>' || reason || '</td></tr>' FROM temp.page_reasons ORDER BY reason, host;
SELECT '</tbody></table>' WHERE EXISTS (SELECT * FROM temp.page_reasons);

SELECT '<h2 id="support">Hosts out of support</h2>
<p>The end of the longest-serviced edition, without paid extensions.</p>
<table><thead><tr><th scope="col">Build</th><th scope="col">Support ended</th><th scope="col">Hosts</th></tr></thead><tbody>';
SELECT '<tr class="unsupported"><th scope="row">' || b.release || '</th><td>' || b.support_ends || '</td><td>' || count(*) || ': ' || group_concat(h.host, ', ') || '</td></tr>'
FROM (SELECT * FROM temp.page_hosts ORDER BY host) h JOIN temp.page_builds b USING (build) WHERE b.support_ends < date('now')
GROUP BY b.build ORDER BY b.support_ends;
SELECT '</tbody></table>';

SELECT '<h2 id="facts">Where the facts come from</h2>
<p>The report <code>' || replace(replace(source, '&', '&amp;'), '<', '&lt;') || '</code>: ' || members || ' members of ' || classes || ' classes on ' || builds || ' Windows builds. Of its cells '
  || (available + absent - inferred) || ' were seen by a source on that very build, ' || inferred || ' are inferred from the builds beside it, and ' || unknown
  || ' are not known. SHA-256 of the source: <code>' || sha256 || '</code>. Written by wmi ' || wmi_version() || '.</p>
</main>
</body>
</html>' FROM wmi_report;

DROP VIEW temp.page_reasons;
DROP TABLE temp.page_hosts;
DROP TABLE temp.page_builds;
DROP TABLE temp.page_uses;
DROP TABLE temp.page_cells;
DROP TABLE temp.page_rows;
DROP TABLE temp.page_marks;
