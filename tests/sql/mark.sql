-- The functions by which a second load finds that the connection has the extension, and that it may open files.
SELECT wmi_registered() AS here, wmi_registered(0) AS opens_files;
