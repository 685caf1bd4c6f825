"""The names of elements, whatever the namespace of the file, and the parts that a part relates to."""

import posixpath
from functools import lru_cache

from lxml.etree import _Element

from parsers.formats.package import Package


def local(element: _Element) -> str:
    """The name of an element without its namespace, so that strict and transitional files read alike."""
    return _local(element.tag)


@lru_cache(maxsize=1024)
def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def relations_of(part: str) -> str:
    """The part that lists what a part relates to.

    >>> relations_of("xl/workbook.xml"), relations_of("")
    ('xl/_rels/workbook.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def related_parts(package: Package, part: str) -> dict[str, tuple[str, str]] | None:
    """The kind and name of each part that a part relates to, by the relation's id; "" asks for those of the package."""
    name = relations_of(part)
    if name not in package:
        return None
    folder = posixpath.dirname(part)
    return {
        relation.get("Id") or "": (
            (relation.get("Type") or "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/"),
        )
        for relation in package.tree(name)
    }
