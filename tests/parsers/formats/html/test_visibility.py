"""What a browser shows of a page and what not."""

import time

import pytest
from lxml.html import document_fromstring

from parsers.formats.html.visibility import Visibility


@pytest.mark.parametrize(
    ("style", "hidden"),
    [
        ("display:none", True),
        ("color:red; Display : None", True),
        ("visibility:hidden", True),
        ("visibility: collapse", True),
        ("display:block", False),
        ("mso-display:none", False),
        ("border:none", False),
    ],
)
def test_styles_hide(style: str, hidden: bool) -> None:
    page = document_fromstring(f'<p style="{style}">1')
    assert Visibility(page).hides(next(page.iter("p"))) is hidden


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [
        (".x{display:none}", True),
        ("<!-- td.y, .x { color:red; visibility : hidden } -->", True),
        ("p.x{display:none", True),
        ("#n{display:none}", True),
        ("@charset 'utf-8';.x{display:none}", True),
        ("td.x{display:none}", False),
        (".x:hover{display:none}", False),
        (".x p{display:none}", False),
        (".y .x{display:none}", False),
        ("/* .x{display:none} */", False),
        ("@media print{.w{color:red}.x{display:none}}", False),
        ("@media print{.w{color:red}}.x{display:none}", True),
        (".x{display:block;text-decoration:none}", False),
    ],
)
def test_style_sheets_hide_by_class_and_name(sheet: str, hidden: bool) -> None:
    page = document_fromstring(f"<style>{sheet}</style><p class='a x' id=n>1")
    assert Visibility(page).hides(next(page.iter("p"))) is hidden


@pytest.mark.parametrize("piece", ["none ", "none{", "none}", "/*none", ".x{display:none}", "none<!--", "{none,"])
def test_no_style_sheet_takes_longer_than_its_length(piece: str) -> None:
    page = document_fromstring(f"<style>{piece * 50_000}</style>")
    start = time.process_time()
    Visibility(page)
    assert time.process_time() - start < 2
