-- sql/decode_values.sql: with its own numbers, and with a table of the user's.
.headers on
.nullvalue NULL
.read sql/decode_values.sql
DELETE FROM temp.collected;
INSERT INTO temp.collected VALUES ('a', 'Msvm_ConcreteJob', 'JobState', 7), ('a', 'Msvm_ConcreteJob', 'JobState', 'seven');
.read sql/decode_values.sql
