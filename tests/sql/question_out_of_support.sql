-- sql/out_of_support.sql over the sample inventory, on a fixed day; on one before any build went; and with the default day,
-- of which only what no day changes is shown.
.headers on
.read data/inventory.sql
INSERT INTO hosts VALUES (201, 'ws-ber-61', 'Berlin', 'Windows 10 Enterprise LTSC 2021', 'SCCM'),
  (202, 'ws-ber-62', 'Berlin', 'Microsoft Windows 7 Professional Service Pack 1', 'SCCM');
.parameter init
.parameter set @day "'2026-01-01'"
.read sql/out_of_support.sql
.print the build of a host as it is written, by its version, and the longest-serviced of those that share a core
SELECT os_version, build, wmi_build(os_version) AS answers FROM host_releases WHERE build <> wmi_build(os_version) ORDER BY 1;
.print long ago
.parameter set @day "'2010-01-01'"
.read sql/out_of_support.sql
.print the shell takes a day without quotes for a sum
.parameter set @day 2026-01-01
.read sql/out_of_support.sql
.print today
.parameter unset @day
.output /dev/null
.read sql/out_of_support.sql
.output stdout
SELECT day = date('now') AS is_today FROM support_day;
