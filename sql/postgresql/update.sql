-- From an older version with the same tables: the facts are taken out, to be written anew; functions and views are replaced where
-- they stand, so that what was made on top of them stays. Only wmi.members is dropped and made again when the builds have
-- changed: what depends on it has to be dropped before.

SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
TRUNCATE wmi.report_data, wmi.build_data, wmi.pattern_data, wmi.class_data, wmi.kind_data, wmi.member_data, wmi.parameter_data,
  wmi.entry_data, wmi.map_data;
