"""Labels printed in two scripts, as Tibet, Xinjiang, Inner Mongolia and Yanbian do: ལས་གཞི།项目名称."""

from normalize.patterns import deferred

_BESIDE = deferred(
    "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"  # Uyghur, Kazakh
    "\u0f00-\u0fff"  # Tibetan
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"  # Korean
    "\u1800-\u18af"  # Mongolian, Manchu
    "\ua000-\ua4cf]+"  # Yi
)
_EMPTY = deferred(r"[(\[【]\s*[)\]】]|^[/、:-]+|[/、-]+$")
_HAN = deferred("[\u4e00-\u9fff]")
_LONGEST = 200


def in_chinese(text: str) -> str:
    """The Chinese wording of a folded label that is printed in another script beside it; any other text as it is.

    >>> in_chinese("ལས་གཞི།项目名称"), in_chinese("项目名称(تۈرنامى)"), in_chinese("تۈرنامى")
    ('项目名称', '项目名称', 'تۈرنامى')
    """
    if len(text) > _LONGEST or _BESIDE.search(text) is None or _HAN.search(text) is None:
        return text
    return _EMPTY.sub("", _BESIDE.sub("", text))
