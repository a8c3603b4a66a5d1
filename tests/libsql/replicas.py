#!/usr/bin/python3
"""The extension inside libSQL servers: a primary and two replicas on loopback.

    replicas.py SQLD EXTENSION SQLITE3 WORK

SQLD is the server, EXTENSION the shared object without functions that open files, SQLITE3 a shell to compare
with, WORK an empty folder. Writes the sample inventory to the primary over HTTP, asks the same questions of all
three and of the shell, kills the primary and asks the replicas again. Prints a line a check, and at last
'libsql: N passed, N failed'."""
import hashlib
import json
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

SQLD, EXTENSION, SQLITE3, WORK = sys.argv[1], *map(pathlib.Path, sys.argv[2:3]), sys.argv[3], pathlib.Path(sys.argv[4])
PATIENCE = 30  # seconds that a server may take to answer, or a replica to catch up

QUESTIONS = {
    "the join of inventory and matrix": "SELECT h.name, u.class, u.member FROM hosts h JOIN uses u USING (host_id)"
    " WHERE available_on(u.class, u.member, h.os_version) = 0 ORDER BY 1, 2, 3",
    "the join by the table": "SELECT h.name, a.class, a.member FROM hosts h JOIN uses u USING (host_id)"
    " JOIN wmi_availability a ON a.class = u.class AND a.member = u.member AND a.build = wmi_build(h.os_version)"
    " WHERE a.available = 0 ORDER BY 1, 2, 3",
    "what the report is": "SELECT members, builds, available, absent, unknown, sha256 FROM wmi_report",
    "versions": "SELECT name, wmi_build(os_version) FROM hosts ORDER BY name",
}

passed = failed = 0


def check(name, good, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(f"libsql: {name}: {detail}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server of its own folder; `primary` is the one that a replica follows."""

    def __init__(self, name, extensions, primary=None):
        self.http, self.grpc = free_port(), free_port()
        command = [SQLD, "--no-welcome", "--db-path", WORK / name, "--extensions-path", extensions,
                   "--http-listen-addr", f"127.0.0.1:{self.http}"]
        if primary:
            command += ["--primary-grpc-url", f"http://127.0.0.1:{primary.grpc}"]
        else:
            command += ["--grpc-listen-addr", f"127.0.0.1:{self.grpc}"]
        self.log = open(WORK / f"{name}.log", "wb")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)

    def ask(self, *statements):
        """Runs the statements in one request; the rows of the last, or the message of the first that fails."""
        body = {"requests": [{"type": "execute", "stmt": {"sql": sql}} for sql in statements] + [{"type": "close"}]}
        request = urllib.request.Request(f"http://127.0.0.1:{self.http}/v2/pipeline", json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            results = json.load(answer)["results"][:-1]
        for result in results:
            if result["type"] == "error":
                return result["error"]["message"]
        rows = results[-1]["response"]["result"]["rows"]
        return [tuple(None if v["type"] == "null" else str(v["value"]) for v in row) for row in rows]

    def wait(self, sql, wanted):
        """Asks until the answer is `wanted` or patience ends; says whether it came."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if self.ask(sql) == wanted:
                    return True
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                pass
            time.sleep(0.1)
        return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()


def inventory():
    """The statements of data/inventory.sql, whole."""
    statement = ""
    for line in pathlib.Path("data/inventory.sql").read_text(encoding="utf-8").splitlines():
        if not statement and line.startswith(("--", "PRAGMA", "BEGIN", "COMMIT")):
            continue
        statement += line + "\n"
        if line.endswith(";"):
            yield statement
            statement = ""


def shell(sql):
    """What the shell answers, each value by itself."""
    extension = str(EXTENSION.with_suffix(""))
    output = subprocess.run(
        [SQLITE3, "-batch", "-json", ":memory:", "-cmd", f".load {extension}", ".read data/inventory.sql", sql],
        capture_output=True, text=True, check=True).stdout
    return [tuple(None if v is None else str(v) for v in row.values()) for row in json.loads(output)]


def main():
    extensions = WORK / "extensions"
    extensions.mkdir(parents=True)
    shutil.copy(EXTENSION, extensions)
    digest = hashlib.sha256(EXTENSION.read_bytes()).hexdigest()
    (extensions / "trusted.lst").write_text(f"{digest}  {EXTENSION.name}\n", encoding="utf-8")
    servers = [Server("primary", extensions)]
    try:
        check("the primary answers", servers[0].wait("SELECT 1", [("1",)]), "no answer")
        servers += [Server(f"replica{i}", extensions, servers[0]) for i in (1, 2)]
        answer = servers[0].ask(*inventory(), "SELECT count(*) FROM hosts")
        check("the inventory is written to the primary", answer == shell("SELECT count(*) FROM hosts"), answer)
        for i, server in enumerate(servers[1:], 1):
            check(f"replica {i} catches up", server.wait("SELECT count(*) FROM uses", shell("SELECT count(*) FROM uses")), "it did not")
        for when in ("with the primary", "without the primary"):
            for i, server in enumerate(servers):
                for name, sql in QUESTIONS.items():
                    answer, wanted = server.ask(sql), shell(sql)
                    check(f"{name}, server {i}, {when}", answer == wanted and len(wanted) > 0, str(answer)[:200])
                for sql in ("SELECT wmi_load('/etc/passwd')",
                            "CREATE VIRTUAL TABLE temp.t USING wmi_members('/etc/passwd')"):
                    answer = server.ask(sql)
                    check(f"{sql}, server {i}, {when}", isinstance(answer, str) and "passwd" not in answer.replace(sql, ""), answer)
            if when == "with the primary":
                servers.pop(0).kill()
    finally:
        for server in servers:
            server.kill()
    print(f"libsql: {passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
