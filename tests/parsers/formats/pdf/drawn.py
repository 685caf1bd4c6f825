"""PDF files drawn line by line, so that where every cell stands is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

from schema.span import Box

_metrics: Any = import_module("reportlab.pdfbase.pdfmetrics")
_fonts: Any = import_module("reportlab.pdfbase.cidfonts")
_canvas: Any = import_module("reportlab.pdfgen.canvas")

FONT = "STSong-Light"
_metrics.registerFont(_fonts.UnicodeCIDFont(FONT))


class Cell(NamedTuple):
    """A cell to be drawn."""

    text: str
    rows: int = 1
    columns: int = 1


Row = Mapping[int, Cell]
"""The cells that begin in a row, by their column from 0."""


class Placed(NamedTuple):
    """A cell as drawn: where, and what it says there."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    box: Box


@dataclass(frozen=True)
class Look:
    """How a table is drawn.

    `borders`: all, open (no lines at the sides), three (rules above and below the header and at the foot), rows (lines
    below rows only), none. `stroke`: lines, rectangles (thin and filled), dots, frames (one a cell).
    """

    borders: str = "all"
    stroke: str = "lines"
    size: float = 10.0
    page: tuple[float, float] = (595.0, 842.0)
    rotate: int = 0
    sideways: bool = False
    header: int | None = None
    clip: bool = False
    fixed_height: float | None = None
    watermark: str | None = None
    footer: bool = False
    wrap: bool = True
    break_rows: bool = True


FORM: list[Row] = [
    {0: Cell("项目名称", columns=2), 2: Cell("专利转化专项计划", columns=3)},
    {0: Cell("主管部门", columns=2), 2: Cell("市知识产权局"), 3: Cell("实施单位"), 4: Cell("市知识产权保护中心")},
    {0: Cell("项目资金（万元）", columns=2), 2: Cell("年度资金总额"), 3: Cell("460", columns=2)},
    {
        0: Cell("年度总体目标", columns=2),
        2: Cell("开展知识产权宣传培训，提升企业创新能力，全年不少于三场，" * 3, columns=3),
    },
    {0: Cell("绩效指标", rows=9), 1: Cell("一级指标"), 2: Cell("二级指标"), 3: Cell("三级指标"), 4: Cell("指标值")},
    {
        1: Cell("产出指标", rows=4),
        2: Cell("数量指标", rows=2),
        3: Cell("培训知识产权行政执法人员"),
        4: Cell("≥200人次"),
    },
    {3: Cell("中小微企业接受高校院所专利转让许可次数增幅较上年"), 4: Cell("≥30%")},
    {2: Cell("质量指标"), 3: Cell("系统正常运转率"), 4: Cell("≥98%")},
    {2: Cell("时效指标"), 3: Cell("项目完成时间"), 4: Cell("2024年12月31日前")},
    {1: Cell("效益指标", rows=3), 2: Cell("社会效益指标", rows=2), 3: Cell("创新主体保护意识"), 4: Cell("有效提升")},
    {3: Cell("维权援助覆盖面"), 4: Cell("≥90%")},
    {2: Cell("可持续影响指标"), 3: Cell("信息系统使用年限"), 4: Cell("≥10年")},
    {1: Cell("满意度指标"), 2: Cell("服务对象满意度指标"), 3: Cell("服务企业满意度"), 4: Cell("≥95%")},
]
"""A form with labels merged over rows and columns."""

INDICATORS = [
    ("产出指标", "数量指标", "培训知识产权行政执法人员", "≥200人次"),
    ("产出指标", "数量指标", "中小微企业接受高校院所专利转让许可次数增幅较上年", "≥30%"),
    ("产出指标", "质量指标", "系统正常运转率", "≥98%"),
    ("产出指标", "时效指标", "项目完成时间", "2024年12月31日前"),
    ("效益指标", "社会效益指标", "创新主体保护意识", "有效提升"),
    ("效益指标", "社会效益指标", "维权援助覆盖面", "≥90%"),
    ("效益指标", "可持续影响指标", "信息系统使用年限", "≥10年"),
    ("满意度指标", "服务对象满意度指标", "服务企业满意度", "≥95%"),
]
"""What it says."""

WIDTHS = (60.0, 70.0, 90.0, 150.0, 100.0)


