-- Paths as WMI writes them, with the machine in front; what only looks like one is left as it stands.
.nullvalue NULL
SELECT wmi_load('tests/fixtures/read/qualified/hosts.csv');
SELECT namespace, class, member FROM wmi_members;
SELECT wmi_load('tests/fixtures/read/qualified/elsewhere.csv');
