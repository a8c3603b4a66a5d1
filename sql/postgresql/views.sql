-- --- What one asks. The columns are those of the SQLite tables of the same name with wmi_ before it, and the keys. ---

CREATE OR REPLACE VIEW wmi.builds AS
SELECT b.build, b.version, b.client, b.server, b.released, b.server_released, b.support_ends, b.reported, b.resolves_to FROM wmi.build_data b;

CREATE OR REPLACE VIEW wmi.classes AS
SELECT c.namespace, c.class, c.superclass, c.is_abstract, c.is_association, c.deprecated, c.class_key FROM wmi.class_data c;

CREATE OR REPLACE VIEW wmi.availability AS
SELECT m.namespace, m.class, m.member, b.build, m.available[b.slot] AS available, m.inferred[b.slot] AS inferred, m.class_key, m.member_key
FROM wmi.member_data m JOIN wmi.build_data b ON b.slot IS NOT NULL;

CREATE OR REPLACE VIEW wmi.parameters AS
SELECT c.namespace, c.class, p.method, p.position, p.parameter, p.direction, p.type
FROM wmi.parameter_data p JOIN wmi.class_data c ON c.class_id OPERATOR(pg_catalog.=) p.class_id;

CREATE OR REPLACE VIEW wmi.value_maps AS
SELECT c.namespace, c.class, m.member, m.parameter, e.value, e.low, e.high, e.label, c.class_key, m.member_key, e.entry
FROM wmi.map_data m
JOIN wmi.class_data c ON c.class_id OPERATOR(pg_catalog.=) m.class_id
JOIN wmi.entry_data e ON e.map OPERATOR(pg_catalog.=) m.map;
