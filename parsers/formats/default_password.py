"""Office files behind the password that Excel itself sets and tries: whoever opens them is asked for none."""

import io
import re
from contextlib import suppress
from importlib import import_module

from parsers.formats.compound import Compound, is_compound
from parsers.formats.package import is_zip
from schema.limits import Limits

_TRIED_BY_EXCEL = "VelvetSweatshop"
_INFO = "EncryptionInfo"
_ROUNDS = re.compile(rb"spinCount=[\"']([0-9]+)")
_MOST_DIGITS = 6
"""Office asks for 100,000 rounds; who asks for millions wants the reader to be busy."""


def unlocked(content: bytes, limits: Limits) -> bytes | None:
    """An Office file without the password that Excel tries by itself; None for any other file.

    >>> unlocked(b"text", Limits()) is None
    True
    """
    if not is_compound(content):
        return None
    # It raises all sorts of errors for a wrong password, and for what it does not know.
    with suppress(Exception):
        file = Compound(content, limits)
        if _INFO in file and any(len(count) > _MOST_DIGITS for count in _ROUNDS.findall(file.stream(_INFO))):
            return None
        office, made = import_module("msoffcrypto").OfficeFile(io.BytesIO(content)), io.BytesIO()
        office.load_key(_TRIED_BY_EXCEL)
        office.decrypt(made)
        plain = made.getvalue()
        return plain if is_zip(plain) or is_compound(plain) else None
    return None
