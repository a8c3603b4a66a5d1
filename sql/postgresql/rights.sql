-- Facts for everybody, and for the planner.

GRANT USAGE ON SCHEMA wmi TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA wmi TO PUBLIC;
ANALYZE wmi.build_data, wmi.pattern_data, wmi.class_data, wmi.kind_data, wmi.member_data, wmi.parameter_data, wmi.entry_data, wmi.map_data;
