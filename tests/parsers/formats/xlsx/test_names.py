"""Names of elements, and parts that relate to others."""

from lxml import etree

from parsers.formats.package import Package
from parsers.formats.xlsx.names import local, related_parts
from schema.limits import Limits
from tests.parsers.formats.workbooks import parts, zipped


def test_a_name_without_its_namespace() -> None:
    assert [local(element) for element in etree.fromstring('<a xmlns="urn:x"><b/></a>').iter()] == ["a", "b"]


def test_the_parts_that_a_part_relates_to() -> None:
    package = Package(zipped(parts("")), Limits())
    assert related_parts(package, "xl/workbook.xml") == {
        "rId1": ("worksheet", "xl/worksheets/sheet1.xml"),
        "rId2": ("sharedStrings", "xl/sharedStrings.xml"),
        "rId3": ("styles", "xl/styles.xml"),
    }
    assert related_parts(package, "xl/styles.xml") is None
