"""`python -m handbook`: write every page of docs/reference, and take away those nothing writes any more."""

from pathlib import Path

from handbook.pages import FOLDER, pages


def main() -> None:
    """Write the pages."""
    written: set[Path] = set()
    for page in pages():
        path = FOLDER / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
        written.add(path)
    for path in FOLDER.rglob("*"):
        if path.is_file() and path not in written:
            path.unlink()


if __name__ == "__main__":
    main()
