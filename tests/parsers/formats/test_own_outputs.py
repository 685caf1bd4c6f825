"""What jixiao has written is told by its marks, also after somebody saved it again."""

import io
import zipfile

import pytest

from parsers.formats.own_outputs import HEADS, REPORT_MARK, refuse_own_output
from schema.read_error import ReadError
from schema.source import Status

CORE = '<cp:coreProperties xmlns:dc="urn:dc" xmlns:cp="urn:cp">{}</cp:coreProperties>'


def workbook(core: str, *parts: str) -> bytes:
    """A workbook with properties."""
    titled, main = parts or ("docProps/core.xml", "xl/workbook.xml")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(titled, CORE.format(core))
        package.writestr(main, "<workbook/>")
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html>\n" + REPORT_MARK,
        workbook("<dc:title>jixiao</dc:title><dc:creator>a</dc:creator><dc:description> jixiao </dc:description>"),
        workbook("<dc:title>jixiao</dc:title><dc:description>jixiao</dc:description>", "meta.xml", "content.xml"),
        *(f"\ufeff项目,{head}\r\n修路,1\r\n".encode() for head in HEADS),
        f'"项目";"{HEADS[-1]}"\n'.encode("gb18030"),
    ],
)
def test_what_we_wrote(content: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        refuse_own_output(content)
    assert refused.value.status is Status.NO_TABLES


@pytest.mark.parametrize(
    "content",
    [
        b"<html><meta name=generator content=other>",
        workbook("<dc:title>jixiao</dc:title>"),
        workbook("<dc:title>jixiao</dc:title><dc:description>other</dc:description>"),
        "项目,指标\r\n修路,指标的键\r\n".encode(),
        b"",
        b"\xff\xff",
    ],
)
def test_what_others_wrote(content: bytes) -> None:
    refuse_own_output(content)
