"""Several targets of an indicator that names several things: 培训人数、培训次数 over 200人、5次."""

from normalize.clauses import Typed
from normalize.expectations import expects
from normalize.models import changed
from normalize.patterns import deferred
from normalize.remembered import kept
from schema.target import Comparison

_MARK = deferred(r"^(?:[①-⑳]|[0-9]{1,2}(?:、|[.．](?![0-9])))\s*")
_BRACKET = deferred(r"[(（][^()（）]*[)）]")
_JOINT = deferred(r"[、；;]|以及|(?<![参赠授给])与(?!会)|(?<![平共调缓])和(?!谐|解|平)|(?<!普)及(?!时|格|以)")
_KINDS = {"rate": "percent", "money": "money"}
"""How the dimension of a number begins that a name of a kind expects."""
_PEOPLE = ("人数", "人次")


def with_subjects(typed: tuple[Typed, ...], name: str) -> tuple[Typed, ...]:
    """Targets that do not say what they are of, each of a part of the name, if these are as many and of its kind.

    >>> from normalize import parse_value
    >>> [target.subject for target in parse_value("200人、5次", name="培训人数、培训次数").targets]
    ['培训人数', '培训次数']
    >>> [target.subject for target in parse_value("5次、200人", name="培训人数、培训次数").targets]
    [None, None]
    """
    numbers = [item.target for item in typed if isinstance(item.target, Comparison) and item.target.subject is None]
    if len(numbers) < 2 or len(numbers) < len(typed) or any(item.rule == "range" for item in typed):
        return typed
    parts = _parts(name)
    if len(parts) != len(numbers) or not all(map(_fits, parts, numbers)):
        return typed
    return tuple(
        item._replace(target=changed(item.target, {"subject": part})) for item, part in zip(typed, parts, strict=True)
    )


@kept(4_096)
def _parts(name: str) -> tuple[str, ...]:
    """What a name names, without brackets; nothing where a part is blank or two are alike."""
    parts = tuple(_MARK.sub("", part.strip()) for part in _JOINT.split(_BRACKET.sub("", name)))
    return parts if all(parts) and len({*parts}) == len(parts) else ()


def _fits(part: str, target: Comparison) -> bool:
    """Whether a part of a name may be of such a number: 人数 counts people, a rate is a share, 金额 is money."""
    dimension = target.dimension or ""
    if not target.unit:
        return True
    if part.endswith(_PEOPLE) and not dimension.startswith("person"):
        return False
    return all(not expects(part, kind) or dimension.startswith(begins) for kind, begins in _KINDS.items())
