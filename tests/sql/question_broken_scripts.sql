-- sql/broken_scripts.sql over the sample inventory.
.headers on
.read data/inventory.sql
.read sql/broken_scripts.sql
