"""What people ask of a database; for programs, `open_database`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audit.opening import Database, open_database

__all__ = ["Database", "open_database"]


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for, so that the commands start quickly."""
    if name in __all__:
        from audit import opening  # noqa: PLC0415 - see above

        return getattr(opening, name)
    raise AttributeError(name)
