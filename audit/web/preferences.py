"""The language and the light that a person chose: said in an address, remembered in a cookie."""

from dataclasses import dataclass
from typing import Literal, cast

from starlette.requests import Request
from starlette.responses import Response

from ingest.language import named
from schema.diagnostic import Language

Theme = Literal["auto", "light", "dark"]
_THEMES = ("auto", "light", "dark")
_YEAR_SECONDS = 31_536_000


@dataclass(frozen=True, slots=True)
class Preferences:
    """Chinese and the light of the computer, unless somebody says otherwise."""

    language: Language = "zh"
    theme: Theme = "auto"

    @classmethod
    def of(cls, request: Request) -> "Preferences":
        """What `?lang=` and `?theme=` say, else what was said before."""
        said = {**request.cookies, **dict(request.query_params)}
        language = named(request.query_params.get("lang", "")) or named(request.cookies.get("lang", "")) or "zh"
        theme = said.get("theme") if said.get("theme") in _THEMES else "auto"
        return cls(language, cast("Theme", theme))

    def remember(self, response: Response, request: Request) -> None:
        """Keep what the address says."""
        for name, value in (("lang", self.language), ("theme", self.theme)):
            if name in request.query_params:
                response.set_cookie(name, value, max_age=_YEAR_SECONDS, samesite="strict", httponly=True)
