"""Days told in pieces are told whole: a year apart from its day, "the 28th, sunday", a year put right. Pure.

"June 20 at 6pm, 2027" is June 20, 2027; "6/20/2027, no wait 2026" is of 2026; "28th, sunday" is Sunday the 28th.
"""

from datetime import date

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH, WEEKDAY

_YEAR = r"20(?:2[4-9]|3\d)"
_SAID_YEAR = rf"(?:{_YEAR}|(?:next|nxt) (?:year|yr))"
_DAY = re.compile(
    rf"(?<![\w$/.-])(?:{MONTH}\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|\d{{1,2}}/\d{{1,2}})(?![\w:]"
    rf"|/\d\d(?!\d\d))(?P<year>(?:,? ?(?:of |in )?|/){_SAID_YEAR}\b)?",
    re.I,
)
_BACK = (
    r"(?:no|nope|wait|sorry|oops|whoops|oh|i mean|i meant|meant|actually|make that|or rather|rather"
    r"|correction|my bad|it'?s|its)"
)
_APART = re.compile(
    r"(?P<before>(?:^|[,;:.!?(–—-]|\b(?:in|of|am|noon|midnight|o'?clock|night|evening|afternoon|lunch"
    rf"|dinner|at \d{{1,2}})|(?<=\d)(?:am|pm)|(?<=\d )(?:am|pm)) ?"
    rf"|\b(?P<back>(?:{_BACK}[ ,.]+)+)(?:of |in |for "
    rf"|year )?)(?P<year>(?<![\d$#/-]){_SAID_YEAR})\)?(?=\s*(?:$|[,;:.!?)\n–—]"
    r"|(?:for|please|pls|with|at|thanks|thx|we|i|lol"
    r"|if)\b(?! (?:the )?(?:price|rate|season|hours|hrs))))",
    re.I,
)
_NO_YEAR = re.compile(
    r"\b(?:class|grads?|graduat\w*|seniors?|since|from|back|born|prom|best|summer|zip|code|total|\$)(?: (?:of|in))? ?$",
    re.I,
)
_WEEKDAY_BEHIND = re.compile(
    rf"(?P<before>\b\w+\.? )?(?P<the>\b(?:the )?)\b(?P<day>\d{{1,2}}(?:st|nd|rd|th))(?: then)?(?:, ?"
    rf"| ?\()(?:a |the |it'?s a |which is a |that'?s a )?(?P<name>{WEEKDAY})\)?(?![\w'])",
    re.I,
)
_ALONE = re.compile(
    r"^(?P<lead>(?:(?:lol|haha|sorry|oh|ok|okay|then|actually|no|wait|i meant?|meant|oops|my bad|well"
    r"|um|uh|so|lets do|let's do)[ ,.!]+)+)(?P<day>\d{1,2}(?:st|nd|rd|th))(?= (?:then|instead|please"
    r"|pls|works|is|at)\b|\s*[,.!?]|\s*$)",
    re.I,
)
_ONLY_A_YEAR = re.compile(
    r"\W*(?:(?:no|not|sorry|oops|oh|wait|lol|haha|yes|yeah|ok|actually|(?:i|we) meant?|meant|mean"
    r"|i said|said|it'?s|its|it should be|should be|make (?:it|that)|that'?s|the year(?: is| was)?"
    r"|year(?: is)?|in|for|of|of course|my bad|my mistake|please|pls|(?:not )?(?:this|last) year"
    rf"|not {_YEAR})\b[ ,.!:;–—-]*)*(?P<year>(?<!not ){_YEAR})(?:[ ,.!]+(?:not {_YEAR}"
    r"|not (?:this|next|last) year|please|pls|lol|sorry|thanks|i mean(?:t)?|of course|my bad|instead"
    r"|is what i mean(?:t)?))*\W*",
    re.I,
)


def whole(text: str) -> str:
    """The text with each day in one piece."""
    text = _ALONE.sub(r"\g<lead>the \g<day>", _WEEKDAY_BEHIND.sub(_named_before, text))
    found = list(_DAY.finditer(text))
    return _with_its_year(text, found[0]) if len(found) == 1 else text


def of_the_year(text: str, planned: date | None) -> str:
    """A message that is nothing but a year, as the planned day in that year: "sorry i meant 2026"."""
    told = _ONLY_A_YEAR.fullmatch(text) if planned is not None else None
    if told is None or planned is None or int(told["year"]) == planned.year:
        return text
    sorry = "sorry, " if re.search(r"\bsorry\b", text, re.I) else ""
    return f"{sorry}{planned:%B} {planned.day}, {told['year']}"


def _named_before(said: re.Match[str]) -> str:
    """ "28th, sunday" as "Sunday the 28th"; a day that has its month stays as it is."""
    before = said["before"] or ""
    if re.fullmatch(rf"(?:{MONTH}|of|my|our|his|her|their|an?|\w+'?s)\.? ", before, re.I):
        return said.group()
    return (
        f"{before}{said['name']} the {said['day']}"
        if not before.lower().startswith("the ")
        else f"{said['name']} the {said['day']}"
    )


def _with_its_year(text: str, day: re.Match[str]) -> str:
    """The year that stands apart from the only day, beside it; one that is there stays unless it is taken back."""
    for told in _APART.finditer(text):
        inside = told.start("year") < day.end() and day.start() < told.end("year")
        if inside or _NO_YEAR.search(text[: told.start("year")]) or (day["year"] and not told["back"]):
            continue
        slash = "/" if day["year"] and day["year"].startswith("/") else " "
        end = day.start("year") if day["year"] else day.end()
        put = text[:end] + slash + told["year"] if told["year"][:2] == "20" else f"{text[:end]} {told['year']}"
        if told.start("year") < day.start():
            return f"{text[: told.start('year')]}{text[told.end('year') : end]} {told['year']}{text[day.end() :]}"
        rest = text[told.end() :]
        lead = told.start("back") if told["back"] else told.start("year")
        return put + text[day.end() : lead].rstrip(" ,(") + rest
    return text
