"""Names of OpenDocument."""

from parsers.formats.odt.names import FORMAT, TEXT


def test_names_stand_in_their_namespace() -> None:
    assert TEXT("p") == "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
    assert FORMAT("font-family") == "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-family"
