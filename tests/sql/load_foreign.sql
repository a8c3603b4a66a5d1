-- Files that hold no text are named, and what to save instead; whatever they are called.
SELECT wmi_load('tests/fixtures/read/foreign/workbook.csv');
SELECT wmi_load('tests/fixtures/read/foreign/open_document.csv');
SELECT wmi_load('tests/fixtures/read/foreign/old_workbook.csv');
SELECT wmi_load('tests/fixtures/read/foreign/archive.csv');
SELECT wmi_load('tests/fixtures/read/foreign/gzip.csv');
SELECT wmi_load('tests/fixtures/read/foreign/short.csv');
SELECT wmi_load('tests/fixtures/read/foreign/document.md');
SELECT wmi_load('tests/fixtures/read/foreign/database.csv');
