-- sql/method.sql: the default method, one with value maps of its parameters, and one in its namespace and in another.
.headers on
.read sql/method.sql
.parameter set @method "'msvm_computersystem.REQUESTSTATECHANGE'"
.read sql/method.sql
.parameter set @method "'ROOT\\cimv2:win32_process.TERMINATE'"
.read sql/method.sql
.parameter set @method "'root\\StandardCimv2:Win32_Process.Terminate'"
.read sql/method.sql
