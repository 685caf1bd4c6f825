"""Whether a change for speed changed a reading: `python -m bench.readings FOLDER… --out before.txt`, then again.

Prints or writes a line for each file: the hash of everything its reading says (tables, targets, places, diagnostics,
accounts, the rows that would be stored) and its path. Two versions read alike where the two outputs are the same bytes:
`diff before.txt after.txt`. `--show FILE` prints the whole reading of one file, to see what a difference is.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path

from ingest.answer import Answer
from ingest.files import Walk
from ingest.outcome import Outcome
from ingest.reading import FileReader
from ingest.said import NOTHING_SAID
from schema.limits import Limits


def told(outcome: Outcome) -> str:
    """Everything a reading says, as JSON."""
    answer = Answer.of(outcome).message().said
    accounts = [account.model_dump(mode="json") for account in outcome.accounts]
    whole = {"reading": outcome.reading.model_dump(mode="json"), "accounts": accounts, "answer": answer}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1)


def readings(folders: list[Path], limits: Limits) -> list[str]:
    """A line for each file under the folders, in the order of their paths."""
    reader = FileReader(limits)
    lines = []
    for folder in folders:
        for found in Walk(folder, folder).files():
            text = told(reader.read(found.location.read_bytes(), found.path, NOTHING_SAID))
            lines.append(f"{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}  {found.path}")
    return lines


def main() -> None:
    """Hash what is read, or show one reading."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--show", type=Path)
    asked = parser.parse_args()
    if asked.show is not None:
        print(told(FileReader(Limits()).read(asked.show.read_bytes(), asked.show.name, NOTHING_SAID)))
        return
    text = "".join(f"{line}\n" for line in readings(asked.folders, Limits()))
    if asked.out is None:
        sys.stdout.write(text)
    else:
        asked.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
