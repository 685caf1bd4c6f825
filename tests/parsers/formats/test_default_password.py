"""A workbook whose structure is protected opens in Excel without a question, and so it does here."""

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from parsers.formats import Request, read
from parsers.formats.default_password import unlocked
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.compounds import compound
from tests.parsers.formats.conftest import drawn

_office: Any = import_module("msoffcrypto.format.ooxml")
SAMPLES = Path(__file__).parents[3] / "samples" / "formats" / "guangzhou-development-district-ip-projects"
FORM = (SAMPLES / "python-docx.docx").read_bytes()
XLS = (Path(__file__).parent / "xls" / "files" / "locked-by-default.xls").read_bytes()


def protected(content: bytes, password: str) -> bytes:
    out = BytesIO()
    _office.OOXMLFile(BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def test_the_password_that_excel_tries_is_tried() -> None:
    assert drawn(read(protected(FORM, "VelvetSweatshop"), "表.xlsx", Request())) == drawn(read(FORM, "", Request()))
    assert drawn(read(XLS, "表.xls", Request()))[:3] == [
        "[sheet Sheet1]*",
        "1: 项目支出绩效目标表",
        "2: 项目名称 | 修路",
    ]


def test_any_other_is_asked_for() -> None:
    with pytest.raises(ReadError) as refused:
        read(protected(FORM, "secret"), "表.docx", Request())
    assert refused.value.status is Status.ENCRYPTED


def test_rounds_without_end_are_not_run() -> None:
    info = b'<keyEncryptor spinCount="4000000000"/>'
    assert unlocked(compound({"EncryptionInfo": info, "EncryptedPackage": bytes(5000)}), Limits()) is None
