-- needs: ../shared/mof/CIM-2.32.0
-- system: linux darwin
-- The CIM schema 2.32.0, by others, in 1,425 files of no build: each is loaded, and it agrees with the built-in report.
.shell [ -d build/mof_shared ] || { mkdir -p build/mof_shared.$$/26100 && cp ../shared/mof/CIM-2.32.0/*.mof build/mof_shared.$$/26100/ && { mv -T build/mof_shared.$$ build/mof_shared 2>/dev/null || rm -rf build/mof_shared.$$; }; }
.print files, and classes as a search for them counts
.shell ls build/mof_shared/26100 | wc -l | tr -d ' '
.shell cat build/mof_shared/26100/*.mof | tr -d '\r' | sed 's/^[ \t]*//' | grep -c '^class [A-Za-z]'
CREATE TEMP TABLE windows AS SELECT namespace, class, member, type, category, is_key FROM wmi_members WHERE class LIKE 'CIM\_%' ESCAPE '\';
CREATE TEMP TABLE windows_classes AS SELECT namespace, class, superclass, is_abstract, is_association FROM wmi_classes WHERE class LIKE 'CIM\_%' ESCAPE '\';
SELECT wmi_load('build/mof_shared/26100') > 0;
.print classes and members read
SELECT classes, members FROM wmi_report;
.mode list
.headers on
CREATE TEMP TABLE both AS SELECT w.namespace, w.class, w.member, w.type AS windows_type, m.type AS cim_type, w.category AS windows_category,
  m.category AS cim_category, w.is_key AS windows_key, m.is_key AS cim_key
  FROM windows w JOIN wmi_members m ON m.class = w.class AND m.member = w.member;
.print members that both know, and how many have one type, one category, one key
SELECT namespace, count(*) AS both, sum(windows_type = cim_type) AS type, sum(windows_type <> cim_type) AS other_type,
  sum(windows_category = cim_category) AS category, sum(windows_key = cim_key) AS key, sum(windows_key <> cim_key) AS other_key
  FROM both GROUP BY namespace;
.print where the type is another one: the report has older versions of the schema, and sources that do not tell arrays
SELECT namespace, windows_type, cim_type, count(*) AS members, min(class || '.' || member) AS first
  FROM both WHERE windows_type <> cim_type GROUP BY namespace, windows_type, cim_type ORDER BY members DESC, namespace, windows_type, cim_type;
.print classes that both know, and how many have one superclass
SELECT w.namespace, count(*) AS both, sum(w.superclass = c.superclass) AS superclass, sum(w.superclass <> c.superclass) AS other_superclass,
  sum(w.is_abstract = c.is_abstract) AS abstract, sum(w.is_association = c.is_association) AS association, sum(w.is_association <> c.is_association) AS other
  FROM windows_classes w JOIN wmi_classes c ON c.class = w.class GROUP BY w.namespace;
