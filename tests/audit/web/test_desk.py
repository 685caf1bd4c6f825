"""What the workbench works on."""

from pathlib import Path

from audit.web.desk import Desk


def test_a_file_is_saved_under_its_own_name_whatever_it_is() -> None:
    answer = Desk.download(b"x", 'a"\r\nX: y\n绩效.pdf', "application/octet-stream")
    assert (
        answer.headers["content-disposition"]
        == "attachment; filename*=UTF-8''a%22%0D%0AX%3A%20y%0A%E7%BB%A9%E6%95%88.pdf"
    )


def test_the_rules_that_come_with_it() -> None:
    assert "R26" in [ask.rule.code for ask in Desk(Path("x.db")).asks()]
