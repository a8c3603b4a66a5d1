-- sql/method.sql: the default method, then one with value maps of its parameters.
.headers on
.read sql/method.sql
.parameter set @method "'msvm_computersystem.REQUESTSTATECHANGE'"
.read sql/method.sql
