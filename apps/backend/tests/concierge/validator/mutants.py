"""Makes wrong replies out of right ones. It shares no code with the validator, so that both cannot be blind alike.

A mutant is yielded only when its meaning is really another: a new number that no fact and no word of the customer
holds, or a number of the facts that has another role there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tests.concierge.validator.corpus import Reply

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


@dataclass(frozen=True)
class Mutant:
    """A wrong reply: which kind of wrong, what was there, what is there now."""

    kind: str
    reply: Reply
    was: str
    now: str


def mutants(reply: Reply) -> Iterator[Mutant]:
    """Every wrong reply that the mutator knows to make of a right one."""
    yield from _amounts(reply)
    yield from _swapped_amounts(reply)
    yield from _days(reply)
    yield from _weekdays(reply)
    yield from _times(reply)
    yield from _counts(reply)
    yield from _availability(reply)


def differs(mutant: Mutant, reply: Reply) -> bool:
    """Whether anything was changed at all: "$110" for "$110.00" is no mutant."""
    return mutant.reply.text != reply.text and mutant.was.rstrip("0").rstrip(".") != mutant.now.rstrip("0").rstrip(".")


def _put(reply: Reply, kind: str, start: int, end: int, now: str) -> Mutant:
    text = reply.text[:start] + now + reply.text[end:]
    return Mutant(kind, replace(reply, text=text), reply.text[start:end], now)


# -- what is true


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, str(key)))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, str(number)))
    else:
        yield path, value


def true_amounts(reply: Reply) -> dict[int, set[str]]:
    """Cents to the roles that they have in the facts, by the name of the field (and the key of the line)."""
    found: dict[int, set[str]] = {}
    for fact in reply.facts:
        for path, value in leaves(fact.result):
            if isinstance(value, str) and re.fullmatch(r"\d+\.\d\d", value):
                found.setdefault(int(value.replace(".", "")), set()).add(_role(fact.result, path))
    return found


def _role(result: dict[str, Any], path: tuple[str, ...]) -> str:
    parent: Any = result
    for step in path[:-1]:
        parent = parent[int(step)] if isinstance(parent, list) else parent[step]
    if isinstance(parent, dict) and "key" in parent:
        return f"{parent['key']}:{'each' if path[-1] == 'unit' else 'line'}"
    if path[-1] == "amount":
        return f"{path[-2]}:each"
    if len(path) > 1 and path[-2] in ("upgrades_per_person", "addons_each"):
        return f"{path[-1]}:each"
    names = {"fee": "travel_fee", "party_minimum": "minimum", "total_protein_cost": "proteins"}
    return names.get(path[-1], path[-1])


def true_numbers(reply: Reply) -> set[float]:
    """Every number that a fact or the customer holds, whatever it counts; sums of guests and lengths of lists too."""
    found: set[float] = set()
    for fact in reply.facts:
        for _, value in leaves(fact.result):
            if isinstance(value, int | float) and not isinstance(value, bool):
                found |= {float(value), float(int(value)), float(int(value) + 1)}
            elif isinstance(value, str):
                found |= {float(number) for number in re.findall(r"\d+(?:\.\d+)?", value)}
        found |= set(_sums(fact.result))
    for words in reply.said:
        found |= {float(number) for number in re.findall(r"\d+", words)}
        found |= {float(ONES.index(word)) for word in re.findall(r"[a-z]+", words.lower()) if word in ONES}
    return found | {float(ONES.index("twenty") if "twenty" in ONES else 20)}


def _sums(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        if "adults" in value:
            counts = [float(value.get(key) or 0) for key in ("adults", "children", "toddlers")]
            yield from (sum(counts), sum(counts[:2]))
        for item in value.values():
            yield from _sums(item)
    elif isinstance(value, list):
        yield float(len(value))
        for item in value:
            yield from _sums(item)


def true_days(reply: Reply) -> set[date]:
    found = {reply.today}
    for fact in reply.facts:
        for _, value in leaves(fact.result):
            if isinstance(value, str) and (match := re.match(r"(\d{4}-\d\d-\d\d)", value)):
                found.add(date.fromisoformat(match[1]))
    return found


# -- amounts


def spell(number: int) -> str:
    """1100 as "eleven hundred", 1080 as "one thousand eighty"."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000 or (number < 2000 and number % 100 == 0):
        rest = number % 100
        return f"{spell(number // 100)} hundred" + (f" and {spell(rest)}" if rest else "")
    rest = number % 1000
    return f"{spell(number // 1000)} thousand" + (f" {spell(rest)}" if rest else "")


