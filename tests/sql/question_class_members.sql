-- sql/class_members.sql: the default class, then one that stands in two namespaces.
.headers on
.read sql/class_members.sql
.parameter set @class "'CIM_LogicalIdentity'"
.read sql/class_members.sql
.parameter set @namespace "'ROOT\\cimv2'"
.parameter set @class "'Win32_Process'"
.read sql/class_members.sql
