-- wmi_label: every value map, by numbers and by texts.
CREATE TEMP TABLE answers AS
SELECT *, CASE
    WHEN class IS NULL AND value IS NULL THEN wmi.wmi_label(member, number)
    WHEN class IS NULL THEN wmi.wmi_label(member, value)
    WHEN value IS NULL THEN wmi.wmi_label(class, member, number)
    ELSE wmi.wmi_label(class, member, value) END AS answer
FROM expected.labels;
SELECT format('wmi_label: %s compared, %s differ', count(*), count(*) FILTER (WHERE answer IS DISTINCT FROM label)) FROM answers;
SELECT format('  e.g. %s', a) FROM answers a WHERE answer IS DISTINCT FROM label LIMIT 10;