AMOUNT = re.compile(r"\$(\d{1,3}(?:,\d{3})+|\d+)(\.\d\d)?(?!\d)|\b(\d{1,3}(?:,\d{3})+|\d+) dollars\b")


def amounts(text: str) -> Iterator[tuple[int, int, int]]:
    for match in AMOUNT.finditer(text):
        whole = (match[1] or match[3]).replace(",", "")
        yield *match.span(), int(whole) * 100 + int((match[2] or ".00")[1:])


def _spellings(cents: int) -> list[str]:
    whole, rest = divmod(cents, 100)
    if rest:
        return [f"${whole:,}.{rest:02d}", f"{whole}.{rest:02d} dollars"]
    forms = [f"${whole:,}", f"${whole:,}.00", f"{whole} dollars", f"USD {whole}", f"${whole}"]
    forms.append(f"{spell(whole)} dollars")
    if whole >= 1000 and whole % 100 == 0:
        forms.append(f"${whole / 1000:.1f}k")
    return forms


def _wrong(cents: int) -> Iterator[int]:
    digits = str(cents // 100)
    yield from (cents + step for step in (100, -100, 500, -500, 1000, -1000, 5000, 10000, 50, 1))
    yield cents * 10
    yield cents * 2
    if len(digits) > 1:
        yield int(digits[:-1]) * 100
        yield int(digits[0] + digits[0] + digits[1:]) * 100
        yield int(digits[1] + digits[0] + digits[2:]) * 100
        yield int(digits[:-1] + str((int(digits[-1]) + 3) % 10)) * 100


def _amounts(reply: Reply) -> Iterator[Mutant]:
    known = true_amounts(reply)
    derived = {3500, 2500, 1500}  # an extra portion of a premium protein
    for start, end, cents in amounts(reply.text):
        for number, wrong in enumerate(dict.fromkeys(_wrong(cents))):
            if wrong <= 0 or wrong in known or wrong in derived:
                continue
            forms = _spellings(wrong)
            yield _put(reply, "amount", start, end, forms[0])
            yield _put(reply, "amount form", start, end, forms[1 + number % (len(forms) - 1)])


SAME = [{"per_person", "adult:each"}, {"refund", "deposit"}, {"food_subtotal", "food_total", "adult:line", "total"}]


def _swapped_amounts(reply: Reply) -> Iterator[Mutant]:
    """An amount of the facts where another belongs: the deposit for the total, a child's price for an adult's."""
    known = true_amounts(reply)
    for start, end, cents in amounts(reply.text):
        own = known.get(cents, set())
        for other, roles in known.items():
            if other == cents or other == 0 or own & roles or not own:
                continue
            if any(own & same and roles & same for same in SAME):
                continue
            yield _put(reply, "swapped amount", start, end, _spellings(other)[0])


# -- dates

DAY = re.compile(
    r"(?:(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?"
    r"(?:(?P<month>January|February|March|April|June|July|August|September|October|November|December) (?P<day>\d{1,2})(?P<th>st|nd|rd|th)?(?P<year>, 20\d\d)?|(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![/\d]))"
)


def _days(reply: Reply) -> Iterator[Mutant]:
    known = true_days(reply)
    for match in DAY.finditer(reply.text):
        year = int(match["year"][2:]) if match["year"] else 2026
        month = MONTHS.index(match["month"]) + 1 if match["month"] else int(match["m"])
        try:
            day = date(year, month, int(match["day"] or match["d"]))
        except ValueError:  # "there is no June 31"
            continue
        for step in (1, -1, 2, -2, 3, 7, -7, 10, 28, 31):
            other = day + timedelta(days=step)
            if other in known or other < date(2026, 1, 1) or _was_said(reply, other):
                continue
            for keep in (True, False):
                yield _put(reply, "date", *match.span(), _said_as(match, other, keep))


def _said_as(match: re.Match[str], day: date, keep: bool) -> str:
    name = WEEKDAYS[day.weekday()]
    weekday = (
        ""
        if not match["wd"]
        else f"{match['wd'] if keep else name[: len(match['wd'])] if len(match['wd']) == 3 else name} "
    )
    if match["month"]:
        th = "th" if match["th"] else ""
        return f"{weekday}{MONTHS[day.month - 1]} {day.day}{th}{f', {day.year}' if match['year'] else ''}"
    return f"{weekday}{day.month}/{day.day}"


def _was_said(reply: Reply, day: date) -> bool:
    words = " ".join(reply.said).lower()
    return (
        bool(re.search(rf"\b{day.day}(?:st|nd|rd|th)?\b", words))
        or WEEKDAYS[day.weekday()][:3].lower() in words
        or "tomorrow" in words
    )


def _weekdays(reply: Reply) -> Iterator[Mutant]:
    """Another weekday beside the same date."""
    for match in DAY.finditer(reply.text):
        if not match["wd"]:
            continue
        for name in WEEKDAYS:
            if not name.startswith(match["wd"][:3]):
                yield _put(reply, "weekday", *match.span("wd"), name if len(match["wd"]) > 3 else name[:3])


# -- times

TIME = re.compile(r"(?<![:\d])\b(?P<h>1[0-2]|[1-9])(?P<min>:00)? ?(?P<ap>AM|PM|am|pm)\b|\b(?P<noon>noon)\b")


def _times(reply: Reply) -> Iterator[Mutant]:
    """A time that no slot has; and another slot beside a date of which no fact names that slot."""
    words = " ".join(reply.said).lower()
    pairs = {(value.get("date"), value.get("time")) for fact in reply.facts for value in _dicts(fact.result)}
    for match in TIME.finditer(reply.text):
        hour = 12 if match["noon"] else int(match["h"])
        for other in (1, 2, 4, 5, 7, 8, 10, 11):
            if other == hour or re.search(rf"\b{other}\b|{ONES[other]}", words) or _is_end(reply, match, other):
                continue
            yield _put(reply, "time", *match.span(), f"{other}{match['min'] or ''} {(match['ap'] or 'PM')}")
        yield from _other_slots(reply, match, hour, words, pairs)


def _other_slots(
    reply: Reply, match: re.Match[str], hour: int, words: str, pairs: set[tuple[Any, Any]]
) -> Iterator[Mutant]:
    beside = DAY.search(reply.text, max(0, match.start() - 26), match.start())
    if not beside or not re.fullmatch(r"(?:,| at|:|)? ?", reply.text[beside.end() : match.start()]):
        return
    month = MONTHS.index(beside["month"]) + 1 if beside["month"] else int(beside["m"])
    day = f"2026-{month:02d}-{int(beside['day'] or beside['d']):02d}"
    for slot in (12, 3, 6, 9):
        time = f"{slot % 12 + 12:02d}:00"
        if slot == hour or (day, time) in pairs or re.search(rf"\b{slot}(?!\d)|{ONES[slot]}", words):
            continue
        yield _put(reply, "slot", *match.span(), f"{slot}{match['min'] or ''} {match['ap'] or 'PM'}")


def _is_end(reply: Reply, match: re.Match[str], other: int) -> bool:
    """Within "until" or beside an arrival an hour may be a sum that is true."""
    return bool(re.search(r"(?:end|finish|arriv|to |until )\W*$", reply.text[: match.start()][-12:])) and other in (
        2,
        5,
        8,
        11,
    )


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _dicts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _dicts(item)


# -- counts

COUNT = re.compile(
    r"(?<![\w$.,/:-])(?P<n>\d{1,3}(?:\.\d)?)(?P<gap> |-)(?P<noun>adults?|people|guests?|kids|children|toddlers|miles?|hours?|minutes?|days?|months|feet|foot|lobster|gyoza|salmon|edamame|filet|proteins|extra)\b"
    r"|(?<![\w-])(?P<word>two|three|four|five|six|eight|ten|twelve|fifteen|twenty|Two|Eight|Twelve|Twenty|Fifteen) (?P<noun2>adults|people|guests|kids|toddlers|hours|days|lobster|gyoza|proteins)\b"
)


def _counts(reply: Reply) -> Iterator[Mutant]:
    known = true_numbers(reply)
    for match in COUNT.finditer(reply.text):
        words = {*ONES, "twenty"}
        value = (
            float(match["n"])
            if match["n"]
            else float(
                20
                if match["word"].lower() == "twenty"
                else ONES.index(match["word"].lower())
                if match["word"].lower() in words
                else 0
            )
        )
        for wrong in dict.fromkeys(
            (value + 1, value - 1, value + 2, value + 3, value - 3, value + 10, value * 2, value * 3 + 1, value + 7)
        ):
            whole = int(wrong)
            if wrong <= 3 or wrong in known or float(whole) in known or wrong > 999:
                continue
            start, end = match.span("n") if match["n"] else match.span("word")
            yield _put(reply, "count", start, end, str(whole))
            if whole < 100:
                yield _put(reply, "count word", start, end, spell(whole))


# -- availability

FLIPS = [
    (r"\bis open\b", ["is taken", "is fully booked", "is full", "isn't available", "is no longer available", "is sold out"]),
    (r"\bare open\b", ["are taken", "are fully booked", "are no longer free", "aren't available", "are sold out"]),
    (r"\b(is|are) available\b", [r"\1 not available", r"\1 unavailable", r"\1 already taken", r"\1 fully booked"]),
    (r"\bis still open\b", ["is gone", "is already booked", "is not open"]),
    (r"\bis free\b", ["is taken", "is full", "isn't free"]),
    (r"\bis (?:already )?taken\b", ["is open", "is available", "is free", "is still open", "is wide open"]),
    (r"\bis (?:already |fully )?(?:fully )?booked\b", ["is open", "is available", "is still free"]),
    (r"\bis (?:full|gone|sold out)\b", ["is open", "is available", "is still free"]),
    (r"\bisn't available\b", ["is available", "is open", "is still free"]),
    (r"\bWe have no openings\b", ["We have openings", "We still have openings"]),
    (r"\bwe can do\b", ["we can't do", "we are unable to do"]),
    (r"\bwe can't do\b", ["we can do", "we could do"]),
    (r"\bwe're free\b", ["we're not free", "we're fully booked", "we're sold out"]),
    (r"\bWe don't have a chef free\b", ["We have a chef free", "We do have a chef free"]),
    (r"\bdoes? have\b", ["don't have"]),
]  # fmt: skip


def _availability(reply: Reply) -> Iterator[Mutant]:
    """Open said of what is taken, taken of what is open; only where the facts of the turn speak of times."""
    if not any({"available", "alternatives", "held"} & set(fact.result) for fact in reply.facts):
        return
    for pattern, others in FLIPS:
        for match in re.finditer(pattern, reply.text):
            before = reply.text[max(0, match.start() - 60) : match.start()].lower()
            if (
                re.search(r"miles|toddler|change|reschedule|deposit|if |your party", before)
                and "march" not in before
                and "april" not in before
            ):
                continue
            if re.search(r"\bif\b|your party", before) or (
                re.search(r"booked", match.group())
                and any("booked" in fact.result or "bookings" in fact.result for fact in reply.facts)
            ):
                continue
            for other in others:
                yield _put(reply, "availability", *match.span(), match.expand(other))
