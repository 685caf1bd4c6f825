"""What a page shows, as a file: CSV that opens right in Excel, a workbook, or JSON."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from starlette.exceptions import HTTPException
from starlette.responses import Response

from audit.export.separated import lines
from audit.export.sheets import Sheet
from audit.export.workbook import write_workbook
from audit.web.desk import Desk
from schema.diagnostic import Language

MOST = 1000
"""More rows are handed over by `jixiao find` and `jixiao export`, which take their time."""

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def handed(sheet: Sheet, kind: str, language: Language, *, truncated: bool = False) -> Response:
    """A sheet as csv, xlsx or json; `truncated` says that there are more rows than these."""
    write = _KINDS.get(kind)
    if write is None:
        raise HTTPException(404)
    content, media = write(sheet, language, truncated=truncated)
    response = Desk.download(content, f"{sheet.name}.{kind}", media)
    response.headers["x-truncated"] = "true" if truncated else "false"
    return response


def _csv(sheet: Sheet, language: Language, **_: bool) -> tuple[bytes, str]:
    text = _MARK + "".join(lines(sheet, language))
    return text.encode("utf-8", "backslashreplace"), "text/csv; charset=utf-8"


def _xlsx(sheet: Sheet, language: Language, **_: bool) -> tuple[bytes, str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.xlsx"
        write_workbook(path, [sheet], language)
        return path.read_bytes(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _json(sheet: Sheet, _language: Language, *, truncated: bool) -> tuple[bytes, str]:
    names = [column.name for column in sheet.columns]
    rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    said = {"format_version": 1, "truncated": truncated, "results": rows}
    return json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"), "application/json"


class _Write(Protocol):
    def __call__(self, sheet: Sheet, language: Language, /, *, truncated: bool) -> tuple[bytes, str]: ...


_KINDS: dict[str, _Write] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
