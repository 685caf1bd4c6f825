"""The text of a cell or paragraph as a person sees it: residue of HTML, Word bookmarks and Markdown taken out."""

import html
import re

from parsers.formats.lines import bare

# Only names of HTML are tags: "<8小时" and "a<b" are text. These stand for a line break …
_BREAKING = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|center)(?:\s[^<>]*|\s*/)?>", re.IGNORECASE)
# … these only dress the text, and count as tags where they come in pairs.
_DRESSING = re.compile(
    r"</?(?P<name>span|font|strong|em|b|i|u|s|a|del|ins|small|big|mark|o:p|st1:\w+)(?:\s[^<>]*|\s*/)?>", re.IGNORECASE
)
_RAISED = re.compile(r"<(su[pb])(?:\s[^<>]*)?>([^<>]{0,40})</\1>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BOOKMARK = re.compile(r"\[bookmark:[^\[\]]*\]", re.IGNORECASE)
# Word sets these while people type; they mark no place in the document.
_PASSING = re.compile(r"\[bookmark:\s*(?:_GoBack|_Hlk|_Ref|OLE_LINK)[^\[\]]*\]", re.IGNORECASE)
# "## 附件3"; one mark without a space is text, as in "#1机组".
_HEADING = re.compile(r"\s*(?:#{1,6}(?=\s)|#{2,6}(?=[^\s#]))\s*(?P<text>.*?)(?:\s+#+)?\s*", re.DOTALL)
_BOLD = re.compile(r"\*\*(?P<text>[^*\s](?:[^*]*[^*\s])?)\*\*")
_LINES = re.compile(r"[\n\v]")

_SUPERSCRIPT = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def shown(raw: str) -> str:
    r"""What a person sees of a cell: a line for each paragraph, none of them empty, blanks at the ends gone.

    >>> shown("<p>发行产品 ≥1支</p> <p>响应时间<8小时</p>")
    '发行产品 ≥1支\n响应时间<8小时'
    >>> shown("[bookmark: _Toc1]&ge;3000m<sup>2</sup>&nbsp;"), shown("a<b且c>d")
    ('≥3000m²', 'a<b且c>d')
    """
    text = _BOOKMARK.sub("", raw)
    if "<" in text:
        text = _untagged(text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    return "\n".join(filter(None, map(_plain, _LINES.split(text))))


def _plain(line: str) -> str:
    line = bare(line)
    bold = _BOLD.fullmatch(line)
    return bold["text"] if bold else line


def _untagged(text: str) -> str:
    text = _BREAKING.sub("\n", text)
    text = _RAISED.sub(_raised, text)
    closed = {tag["name"].lower() for tag in _DRESSING.finditer(text) if tag[0].startswith("</")}
    return _DRESSING.sub(lambda tag: "" if tag["name"].lower() in closed or tag[0].endswith("/>") else tag[0], text)


def _raised(tag: re.Match[str]) -> str:
    return raised(tag[2], down=tag[1].lower() == "sub")


def raised(text: str, *, down: bool = False) -> str:
    """Text set higher, or lower, than its line: 10<sup>2</sup> is 10², never 102.

    >>> "10" + raised("2"), "CO" + raised("2", down=True)
    ('10²', 'CO₂')
    """
    return text.translate(_SUBSCRIPT if down else _SUPERSCRIPT)


def heading(line: str) -> str | None:
    """The text of a line that Markdown marks as a heading, or None.

    >>> heading("## 附件3"), heading("##绩效目标表 ##"), heading("#1机组检修")
    ('附件3', '绩效目标表', None)
    """
    found = _HEADING.fullmatch(line)
    return found["text"] if found and "\t" not in found["text"] else None


def bookmarked(line: str) -> bool:
    """Whether a Word bookmark of a heading or place stands in the line.

    >>> bookmarked("[bookmark: _Toc157677402]2.2024年知识产权执法业务费绩效目标表"), bookmarked("[bookmark: _GoBack]")
    (True, False)
    """
    return _BOOKMARK.search(_PASSING.sub("", line)) is not None
