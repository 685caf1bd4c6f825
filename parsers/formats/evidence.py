"""How much a decoded text looks like Chinese as people write it; tells encodings apart that decode the same bytes."""

from collections import Counter
from functools import cache

SAMPLE = 20_000
"""Characters that are looked at; a text does not change its encoding half-way."""
_ENOUGH = 1_000
"""Characters beyond ASCII, of those, that are evidence enough."""


@cache
def _everyday() -> frozenset[str]:
    """The hanzi that GB 2312 and Big5 put in their first, everyday half."""
    simplified = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = (bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in trails)
    return frozenset(
        [pair.decode("gb2312", "ignore") for pair in simplified]
        + [pair.decode("big5", "ignore") for pair in traditional]
    )


# Written all the time in these tables; a wrong reading of Chinese bytes hits one of them once in fifty.
_FREQUENT = frozenset(
    "的一是不了在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "项目绩效指标数量质满意度单位万元年度预算资金社会经济态持续影响服务象完成率时间总额其他财政部门管理情况实施名称内容描述值"
    "項績效標數質滿單萬預資經濟態續響務會開發動對時間總額財門實稱個計劃產業專權護項創與為國際區縣鄉鎮學報"
    "一二三四五六七八九十百千件次场场家份项个人户省市县区镇局厅委知识产权保护专利"
)
_PUNCTUATION = frozenset(
    "、。，：；！？（）《》〈〉【】〔〕“”‘’…—–～·％＋－＝≥≤＜＞≧≦±×÷℃㎡㎞①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢ□■☑√○●★☆※\u3000"
)
_BLANKS = frozenset("\xa0\u200b\u2060\ufeff")
_LAYOUT = frozenset("\t\n\r\f\v\x1a")


# What a byte of UTF-8 is deleted for: so that what is left of a text are its controls, or all but its ASCII.
_NO_CONTROLS = bytes(byte for byte in range(256) if byte >= 0x20 or chr(byte) in _LAYOUT)
_ASCII = bytes(range(128))


class _Weights(dict[str, int]):
    """How everyday each character is."""

    def __missing__(self, character: str) -> int:
        weight = self[character] = _weight(character)
        return weight


_WEIGHTS = _Weights()


def _weight(character: str) -> int:
    if character in _FREQUENT or character in _PUNCTUATION:
        return 3
    if character in _everyday() or "\uff10" <= character <= "\uff5a":
        return 2
    return 0 if "\u4e00" <= character <= "\u9fff" else -2


def plausibility(text: str) -> float:
    """From 1, everyday Chinese, down to below 0, bytes read in the wrong encoding; ASCII has no say, controls have.

    >>> right = "绩效目标：≥98%"
    >>> plausibility(right) > 0.9, plausibility(right.encode("gb18030").decode("big5", "replace")) < 0.5
    (True, True)
    """
    sample = text[:SAMPLE].encode("utf-8", "surrogatepass")
    controls = len(sample.translate(None, _NO_CONTROLS))
    counts = Counter(sample.translate(None, _ASCII).decode("utf-8", "surrogatepass")[:_ENOUGH])
    for blank in _BLANKS:
        counts.pop(blank, None)
    weight = sum(_WEIGHTS[character] * count for character, count in counts.items())
    look = weight / (3 * counts.total()) if counts else 1.0
    return look - 20 * controls / max(min(len(text), SAMPLE), 1)
