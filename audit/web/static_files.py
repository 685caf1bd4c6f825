"""The style, the script and the icon: a closed list of files that come with the program, never a path."""

from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_FOLDER = Path(__file__).with_name("static")
FILES = {
    "palette.css": ("palette.css", "text/css"),
    "jixiao.css": ("jixiao.css", "text/css"),
    "jixiao.js": ("jixiao.js", "text/javascript"),
    "htmx.js": ("htmx-2.0.11.min.js", "text/javascript"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}


def static(request: Request) -> Response:
    """One of the files; anything else is not found."""
    name = request.path_params["name"]
    if name not in FILES:
        raise HTTPException(404)
    file, kind = FILES[name]
    return Response(_content(file), media_type=kind, headers={"cache-control": "no-cache"})


@cache
def _content(file: str) -> bytes:
    return (_FOLDER / file).read_bytes()
