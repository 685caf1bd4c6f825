"""What a request must be before any page sees it: from this computer's own pages, and of a size a person would send."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
ADDRESS_BYTES = 8_192
BODY_BYTES = 65_536

_HEADERS = {
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
    " object-src 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses requests under a foreign name, from a foreign page, or too large; every answer gets its headers.

    A name in `Host` that is not ours is a page elsewhere that had its own name point at this computer; an `Origin` that
    is not the host is a page elsewhere that sends a form here.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str] = LOCAL) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self.refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, sending)
            return
        body = await _body(receive) if scope["method"] == "POST" else b""
        if body is None:
            await _refused(413, f"所发内容超过 {BODY_BYTES} 字节。", f"more than {BODY_BYTES} bytes were sent.")(
                scope, receive, sending
            )
            return
        await self.app(scope, _again(body, receive), sending)

    def refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Why a request is not answered, or None."""
        headers = Headers(scope=scope)
        if len(scope.get("query_string", b"")) + len(scope.get("raw_path") or b"") > ADDRESS_BYTES:
            return _refused(
                414, "网址过长；请减少查询条件。", "the address is too long; ask with fewer or shorter words."
            )
        if _name(headers.get("host", "")) not in self.names:
            return _refused(
                400,
                "请求的主机名不是本机；请用启动时显示的地址。",
                "the request names another host; use the address shown at the start.",
            )
        if scope["method"] == "POST" and not _from_here(headers, scope):
            return _refused(
                403,
                "请求来自其他网站的页面，未执行。",
                "the request comes from a page of another site; nothing was done.",
            )
        return None


def _name(host: str) -> str:
    """The name in a Host header, without its port.

    >>> _name("127.0.0.1:8765"), _name("[::1]:80"), _name("LOCALHOST"), _name("a b"), _name("[")
    ('127.0.0.1', '::1', 'localhost', '', '')
    """
    try:
        parts = urlsplit(f"//{host}")
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.netloc == host and " " not in host else ""


def _from_here(headers: Headers, scope: Scope) -> bool:
    """Whether a form was sent by one of our own pages; a browser always says where it comes from."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") == "same-origin"
    return origin == f"{scope.get('scheme', 'http')}://{headers.get('host', '')}"


def _refused(status: int, zh: str, en: str) -> PlainTextResponse:
    return PlainTextResponse(f"{zh}\n{en[:1].upper()}{en[1:]}\n", status)


async def _body(receive: Receive) -> bytes | None:
    """The whole body, or None where it is too large."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        body += bytes(message.get("body", b""))
        if len(body) > BODY_BYTES:
            return None
        if not message.get("more_body"):
            return body


def _again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, to be read again."""
    told = False

    async def receiving() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving
