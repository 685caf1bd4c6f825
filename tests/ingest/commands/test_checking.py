"""`jixiao parse --draw` and `--cross-check`."""

from pathlib import Path

from tests.command_line import CommandLine
from tests.parsers.formats.pdf.drawn import form


def test_pages_are_drawn_and_compared(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "表.pdf").write_bytes(form()[0])
    ran = jixiao("parse", tmp_path / "表.pdf", "--json", "--draw", tmp_path / "drawn", "--cross-check")
    assert ran.code == 0
    assert [path.name for path in (tmp_path / "drawn").iterdir()] == ["表-1.png"]
    assert ran.err.splitlines()[-1].endswith("differ: 0")


def test_other_files_have_no_pages_to_draw(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    ran = jixiao("parse", form, "--json", "--draw", tmp_path / "drawn")
    assert ran.code == 0
    assert "PDF" in ran.err
    assert not (tmp_path / "drawn").exists()


def test_a_place_where_nothing_can_be_drawn(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "表.pdf").write_bytes(form()[0])
    ran = jixiao("parse", tmp_path / "表.pdf", "--json", "--draw", tmp_path / "表.pdf" / "drawn")
    assert (ran.code, "cannot be made (Not a directory)" in ran.err) == (6, True)
