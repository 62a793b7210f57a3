"""Every number with a noun (guests, portions, miles, hours, days) comes from a fact or from the customer."""

from collections.abc import Iterator
from dataclasses import dataclass

from hibachi.concierge.facts import Leaf
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.measures import UNITS, duration, mile
from hibachi.concierge.validator.roles import aliases
from hibachi.concierge.validator.text import Part
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import WORDS, to_int

_NUMBER = re.compile(
    rf"(?<![\w.,/$#:-])(?P<n>{WORDS}|\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?![\d/]|\.\d|,\d{{3}})(?P<plus>\+)?"
)
_RANGE = r"(?:\s?(?:-|to|or|and|through|x|by)\s?(?:\d+(?:\.\d+)?|[a-z]+)(?:-|\s)?)?"
_FILL = (
    r"(?:\s|-)?(?:(?:of (?:your|the|our|you)|more|extra|additional|full|free|driving|billed|billable"
    r"|chargeable|remaining|calendar|whole|elapsed|business|of|adult|paying|total|hungry|estimated"
    r"|straight|included|round|or more|or less|other|x|×|small|lovely|eight-foot|six-foot)\s)*"
)
_NOUNS: dict[str, str] = {
    "adult": r"adults?|grown-?ups?",
    "child": r"child(?:ren)?|kids?|youngsters?",
    "toddler": r"toddlers?|little ones?|babies|infants?",
    "guest": r"guests?|people|persons?|of us|of you|heads?|attendees|ppl|diners|friends|folks|seats?|eaters|mouths",
    "mile": r"miles?|mi\b",
    "hour": r"hours?|hrs?|h\b",
    "minute": r"minutes?|mins?|min\b",
    "day": r"days?(?! parties)|nights?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?(?! old)",
    "foot": r"feet|foot|ft\b",
    "inch": r"inch(?:es)?|in\.|\"",
    "protein": r"proteins?",
    "chef": r"chefs?|cooks?",
    "opening": (
        r"(?:open(?:ing)? )?(?:times?|slots?|openings?|spots|options|start times?"
        r"|dates)(?! (?:as|more|the|larger))"
    ),
    "booking": r"bookings?|parties|reservations?",
    "portion": r"portions?|orders?|upgrades?|servings?|plates?|pieces?",
}
_NOUN = re.compile(_RANGE + _FILL + "(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _NOUNS.items()) + r")\b")
_AGE = re.compile(
    r"^\s?(?:-|–)?(?:\s?(?:to|-|through|and)\s?\d{1,2})?\s?(?:years? old|year-olds?"
    r"|and (?:over|up|older|under|younger|above|below)|\+|or (?:older|younger|under|over|up))"
    r"|^(?:\s?(?:to|-|through)\s?\d{1,2})\s?(?:\)|,|\.|$|are|is|pay|eat|:)"
)
_AGE_BEFORE = re.compile(
    r"\b(?:age[sd]?|aged|under|over|older than|younger than|kids|children|child|between|adults?|turned"
    r"|toddlers?|\() ?(?:\(|are |who are |\d{1,2} (?:to|-|and|through) ?)?$"
)
_LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a reply with its noun (None: a bare number)."""

    start: int
    end: int
    value: float
    noun: str | None
    word: bool
    follow: str


def check_counts(ground: Ground) -> None:
    """Refuse numbers that neither facts nor the customer gave for what they count."""
    heard = _heard(ground)
    for part in ground.sentences:
        for count in find_counts(part):
            if ground.is_taken(count.start, count.end):
                continue
            ground.take(count.start, count.end)
            _check(ground, part, count, heard)


def find_counts(part: Part) -> Iterator[Count]:
    """Every number of a sentence; of a range ("90 to 120 minutes") both, each with the noun."""
    for match in _NUMBER.finditer(part.text):
        value = _value(match["n"])
        if value is None:
            continue
        noun = _NOUN.match(part.text, match.end())
        kind = noun.lastgroup if noun else None
        follow = part.text[match.end() : match.end() + 40]
        yield Count(
            part.start + match.start(), part.start + match.end("n"), value, kind, not match["n"][0].isdigit(), follow
        )


def _value(words: str) -> float | None:
    if words[0].isdigit() and "dozen" not in words and " " not in words:
        return min(float(words.replace(",", "")[:15]), _LARGEST)
    whole = to_int(words)
    return None if whole is None else float(whole)


def _heard(ground: Ground) -> dict[str, set[float]]:
    """The numbers that the customer said, by noun; "*" holds all of them and "guest" the sums of a message."""
    found: dict[str, set[float]] = {"*": set(), "guest": set(), "bare": set(), "people": set()}
    for words in ground.heard:
        people = []
        for count in find_counts(Part(0, len(words), words, False)):
            found["*"].add(count.value)
            found.setdefault(count.noun or "bare", set()).add(count.value)
            if count.noun in ("adult", "child", "toddler", "guest"):
                people.append(count.value)
        found["people"] |= set(people)
        found["guest"] |= {*people, sum(people)}
    return found


def _check(ground: Ground, part: Part, count: Count, heard: dict[str, set[float]]) -> None:
    text = part.text
    before = text[: count.start - part.start]
    if _is_age(before, count.follow, count.noun):
        _age(ground, count)
        return
    if count.noun is None:
        _bare(ground, part, count, heard)
        return
    leaf = _leaf(ground, part, count)
    if leaf is not None:
        ground.accept(count.start, count.end, leaf)
    elif _customer_said(count, heard):
        ground.accept_said(count.start, count.end)
    elif not _harmless(ground, count, before):
        ground.refuse(
            "count",
            count.start,
            count.end,
            (
                "neither a fact nor the customer gives this number for "
                f"{_NOUNS[count.noun].split('|')[0].replace('?', '')}"
            ),
        )


def _is_age(before: str, follow: str, noun: str | None) -> bool:
    if re.search(
        r"\b(?:part(?:y|ies)|groups?) (?:of )?(?:more than|over|above|up to|larger than|bigger than)? ?$", before
    ):
        return False
    if noun in ("mile", "hour", "minute", "day", "foot", "inch", "month"):
        return False
    return bool(_AGE.match(follow)) or (noun is None and bool(_AGE_BEFORE.search(before)))


def _age(ground: Ground, count: Count) -> None:
    prices = ground.profile.prices
    ages = " ".join([prices.adult.ages, prices.child.ages, prices.toddler.ages, *ground.profile.menu.included])
    allowed = {float(number) for number in re.findall(r"\d+", ages)}
    toddler_limit = max((float(number) for number in re.findall(r"\d+", prices.toddler.ages)), default=0.0) + 1
    if re.search(r"\bunder\b", ground.folded[max(0, count.start - 8) : count.start]):
        allowed.add(toddler_limit)
    if count.value in allowed or any(re.search(rf"\b{count.value:g}\b", words) for words in ground.heard):
        return
    if leaf := _guest_leaf(ground, count.value, ("adults", "children", "toddlers", "quantity")):
        ground.accept(count.start, count.end, leaf)
        return
    ground.refuse("age", count.start, count.end, "no fact holds this age")


def _customer_said(count: Count, heard: dict[str, set[float]]) -> bool:
    if count.noun in ("adult", "guest"):
        return count.value in heard["bare"] | heard["guest" if count.noun == "guest" else "people"]
    if count.noun in ("child", "toddler"):
        return count.value in heard.get("child", set()) | heard.get("toddler", set()) | heard["bare"]
    return count.value in heard.get(str(count.noun), set()) | heard["bare"]


def _leaf(ground: Ground, part: Part, count: Count) -> Leaf | None:
    noun = str(count.noun)
    if noun in _MORE_OF and re.match(r"\s?(?:more|additional|extra) ", count.follow):
        return _guest_leaf(ground, count.value, _MORE_OF[noun]) or _leaf_of_all(ground, part, count)
    return _leaf_of_all(ground, part, count)


_MORE_OF = {"adult": ("more_adults",), "guest": ("more_adults",), "child": ("more_children",)}
"""Who may still come for the same price, where a sentence says "more"."""


def _leaf_of_all(ground: Ground, part: Part, count: Count) -> Leaf | None:
    noun = str(count.noun)
    if noun in ("adult", "child", "toddler"):
        keys = {"adult": ("adults",), "child": ("children",), "toddler": ("toddlers",)}[noun]
        return _guest_leaf(ground, count.value, keys)
    if noun == "guest":
        return _guests(ground, part, count)
    if noun == "mile":
        return mile(ground, part, count.start, count.end, count.value)
    if noun in UNITS:
        return duration(ground, part, count.start, noun, count.value)
    return _other(ground, noun, count)


def _guest_leaf(ground: Ground, value: float, keys: tuple[str, ...]) -> Leaf | None:
    for leaf in ground.evidence.numbers.get(value, []):
        last = leaf.path.rsplit(".", 1)[-1]
        if last in keys:
            return leaf
        if last == "quantity" and _line_key(leaf) in {
            key.rstrip("s").replace("childre", "child").rstrip("n") for key in keys
        } | set(keys):
            return leaf
    return None


def _line_key(leaf: Leaf) -> str:
    value = leaf.fact.result
    for step in leaf.path.split(".")[:-1]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return str(value.get("key"))


_LIMITS = re.compile(r"\b(?:up to|at most|max\w*|more than|limit|minimum)\b")


def _guests(ground: Ground, part: Part, count: Count) -> Leaf | None:
    leaf = _guest_leaf(ground, count.value, ("adults", "guests", "people", "max", "min"))
    limit = leaf is not None and leaf.path.endswith((".max", ".min"))
    if leaf is not None and (not limit or _LIMITS.search(part.text)):
        return leaf
    for fact in ground.evidence.facts:
        for party in _parties(fact.result):
            counts = [_whole(party.get(key)) for key in ("adults", "children", "toddlers")]
            if count.value in (sum(counts), sum(counts[:2]), counts[1], counts[2]) and count.value:
                return Leaf(fact, "party", count.value)
    for leaf in ground.evidence.numbers.get(count.value, []):
        if leaf.path.endswith("quantity") and "upgrade" in f"{part.text} {_line_key(leaf)}":
            return leaf
    return _policy_guests(ground, part, count)


def _policy_guests(ground: Ground, part: Part, count: Count) -> Leaf | None:
    """Numbers of guests in the profile's words: more than 30 goes to a human, tables seat about 10."""
    rules = " ".join(rule for rule in ground.profile.escalate_to_human if "guest" in rule)
    tables = ground.profile.venue.tables if re.search(r"\b(?:tables?|seats?)\b", part.text) else ""
    larger = rules if re.search(r"\b(?:more than|over|above|up to|larger|bigger|beyond)\b", part.text) else ""
    if re.search(rf"\b{count.value:g}\b", f"{larger} {tables}"):
        base = ground.evidence.facts[0] if ground.evidence.facts else None
        return Leaf(base, "profile", count.value) if base else None
    return None


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _parties(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if "adults" in value:
            yield value
        for item in value.values():
            yield from _parties(item)
    elif isinstance(value, list):
        for item in value:
            yield from _parties(item)


_OTHER_KEYS = {
    "month": r"months", "foot": r"feet|clearance|space", "inch": r"inches", "protein": r"proteins|quantity|upgrades|extra", "chef": r"chefs$(?<!initial)",
    "portion": r"quantity|upgrades|addons|extra_proteins", "year": r"^$", "booking": r"^$",
}  # fmt: skip


def _other(ground: Ground, noun: str, count: Count) -> Leaf | None:
    evidence = ground.evidence
    if noun in ("opening", "booking", "chef"):
        return evidence.lengths.get(int(count.value)) if count.value == int(count.value) and noun != "chef" else None
    pattern = _OTHER_KEYS.get(noun, r"^$")
    for leaf in evidence.numbers.get(count.value, []):
        if re.search(pattern, leaf.path):
            return leaf
    if noun in ("foot", "inch") and re.search(rf"\b{count.value:g}-f", ground.profile.venue.tables):
        return Leaf(evidence.facts[0], "venue.tables", count.value) if evidence.facts else None
    return None


def _harmless(ground: Ground, count: Count, before: str) -> bool:
    """ "one day", "a couple of options", "one person": no claim of a number."""
    if count.noun == "day" and re.match(r" days a week", count.follow):
        return count.value == 7
    if not count.word:
        return False
    if count.value <= 3 and re.search(r"\b(?:the|both|these|those|your|all)(?: \w+)? $", before):
        return True
    if count.noun in (
        "opening",
        "booking",
        "protein",
        "portion",
        "chef",
        "day",
        "week",
        "guest",
        "year",
        "child",
        "toddler",
        "adult",
    ):
        return count.value <= (
            1
            if count.noun
            in ("guest", "child", "toddler", "adult", "protein", "portion", "chef", "day", "week", "year", "booking")
            else 2
        )
    return False


def _bare(ground: Ground, part: Part, count: Count, heard: dict[str, set[float]]) -> None:
    """A number without a noun that we know: an item's count, a ZIP, a year, or any number of the facts."""
    if count.word and count.value <= 3:
        return
    if (
        not count.word
        and count.start == part.start + len(part.text) - len(part.text.lstrip())
        and re.match(r"[.)] ", count.follow)
    ):
        return
    if re.search(r"\b(?:part(?:y|ies)|groups?)\b", part.text) and (leaf := _policy_guests(ground, part, count)):
        ground.accept(count.start, count.end, leaf)
        return
    if leaf := _item_leaf(ground, count):
        ground.accept(count.start, count.end, leaf)
        return
    if _names_item(ground, count) and count.value not in heard["*"]:
        ground.refuse("count", count.start, count.end, "neither a fact nor the customer gives this number of portions")
        return
    if leaf := next(iter(ground.evidence.numbers.get(count.value, [])), None):
        ground.accept(count.start, count.end, leaf)
        return
    digits = f"{count.value:g}" if count.value < 1e6 else str(int(count.value))
    zipped = str(int(count.value)).zfill(5)
    if count.value in heard["*"] or (len(digits) == 5 and any(zipped in words for words in ground.heard)):
        ground.accept_said(count.start, count.end)
        return
    if (
        re.search(rf"(?<!\d){digits}(?!\d)", ground.fact_words)
        or count.value in ground.evidence.lengths
        or _is_party(ground, part, count)
    ):
        return
    if count.value in (ground.today.year, ground.today.year + 1) and any(
        day.year == count.value for day in ground.evidence.days
    ):
        return
    ground.refuse("number", count.start, count.end, "neither a fact nor the customer has this number")


def _is_party(ground: Ground, part: Part, count: Count) -> bool:
    return (
        bool(re.search(r"\b(?:party|group|table|for|all|total) (?:of )?$", part.text[: count.start - part.start]))
        and _guests(ground, part, count) is not None
    )


def _names_item(ground: Ground, count: Count) -> bool:
    menu = ground.profile.menu
    return any(
        re.match(rf"(?:\s|-)?(?:x |×|extra |orders? of |portions? of )?(?:{aliases(key)})\b", count.follow)
        for key in (*menu.upgrades_per_person, *menu.addons_each, *menu.included_proteins)
    )


def _item_leaf(ground: Ground, count: Count) -> Leaf | None:
    menu = ground.profile.menu
    for key in (*menu.upgrades_per_person, *menu.addons_each, *menu.included_proteins):
        if not re.match(rf"(?:\s|-)?(?:x |×|extra |orders? of |portions? of )?(?:{aliases(key)})\b", count.follow):
            continue
        for leaf in ground.evidence.numbers.get(count.value, []):
            if leaf.path.endswith(f".{key}") or (leaf.path.endswith("quantity") and key in _line_key(leaf)):
                return leaf
    return None
