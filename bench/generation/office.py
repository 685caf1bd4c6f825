"""The formats only an office suite writes: docx and xlsx wait in a folder, and LibreOffice converts them together."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

SOURCES = {"doc": "docx", "odt": "docx", "rtf": "docx", "xls": "xlsx", "ods": "xlsx"}
"""What each of these formats is converted from."""
_FILTERS = {"doc": "doc:MS Word 97", "xls": "xls:MS Excel 97"}
_AT_ONCE = 100


def there() -> bool:
    """Whether there is an office suite."""
    return shutil.which("soffice") is not None


def wait(content: bytes, path: str, format_name: str, waiting: Path) -> None:
    """Put a file where it waits, under a name every locale can write, with its path beside it."""
    folder = waiting / format_name
    folder.mkdir(parents=True, exist_ok=True)
    stem = hashlib.sha256(path.encode()).hexdigest()[:16]
    (folder / f"{stem}.path").write_text(path, encoding="utf-8")
    (folder / f"{stem}.{SOURCES[format_name]}").write_bytes(content)


def convert(waiting: Path, out: Path) -> None:
    """Convert what waits into its place, a hundred files a run; the suite's own profile is a fresh one."""
    for folder in sorted(waiting.glob("*")):
        files = sorted(folder.glob(f"*.{SOURCES[folder.name]}"))
        for start in range(0, len(files), _AT_ONCE):
            _run(folder.name, files[start : start + _AT_ONCE], out)
        shutil.rmtree(folder)


def _run(format_name: str, files: list[Path], out: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        soffice(files, _FILTERS.get(format_name, format_name), Path(place))
        for file in files:
            target = out / file.with_suffix(".path").read_text(encoding="utf-8")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(place) / f"{file.stem}.{format_name}", target)


def soffice(files: list[Path], convert_to: str, out: Path) -> None:
    """One run of LibreOffice over files."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", convert_to,
                "--outdir", out, *files,
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip
