"""The six pages in a real browser: clicks, keys, both lights, two widths, print, and without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from audit.database import reading
from tests.audit.web.browser import SCREENSHOTS, chromium, launched, required, served
from tests.audit.web.samples import imported

pytestmark = pytest.mark.skipif(chromium() is None and not required(), reason="no Chromium is installed")

WIDE, NARROW = (1280, 900), (390, 844)
PAGES = ("/", "/indicators", "/tables", "/audit", "/compare?by=actual", "/imports")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as started:
        yield started


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(imported()) as there:
        yield there


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=address, viewport={"width": WIDE[0], "height": WIDE[1]}, locale="zh-CN")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing may go wrong: no error in the console, nothing asked for elsewhere."""
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda request: None if "127.0.0.1" in request.url else wrong.append(request.url))
    yield opened
    assert wrong == []


def table(kind: str) -> tuple[str, str, str, str]:
    """A table in a file of a format: its key, the hash of its file, an indicator and its value."""
    with reading(imported()) as connection:
        row = connection.execute(
            "SELECT t.key, s.sha256, i.key, i.stated_value FROM sources AS s JOIN tables AS t USING (source_id)"
            " JOIN indicators AS i USING (table_id) WHERE s.format = ? AND i.stated_value LIKE '≥%'"
            " AND s.path LIKE '%guangdong%' ORDER BY length(i.stated_value) DESC LIMIT 1",
            [kind],
        ).fetchone()
    return tuple(row)


def kept(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_every_page_fits_in_both_lights_and_widths(
    browser: Browser, address: str, size: tuple[int, int], light: str
) -> None:
    made = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if light == "dark" else "light",
    )
    page = made.new_page()
    key, source, indicator, _ = table("pdf")
    for path in (*PAGES, f"/tables/{key}?source={source}&indicator={indicator}"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        name = re.sub(r"\W+", "-", path.split("?")[0]).strip("-") or "overview"
        kept(page, f"{name[:12]}-{size[0]}-{light}")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
        assert page.locator("h1").count() == 1, path
        assert page.locator("html").get_attribute("lang") == "zh-CN"
    made.close()


def test_from_the_first_page_to_the_rows_behind_a_bar(page: Page) -> None:
    page.goto("/")
    page.locator("#chart-satisfaction .bars").wait_for()
    page.locator("#chart-satisfaction a", has_text="90 – 95 %").click()
    expect(page.locator("h1")).to_contain_text("指标")
    expect(page.locator("tr[data-row]").first).to_contain_text("9")


def test_searching_narrowing_and_taking_it_back(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("满意度")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicators?q=*")
    before = page.locator("tr[data-row]").count()
    page.locator("#facet-fiscal_year a", has_text="2024").last.click()
    page.wait_for_url("**is=fiscal_year*")
    expect(page.locator("#facet-fiscal_year [aria-current]")).to_contain_text("2024")
    assert 0 < page.locator("tr[data-row]").count() < before
    page.locator(".chips a", has_text="2024").click()
    expect(page.locator("tr[data-row]")).to_have_count(before)


def test_choosing_columns_and_handing_over_what_is_shown(page: Page) -> None:
    page.goto("/indicators?q=满意度")
    page.get_by_text("选择列").click()
    page.get_by_label("下限").check()
    page.get_by_label("项目", exact=True).last.uncheck()
    page.get_by_role("button", name="显示").click()
    expect(page.locator("thead")).to_contain_text("下限")
    expect(page.locator("thead")).not_to_contain_text("项目")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("指标,指标值（原文）,读作,下限")
    assert len(lines) == page.locator("tr[data-row]").count() + 1


def test_what_is_loaded_late_leaves_the_title_of_the_page(page: Page) -> None:
    for path, title in (("/", "总览"), ("/indicators?q=满意度", "指标")):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert page.title().startswith(f"{title} · ")


def test_the_blank_part_of_a_cell_leads_where_its_words_do(page: Page) -> None:
    key, source, _, _ = table("docx")
    page.goto(f"/tables/{key}?source={source}")
    cell = page.locator("[data-pane] td:has(a)").last
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] - 2, box["y"] + box["height"] - 2)
    page.wait_for_url("**indicator=*")


def test_a_figure_lights_its_cell_and_a_cell_its_row(page: Page) -> None:
    key, source, _, _ = table("docx")
    page.goto(f"/tables/{key}?source={source}")
    figure = page.locator("tr[data-row] a.main").nth(3)
    words = figure.inner_text()
    figure.click()
    lit = page.locator(".grid .lit mark")
    expect(lit).to_have_text(words)
    assert "indicator=" in page.url
    assert lit.is_visible()
    pane, cell = page.locator("[data-pane]").bounding_box(), lit.bounding_box()
    assert pane is not None
    assert cell is not None
    assert pane["y"] <= cell["y"] <= pane["y"] + pane["height"], "it came into view"
    other = page.locator(".grid td.used a", has_text="≥").last
    said = other.inner_text()
    other.click()
    expect(page.locator("tr[data-row][aria-current]")).to_contain_text(said[:6])
    page.go_back()
    expect(lit).to_have_text(words)
    page.wait_for_load_state("networkidle")
    page.go_back()
    expect(page.locator("[data-lit]")).to_have_count(0)


