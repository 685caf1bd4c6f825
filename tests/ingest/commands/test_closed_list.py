"""Every status of the closed list, provoked through the command line; with the ends that real files have in
`test_real_endings`, none is left out."""

import json
from pathlib import Path

import pytest

from ingest.workers import Workers
from schema.source import Status
from tests.command_line import CommandLine
from tests.ingest.commands.test_real_endings import ENDS, LIMITED

ENTRY = "tests.ingest.faulty_worker"
MACHINE = {
    "a.txt": ("路 / 长 / ≥1 米", Status.IMPORTED),
    "b.txt": ("路 / ?宽 / ", Status.IMPORTED_WITH_WARNINGS),
    "c.txt": ("路 / 长 / ≥1 米", Status.DUPLICATE),
    "hang.txt": ("!fault hang_ignoring", Status.TIMEOUT),
    "memory.txt": ("!fault memory", Status.OUT_OF_MEMORY),
    "segfault.txt": ("!fault segfault", Status.PARSER_CRASH),
}


def test_with_the_files_that_end_so_the_list_is_whole() -> None:
    of_files = {Status(status) for _, status in ENDS.values()} | ({Status.LIMIT} if LIMITED else set())
    of_machines = {status for _, status in MACHINE.values()} | {Status.UNREADABLE, Status.VANISHED}
    assert of_files | of_machines == set(Status)


def test_each_is_recorded_and_told_with_a_next_step(
    jixiao: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, limits = tmp_path / "files", tmp_path / "limits.toml"
    folder.mkdir()
    for name, (text, _) in MACHINE.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "link.txt").symlink_to("nowhere")
    (folder / "gone.txt").write_text("桥 / 长 / ≥2 米", encoding="utf-8")
    # A worker that spins counts as hanging; what is read well takes no two seconds of a processor, but may wait for it.
    limits.write_text("wall_seconds = 5\nworker_bytes = 900000000\n", encoding="utf-8")
    monkeypatch.setattr("ingest.order.pool", lambda order: Workers(order.limits, order.jobs, ENTRY))
    said = ["--db", tmp_path / "demo.db", "--jobs", 1, "--limits", limits]
    jixiao("import", folder, *said)
    (folder / "gone.txt").unlink()
    ran = jixiao("import", folder, *said, "--json")
    failed = {one["path"]: one for one in json.loads(ran.out)["failures"]}
    expected = {name: status for name, (_, status) in MACHINE.items() if not status.well}
    assert {path: one["status"] for path, one in failed.items()} == {**expected, "link.txt": "unreadable"}
    listed = jixiao("failures", "--db", tmp_path / "demo.db", "--json", "--status", "vanished", "--status", "duplicate")
    assert {one["path"]: one["status"] for one in json.loads(listed.out)["failures"]} == {
        "c.txt": "duplicate",
        "gone.txt": "vanished",
    }
    counted = json.loads(jixiao("status", "--db", tmp_path / "demo.db", "--json").out)["statuses"]
    assert counted.keys() == {*(status for _, status in MACHINE.values()), Status.UNREADABLE, Status.VANISHED}
    every = jixiao("failures", "--db", tmp_path / "demo.db", "--json").out
    assert all(one["message"] and one["next"] for one in json.loads(every)["failures"])
