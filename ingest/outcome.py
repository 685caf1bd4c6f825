"""What reading one source gave: what is printed, the Document that is stored, and how it failed if it did."""

from dataclasses import dataclass

from parsers import Account
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document
from schema.limits import MIB
from schema.read_error import ReadError
from schema.source import Source, SourceReading, Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """One source, read; `document` is null where reading failed, `defect` is the traceback of a defect of our own.

    `accounts` says section by section how the document was read, `passing` that the machine was short of something.
    """

    reading: SourceReading
    document: Document | None = None
    defect: str | None = None
    accounts: tuple[Account, ...] = ()
    passing: bool = False

    @property
    def status(self) -> Status:
        """How the file ended."""
        return self.reading.status

    @property
    def sha256(self) -> str | None:
        """The hash of its content, null where the content could not be had."""
        return self.reading.source.sha256


def failed(source: Source, error: ReadError) -> Outcome:
    """A file that cannot be read, with the reason as its one diagnostic."""
    reason = Diagnostic(code=Code.NOT_READ, args={"zh": error.zh, "en": error.en})
    return Outcome(SourceReading(source=source, status=error.status, diagnostics=(reason,)), passing=error.passing)


def crashed(source: Source, error: BaseException, traceback: str) -> Outcome:
    """A file at which our own code broke."""
    reason = Diagnostic(code=Code.OWN_DEFECT, args={"error": f"{type(error).__name__}: {error}"})
    reading = SourceReading(source=source, status=Status.PARSER_CRASH, diagnostics=(reason,))
    return Outcome(reading, defect=traceback)


def out_of_memory(bound: int | None = None) -> ReadError:
    """The end of a file for which there is not enough memory: of the machine, or within the bound of a worker.

    >>> out_of_memory(1024 * MIB).en
    'reading it takes more than the limit of 1024 MiB a worker; raise worker_bytes with --limits, or split it'
    """
    if bound is not None:
        return ReadError(
            Status.OUT_OF_MEMORY,
            zh=f"读取所需内存超过每个进程 {bound / MIB:g} MiB 的上限；请用 --limits 调高 worker_bytes，或拆分文件",
            en=f"reading it takes more than the limit of {bound / MIB:g} MiB a worker; raise worker_bytes with"
            " --limits, or split it",
        )
    return ReadError(
        Status.OUT_OF_MEMORY,
        zh="内存不足；请关闭其他程序后再试",
        en="there is not enough memory; free some and try again",
        passing=True,
    )
