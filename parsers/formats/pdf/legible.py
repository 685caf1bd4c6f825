"""Whether the text of a page is text: fonts without a map give letters that stand for nothing."""

import re

# No characters at all, or those of a private use that is not the symbol fonts' (Word's ≥ is U+F0B3).
_NOTHING = re.compile(
    "[\ufffd\u0000-\u0008\u000e-\u001f\ue000-\uefff\uf100-\uf8ff\U000f0000-\U0010ffff]|\\(cid:\\d+\\)"
)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_ENOUGH = 12
_SHARE = 0.25
_RARE = 0.4


def _is_common(text: str) -> bool:
    """Whether every letter is one that Chinese forms are printed in, as on nearly every page; quick to tell."""
    return len(text.encode("gb2312", "ignore").decode("gb2312")) == len(text)


def is_legible(text: str) -> bool:
    """Whether a text reads as words; not one of unmapped letters, nor one of characters nobody writes.

    >>> is_legible("项目支出绩效目标表 ≥98%"), is_legible("(cid:12)(cid:7)(cid:31)" * 4), is_legible("\\ue012" * 20)
    (True, False, False)
    >>> is_legible("㓀㓁㓂㓃㓄㓅㓆㓇㓈㓉㓊㓋㓌")
    False
    """
    if "(cid:" not in text and _is_common(text):
        return True
    shown = len(text) - sum(map(text.count, " \r\n\t"))
    nothing = sum(len(match[0]) for match in _NOTHING.finditer(text))
    if nothing >= _ENOUGH and nothing > _SHARE * shown:
        return False
    han = "".join(_HAN.findall(text))
    if len(han) < _ENOUGH:
        return True
    # Nearly all of what is printed is in GB 2312 or, in traditional characters, in Big5.
    common = max(len(han.encode("gb2312", "ignore")), len(han.encode("big5", "ignore"))) / 2
    return common >= (1 - _RARE) * len(han)
