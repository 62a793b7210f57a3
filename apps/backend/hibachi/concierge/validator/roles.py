"""What an amount in a sentence claims to be: the words around it, as roles that a fact's amount must have."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_NINETEEN

Roles = frozenset[str]
Wanted = tuple[Roles, ...]
"""Alternatives: an amount fits when it has all roles of one of them."""


def any_of(*roles: str) -> Wanted:
    return tuple(frozenset(role.split("+")) for role in roles)


TOTAL = any_of("total", "proteins")
PER_HEAD = any_of("per_person", "adult+unit")
ACCEPTS: dict[str, Wanted] = {
    "total": TOTAL,
    "food": any_of("food", "subtotal"),
    "deposit": any_of("deposit"),
    "balance": any_of("balance"),
    "travel": any_of("travel_fee"),
    "per_mile": any_of("per_mile"),
    "minimum": any_of("minimum"),
    "shortfall": any_of("shortfall"),
    "refund": any_of("refund", "deposit"),
    "reschedule": any_of("reschedule_fee"),
    "difference": any_of("difference"),
    "per_head": PER_HEAD,
    "adult": any_of("adult+unit"),
    "child": any_of("child+unit"),
    "toddler": any_of("toddler+unit"),
    "extra_protein": any_of("extra_protein+unit+plain"),
    "tax": any_of("tax"),
    "credit": any_of("referrer_credit"),
}

_NUMBER = rf"(?:\d+|{ONE_TO_NINETEEN}|twenty(?:[ -]\w+)?|thirty(?:[ -]\w+)?)"
_PER = r"(?:per|an?|each|every|for each|for every|for one|for an?|/)"
_GUEST = {
    "adult": r"adults?|grown-?ups?|13 and (?:over|up|older)|13\+|teens?",
    "child": (
        r"child(?:ren)?|kids?|(?:six|seven|eight|nine|ten|eleven|twelve|[6-9]|1[0-2])-year-olds?"
        r"|6 (?:to|-) ?12|6 through 12"
    ),
    "toddler": r"toddlers?|little ones?|(?:age[sd]? )?(?:5|five) and (?:under|younger)|under 6",
}
_HEAD = r"person|people|guests?|head|diners?|pp"
_WORDS: list[tuple[str, str]] = [
    ("per_mile", rf"{_PER} ?(?:\w+ )?mile|mileage rate|rate per mile"),
    (
        "reschedule",
        (
            r"resched\w+|(?:date[- ]change|change|moving|move) fee|fee for (?:moving|changing)"
            r"|(?:later|second|further|next|another|additional) (?:change|move|date change|one)s?"
        ),
    ),
    (
        "travel",
        (
            r"travel(?:ing|ling)?(?: fee| cost| charge)?|mileage(?: fee)?|distance fee|trip (?:fee|charge)"
            r"|getting (?:there|to you)"
        ),
    ),
    ("deposit", r"deposit|down payment|retainer"),
    (
        "balance",
        (
            r"balance|remaining|remainder|(?<!total )remains|owe|rest(?= (?:is|of|due|on|,|\(|\$))|the rest"
            r"|left (?:to pay|over|to settle|due)|is left|outstanding"
            r"|(?:still )?(?:owe|due)(?: on| by| before| at)? the day|the other(?= \$)|left(?= after| on the)"
        ),
    ),
    ("shortfall", r"of room"),
    ("minimum", r"minimum"),
    ("refund", r"refund(?:ed|s)?|get back|comes? back|money back|returned"),
    ("difference", r"difference|go(?:es)? up(?: by)?|increase[sd]?(?: by)?|more than before|change in price"),
    ("food", r"food(?: total| cost)?|sub-?total|menu(?: total)?|before travel|guests alone"),
    (
        "total",
        (
            r"(?:grand |new |full |party |final |whole |event )?total(?:s|ing)?|all[- ]in|altogether|in all"
            r"|all together|overall|estimate|quote|bill|price for (?:your|the|this) party"
            r"|whole (?:party|thing|evening)"
        ),
    ),
    ("tax", r"tax(?:es)?"),
    ("credit", r"credits?(?! cards?)"),
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A role that a sentence names at [start, end); counted: "20 adults", which is a line and not a price each."""

    role: str
    start: int
    end: int
    counted: bool = False
    aside: bool = False


