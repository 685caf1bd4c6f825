"""What an import is about."""

from pathlib import Path

from ingest.report import Report
from ingest.scopes import files, scopes
from ingest.store import opened


def test_every_file_once_and_in_the_order_of_its_path(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    for name in ("b.txt", "a/x.txt", "a.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    report = Report()
    with opened(tmp_path / "demo.db") as store:
        found = scopes(store, [folder / "b.txt", folder, folder / "a", folder / "nowhere"], report)
        assert [file.path for _scope, file in files(found)] == ["a.txt", "a/x.txt", "b.txt"]
        assert len({id(scope.memory) for scope in found}) == 1
    assert [failure.path for failure in report.failures] == [str(folder / "nowhere")]
