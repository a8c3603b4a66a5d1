-- Which members have to do with …?
--
-- Needs   an SQLite with FTS5 and its trigram tokenizer (3.34 or later).
-- Run     sqlite3 :memory: '.load ./wmi' '.mode box' '.parameter init' ".parameter set @query 'memory encryption'" \
--           '.read sql/search_members.sql'
-- Takes   @query: an FTS5 query over class, member, description and labels; by default 'shielded OR tpm'. Words of three
--         letters or more match within words, so that 'encryption' finds MemoryEncryptionPolicy; words side by side must all
--         match; 'member : tpm' searches one column. wmi_load() a report with descriptions to search them too: the built-in one has none.
-- Leaves  the temp table member_search, which keeps answering from the report that it was made from.

DROP TABLE IF EXISTS temp.member_search;
CREATE VIRTUAL TABLE temp.member_search USING fts5(namespace UNINDEXED, class, member, description, labels, tokenize = 'trigram');

INSERT INTO temp.member_search
WITH labels AS (
  SELECT namespace, class, member, group_concat(label, '; ') AS labels FROM wmi_values GROUP BY class, member, namespace
)
SELECT m.namespace, m.class, m.member, coalesce(m.description || ' ', '') || coalesce(m.description_en, ''), l.labels
FROM wmi_members m LEFT JOIN labels l ON l.class = m.class AND l.member = m.member AND l.namespace IS m.namespace;

-- The best twenty: a hit in a member's name weighs most, then the class, the description, the labels.
SELECT namespace, class, member, available_since(coalesce(namespace || ':', '') || class, member) AS since,
  available_until(coalesce(namespace || ':', '') || class, member) AS until, description
FROM temp.member_search
WHERE member_search MATCH coalesce(@query, 'shielded OR tpm')
ORDER BY bm25(member_search, 0.0, 4.0, 8.0, 2.0, 1.0), class, member, namespace
LIMIT 20;