@lru_cache(maxsize=64)
def lexicon(items: tuple[str, ...], included: tuple[str, ...] = ()) -> re.Pattern[str]:
    """One expression that finds every role word and every item of the menu, the longest first."""
    groups = [f"(?P<{role}>{words})" for role, words in _WORDS]
    named = sorted(items, key=lambda key: (-len(key), key))
    extra = (
        "(?P<extra_protein>(?:extra|additional|third|more"
        "|another)(?: portions? of)?(?: premium)? proteins?|extra portions?)"
    )
    dishes = [f"(?P<item_{number}>(?:extra |additional )?(?:{aliases(key)}))" for number, key in enumerate(named)]
    dishes += [
        f"(?P<included_{number}>(?:extra|additional)(?: portions?)?(?: of)? (?:{aliases(key)}))"
        for number, key in enumerate(included)
    ]
    guests = [f"(?P<{role}>{words})" for role, words in _GUEST.items()]
    head = f"(?P<per_head>(?:{_PER} ?(?:{_HEAD})|p\\.?p\\.?|apiece|a head))"
    return re.compile(rf"(?<![\w-])(?:{'|'.join([*groups[:2], head, extra, *dishes, *guests, *groups[2:]])})(?![\w])")


def aliases(key: str) -> str:
    """How people name an item of the menu, as an alternation: filet_mignon is filet mignon, filet, filets."""
    words = key.removeprefix("extra_").split("_")
    whole = " ".join(words)
    short = [word for word in words if len(word) > 4 and word not in ("fried", "mignon", "tail")]
    forms = [rf"{whole}s?", *(rf"{word}s?" for word in short)]
    if key.startswith("extra_"):
        forms = [rf"{whole}"]
        if "vegetables" in words:
            forms += ["veggies", "veg"]
    if "noodles" in words:
        forms.append("noodles?")
    return "|".join(dict.fromkeys(forms))


def mentions(text: str, items: tuple[str, ...], included: tuple[str, ...] = ()) -> list[Mention]:
    """Every role named in a sentence, in order."""
    named = sorted(items, key=lambda key: (-len(key), key))
    found: list[Mention] = []
    for match in lexicon(items, included).finditer(text):
        role = str(match.lastgroup)
        if role.startswith("item_"):
            role = f"item:{named[int(role[5:])]}"
        elif role.startswith("included_"):
            role = f"item:{included[int(role[9:])]}"
        before = text[max(0, match.start() - 24) : match.start()]
        counted = bool(
            re.search(
                rf"\b{_NUMBER} (?:of the |more |extra |additional |paying |hungry |portions? of |orders? of |x )?$",
                before,
            )
        )
        counted = counted or bool(
            re.match(r"(?:s)?(?: upgrades?)? ?\(?(?:x|×) ?\d|s? ?\(\d+(?! ?(?:and|-|to|\+))\)", text[match.end() :])
        )
        aside = bool(
            re.search(
                r"\b(?:with|including|incl\.?|for|without|before|after|on top of|toward|towards|off"
                r"|from|plus)(?: the| your| a| our| any| \d+| all)* $",
                before,
            )
        )
        if (
            found
            and found[-1].aside
            and re.fullmatch(r"(?: upgrades?)?,?(?: and| or| &)?(?: the| \d+)? ", text[found[-1].end : match.start()])
        ):
            aside = True
        found.append(Mention(role, match.start(), match.end(), counted, aside))
    return found


def item_roles(role: str, counted: bool, each: bool, one: bool = False) -> Wanted:
    """The alternatives for an item of the menu or a class of guests: a price each, or the amount of a line."""
    if role == "extra_protein":
        return (*ACCEPTS[role], frozenset({role, "line"})) if not each else ACCEPTS[role]
    if each:
        return (frozenset({role, "unit"}),)
    if counted:
        line = frozenset({role, "line"})
        return (line, frozenset({role, "unit"})) if one else (line,)
    return (frozenset({role, "unit"}), frozenset({role, "line"}))


def fits(roles: Roles, wanted: Iterable[Roles]) -> bool:
    extra = "extra_protein" in roles and any(role.startswith("item:") for role in roles)
    return any(alternative <= roles and (not extra or "extra_protein" in alternative) for alternative in wanted)
