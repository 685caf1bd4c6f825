"""Letters that PDF fonts put in place of the characters they look like: radicals, ligatures; and what is no letter.

A hyphen at the end of a line PDFium gives as a mark of its own, to be dropped where words are put together. In a table
it divides two levels (产出指标-数量指标), a code from a name, two years: it is read as the hyphen that is drawn.
"""

import re
import unicodedata

# Kangxi radicals, U+2F00 to U+2FD5: each stands for one character.
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# The supplement, U+2E80 to U+2EF3, in pairs of a radical and the character of its shape.
_SUPPLEMENT = (
    "⺁厂⺂乛⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺"
    "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹"
    "⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_FOLDED = {**_KANGXI, **{ord(_SUPPLEMENT[at]): _SUPPLEMENT[at + 1] for at in range(0, len(_SUPPLEMENT), 2)}}
_REST = "\x7f-\x9f\u2e80-\u2fdf\uf000-\uf0ff\ufeff\ufb00-\ufb06\ufffe\uffff"
_ODD = re.compile(f"[\x00-\x1f{_REST}]")
_ODD_IN_LINES = re.compile(f"[\x00-\x09\x0b\x0c\x0e-\x1f{_REST}]")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_NOTHING = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFF], "")
BROKEN = "\ufffe\x02"
"""What PDFium gives for a hyphen at the end of a line, and for a soft one."""
_MENDED = {**_FOLDED, **_LIGATURES, **_NOTHING, **dict.fromkeys(map(ord, BROKEN), "-")}


def is_plain(text: str) -> bool:
    """Whether a text, line breaks aside, has nothing to mend.

    >>> is_plain("一级指标"), is_plain("⼀级指标")
    (True, False)
    """
    return _ODD_IN_LINES.search(text) is None


def mended(text: str) -> str:
    r"""The text with radicals as the characters they stand for, and without control characters.

    >>> mended("⼀级指标"), mended("⻓期⻔户⻚"), mended("≥98%")
    ('一级指标', '长期门户页', '≥98%')
    >>> mended("产出指标\ufffe")
    '产出指标-'
    """
    return text.translate(_MENDED) if _ODD.search(text) else text
