-- sql/upgrade_impact.sql over the sample inventory: with its defaults, from one named build to another, and to none.
.headers on
.read data/inventory.sql
.read sql/upgrade_impact.sql
.parameter init
.parameter set @from '10.0 (17763)'
.parameter set @to 20348
.read sql/upgrade_impact.sql
.print to a build that nothing stands for: an error that names the parameter
.parameter set @to 99999
.read sql/upgrade_impact.sql
