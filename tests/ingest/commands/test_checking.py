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


def test_two_files_that_would_be_drawn_to_the_same_pictures(jixiao: CommandLine, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "表.pdf").write_bytes(form()[0])
    one, other, drawn = tmp_path / "a" / "表.pdf", tmp_path / "b" / "表.pdf", tmp_path / "drawn"
    ran = jixiao("parse", one, other, "--draw", drawn)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{drawn / '表-1.png'} is a picture of {one}")
    assert not drawn.exists()
    assert jixiao("parse", one, one, "--draw", drawn).code == 0
    (tmp_path / "b" / "表.txt").write_text("项目名称\t修路\n", encoding="utf-8")
    assert jixiao("parse", one, tmp_path / "b" / "表.txt", "--draw", drawn).code == 3


def test_no_picture_takes_the_place_of_a_file_that_is_read(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "表.pdf").write_bytes(form()[0])
    for at, name in enumerate(("表-1.png", "表-7.png")):
        named = tmp_path / f"{at}.pdf"
        named.write_bytes(form()[0])
        (tmp_path / name).symlink_to(named)
        ran = jixiao("parse", tmp_path / "表.pdf", named, "--draw", tmp_path)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{tmp_path / name} is a file that this command reads")
        (tmp_path / name).unlink()
        assert named.read_bytes() == form()[0]
    (tmp_path / "表-1.png").write_bytes(form()[0])
    assert jixiao("parse", tmp_path / "表.pdf", tmp_path / "表-1.png", "--draw", tmp_path).code == 2
    assert (tmp_path / "表-1.png").read_bytes() == form()[0]
