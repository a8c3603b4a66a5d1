-- What do the numbers mean that a collector brought back?
--
-- Needs   nothing; a temp table collected(host, class, member, value) of your own is used if there is one.
-- Run     sqlite3 :memory: '.load ./wmi' '.mode box' '.read sql/decode_values.sql'
--
-- Numbers may come as numbers or as text, decimal or 0x. A range answers for all it holds (11..32767), and the
-- narrowest range that holds a value wins. A value that the map lacks, and a member without a map, give NULL. A method
-- stands for its return code; `class` may name its namespace.

CREATE TEMP TABLE IF NOT EXISTS collected(host, class, member, value);
INSERT INTO temp.collected
SELECT * FROM (VALUES
  ('hv-ber-01', 'Msvm_ComputerSystem', 'EnabledState', 2),
  ('hv-ber-01', 'Msvm_ComputerSystem', 'HealthState', 5),
  ('hv-lyo-01', 'Msvm_ComputerSystem', 'EnabledState', '3'),
  ('hv-lyo-01', 'msvm_computersystem', 'ENABLEDSTATE', '0x3'),
  ('hv-osa-01', 'Msvm_ComputerSystem', 'EnabledState', 12000),
  ('hv-osa-01', 'Msvm_ComputerSystem', 'EnabledState', 40000),
  ('hv-osa-01', 'Msvm_ComputerSystem', 'EnabledState', 99999),
  ('hv-osa-01', 'Msvm_ComputerSystem', 'ElementName', 1),
  ('hv-rec-01', 'Msvm_ComputerSystem', 'EnabledState', NULL),
  ('fs-ber-01', 'Win32_LogicalDisk', 'DriveType', 3),
  ('fs-ber-01', 'root\cimv2:Win32_Process', 'Create', 9),
  ('fs-ber-01', 'root\cimv2:Win32_Process', 'Create', 77),
  ('fs-lyo-01', 'MSFT_PhysicalDisk', 'MediaType', 4),
  ('fs-lyo-01', 'MSFT_ScheduledTask', 'State', 3))
WHERE NOT EXISTS (SELECT * FROM temp.collected);

SELECT host, class, member, value, wmi_label(class, member, value) AS label FROM temp.collected;

-- The other way: all values of a property, and the return codes of a method.
SELECT v.namespace, v.class, v.member, v.value, v.low, v.high, v.label
FROM wmi_values v
WHERE v.class = 'Msvm_ComputerSystem' AND v.member = 'EnabledState';

SELECT v.namespace, v.class, v.member, v.parameter, v.value, v.label
FROM wmi_values v
WHERE v.class = 'Win32_Process' AND v.member = 'Create' AND v.parameter = 'ReturnValue';

-- Values that came back and that no map explains, where the member has a map.
SELECT c.class, c.member, c.value, count(*) AS times
FROM temp.collected c
WHERE c.value IS NOT NULL AND wmi_label(c.class, c.member, c.value) IS NULL
  AND EXISTS (SELECT * FROM wmi_values v
    WHERE v.class = substr(c.class, instr(c.class, ':') + 1) AND v.member = c.member
      AND (instr(c.class, ':') = 0 OR v.namespace = substr(c.class, 1, instr(c.class, ':') - 1)))
GROUP BY 1, 2, 3;
