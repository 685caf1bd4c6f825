"""Which encoding a file has, and what is said where none fits."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.encodings import decode
from schema.read_error import ReadError
from schema.source import Status

SAMPLES = Path(__file__).parents[3] / "samples" / "documents"
SIMPLIFIED = sorted(
    {
        piece.strip()
        for sample in SAMPLES.glob("*.txt")
        for line in sample.read_text(encoding="utf-8").split("\n")
        for piece in line.replace("<p>", "\t").replace("</p>", "\t").split("\t")
        if len(piece.strip()) > 3 and not piece.isascii() and "bookmark" not in piece
    }
)
TRADITIONAL = [
    "績效目標表",
    "項目名稱：知識產權運營服務",
    "年度總體目標",
    "預算規模及資金用途",
    "產出指標\t數量指標\t舉辦論壇活動\t10場",
    "服務對象滿意度指標",
    "質量指標\t驗收合格率\t100%",
    "時效指標\t於2024年12月31日前完成",
    "經濟效益指標\t專利許可備案金額增幅",
    "社會效益指標\t提升整體工作效率",
    "可持續影響指標\t長期",
    "撥付金額不少於8000萬元",
    "主管部門\t市場監督管理局\n實施單位\t知識產權保護中心",
    "單位：萬元",
    "開展國際交流與合作活動，擴大影響力",
    "每季度按時報送運營報告",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"])
def test_every_string_of_the_samples(encoding: str) -> None:
    assert len(SIMPLIFIED) > 300
    assert [text for text in SIMPLIFIED if decode(text.encode(encoding)).text != text] == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    assert [text for text in SIMPLIFIED if decode(text.encode(encoding)).text != text] == []
    assert decode("项目\t绩效\n".encode(encoding)).guessed


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8", "utf-16-le"])
def test_traditional_characters(encoding: str) -> None:
    assert [text for text in TRADITIONAL if decode(text.encode(encoding)).text != text] == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_whole_samples(encoding: str) -> None:
    for sample in SAMPLES.glob("*.txt"):
        text = sample.read_text(encoding="utf-8")
        assert decode(text.encode(encoding)).text == text


def test_what_settles_it_is_told() -> None:
    text = "绩效目标表"
    assert not decode(text.encode()).guessed
    assert not decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")).guessed
    assert decode(text.encode("gb18030")).guessed
    assert decode(b'<meta charset="gb2312">' + text.encode("gb18030")) == (
        '<meta charset="gb2312">' + text,
        "gb18030",
        False,
    )


def test_a_wrong_declaration_is_left_aside() -> None:
    text = '<meta charset="{}">绩效目标表'
    assert decode(text.format("utf-8").encode("gb18030")).encoding == "gb18030"
    assert decode(text.format("gb2312").encode()).encoding == "utf-8"
    for odd in ("x-none", "utf-16", "rot13", "unicode_escape", "utf-7"):
        assert decode(text.format(odd).encode()).text == text.format(odd)


@pytest.mark.parametrize("content", [b"%PDF", b"plain words, 98%\n", b""])
def test_ascii_is_utf_8(content: bytes) -> None:
    assert decode(content) == (content.decode(), "utf-8", False)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (codecs.BOM_UTF16_LE + "绩效".encode("utf-16-le")[:-1], Status.TRUNCATED),
        (codecs.BOM_UTF8 + "绩效".encode()[:-1], Status.TRUNCATED),
        ("绩效目标表绩效".encode()[:-2], Status.TRUNCATED),
        ("绩效目标表绩效".encode("gb18030")[:-1], Status.TRUNCATED),
        (codecs.BOM_UTF8 + b"\xff" + "绩效目标".encode(), Status.CORRUPT),
        ("绩效目标表".encode() * 5 + b"\xa0" + "绩效目标表".encode() * 5, Status.CORRUPT),
        ("Le résumé déjà préparé à l'été".encode("latin-1"), Status.CORRUPT),
        (bytes(range(1, 256)), Status.UNSUPPORTED),
    ],
)
def test_what_no_encoding_fits_is_refused(content: bytes, status: Status) -> None:
    with pytest.raises(ReadError) as refused:
        decode(content)
    assert refused.value.status is status


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_comes_back_from_utf_8(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text
    assert decode(("绩效目标：" + text).encode()).text == "绩效目标：" + text
