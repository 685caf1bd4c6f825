"""Comparisons as rows."""

from audit.comparing.rows import ACHIEVEMENTS, CHANGES, PEERS, change_sheet, meeting_sheet, peer_sheet


def test_the_columns_stand_even_where_there_is_nothing() -> None:
    made = [change_sheet([], "zh"), meeting_sheet([], "zh"), peer_sheet([], "en")]
    assert [sheet.columns for sheet in made] == [CHANGES, ACHIEVEMENTS, PEERS]
    assert all(list(sheet.rows) == [] for sheet in made)
    for columns in (CHANGES, ACHIEVEMENTS, PEERS):
        assert len({column.name for column in columns}) == len({column.zh for column in columns}) == len(columns)
