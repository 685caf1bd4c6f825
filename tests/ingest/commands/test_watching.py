"""`jixiao watch`."""

import json
import threading
from pathlib import Path
from time import sleep

import pytest

from ingest.commands import carrying
from ingest.order import Order
from ingest.report import Report
from ingest.terminal import Terminal
from tests.command_line import CommandLine


def test_what_changes_is_imported_when_it_has_come_to_rest(
    jixiao: CommandLine, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_done = threading.Event()

    def arrive() -> None:
        first_done.wait(60)
        for text in ("half", form.read_text(encoding="utf-8").replace("修路", "架桥")):
            (form.parent / "new.txt").write_text(text, encoding="utf-8")
            sleep(0.02)

    def carried_out(order: Order, terminal: Terminal) -> Report:
        report = carrying.carried_out(order, terminal)
        first_done.set()
        return report

    monkeypatch.setattr("ingest.commands.watching.carried_out", carried_out)
    thread = threading.Thread(target=arrive)
    thread.start()
    ran = jixiao("watch", form.parent, "--db", form.parent / "demo.db", "--settle", "0.3", "--rounds", "2", "--json")
    thread.join()
    rounds = [json.loads(line)["files"]["changes"] for line in ran.out.splitlines()]
    assert rounds == [{"new": 1}, {"unchanged": 1, "new": 1}]
    assert ran.code == 0
