-- Which of my hosts are out of support?
--
-- Needs   the table hosts of data/inventory.sql.
-- Run     sqlite3 fleet.db '.load ./wmi' '.mode box' '.read sql/out_of_support.sql'
-- Takes   @day: the day to ask about; by default today. A text, so set it in quotes: .parameter set @day "'2026-01-01'"
-- Leaves  the temp table support_day and the temp view host_releases.
--
-- wmi_builds.support_ends is that of the longest-serviced edition (LTSC, Server), paid extensions aside. A host that is
-- listed here is out of support whatever its edition; one that is not may be so all the same. 10.0.19042 and 10.0.19044
-- are one build for WMI and two for support, so the build is taken as it is written, else by its version ('23H2'); a
-- name that leaves it open ('LTSC') counts as the longest-serviced build that it can mean.

DROP VIEW IF EXISTS temp.host_releases;
DROP TABLE IF EXISTS temp.support_day;
CREATE TEMP TABLE support_day(day TEXT CONSTRAINT "@day must be a day such as '2026-01-01'" CHECK (day IS date(day)));
INSERT INTO support_day SELECT coalesce(@day, date('now'));

CREATE TEMP VIEW host_releases AS
SELECT host_id, name, site, os_version, build
FROM (SELECT h.*, b.build, row_number() OVER (
        PARTITION BY h.host_id
        ORDER BY (' ' || h.os_version || ' ') GLOB ('*[^0-9]' || b.build || '[^0-9]*') DESC,
          instr(h.os_version, b.version) > 0 DESC, b.support_ends DESC) AS rank
      FROM hosts h LEFT JOIN wmi_builds b ON b.resolves_to = wmi_build(h.os_version))
WHERE rank = 1;

-- By release: how many hosts are out of support, the longest first.
SELECT b.build, b.version, b.client, b.server, b.support_ends, CAST(julianday(day) - julianday(b.support_ends) AS INTEGER) AS days, count(*) AS hosts
FROM support_day, host_releases r JOIN wmi_builds b ON b.build = r.build
WHERE b.support_ends < day
GROUP BY b.build
ORDER BY b.support_ends, b.build;

-- Those hosts.
SELECT r.name AS host, r.site, r.os_version, b.build, b.support_ends
FROM support_day, host_releases r JOIN wmi_builds b ON b.build = r.build
WHERE b.support_ends < day
ORDER BY b.support_ends, host;

-- The next to go: within a year of that day.
SELECT b.build, b.version, b.client, b.server, b.support_ends, count(*) AS hosts
FROM support_day, host_releases r JOIN wmi_builds b ON b.build = r.build
WHERE b.support_ends BETWEEN day AND date(day, '+1 year')
GROUP BY b.build
ORDER BY b.support_ends, b.build;

-- Hosts of which it cannot be said.
SELECT r.name AS host, quote(r.os_version) AS os_version, r.build,
  CASE WHEN r.build IS NULL THEN 'no build can be told from it' ELSE 'no end is set' END AS why
FROM host_releases r LEFT JOIN wmi_builds b ON b.build = r.build
WHERE b.support_ends IS NULL
ORDER BY why, host;
