"""Dates of the days that Americans call by name, for any year."""

from collections.abc import Callable
from datetime import date, timedelta

from hibachi.kit import lazy_re as re

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth (1..5, or -1, -2 from the end) weekday of a month; None where there is none."""
    if nth > 0:
        first = date(year, month, 1)
        day = 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1)
        return first.replace(day=day) if day <= days_in(year, month) else None
    last = date(year, month, days_in(year, month))
    day = last.day - (last.weekday() - weekday) % 7 + 7 * (nth + 1)
    return last.replace(day=day) if day >= 1 else None


def days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else date(9999, 12, 31)
    return (following - timedelta(days=1)).day if (year, month) < (9999, 12) else 31


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches in our calendar, 1900 to 2099 (Meeus, Julian algorithm)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _floating(month: int, weekday: int, nth: int, plus: int = 0) -> Callable[[int], date]:
    def on(year: int) -> date:
        found = nth_weekday(year, month, weekday, nth)
        assert found is not None
        return found + timedelta(days=plus)

    return on


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _from_orthodox_easter(days: int) -> Callable[[int], date]:
    return lambda year: orthodox_easter(year) + timedelta(days=days)


_S = r"(?:'?s'?)?"
_NAMED: tuple[tuple[str, Callable[[int], date]], ...] = (
    (rf"new year{_S}'? ?eve|nye", _fixed(12, 31)),
    (
        (
            r"(?<!chinese )(?<!lunar )(?<!islamic )(?<!parsi )(?<!persian )(?<!jewish )(?<!hindu "
            rf")(?<!vietnamese )(?<!tamil )(?<!thai )(?<!school )(?<!fiscal )new year{_S}'?(?: day)?(?! party)"
            r"|nyd"
        ),
        _fixed(1, 1),
    ),
    (
        (
            rf"(?:mlk|(?:dr\.? )?martin luther king,?)(?: jr\.?| junior)?{_S}'?(?: (?:day|birthday|holiday))?"
            r"|civil rights day"
        ),
        _floating(1, MON, 3),
    ),
    (r"super ?bowl(?: sunday)?", lambda year: _super_bowl(year)),
    (rf"groundhog{_S} day", _fixed(2, 2)),
    (rf"(?:(?:st\.?|saint) )?valentine{_S}(?: day)?|vday|v-day", _fixed(2, 14)),
    (r"epiphany|three kings'? day", _fixed(1, 6)),
    (r"leap day", lambda year: _leap_day(year)),
    (rf"(?:international )?wom[ae]n{_S}'? day", _fixed(3, 8)),
    (r"pi day", _fixed(3, 14)),
    (rf"(?:st\.?|saint) joseph{_S} day", _fixed(3, 19)),
    (rf"c[e\u00e9]sar ch[a\u00e1]vez{_S} day", _fixed(3, 31)),
    (rf"president{_S}'? day|(?:george )?washington{_S}'? (?:day|birthday)", _floating(2, MON, 3)),
    (rf"(?:abraham )?lincoln{_S}'? birthday", _fixed(2, 12)),
    (rf"(?:st\.?|saint) (?:patrick|patty|paddy){_S}(?: day)?|paddy{_S} day", _fixed(3, 17)),
    (rf"april fool{_S}'?(?: day)?", _fixed(4, 1)),
    (r"tax day", lambda year: _tax_day(year)),
    (r"earth day", _fixed(4, 22)),
    (r"patriots'? day|patriot's day", _floating(4, MON, 3)),
    (r"arbor day", _floating(4, FRI, -1)),
    (r"(?:star wars day|may the (?:4th|fourth) be with you)", _fixed(5, 4)),
    (rf"(?:national )?military spouse{_S}'? day", _floating(5, SUN, 2, -2)),
    (r"armed forces day", _floating(5, SAT, 3)),
    (rf"(?:national )?siblings?'?{_S} day", _fixed(4, 10)),
    (rf"(?:administrative professional|admin|secretar(?:y|ies)){_S}'? day", _floating(4, SAT, -1, -3)),
    (r"(?:(?:greek|eastern) )?orthodox easter(?: sunday| day)?|greek easter(?: sunday)?", _from_orthodox_easter(0)),
    (r"(?:(?:greek|eastern) )?orthodox easter mon(?:day)?", _from_orthodox_easter(1)),
    (r"orthodox (?:good|great|holy) friday|great friday", _from_orthodox_easter(-2)),
    (r"orthodox (?:great|holy) saturday", _from_orthodox_easter(-1)),
    (r"orthodox palm sunday", _from_orthodox_easter(-7)),
    (r"lazarus saturday", _from_orthodox_easter(-8)),
    (r"clean monday|orthodox (?:shrove|ash) monday", _from_orthodox_easter(-48)),
    (r"orthodox ascension(?: day)?", _from_orthodox_easter(39)),
    (r"orthodox pentecost(?: sunday)?", _from_orthodox_easter(49)),
    (r"orthodox whit monday", _from_orthodox_easter(50)),
    (r"(?:orthodox|coptic|russian|serbian) christmas(?: day)?", _fixed(1, 7)),
    (r"mardi gras|fat tuesday|shrove tuesday|pancake day", _from_easter(-47)),
    (r"ash wednesday", _from_easter(-46)),
    (r"palm sunday|branch sunday", _from_easter(-7)),
    (r"(?:maundy|covenant|holy) thu(?:rsday)?|thu(?:rsday)? of mysteries", _from_easter(-3)),
    (r"good friday", _from_easter(-2)),
    (r"holy saturday|easter saturday", _from_easter(-1)),
    (r"easter mon(?:day)?", _from_easter(1)),
    (r"ascension day", _from_easter(39)),
    (r"corpus christi(?! ?,? ?(?:tx|texas))", _from_easter(60)),
    (r"easter(?: sunday| day)?", easter),
    (r"pentecost(?: sunday)?|white sunday|whit sunday", _from_easter(49)),
    (r"whit monday|monday of the holy spirit", _from_easter(50)),
    (r"trinity sunday", _from_easter(56)),
    (r"cinco de mayo|5 de mayo", _fixed(5, 5)),
    (rf"international (?:labou?r|worker{_S}'?) day|worker{_S}'? day|may day|law day|lei day|loyalty day", _fixed(5, 1)),
    (rf"(?:mother|mom|mama){_S}'? ?day", _floating(5, SUN, 2)),
    (r"memorial day|decoration day", _floating(5, MON, -1)),
    (r"juneteenth", _fixed(6, 19)),
    (r"flag day", _fixed(6, 14)),
    (rf"(?:father|dad|papa){_S}'? ?day", _floating(6, SUN, 3)),
    (r"mexican independence day|diez y seis de septiembre", _fixed(9, 16)),
    (r"canada day", _fixed(7, 1)),
    (r"bastille day", _fixed(7, 14)),
    (r"independence day|fourth of july|4th of july|july (?:the )?4th|july fourth", _fixed(7, 4)),
    (rf"(?:national )?parents?'?{_S} day", _floating(7, SUN, 4)),
    (r"labou?r day", _floating(9, MON, 1)),
    (rf"(?:national )?grandparents?'?{_S} day", _floating(9, MON, 1, 6)),
    (r"patriot day", _fixed(9, 11)),
    (r"constitution day", _fixed(9, 17)),
    (r"leif erikson day", _fixed(10, 9)),
    (rf"(?:columbus|indigenous peoples?){_S}'? day", _floating(10, MON, 2)),
    (rf"boss(?:es)?{_S}(?:'?s)? day|boss's", _fixed(10, 16)),
    (r"election day", _floating(11, MON, 1, 1)),
    (r"halloween|hallowe'en", _fixed(10, 31)),
    (rf"world vegan day|all saints{_S}'? day", _fixed(11, 1)),
    (rf"all souls{_S}'? day|day of the dead|d[i\u00ed]a de (?:los )?muertos", _fixed(11, 2)),
    (rf"veteran{_S}'? day|armistice day", _fixed(11, 11)),
    (r"thanksgiving eve", _floating(11, THU, 4, -1)),
    (r"black friday", _floating(11, THU, 4, 1)),
    (r"small business saturday", _floating(11, THU, 4, 2)),
    (r"cyber monday", _floating(11, THU, 4, 4)),
    (r"giving tuesday|givingtuesday", _floating(11, THU, 4, 5)),
    (rf"(?:st\.?|saint) nicholas{_S} day", _fixed(12, 6)),
    (r"canadian thanksgiving(?: day)?", _floating(10, MON, 2)),
    (r"thanksgiving(?: day)?|turkey day", _floating(11, THU, 4)),
    (r"(?:christmas|xmas|x-mas) ?eve", _fixed(12, 24)),
    (r"(?:christmas|xmas|x-mas)(?: day)?", _fixed(12, 25)),
    (r"boxing day|kwanzaa", _fixed(12, 26)),
)


def _leap_day(year: int) -> date:
    """February 29 of the year or of the next leap year."""
    leap = next(later for later in range(year, year + 9) if days_in(later, 2) == 29)
    return date(leap, 2, 29)


def _super_bowl(year: int) -> date:
    """The second Sunday of February since the season of 17 games (2022), the first one before."""
    found = nth_weekday(year, 2, SUN, 2 if year >= 2022 else 1)
    assert found is not None
    return found


def _tax_day(year: int) -> date:
    """April 15, put off by weekends and Emancipation Day (26 U.S.C. 7503)."""
    day = date(year, 4, 15)
    return day + timedelta(days={FRI: 3, SAT: 3, SUN: 2}.get(day.weekday(), 0))


def observed(day: date) -> date:
    """The day off for a holiday: Friday for a Saturday, Monday for a Sunday (5 U.S.C. 6103)."""
    return day + timedelta(days={SAT: -1, SUN: 1}.get(day.weekday(), 0))


def weekend_around(day: date) -> tuple[date, ...]:
    """The days off round a holiday: with the Friday before or the Monday after it; both weekends of a Wednesday."""
    before, after = {MON: (2, 0), TUE: (3, 0), WED: (4, 4), THU: (0, 3), FRI: (0, 2), SAT: (0, 1), SUN: (1, 0)}[
        day.weekday()
    ]
    days = [day + timedelta(days=off) for off in range(-before, after + 1)]
    return tuple(on for on in days if on.weekday() in (SAT, SUN) or on == day or on.weekday() == FRI and after < 4)


HOLIDAY = "|".join(f"(?:{names})" for names, _ in _NAMED)
FOREIGN = re.compile(
    r"\b(?!american\b|vegetarian\b|pescatarian\b|christian\b)(?:orthodox|coptic|greek|julian"
    r"|\w{2,}(?:ese|ian|ish|ean|ican|adian|amic|indi|ali|abi|thai|tamil)) $"
)
"""A people or church before a feast's name: it may keep the feast on another day."""
GREETING = re.compile(
    r"\b(?:(?:happy|merry|blessed|joyous|prosperous|feliz)(?: (?:belated|early|and|&|a))*"
    r"|(?:have|had|having) an? (?:\w+ )?(?:happy|merry|blessed|great|good|lovely|nice|wonderful|safe"
    r"|fun|fantastic|peaceful)|(?:enjoy(?:ed|ing)?|survived?|how was) (?:your|the|a)(?: \w+)?) $"
)
"""What stands before a feast's name in a greeting: "happy new year" asks for no day."""
OCCASION = re.compile(r" (?:party|dinner|lunch|brunch|bash|celebration|event|get[- ]?together|gathering|meal|feast)\b")
_EACH = tuple((re.compile(names), on) for names, on in _NAMED)


def holiday_in(name: str, year: int) -> date | None:
    """The date of a holiday named in lower case, in a year; None where the name is none of them."""
    for pattern, on in _EACH:
        if pattern.fullmatch(name):
            return on(year)
    return None
