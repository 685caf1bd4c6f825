"""Archives read member by member."""

from contextlib import suppress

import pytest

from parsers.formats import Request, read
from schema.catalogue import Code
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.archive.packed import document, form, gzipped, places, tarred, zipped
from tests.parsers.formats.workbooks import rows, workbook

BOOK = workbook(rows("<c><v>1</v></c><c><v>2</v></c>"))


def test_members_are_read_in_order_and_named() -> None:
    found = document(zipped({"附件/2.xlsx": BOOK, "附件/1.txt": b"a\n" + form("甲"), "附件/": b""}))
    assert found.source == "zip"
    assert places(found) == [
        "*member 附件/2.xlsx › sheet 目标",
        "*member 附件/1.txt › line 1",
        "member 附件/1.txt › table 1",
    ]
    assert [block.member for block in found.blocks] == ["附件/2.xlsx", "附件/1.txt", "附件/1.txt"]


def test_archives_in_archives_are_read_as_deep_as_the_limit() -> None:
    inner = zipped({"表.txt": form("甲")})
    twice = zipped({"二.zip": zipped({"三.zip": inner})})
    found = document(twice)
    assert found.grids[0].member == "二.zip › 三.zip › 表.txt"
    assert places(found) == ["*member 二.zip › 三.zip › 表.txt › table 1"]
    with pytest.raises(ReadError) as refused:
        document(zipped({"一.zip": twice}))
    assert refused.value.status is Status.LIMIT
    with pytest.raises(ReadError):
        document(twice, Limits(archive_nesting=2))


@pytest.mark.parametrize(
    ("content", "source"),
    [
        (zipped({"表.txt": form("甲")}), "zip"),
        (tarred({"表.txt": form("甲")}), "tar"),
        (gzipped(tarred({"表.txt": form("甲")})), "gzip"),
    ],
)
def test_every_kind_of_archive_says_the_same(content: bytes, source: str) -> None:
    found = read(content, "a", Request())
    assert (found.source, places(found)) == (source, ["*member 表.txt › table 1"])


def test_a_member_that_cannot_be_read_is_said_and_the_rest_goes_on() -> None:
    inner = zipped({"图.png": b"\x89PNG\r\n\x1a\n", "表.txt": form("乙")})
    found = document(zipped({"坏.xlsx": BOOK[:-40], "空.txt": b"", "内.zip": inner, "表.txt": form("甲")}))
    assert [grid.member for grid in found.grids] == ["内.zip › 表.txt", "表.txt"]
    said = [(odd.code, odd.args["member"], odd.args["status"]) for odd in found.diagnostics]
    assert said == [
        (Code.MEMBER_NOT_READ, "坏.xlsx", "truncated"),
        (Code.MEMBER_NOT_READ, "空.txt", "corrupt"),
        (Code.MEMBER_NOT_READ, "内.zip › 图.png", "unsupported"),
    ]
    assert [odd.span.place for odd in found.diagnostics if odd.span] == [
        "member 坏.xlsx",
        "member 空.txt",
        "member 内.zip › 图.png",
    ]


def test_what_systems_leave_behind_is_passed_over_and_counted() -> None:
    found = document(zipped({"__MACOSX/._表.txt": b"x", ".DS_Store": b"x", "~$表.docx": b"x", "表.txt": form("甲")}))
    (said,) = found.diagnostics
    assert (said.code, said.args["count"]) == (Code.MEMBERS_IGNORED, "3")


def test_oddities_of_members_say_where() -> None:
    hidden = workbook('<sheetData><row hidden="1"><c><v>1</v></c></row></sheetData>')
    (said,) = document(zipped({"表.xlsx": hidden})).diagnostics
    assert said.span is not None
    assert (said.code, said.span.place) == (Code.HIDDEN_ROWS, "member 表.xlsx › sheet 目标")


def test_a_locked_member_is_said_to_be() -> None:
    packed = zipped({"锁.txt": form("甲"), "表.txt": form("乙")})
    at = packed.index(b"PK\x01\x02")
    packed = packed[: at + 8] + bytes([packed[at + 8] | 1]) + packed[at + 9 :]
    found = document(packed)
    assert [odd.args["status"] for odd in found.diagnostics] == ["encrypted"]
    assert len(found.grids) == 1


def test_equal_names_are_told_apart() -> None:
    found = document(tarred({"a.txt": form("甲"), "./a.txt": form("乙")}))
    assert [grid.member for grid in found.grids] == ["a.txt", "a.txt (2)"]


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({}, Status.NO_TABLES),
        ({".DS_Store": b"x"}, Status.NO_TABLES),
        ({"a.txt": b"", "b.txt": b""}, Status.CORRUPT),
        ({"a.txt": b"", "b.png": b"\x89PNG\r\n\x1a\n"}, Status.UNSUPPORTED),
    ],
)
def test_an_archive_of_which_nothing_is_read_ends_in_the_status_its_members_share(
    members: dict[str, bytes], status: Status
) -> None:
    with pytest.raises(ReadError) as refused:
        document(zipped(members))
    assert refused.value.status is status


def test_cells_and_bytes_are_those_of_all_members_together() -> None:
    members = {f"{number}.txt": form("甲") for number in range(3)}
    size = len(form("甲"))
    assert document(zipped(members), Limits(cells=12, inflated_bytes=3 * size)).diagnostics == ()
    for limits in (Limits(cells=11), Limits(inflated_bytes=3 * size - 1)):
        found = document(zipped(members), limits)
        assert [grid.member for grid in found.grids] == ["0.txt", "1.txt"]
        assert [(odd.args["member"], odd.args["status"]) for odd in found.diagnostics] == [("2.txt", "limit")]


def test_members_of_archives_in_archives_are_counted_together() -> None:
    inner = zipped({f"{number}.txt": form("甲") for number in range(4)})
    found = document(zipped({f"{number}.zip": inner for number in range(3)}), Limits(zip_entries=9))
    assert len({block.member for block in found.blocks}) == 8
    assert [(said.code, said.args["member"], said.args["status"]) for said in found.diagnostics] == [
        (Code.MEMBER_NOT_READ, "2.zip", "limit")
    ]


@pytest.mark.parametrize(("start", "name"), [(b"Rar!\x1a\x07\x00", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z")])
def test_archives_nobody_unpacks_are_refused_with_what_to_do(start: bytes, name: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(start + bytes(50), "a.rar", Request())
    assert refused.value.status is Status.UNSUPPORTED
    assert name in refused.value.zh
    assert "解压" in refused.value.zh


MEMBERS = {"甲.txt": form("甲"), "乙.xlsx": BOOK}


@pytest.mark.parametrize("content", [zipped(MEMBERS), tarred(MEMBERS), gzipped(tarred(MEMBERS))])
def test_an_archive_cut_anywhere_is_read_or_refused(content: bytes) -> None:
    for cut in range(0, len(content), 53):
        with suppress(ReadError):
            read(content[:cut], "a", Request())
