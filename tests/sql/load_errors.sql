-- What cannot be read is an error that names file, line, column, what was found and what was expected;
-- nothing of it is kept: the report that was loaded before still answers.
SELECT wmi_load('tests/fixtures/read/plain.csv');
SELECT wmi_load('tests/fixtures/read/errors/behind_quote.csv');
SELECT wmi_load('tests/fixtures/read/errors/blank.csv');
SELECT wmi_load('tests/fixtures/read/errors/build_in_words.csv');
SELECT wmi_load('tests/fixtures/read/errors/build_too_big.csv');
SELECT wmi_load('tests/fixtures/read/errors/build_zero.csv');
SELECT wmi_load('tests/fixtures/read/errors/category.csv');
SELECT wmi_load('tests/fixtures/read/errors/contradiction.csv');
SELECT wmi_load('tests/fixtures/read/errors/contradiction_long.csv');
SELECT wmi_load('tests/fixtures/read/errors/control.csv');
SELECT wmi_load('tests/fixtures/read/errors/cut_off.csv');
SELECT wmi_load('tests/fixtures/read/errors/double_encoded_bad_mark.csv');
SELECT wmi_load('tests/fixtures/read/errors/duplicate_build.csv');
SELECT wmi_load('tests/fixtures/read/errors/duplicate_column.csv');
SELECT wmi_load('tests/fixtures/read/errors/empty.csv');
SELECT wmi_load('tests/fixtures/read/errors/empty_class.csv');
SELECT wmi_load('tests/fixtures/read/errors/empty_member.csv');
SELECT wmi_load('tests/fixtures/read/errors/half_unit.csv');
SELECT wmi_load('tests/fixtures/read/errors/invalid_utf8.csv');
SELECT wmi_load('tests/fixtures/read/errors/lone_cr.csv');
SELECT wmi_load('tests/fixtures/read/errors/no_build.csv');
SELECT wmi_load('tests/fixtures/read/errors/no_class.csv');
SELECT wmi_load('tests/fixtures/read/errors/no_member.csv');
SELECT wmi_load('tests/fixtures/read/errors/no_rows.csv');
SELECT wmi_load('tests/fixtures/read/errors/not_double_encoded.csv');
SELECT wmi_load('tests/fixtures/read/errors/nul.csv');
SELECT wmi_load('tests/fixtures/read/errors/only_bom.csv');
SELECT wmi_load('tests/fixtures/read/errors/open_quote.csv');
SELECT wmi_load('tests/fixtures/read/errors/page_alignment.md');
SELECT wmi_load('tests/fixtures/read/errors/page_broken_row.md');
SELECT wmi_load('tests/fixtures/read/errors/page_heading.md');
SELECT wmi_load('tests/fixtures/read/errors/page_no_alignment.md');
SELECT wmi_load('tests/fixtures/read/errors/page_no_build.md');
SELECT wmi_load('tests/fixtures/read/errors/page_no_rows.md');
SELECT wmi_load('tests/fixtures/read/errors/page_no_table.md');
SELECT wmi_load('tests/fixtures/read/errors/page_not_closed.md');
SELECT wmi_load('tests/fixtures/read/errors/page_other_class.md');
SELECT wmi_load('tests/fixtures/read/errors/page_pipes.md');
SELECT wmi_load('tests/fixtures/read/errors/page_stray_row.md');
SELECT wmi_load('tests/fixtures/read/errors/page_title.md');
SELECT wmi_load('tests/fixtures/read/errors/page_too_few.md');
SELECT wmi_load('tests/fixtures/read/errors/page_too_many.md');
SELECT wmi_load('tests/fixtures/read/errors/page_two_tables.md');
SELECT wmi_load('tests/fixtures/read/errors/page_unknown_mark.md');
SELECT wmi_load('tests/fixtures/read/errors/quote_in_field.csv');
SELECT wmi_load('tests/fixtures/read/errors/surrogate.csv');
SELECT wmi_load('tests/fixtures/read/errors/too_few.csv');
SELECT wmi_load('tests/fixtures/read/errors/too_many.csv');
SELECT wmi_load('tests/fixtures/read/errors/two_descriptions.csv');
SELECT wmi_load('tests/fixtures/read/errors/unknown_mark.csv');
SELECT wmi_load('tests/fixtures/read/errors/utf16_without_bom.csv');
.print files that are none
SELECT wmi_load('tests/fixtures/read/no_such_file.csv');
SELECT wmi_load('tests/fixtures/read/folder_of_folders');
SELECT wmi_load('tests/fixtures/read/folder_without_pages');
SELECT wmi_load('/dev/null');
.shell rm -f build/fifo.csv && mkfifo build/fifo.csv
SELECT wmi_load('build/fifo.csv');
SELECT wmi_load('');
.print sources that contradict each other, a name with two builds, a name without
SELECT wmi_load('tests/fixtures/read/contradicting');
SELECT wmi_load('tests/fixtures/read/26100_and_14393.csv');
SELECT wmi_load('tests/fixtures/read/unnamed.csv');
.print one bad source of several: none is kept
SELECT wmi_load('tests/fixtures/read/wide.csv', 'tests/fixtures/read/errors/too_few.csv');
.print a table over such a file is not made
CREATE VIRTUAL TABLE temp.bad USING wmi_members('tests/fixtures/read/errors/nul.csv');
SELECT count(*) FROM temp.bad;
CREATE VIRTUAL TABLE temp.bad USING wmi_members;
.print the former report still answers
SELECT source, members FROM wmi_report;
SELECT count(*) FROM wmi_members;
