-- Every column of every member, to the byte.
SELECT format('members: %s compared, %s differ', count(*), count(*) FILTER (WHERE m IS NULL OR e IS NULL))
FROM expected_members e
FULL JOIN (
  SELECT upper(encode(convert_to(class, 'UTF8'), 'hex')) AS class, upper(encode(convert_to(member, 'UTF8'), 'hex')) AS member,
    type, category, access, upper(encode(convert_to(description, 'UTF8'), 'hex')) AS description,
    upper(encode(convert_to(description_en, 'UTF8'), 'hex')) AS description_en
  FROM wmi.members
) m ON row(m.*)::text = row(e.*)::text;
