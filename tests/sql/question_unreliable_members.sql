-- sql/unreliable_members.sql over the sample inventory.
.headers on
.read data/inventory.sql
.read sql/unreliable_members.sql
