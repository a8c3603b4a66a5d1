-- What the extension says of the current report, as files for COPY: cells, members, labels. Writes into the current folder.
.mode list
.headers off
.separator "\t" "\n"
.nullvalue "\\N"

.once cells.tsv
SELECT class, member, build, available FROM wmi_availability;

-- In hexadecimal, so that nothing has to be escaped.
.once members.tsv
SELECT hex(class), hex(member), type, category, access, nullif(hex(description), ''), nullif(hex(description_en), '') FROM wmi_members;

-- Every entry of every value map: its ends, what lies beside them, its text; by class and by bare member.
.once labels.tsv
WITH numbers AS (
  SELECT DISTINCT class, member, low AS number FROM wmi_values
  UNION SELECT class, member, high FROM wmi_values
  UNION SELECT class, member, high + 1 FROM wmi_values WHERE high < 9223372036854775807
  UNION SELECT class, member, low - 1 FROM wmi_values WHERE low > -9223372036854775808
  UNION SELECT class, member, 1000000 FROM wmi_values
),
answers AS (
  SELECT class, member, number, NULL AS value, wmi_label(class, member, number) AS label FROM numbers
  UNION ALL
  SELECT class, member, NULL, text, wmi_label(class, member, text)
  FROM (SELECT class, member, value AS text FROM wmi_values
        UNION SELECT class, member, printf('0x%X', low) FROM wmi_values WHERE low >= 0
        UNION SELECT class, member, printf('%d..%d', low, low) FROM wmi_values
        UNION SELECT class, member, 'nothing' FROM wmi_values
        UNION SELECT class, member, '99999999999999999999' FROM wmi_values)
  UNION ALL
  SELECT NULL, member, number, NULL, wmi_label(member, number) FROM (SELECT DISTINCT member, number FROM numbers)
  UNION ALL
  SELECT NULL, member, NULL, value, wmi_label(member, value) FROM (SELECT DISTINCT member, value FROM wmi_values)
)
SELECT class, member, number, replace(value, '\', '\\'), replace(label, '\', '\\') FROM answers;
