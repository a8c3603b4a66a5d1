-- sql/check_script.sql: a script on a build, with the default build, a file that is not there, and one of several namespaces.
.headers on
.nullvalue NULL
.parameter init
.parameter set @script tests/sql/question_check_script.ps1
.parameter set @build 9600
.read sql/check_script.sql
.parameter unset @build
.read sql/check_script.sql
.parameter set @script no/such/file
.read sql/check_script.sql
.parameter set @script tests/sql/question_check_script_hosts.ps1
.parameter set @build 7601
.read sql/check_script.sql
