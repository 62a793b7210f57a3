"""Pure decisions of the assistant: how figures and days are written, and which numbers a text may name."""

from collections.abc import Iterable, Sequence
from datetime import date

from hibachi.concierge.assistant.schemas import Column, Report
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse, spoken

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SMALL = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_WORD = re.compile(rf"\b(?:{'|'.join(_SMALL)})\b")


def told(day: date) -> str:
    """ "Sat, Mar 14, 2026"."""
    return f"{day:%a}, {day:%b} {day.day}, {day.year}"


def span(first: date | None, last: date | None) -> str:
    """The days of a period in words; empty where there is none."""
    if first is None and last is None:
        return ""
    if first == last and first is not None:
        return told(first)
    begins = f"from {told(first)} " if first else ""
    return f"{begins}to {told(last)}" if last else begins.strip()


def money(cents: int) -> str:
    """Cents as they are said."""
    return spoken(cents)


def unfounded(text: str, reports: Iterable[Report]) -> list[str]:
    """The numbers in a text that no report holds, each once: amounts, counts and parts of dates alike."""
    held: set[str] = set()
    for report in reports:
        held |= _numbers_of(report)
    low = text.lower()
    said = [(found.group(), _plain(found.group())) for found in NUMBER.finditer(low)]
    said += [(found.group(), str(_SMALL[found.group()])) for found in _WORD.finditer(low)]
    return list(dict.fromkeys(shown for shown, value in said if value not in held and value != "0"))


def _numbers_of(report: Report) -> set[str]:
    held = {_plain(found) for found in NUMBER.findall(f"{report.said} {report.title}")}
    held |= {_plain(str(value)) for value in report.figures.values()}
    for row in report.rows:
        for column, cell in zip(report.columns, row, strict=True):
            if not column.personal:
                held |= _numbers_of_cell(column, cell)
    return held


def _numbers_of_cell(column: Column, cell: str | int) -> set[str]:
    if column.kind == "day" and isinstance(cell, str) and cell:
        day = date.fromisoformat(cell)
        return {str(day.day), str(day.year), str(day.month)}
    return {_plain(found) for found in NUMBER.findall(str(cell))}


def _plain(number: str) -> str:
    """One writing for a number: "1,100.00" and "1100" are the same."""
    digits = number.replace(",", "")
    whole, _, rest = digits.partition(".")
    rest = rest.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{rest}" if rest else whole


def csv_cell(column: Column, cell: str | int) -> str:
    """A cell that no spreadsheet takes for a formula; amounts stay numbers."""
    text = str(cell)
    if column.kind == "money":
        return text
    return f"'{text}" if text.startswith(FORMULA) else text


def summed(amounts: Sequence[str]) -> int:
    """Amounts written as text, added up, in cents."""
    return sum(parse(amount) for amount in amounts)
