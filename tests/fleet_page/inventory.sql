-- The sample inventory with names that mean to be more than names.
.read data/inventory.sql
INSERT INTO hosts VALUES
(901, '<script>document.title="hacked"</script>', '"><img src=x onerror="document.title=1">', '10.0.20348', 'test'),
(902, 'a&amp;b', '</td></table>', '10.0 (9600)', 'test'),
(903, 'out of nowhere', NULL, '<style>*{display:none}</style>', 'test');
INSERT INTO scripts VALUES (77, '<h1 id="matrix">.ps1', 'PowerShell', '"onclick="x'), (78, 'R&D "x"', NULL, NULL);
INSERT INTO script_uses VALUES (77, '<i>Win32', '<u>'), (77, 'root/cimv2:Win32_Process', 'Create'), (78, 'Win32_Process', 'Handle');
INSERT INTO runs VALUES (901, 77), (902, 77), (903, 77), (901, 78), (1, 78);