def test_on_a_narrow_page_a_click_leads_to_the_source_and_back(page: Page) -> None:
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    key, source, _, _ = table("xlsx")
    page.goto(f"/tables/{key}?source={source}")
    page.locator("tr[data-row] a.main").nth(2).click()
    expect(page.locator("[data-lit]").first).to_be_in_viewport()
    page.locator(".grid td.used a", has_text="≥").first.click()
    expect(page.locator("tr[data-row][aria-current]")).to_be_in_viewport()


def test_a_figure_lights_its_box_on_the_page_of_a_book(page: Page) -> None:
    key, source, indicator, value = table("pdf")
    page.goto(f"/tables/{key}?source={source}")
    page.locator(f"#i-{indicator} a.main").click()
    box = page.locator(".box.lit")  # a value broken over two pages lights a box on each
    box.first.wait_for()
    said = "".join(one.get_attribute("aria-label") or "" for one in box.all())
    assert value.replace("\n", "") in said.replace("\n", "")
    image = page.locator("svg image").first
    assert page.request.get(image.get_attribute("href") or "").headers["content-type"] == "image/png"
    page.get_by_role("link", name="重绘表格").click()
    expect(page.locator(".grid .lit").first).to_be_visible()
    kept(page, "drawn-grid")


def test_the_rules_run_and_a_finding_is_exempted_and_taken_back(page: Page) -> None:
    page.goto("/audit")
    if page.get_by_role("button", name="运行审核规则").count():
        page.get_by_role("button", name="运行审核规则").click()
    page.locator(".finding").first.wait_for(timeout=60_000)
    first = page.locator(".finding").first
    key = first.get_attribute("id") or ""
    first.get_by_text("处理", exact=True).click()
    first.get_by_label("理由或处理意见").fill("已与单位核实")
    first.get_by_label("姓名").fill("王审计")
    first.get_by_role("button", name="豁免").click()
    expect(page.locator(f"#{key}")).to_have_count(0)
    page.goto("/audit?state=exempted")
    expect(page.locator(f"#{key}")).to_contain_text("已与单位核实")
    kept(page, "exempted")
    page.locator(f"#{key}").get_by_text("处理", exact=True).click()
    page.locator(f"#{key}").get_by_role("button", name="撤回").click()
    page.goto(f"/audit?key={key[2:]}")
    expect(page.locator(f"#{key} .tag")).to_have_count(0)


def test_comparing(page: Page) -> None:
    page.goto("/compare?by=actual")
    page.locator(".chips a", has_text="未完成").click()
    expect(page.locator(".status").first).to_have_text("未完成")
    page.locator("a.main").first.click()
    expect(page.locator("[data-lit]").first).to_be_visible()


def test_keys_move_open_and_explain(page: Page) -> None:
    page.goto("/tables")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("tr[data-row]").first).to_have_attribute("aria-current", "true")
    assert page.evaluate("document.activeElement.className") == "main"
    page.keyboard.press("Enter")
    page.wait_for_url("**/tables/*")


def test_a_figure_opened_by_key_keeps_the_focus(page: Page) -> None:
    key, source, _, _ = table("docx")
    page.goto(f"/tables/{key}?source={source}")
    for stroke in ("j", "j", "j", "Enter"):
        page.keyboard.press(stroke)
    expect(page.locator("[data-lit]").first).to_be_visible()
    expect(page.locator("tr[data-row] a.main").nth(2)).to_be_focused()


def test_the_focus_can_be_seen_and_the_first_stop_leads_to_the_content(page: Page) -> None:
    page.goto("/indicators")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_english_and_dark_by_a_click(page: Page) -> None:
    page.goto("/imports")
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_contain_text("Imports")
    page.locator(".settings a").last.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.wait_for_load_state()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.goto("/indicators")
    expect(page.locator("h1")).to_contain_text("Indicators")
    page.get_by_role("link", name="中文").click()


def test_on_paper(page: Page) -> None:
    key, source, indicator, _ = table("docx")
    page.goto(f"/tables/{key}?source={source}&indicator={indicator}")
    page.emulate_media(media="print")
    expect(page.locator(".bar nav")).to_be_hidden()
    expect(page.locator(".quick")).to_be_hidden()
    expect(page.locator(".indicators")).to_be_visible()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.pdf(path=SCREENSHOTS / "table.pdf", format="A4")


def test_without_javascript_everything_reads_and_works(browser: Browser, address: str) -> None:
    made = browser.new_context(base_url=address, java_script_enabled=False)
    page = made.new_page()
    for path in PAGES:
        page.goto(path)
        assert page.locator("h1").count() == 1
    page.goto("/")
    page.locator("#chart-satisfaction a").click()
    expect(page.locator(".bars a").first).to_be_visible()
    page.goto("/indicators")
    page.locator("#facet-level1 a").click()
    page.locator(".facets a", has_text="满意度指标").click()
    page.wait_for_url("**is=level1*")
    page.fill("#q", "群众")
    page.get_by_role("button", name="查找").click()
    page.locator("a.main").first.click()
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".figure").nth(2).click()
    expect(page.locator("mark").first).to_be_visible()
    made.close()
