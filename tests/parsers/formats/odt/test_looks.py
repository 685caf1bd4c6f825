"""What styles do to words."""

from lxml import etree

from parsers.formats.odt.looks import Look, looks_of
from schema.catalogue import Code
from tests.parsers.formats.odt.written import NAMESPACES, document, styled

STRUCK = (
    '<style:style style:name="X"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="N"><style:text-properties style:text-line-through-style="none"/></style:style>'
)


def test_a_look_dresses() -> None:
    assert (Look(raising="sub").dressed("2"), Look(font="Symbol").dressed("³"), Look().dressed("\uf0b3")) == (
        "₂",
        "≥",
        "≥",
    )


def test_the_looks_that_styles_give() -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    root = etree.fromstring(f"<office:styles {NAMESPACES}>{hidden}{STRUCK}</office:styles>")
    assert looks_of(root) == {"H": Look(hidden=True), "X": Look(struck=True), "N": Look()}


def test_struck_text_is_read_and_said() -> None:
    said = "<text:p><text:span text:style-name='X'>≥50件</text:span><text:span text:style-name='N'>≥60件</text:span></text:p>"
    found = document(styled(STRUCK), said)
    assert [(odd.code, odd.args["texts"]) for odd in found.diagnostics] == [(Code.STRUCK_TEXT, "≥50件")]
    assert [block.kind for block in found.blocks] == ["text"]
