"""What is told in pieces, told whole: names letter by letter, house numbers in words, days apart from their year. Pure."""

from datetime import date

from hibachi.language.days_told import of_the_year, whole
from hibachi.language.spelled_names import joined
from hibachi.language.spoken_streets import in_digits


def together(texts: list[str], planned: date | None) -> list[str]:
    """Messages with their names, streets and days in one piece each. planned: the day that is talked of."""
    return [of_the_year(whole(in_digits(joined(text))), planned) for text in texts]
