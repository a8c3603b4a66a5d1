-- system: linux darwin
SELECT wmi_load('/dev/null');
.shell rm -f build/fifo.csv && mkfifo build/fifo.csv
SELECT wmi_load('build/fifo.csv');
