"""A page as PDF, by reportlab: the same page is the same bytes. Imported where a document is opened, and only there."""

import io
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from hibachi.payments.documents.schemas import Page

PLAIN, STRONG = "Vera", "VeraBd"
ASIAN: Final = {"STSong-Light": "gb2312", "HeiseiMin-W3": "shift_jis", "HYSMyeongJo-Medium": "euc_kr"}
"""Fonts that a reader brings itself, by what they can write; the first one that can writes."""
MARGIN = inch
QUIET = HexColor("#666666")
LINE = HexColor("#cccccc")


def printed(page: Page) -> bytes:
    """The PDF of a page, on as many sheets as it needs."""
    _fonts()
    written = io.BytesIO()
    sheets = SimpleDocTemplate(
        written,
        pagesize=LETTER,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=f"{page.title} {page.number}",
        author=page.seller[0] if page.seller else "",
        invariant=1,
    )
    sheets.build([*_head(page), *_table(page), *_notes(page)])
    return written.getvalue()


@cache
def _fonts() -> frozenset[int]:
    """Register the fonts; the characters that the plain one has."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in (PLAIN, STRONG):
        pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))
    for name in ASIAN:
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return frozenset(pdfmetrics.getFont(PLAIN).face.charToGlyph)


def _font_of(letter: str) -> str | None:
    """Who can write a letter; None: the plain font, also where nobody can."""
    if ord(letter) in _fonts():
        return None
    for font, encoding in ASIAN.items():
        try:
            letter.encode(encoding)
        except UnicodeEncodeError:
            continue
        return font
    return None


def _paragraph(words: str, *, strong: bool = False, size: float = 9, right: bool = False, quiet: bool = False) -> Any:
    """Words as they stand, each run in a font that has it."""
    runs = [(font, escape("".join(run))) for font, run in groupby(words, key=_font_of)]
    marked = "".join(f'<font name="{font}">{run}</font>' if font else run for font, run in runs)
    style = ParagraphStyle("words", fontName=STRONG if strong else PLAIN, fontSize=size, leading=size * 1.4)
    style.alignment = TA_RIGHT if right else style.alignment
    style.textColor = QUIET if quiet else style.textColor
    return Paragraph(marked, style)


def _head(page: Page) -> list[Flowable]:
    seller = [_paragraph(words, strong=place == 0, right=True) for place, words in enumerate(page.seller)]
    title = [_paragraph(page.title, strong=True, size=20)]
    facts = [[_paragraph(name, quiet=True), _paragraph(value)] for name, value in page.facts]
    buyer = [_paragraph("For", quiet=True), *(_paragraph(words) for words in page.buyer)]
    top = Table([[title, seller]], colWidths=[3.25 * inch, 3.25 * inch])
    about = Table([[buyer, Table(facts, colWidths=[1.2 * inch, 2.05 * inch])]], colWidths=[3.25 * inch, 3.25 * inch])
    for one in (top, about):
        one.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return [top, Spacer(1, 0.3 * inch), about, Spacer(1, 0.3 * inch)]


def _table(page: Page) -> list[Flowable]:
    names = [_paragraph(name, quiet=True, right=place > 0) for place, name in enumerate(("What", "How many", "Each", "Amount"))]  # fmt: skip
    rows = [
        [_paragraph(row.label), *(_paragraph(cell, right=True) for cell in (row.quantity, row.unit, row.amount))]
        for row in page.rows
    ]
    last = len(page.sums) - 1
    sums = [
        [_paragraph(name, strong=at == last), "", "", _paragraph(value, strong=at == last, right=True)]
        for at, (name, value) in enumerate(page.sums)
    ]
    table = Table([names, *rows, *sums], colWidths=[3.1 * inch, 0.9 * inch, 1.15 * inch, 1.35 * inch], repeatRows=1)
    foot = len(rows) + 1
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, 0), 0.5, LINE),
                ("LINEABOVE", (0, foot), (-1, foot), 0.5, LINE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *(("SPAN", (0, foot + at), (2, foot + at)) for at in range(len(sums))),
            ]
        )
    )
    return [table, Spacer(1, 0.3 * inch)]


def _notes(page: Page) -> list[Flowable]:
    return [_paragraph(words, quiet=True) for words in page.notes]
