-- Every row and column of the views, to the byte: what one side has and the other has not.
\set differ 'SELECT count(*) FROM ((TABLE a EXCEPT ALL TABLE e) UNION ALL (TABLE e EXCEPT ALL TABLE a)) d'
WITH e AS (TABLE expected.members), a AS (SELECT namespace, class, member, type, category, access, is_key, deprecated, description, description_en FROM wmi.members)
SELECT format('members: %s compared, %s differ', (SELECT count(*) FROM e), (:differ));
WITH e AS (TABLE expected.builds), a AS (TABLE wmi.builds)
SELECT format('builds: %s compared, %s differ', (SELECT count(*) FROM e), (:differ));
WITH e AS (TABLE expected.classes), a AS (SELECT namespace, class, superclass, is_abstract, is_association, deprecated FROM wmi.classes)
SELECT format('classes: %s compared, %s differ', (SELECT count(*) FROM e), (:differ));
WITH e AS (TABLE expected.parameters), a AS (TABLE wmi.parameters)
SELECT format('parameters: %s compared, %s differ', (SELECT count(*) FROM e), (:differ));
WITH e AS (TABLE expected.value_maps), a AS (SELECT namespace, class, member, parameter, value, low, high, label FROM wmi.value_maps)
SELECT format('value maps: %s compared, %s differ', (SELECT count(*) FROM e), (:differ));
