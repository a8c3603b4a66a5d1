-- sql/oldest_build_for_script.sql over the sample inventory.
.headers on
.read data/inventory.sql
.read sql/oldest_build_for_script.sql