@dataclass
class Drawing:
    """A file in the making; y runs down the page, as people see it."""

    look: Look = field(default_factory=Look)
    placed: list[Placed] = field(default_factory=list)
    page: int = 1

    def __post_init__(self) -> None:
        """Begin the first page."""
        self._out = BytesIO()
        self._pen = _canvas.Canvas(self._out, pagesize=self._paper(), invariant=1)
        self._begin()

    def _paper(self) -> tuple[float, float]:
        width, height = self.look.page
        return (height, width) if self.look.sideways else (width, height)

    def _begin(self) -> None:
        """Turn the page as it is asked for: by its own /Rotate, or by drawing sideways."""
        width, height = self.look.page
        if self.look.rotate:
            self._pen.setPageRotation(self.look.rotate)
        match self.look.rotate:
            case 90:
                self._pen.transform(0, 1, -1, 0, height, 0)
            case 180:
                self._pen.transform(-1, 0, 0, -1, width, height)
            case 270:
                self._pen.transform(0, -1, 1, 0, 0, width)
        if self.look.sideways:
            self._pen.transform(0, 1, -1, 0, height, 0)
        if self.look.watermark:
            self._pen.saveState()
            self._pen.setFont(FONT, 50)
            self._pen.setFillGray(0.8)
            self._pen.translate(200, 300)
            self._pen.rotate(35)
            self._pen.drawString(0, 0, self.look.watermark)
            self._pen.restoreState()

    def next_page(self) -> None:
        """End a page."""
        if self.look.footer:
            self.text(270, self.look.page[1] - 40, f"— {self.page} —")
        self._pen.showPage()
        self.page += 1
        self._begin()

    def done(self) -> bytes:
        """The file."""
        if self.look.footer:
            self.text(270, self.look.page[1] - 40, f"— {self.page} —")
        self._pen.save()
        return self._out.getvalue()

    def text(
        self, x: float, top: float, text: str, size: float | None = None, *, font: str = FONT, apart: float = 0
    ) -> None:
        """A line of text whose letters begin at a height, so far `apart`."""
        size = size or self.look.size
        self._pen.setFont(font, size)
        self._pen.drawString(x, self.look.page[1] - top - 0.86 * size, text, charSpace=apart)

    def white(self, box: Box) -> None:
        """Paint over what stands in a box, short of the lines around it."""
        self._pen.setFillGray(1)
        height = self.look.page[1] - box.bottom
        self._pen.rect(box.x0 + 1, height + 1, box.x1 - box.x0 - 2, box.bottom - box.top - 2, stroke=0, fill=1)
        self._pen.setFillGray(0)

    def line(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A straight line in the stroke of the look."""
        height = self.look.page[1]
        match self.look.stroke:
            case "rectangles":
                self._pen.rect(x0 - 0.25, height - bottom - 0.25, x1 - x0 + 0.5, bottom - top + 0.5, stroke=0, fill=1)
            case "dots":
                steps = int(max(x1 - x0, bottom - top) // 2)
                for step in range(steps + 1):
                    x, y = x0 + (x1 - x0) * step / steps, top + (bottom - top) * step / steps
                    self._pen.rect(x - 0.3, height - y - 0.3, 0.6, 0.6, stroke=0, fill=1)
            case _:
                self._pen.setLineWidth(0.5)
                self._pen.line(x0, height - top, x1, height - bottom)

    def filled(self, box: Box, value: str, name: str, *, seen: bool = True) -> None:
        """A field of a form in a box, filled in with Latin letters; unseen ones only the file knows."""
        low = self.look.page[1] - box.bottom + 1
        flags = {} if seen else {"annotationFlags": "hidden"}
        self._pen.acroForm.textfield(
            name=name, value=value, x=box.x0 + 1, y=low, width=box.x1 - box.x0 - 2, height=box.bottom - box.top - 2,
            fontSize=8, **flags,
        )  # fmt: skip

    def noted(self, box: Box, text: str) -> None:
        """Text typed into a box as an annotation of which the file does not say how it looks."""
        height = self.look.page[1]
        self._pen.freeTextAnnotation(text, "/Helv 9 Tf", Rect=(box.x0, height - box.bottom, box.x1, height - box.top))

    def wrapped(self, text: str, width: float) -> list[str]:
        """A text in lines no wider than its cell; a word of letters or digits stays whole."""
        lines, line = [], ""
        for letter in text:
            if letter == "\n" or _metrics.stringWidth(line + letter, FONT, self.look.size) > width:
                lines.append(line)
                line = ""
            line += letter.strip("\n")
        return [*lines, line]

    def table(
        self, rows: Sequence[Row], left: float, top: float, widths: Sequence[float] = WIDTHS, bottom: float = 770
    ) -> float:
        """Draw a table from a height down, over as many pages as it takes; the height where it ends."""
        xs = [left + sum(widths[:number]) for number in range(len(widths) + 1)]
        start, at, y = 0, 0, top
        ys = [y]
        pending = [dict(row) for row in rows]
        numbers = list(range(len(rows)))
        while at < len(pending):
            high = self._height(pending[at], xs)
            if y + high <= bottom:
                y += high
                ys.append(y)
                at += 1
                continue
            rest = self._split(pending[at], xs, bottom - y)
            if rest is not None:
                pending[at], below = rest
                y = bottom
                ys.append(y)
                at += 1
                pending.insert(at, below)
                numbers.insert(at, numbers[at - 1])
            self._draw(pending, xs, ys, start, at)
            self.next_page()
            start, y = at, 50.0
            ys = [y]
            if self.look.header is not None:
                pending.insert(at, {**rows[self.look.header]})
                numbers.insert(at, self.look.header)
        self._draw(pending, xs, ys, start, at)
        return y

    def _height(self, row: Row, xs: Sequence[float]) -> float:
        if self.look.fixed_height is not None:
            return self.look.fixed_height
        texts = [(cell, xs[c + cell.columns] - xs[c] - 6) for c, cell in row.items() if cell.rows == 1]
        lines = max((len(self.wrapped(cell.text, width)) for cell, width in texts), default=1)
        return lines * 1.3 * self.look.size + 6

    def _split(self, row: Row, xs: Sequence[float], room: float) -> tuple[dict[int, Cell], dict[int, Cell]] | None:
        """A row in two halves, the upper one no higher than there is room."""
        count = int((room - 6) // (1.3 * self.look.size))
        if count < 1 or not self.look.break_rows:
            return None
        upper, lower = {}, {}
        for column, cell in row.items():
            lines = (
                self.wrapped(cell.text, xs[column + cell.columns] - xs[column] - 6) if cell.rows == 1 else [cell.text]
            )
            upper[column] = cell._replace(text="".join(lines[:count]))
            if len(lines) > count:
                lower[column] = cell._replace(text="".join(lines[count:]))
            elif cell.columns > 1 or cell.rows > 1:
                lower[column] = cell._replace(text="")
        return upper, lower

    def _draw(self, rows: Sequence[Row], xs: Sequence[float], ys: Sequence[float], start: int, end: int) -> None:
        """The part of a table that stands on a page."""
        taken: dict[tuple[int, int], tuple[int, int]] = {}
        for number in range(end):
            for column, cell in rows[number].items():
                last = min(number + cell.rows, end)
                first = max(number, start)
                if last <= first:
                    continue
                text = cell.text if number >= start else ""
                box = (xs[column], ys[first - start], xs[column + cell.columns], ys[last - start])
                taken.update(
                    {(r, c): (number, column) for r in range(first, last) for c in range(column, column + cell.columns)}
                )
                self._cell(text, box)
                if text:
                    spot = Box(page=self.page, x0=box[0], top=box[1], x1=box[2], bottom=box[3])
                    self.placed.append(Placed(number - start + 1, column + 1, last - first, cell.columns, text, spot))
        self._lines(taken, xs, ys, start, end)

    def _cell(self, text: str, box: tuple[float, float, float, float]) -> None:
        x0, top, x1, bottom = box
        lines = self.wrapped(text, x1 - x0 - 6) if self.look.wrap else [text]
        step = 1.3 * self.look.size
        y = top + (bottom - top - step * len(lines)) / 2 + 0.15 * self.look.size
        if self.look.clip:
            self._pen.saveState()
            path = self._pen.beginPath()
            path.rect(x0, self.look.page[1] - bottom, x1 - x0, bottom - top)
            self._pen.clipPath(path, stroke=0, fill=0)
        for number, line in enumerate(lines):
            if line:
                self.text(x0 + 3, y + number * step, line)
        if self.look.clip:
            self._pen.restoreState()

    def _lines(
        self,
        taken: Mapping[tuple[int, int], tuple[int, int]],
        xs: Sequence[float],
        ys: Sequence[float],
        start: int,
        end: int,
    ) -> None:
        borders, count = self.look.borders, len(xs) - 1
        if borders == "none":
            return
        if borders == "three":
            for y in (ys[0], ys[1], ys[-1]):
                self.line(xs[0], y, xs[-1], y)
            return
        for number, y in enumerate(ys):
            row = start + number
            drawn = [
                number in {0, len(ys) - 1} or taken.get((row - 1, column)) != taken.get((row, column))
                for column in range(count)
            ]
            for first, last in stretches(drawn):
                self.line(xs[first], y, xs[last], y)
        sides = {"rows": range(0), "open": range(1, count)}.get(borders, range(count + 1))
        for column in sides:
            drawn = [
                column in {0, count} or taken.get((row, column - 1)) != taken.get((row, column))
                for row in range(start, end)
            ]
            for first, last in stretches(drawn):
                self.line(xs[column], ys[first], xs[column], ys[last])


def stretches(drawn: Sequence[bool]) -> list[tuple[int, int]]:
    """Where runs of true begin and end."""
    ends = [at for at, (one, other) in enumerate(pairwise([False, *drawn, False])) if one != other]
    return list(zip(ends[::2], ends[1::2], strict=True))


def form(
    look: Look | None = None, title: str = "项目支出绩效目标表", rows: Sequence[Row] = FORM, top: float = 90
) -> tuple[bytes, list[Placed]]:
    """One form under its title, as a file, with what stands where."""
    drawing = Drawing(look or Look())
    drawing.text(200, top - 40, title, 16)
    drawing.text(430, top - 16, "单位：万元")
    drawing.table(rows, 60, top, bottom=drawing.look.page[1] - 60)
    return drawing.done(), drawing.placed
