"""How much of anything jixiao reads before it says so and stops, as values."""

from pydantic import PositiveInt

from schema.model import Model

MIB = 1024 * 1024


class Limits(Model):
    """The bounds of one import; each ends a file with status `limit`, `timeout`, `out_of_memory` or `unsafe`.

    >>> Limits().file_bytes == 200 * MIB
    True
    """

    file_bytes: PositiveInt = 200 * MIB
    zip_entries: PositiveInt = 4_096
    inflated_bytes: PositiveInt = 512 * MIB
    part_bytes: PositiveInt = 256 * MIB
    inflation_ratio: PositiveInt = 200
    inflation_ratio_from_bytes: PositiveInt = MIB
    archive_nesting: PositiveInt = 3
    xml_depth: PositiveInt = 256
    pages: PositiveInt = 5_000
    cells: PositiveInt = 2_000_000
    characters: PositiveInt = 50_000_000
    wall_seconds: PositiveInt = 120
    worker_bytes: PositiveInt = 1_024 * MIB
    answer_bytes: PositiveInt = 96 * MIB
