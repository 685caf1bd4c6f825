"""Files in a zip, their names in GBK as the archivers of offices write them, or in UTF-8."""

import io
import zipfile
from collections.abc import Sequence

from bench.generation.writers.docx import DATE

Encoded = tuple[bytes, int]


class GbkName(zipfile.ZipInfo):
    """A member whose name is written in GBK, without the mark that says UTF-8."""

    def _encodeFilenameFlags(self) -> Encoded:  # noqa: N802 - the name zipfile calls it by
        return self.filename.encode("gbk", "replace"), self.flag_bits


def write(members: Sequence[tuple[str, bytes]], *, gbk: bool) -> bytes:
    """The members under their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = (GbkName if gbk else zipfile.ZipInfo)(name, DATE)
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
