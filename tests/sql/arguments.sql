-- Arguments in every way that they can be written: hosts, namespaces, brackets, numbers, quotes.
-- system: linux darwin
.nullvalue NULL
.print a host before the namespace, and what only looks like one
SELECT available_on('\\host\root\cimv2:Win32_Process', 'Handle', 26100) AS a,
  available_on('//host/root/cimv2:Win32_Process', 'Handle', 26100) AS b,
  available_on('\\host:Win32_Process', 'Handle', 26100) AS c, available_on('\:Win32_Process', 'Handle', 26100) AS d,
  available_on('\root\cimv2:Win32_Process', 'Handle', 26100) AS e;
SELECT available_on('root/cimv2:Win32_Process', 'Handle', 26100) AS a,
  available_on('root\cimv3:Win32_Process', 'Handle', 26100) AS b,
  available_on('root-cimv2:Win32_Process', 'Handle', 26100) AS c, available_on('root\cimv2:Handle', 26100) AS d;
.print the brackets of a call, and what only looks like them
SELECT available_on('Win32_Process', 'Create()', 26100) AS a, available_on('Win32_Process', 'Create ( )', 26100) AS b,
  available_on('Win32_Process', 'Create)', 26100) AS c, available_on('Win32_Process', ')', 26100) AS d,
  available_on('Win32_Process', '()', 26100) AS e, available_on('Win32_Process', 'Create(x)', 26100) AS f;
SELECT available_on('Win32_Process::Handle', 26100) AS a, available_on('Win32_Process:', 26100) AS b;
.print builds as real numbers: whole ones within reach
SELECT available_on('Win32_Process', 'Handle', 26100.0) AS a, available_on('Win32_Process', 'Handle', 26100.5) AS b,
  available_on('Win32_Process', 'Handle', 0.5) AS c, available_on('Win32_Process', 'Handle', 5e9) AS d,
  available_on('Win32_Process', 'Handle', -26100.0) AS e, available_on('Win32_Process', 'Handle', 1e400) AS f;
SELECT available_on('Win32_Process', 'Handle', 0) AS a, available_on('Win32_Process', 'Handle', -1) AS b,
  available_on('Win32_Process', 'Handle', 4294967296 + 26100) AS c;
.print values as numbers, and as texts of them
SELECT wmi_label('Win32_Process', 'Create', 9.0) AS a, wmi_label('Win32_Process', 'Create', 9.5) AS b,
  wmi_label('Win32_Process', 'Create', 1e300) AS c, wmi_label('Win32_Process', 'Create', -1e300) AS d,
  wmi_label('Win32_Process', 'Create', '9') AS e, wmi_label('Win32_Process', 'Create', '0x9') AS f;
SELECT wmi_label('Win32_Process', 'Create', ' 9') AS a, wmi_label('Win32_Process', 'Create', '9..') AS b,
  wmi_label('Win32_Process', 'Create', '..9') AS c, wmi_label('Win32_Process', 'Create', '0x') AS d,
  wmi_label('Win32_Process', 'Create', '-9') AS e, wmi_label('Win32_Process', 'Create', '99999999999999999999') AS f,
  wmi_label('Win32_Process', 'Create', '9..10') AS g, wmi_label('Win32_Process', 'Create', '9.x') AS h;
.print a path in each of SQL's quotes, in none, and in half of one
CREATE VIRTUAL TABLE temp.a USING wmi_report('tests/fixtures/read/plain.csv');
CREATE VIRTUAL TABLE temp.b USING wmi_report("tests/fixtures/read/plain.csv");
CREATE VIRTUAL TABLE temp.c USING wmi_report([tests/fixtures/read/plain.csv]);
CREATE VIRTUAL TABLE temp.d USING wmi_report(`tests/fixtures/read/plain.csv`);
CREATE VIRTUAL TABLE temp.e USING wmi_report(  tests/fixtures/read/plain.csv  );
SELECT source FROM a UNION ALL SELECT source FROM b UNION ALL SELECT source FROM c UNION ALL SELECT source FROM d
  UNION ALL SELECT source FROM e;
CREATE VIRTUAL TABLE temp.f USING wmi_report('it''s ''not'' there');
CREATE VIRTUAL TABLE temp.f USING wmi_report([it''s not "there"]);
CREATE VIRTUAL TABLE temp.f USING wmi_report('not' 'there');
CREATE VIRTUAL TABLE temp.f USING wmi_report(x);
CREATE VIRTUAL TABLE temp.f USING wmi_report('');
CREATE VIRTUAL TABLE temp.f USING wmi_report('tests/fixtures/read/plain.csv' not);
