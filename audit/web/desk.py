"""What the workbench works on: one database, and what it keeps in memory while it runs."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from audit.rules.configuration import Configuration
from audit.rules.registry import Ask, asks
from audit.web.checking import Running
from audit.web.source.documents import Documents
from audit.web.source.page_pictures import Pictures
from audit.web.summaries import Summaries


@dataclass(frozen=True, slots=True)
class Desk:
    """The database that is looked at, the rules that are put to it; pictures of pages and summaries are remembered."""

    database: Path
    pictures: Pictures = field(default_factory=Pictures)
    documents: Documents = field(default_factory=Documents)
    summaries: Summaries = field(default_factory=Summaries)
    running: Running = field(default_factory=Running)
    rule_folders: tuple[Path, ...] = ()
    configuration: Configuration | None = None

    def asks(self) -> tuple[Ask, ...]:
        """The rules, those of the user's own folders among them; raises `CommandError`."""
        return asks(self.rule_folders)

    @classmethod
    def of(cls, request: Request) -> "Desk":
        """The desk that a request is for."""
        desk: Desk = request.app.state.desk
        return desk

    @staticmethod
    def download(content: bytes, name: str, kind: str) -> Response:
        """A file to be saved, under a name in any script."""
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(content, media_type=kind, headers={"content-disposition": disposition})
