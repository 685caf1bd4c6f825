"""What a worker is asked to do: read a file, or give what a file showed its meaning again."""

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.channel import Message
from ingest.said import Said


@dataclass(frozen=True, slots=True)
class Task:
    """One source: its name, what the importer states of it, and where its content is.

    `location` is the file to be read, `content` its bytes where they were sent along; `document` is what it showed when
    it was read before, compressed as it is stored: then nothing is read, unless that turns out to be damaged.
    """

    path: str
    said: Said
    sha256: str
    location: Path | None = None
    content: bytes | None = None
    document: bytes | None = None

    def message(self) -> Message:
        """The task for a worker that gets the file, if there is one, as a descriptor."""
        kind = (
            "file"
            if self.document is None and self.content is None
            else "bytes"
            if self.document is None
            else "document"
        )
        said = {"path": self.path, "year": self.said.fiscal_year, "region": self.said.region, "sha256": self.sha256}
        return Message({"kind": kind, **said}, self.document or self.content or b"")

    def portable(self) -> dict[str, Any]:
        """The task as JSON for another machine, which sees the same file system where `location` is given."""
        message = self.message()
        location = None if self.location is None else base64.b64encode(os.fsencode(self.location)).decode()
        return {**message.said, "location": location, "content": base64.b64encode(message.content).decode()}

    @classmethod
    def ported(cls, plain: Mapping[str, Any]) -> "Task":
        """The task out of that JSON.

        >>> task = Task("绩效.txt", Said(2024, None), "00", location=Path("/years/2024/绩效.txt"))
        >>> Task.ported(task.portable()) == task
        True
        """
        content = base64.b64decode(plain["content"])
        return cls(
            path=plain["path"],
            said=Said(plain["year"], plain["region"]),
            sha256=plain["sha256"],
            location=Path(os.fsdecode(base64.b64decode(plain["location"]))) if plain["location"] else None,
            content=content if plain["kind"] == "bytes" else None,
            document=content if plain["kind"] == "document" else None,
        )
