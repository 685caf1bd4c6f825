"""`jixiao serve`."""

import contextlib
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import CommandLine


def test_without_a_database_or_a_port(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    ran = jixiao("serve", "--db", tmp_path / "none.db", language="zh")
    assert (ran.code, "没有数据库" in ran.err) == (5, True)
    jixiao("import", form, "--db", tmp_path / "demo.db")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = jixiao("serve", "--db", tmp_path / "demo.db", "--port", taken.getsockname()[1])
    assert (ran.code, "--port" in ran.err) == (2, True)


def test_without_the_extra_it_says_what_to_install(
    jixiao: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ran = jixiao("serve", "--db", tmp_path / "none.db")
    assert (ran.code, "jixiao[web]" in ran.err) == (2, True)


def test_it_listens_on_this_computer_until_it_is_ended(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    command = [
        str(Path(sys.executable).parent / "jixiao"),
        "serve",
        "--db",
        str(tmp_path / "demo.db"),
        "--port",
        "0",
        "--lang",
        "zh",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as served:
        assert served.stderr is not None
        said = served.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        assert found, said
        port = int(found[1])
        assert b"200 OK" in asked(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        assert b" 400 " in asked(port, b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        long = b"GET /indicators?q=" + b"a" * 10_000_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        assert re.match(rb"HTTP/1.1 (400|414) ", asked(port, long)[:13])
        served.send_signal(signal.SIGINT)
        assert served.wait(20) == 0
        assert "Traceback" not in served.stderr.read()


def asked(port: int, request: bytes) -> bytes:
    """What the server answers to the bytes of a request; it may hang up before it has read all of them."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(request)
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except ConnectionResetError:
            pass
        return answer
