-- sql/unanswered_rows.sql over the sample inventory.
.headers on
.read data/inventory.sql
.read sql/unanswered_rows.sql
