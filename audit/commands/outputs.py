"""Where a command puts its rows: the options that name files, and the writing of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from audit.export.sheets import Sheet
from ingest.bilingual import both
from ingest.terminal import Terminal

Files = Mapping[str, Path]
"""The files that were named, by the kind of file."""

_Wrapped = TypeVar("_Wrapped", bound=Callable[..., Any])
_KINDS = {
    "csv": ("CSV，可直接用 Excel 打开", "as CSV that opens right in Excel"),
    "xlsx": ("Excel 工作簿", "as an Excel workbook"),
    "parquet": ("Parquet 文件", "as a Parquet file (needs jixiao[parquet])"),
}


def output_options(command: _Wrapped) -> _Wrapped:
    """Give a command --csv, --xlsx and --parquet, each with the file to write."""
    for kind, (zh, en) in reversed(_KINDS.items()):
        command = click.option(
            f"--{kind}",
            f"{kind}_file",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help=both(zh=f"写成{zh}", en=f"write {en}"),
        )(command)
    return command


def files_named(options: dict[str, Any]) -> Files:
    """The files that were named, taken out of the options of a command."""
    named = {kind: options.pop(f"{kind}_file") for kind in _KINDS}
    return {kind: path for kind, path in named.items() if path is not None}


def write_files(files: Files, sheets: Callable[[Path, str], Sequence[Sheet]], terminal: Terminal) -> None:
    """Write the first of the sheets to each file, all of them to a workbook; say so. Raises `CommandError`.

    The sheets are made for each file, by its path and its kind.
    """
    for kind, path in files.items():
        made = sheets(path, kind)
        match kind:
            case "csv":
                from audit.export.separated import write_csv  # noqa: PLC0415 - only what is asked for is loaded

                count = write_csv(path, made[0], terminal.language)
            case "xlsx":
                from audit.export.workbook import write_workbook  # noqa: PLC0415 - the same

                count = sum(write_workbook(path, made, terminal.language))
            case _:
                from audit.export.parquet import write_parquet_file  # noqa: PLC0415 - the same

                count = write_parquet_file(path, made[0])
        terminal.tell(zh=f"已写入 {path}：{count:,} 行", en=f"Written to {path}: {count:,} rows")
