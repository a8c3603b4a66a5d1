-- The list of releases: names in any case, dates, and builds that the report lacks.
.headers on
.nullvalue NULL
SELECT build, version FROM wmi_builds WHERE client = 'WINDOWS 11' AND version = '22h2';
SELECT build FROM wmi_builds WHERE server = 'windows server 2012 r2' AND version IN ('6.3', '6.2');
SELECT build FROM wmi_builds WHERE server = 'windows server 2012 r2' COLLATE BINARY;
SELECT build, released, server_released, support_ends FROM wmi_builds WHERE build IN (17784, 20348, 26300);
SELECT client, support_ends FROM wmi_builds WHERE support_ends < '2021' ORDER BY support_ends;
SELECT wmi_build('Windows 11 26H2') AS core, wmi_build('10.0.9200') AS first, wmi_build('10.0.9600') AS second,
  wmi_build('Windows 11') AS several, wmi_build('Windows Server 2016 oder höher') AS "or later";
