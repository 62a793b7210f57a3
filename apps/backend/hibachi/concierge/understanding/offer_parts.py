"""A change that was shown and is turned down in part: "no, just the 11 adults, keep the day", "skip the noodles". Pure.

The clauses that say which part of it stays as booked, or which part alone is wished, are taken out of the message; the change goes on
without those parts, and what else is said is heard by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

SHELVES = ("protein_selections", "extra_proteins", "addons")
_LED = (
    rf"^\W*(?:(?:{OPENERS}|{GLAD}|then|just|please|pls|actually|rather|i mean|i said|let'?s|lets|we|i|can you"
    rf"|could you)\W+)*"
)
NO = r"(?:no+|nope|nah|none|never ?mind|nvm|not yet)\b(?=\s*[,.!?;:–—-]|\s+(?:no+|nope|nah|not|just|only|i|we|the|that|leave|keep|don'?t|dont|never|make|wait|please)\b)[\s,.!?]*"
_FRONT_NO = re.compile(rf"^\W*(?:(?:{OPENERS})\W+)*(?:{NO})+(?=\S)", re.I)
_DAY = rf"(?:day|date|weekday|{WEEKDAY}|(?:{MONTH_STARTS})[a-z]* \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th))"
_TIME = r"(?:time|start(?: time)?|hour|noon|\d{1,2}(?::\d\d)? ?(?:am|pm))"
_GROWN = r"(?:adults?|grown[- ]?ups?)"
_YOUNG = r"(?:kids?|children|child|little ones|toddlers?)"
_ALL = r"(?:guests?|people|ppl|head ?count|count|number(?: of (?:guests|people))?|guest count)"
_WHAT = rf"{_DAY}|{_TIME}|(?:{NUMBER} )?(?:more |extra |fewer |less )?(?:{_GROWN}|{_YOUNG}|{_ALL})|DISH"
_THE = r"(?:(?:the|our|my|that|those|these|any|extra|all the) )?"
_END = (
    r"(?: (?:please|pls|then|though|thanks|thank you|only|alone|as is|as it is|the same|for now|too|after all|at all"
    r"|anymore|part|change|move|thing|itself|either|instead|(?:at|on|for) (?:the )?[\w:]+(?: ?[ap]m)?))*\W*$"
)
_NOT_WISHED = (
    r"(?:keep|leave|don'?t (?:change|move|touch|want|need|add)|do not (?:change|move|touch|want|need|add)"
    r"|dont (?:change|move|touch|want|need|add)|never ?mind(?: about)?|nvm"
    r"|forget(?: about)?|skip|scratch|drop|without|leave out|not|no|minus|take (?:off|out)|remove|cancel|none of)"
)
_STAYS = (
    r"(?:(?:can |will |should |may |has to |must |still )*(?:stays?|remains?|be the same|stay)|(?:doesn'?t|does not"
    r"|don'?t|doesnt|dont|won'?t|isn'?t|aren'?t) (?:change|changing|move|moving)|is fine|are fine|is the same)"
)
_OFF = re.compile(
    rf"{_LED}(?:(?P<verb>{_NOT_WISHED}) {_THE}(?P<what>{_WHAT}){_END}|{_THE}(?P<stays>{_WHAT}) {_STAYS}\b(?: (?:the"
    rf"|at|on|as|a|it|is|was|same|there|then|please|\w*\d\w*))*{_END})"
)
_ONLY = re.compile(
    rf"{_LED}(?:only|just)(?: (?P<deed>add|change|update|do|want|need|take|with|make|put|for"
    rf"|have))?(?: you)? {_THE}(?P<what>{_WHAT}){_END}"
    rf"|{_LED}(?:(?:add|change|update|do|want|need|take) )?{_THE}(?P<alone>{_WHAT}) (?:only|alone){_END}"
)
_ONLY_DEED = re.compile(r"\b(?:add|change|update|do|make|put|take)\b")
_CUT = re.compile(r"(?<=[.!?;\n,])\s+|\s+(?=(?:and|but)\b)|\s+[-–—]+\s+|,(?=\S)")


_NOT_BUT = re.compile(
    rf"\bnot (?:on |at )?{_THE}(?:{_DAY}|{_TIME})\W+(?:but |rather )?{_THE}(?:on |at )?(?:{_DAY}|{_TIME})\b"
)


@dataclass(frozen=True, slots=True)
class Parted:
    """What is left of a change, what else the message says, and whether all of it is ordered once more."""

    change: dict[str, Any]
    rest: str
    agrees: bool


def told(text: str, pending: Pending | None, profile: Profile) -> Parted | None:
    """The change without the parts that are turned down; None where a message turns down none of its parts."""
    if pending is None or pending.kind != "change" or not pending.arguments or "?" in text:
        return None
    counts = {key: int(n) for shelf in SHELVES for key, n in (pending.arguments.get(shelf) or {}).items()}
    spoken = _FRONT_NO.sub("", text)
    clauses = [part for part in _CUT.split(spoken) if part and part.strip(" .,!;")]
    off, only, rest = set[str](), set[str](), []
    deed, met = False, False
    for clause in clauses:
        said, named = _named(clause, counts, profile)
        down, alone = _OFF.match(said), _ONLY.match(said)
        if down is not None and _counts(down["verb"], down["what"]):
            rest.append(clause)
        elif (
            _RIGHT.match(said)
            and _is_shown(said, pending.arguments)
            or down is not None
            and _is_of_shown_day(said, pending.arguments)
        ):
            met = True
        elif (
            down is not None and (parts := _parts(down["what"] or down["stays"], named, pending.arguments)) is not None
        ):
            off, met = off | parts, True
        elif alone is not None and (parts := _parts(alone["what"] or alone["alone"], named, pending.arguments)):
            only, met = only | parts, True
            deed = deed or bool(_ONLY_DEED.fullmatch(alone["deed"] or ""))
        else:
            rest.append(clause)
    wished = (only or _all_of(pending.arguments)) - off
    if not met or (not only and off == set() and spoken == text):
        return None
    if off <= {"date", "time"} and not only and _NOT_BUT.search(fold(spoken)):
        return None  # "not the 20th, the 27th": another day in its place
    change = _left(pending.arguments, wished)
    same = change == pending.arguments
    if same and not (only and deed) and not rest:
        return None
    return Parted(change, " ".join(rest).strip(" ,;-–—"), agrees=same and deed and not rest)


_RIGHT = re.compile(
    rf"{_LED}(?:the )?{NUMBER}(?: {_GROWN}| {_ALL})?(?:'s| is| are| was| were) (?:right|correct|good|fine|ok(?:ay)?"
    rf"|perfect|great){_END}"
)
""" "16 is right, but leave the time": what is agreed to of it."""


def _numbers(said: str) -> set[int]:
    return {int(one) for one in re.findall(r"\d+", said)}


def _is_shown(said: str, arguments: Mapping[str, Any]) -> bool:
    return bool(_numbers(said) & {int(arguments[slot]) for slot in GUEST_SLOTS if slot in arguments})


def _is_of_shown_day(said: str, arguments: Mapping[str, Any]) -> bool:
    """ "Keep the time at 3", where a start at 3 was shown: that part of it is wished."""
    hour = int(str(arguments["time"])[:2]) if "time" in arguments else None
    day = int(str(arguments["date"])[-2:]) if "date" in arguments else None
    shown = {hour, (hour - 12) if hour is not None and hour > 12 else hour, day} - {None}
    return bool(_numbers(said) & shown) and not re.search(
        r"\b(?:not|don'?t|dont|never|nvm|forget|skip|scratch|drop|no)\b", said
    )


_STAND = re.compile(
    r"keep|leave|(?:don'?t|do not|dont) (?:change|move|touch|add)|never ?mind(?: about)?|nvm|forget(?: about)?"
    r"|scratch|not"
)


def _counts(verb: str | None, what: str | None) -> bool:
    """ "No kids", "without the adults": how many come, and not which part of the change is turned down."""
    guests = what is not None and bool(re.search(rf"\b(?:{_GROWN}|{_YOUNG}|{_ALL})$", what))
    return guests and verb is not None and not _STAND.fullmatch(verb) and not re.match(r"(?:extra|more)\b", what or "")


_KIDS_NOT = re.compile(
    rf"\b(?:{_YOUNG}|kiddos)\b.*\b(?:don'?t|dont|do not|won'?t|wont|doesn'?t|no) (?:really |actually |even )?(?:need"
    rf"|want|get|eat|like|have|take|care for)\b"
    rf"|\b(?:not|none|nothing|no \w+) for (?:the |my |our |those )?(?:\d+ )?{_YOUNG}\b"
)
_FOR_GROWN = re.compile(
    rf"\b(?:only|just)\b(?: (?:the|DISH|it|that|only|just|for|is|are|need|want|as|an?|upgrade|us"
    rf"|me))* (?:for )?(?:the |us |our )?(?:(?P<n>{NUMBER}) )?{_GROWN}\b"
    rf"|\b(?:for )?(?:the )?(?:(?P<m>{NUMBER}) )?{_GROWN} only\b"
)
_SO_MANY = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD}|no+|nope|nah|not (?:all )?{NUMBER}|none for [a-z ]+|wait|actually)\W+)*(?:(?:just"
    rf"|only|we need|i need|we want|i want|we only (?:need|want)|i only (?:need|want))\W+)+"
    rf"(?P<n>{NUMBER})(?: (?:of (?:them|those|it|these|DISH)|DISH|orders?|portions?|total"
    rf"|in total))*(?: (?:is enough|are enough|for [a-z ,']{{2,40}}|please|pls|then|thanks))*\W*$"
)
_OTHER_MATTER = re.compile(rf"\b(?:{_GROWN}|{_YOUNG}|guests?|people|of us|pm|am)\b")


def portions(text: str, pending: Pending | None, party: Mapping[str, Any] | None, profile: Profile) -> Parted | None:
    """ "The kids don't need it", "no, only 2", of the one dish that was shown: another number of it, and no other number of guests."""
    if pending is None or pending.kind != "change" or party is None or set(pending.arguments) - set(SHELVES):
        return None
    shelves = [(shelf, dish, int(n)) for shelf in SHELVES for dish, n in (pending.arguments.get(shelf) or {}).items()]
    if len(shelves) != 1:
        return None
    shelf, dish, shown = shelves[0]
    said, _ = _named(text, {dish: shown}, profile)
    grown, count = _FOR_GROWN.search(said), _told_anew(said)
    if count is not None:
        pass
    elif grown is not None or _KIDS_NOT.search(said):
        told = (grown["n"] or grown["m"]) if grown is not None else None
        count = to_int(told) if told else int(party.get("adults") or 0)
    else:
        return None
    return Parted({shelf: {dish: count}}, "", agrees=False) if count and count != shown else None


_BARE = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD}|no+|nope|i'?m|just|only|make it|actually|rather)\W+)*(?P<n>{NUMBER})(?: (?:please"
    rf"|pls|then|is enough|sorry))*\W*$"
)
_CORRECTS = re.compile(rf"^\W*(?:no+|nope|nah|wait|sorry|actually|oops|not {NUMBER}|hm+)\b")


def _told_anew(said: str) -> int | None:
    """The number of portions that a clause tells anew: "no, sorry, two", "only 8 of them"."""
    for clause in (part for part in _CUT.split(said) if part and part.strip()):
        told = _SO_MANY.match(clause) or (_BARE.match(clause) if _CORRECTS.match(said) else None)
        if told is not None and not _OTHER_MATTER.search(clause.split(" for ")[0]):
            return to_int(told["n"])
    return None


_STEP = re.compile(
    rf"^\W*(?P<lead>(?:(?:{OPENERS}|{GLAD}|yes|yeah|yep|yup|let'?s (?:do|say|go with)|do|make it|go with|just|only"
    rf"|no+|nah|not {NUMBER}(?: more)?|actually|i mean)\W+)*)"
    rf"(?P<n>{NUMBER})(?: (?:more|extra|then|please|pls|people|of them|adults|kids|guests|less|fewer|sorry))*\W*$"
)
_COSTS_WITH = re.compile(
    rf"^\W*(?P<lead>)(?:(?:{OPENERS}|{GLAD}|first|please|pls|tell me|can you tell me|could you tell me)\W+)*(?:what"
    rf"|how much)\b[^.?!]{{0,25}}\b(?:costs?|total|price|be|come to|pay|is it)\b"
    rf"[^.?!\d]{{0,12}}\b(?:with|for|at|if (?:it'?s|its|we'?re|we are|it is))(?: only"
    rf"| just)? (?P<n>{NUMBER})(?: (?:adults|people|then|instead|of us|guests|please))*\W*$"
)
""" "What does it cost with 23", once 24 were shown."""
_DENIES = re.compile(r"\b(?:no+|nah|not|sorry|actually|i mean|wait)\b")


def so_many_more(text: str, pending: Pending | None, party: Mapping[str, Any] | None) -> tuple[bool, str] | None:
    """ "Ok 3 then", of a party of fourteen that was shown with three more: no party of three. Whether that agrees, else what it says.

    None where another number is told, or more than one group of guests would change.
    """
    if pending is None or pending.kind != "change" or party is None:
        return None
    steps = {slot: int(n) - int(party.get(slot) or 0) for slot, n in pending.arguments.items() if slot in GUEST_SLOTS}
    moved = {slot: step for slot, step in steps.items() if step}
    spoken = " ".join(fold(text).split())
    said = _STEP.match(spoken) or _COSTS_WITH.match(spoken)
    number = to_int(said["n"]) if said is not None else None
    if said is None or not number or len(moved) != 1 or set(pending.arguments) - set(GUEST_SLOTS):
        return None
    slot, step = next(iter(moved.items()))
    if slot == "adults" and number * 2 > int(party.get(slot) or 0):
        return _grown(number, pending, party, denies=bool(_DENIES.search(said["lead"])) or not said["lead"])
    if number * 2 > int(party.get(slot) or 0) and number != abs(step):
        return None
    if number == abs(step) and pending.arguments[slot] != number and not _DENIES.search(said["lead"]):
        return True, ""
    noun = {"adults": "adults", "children": "kids"}.get(slot)
    return (
        (False, f"{number} {'more' if step > 0 else 'fewer'} {noun}")
        if noun and number != abs(step) and slot == "adults"
        else None
    )


def _grown(number: int, pending: Pending, party: Mapping[str, Any], *, denies: bool) -> tuple[bool, str] | None:
    """ "No, 17", once sixteen adults were shown: adults, where that is nearer than all who come."""
    adults = int(pending.arguments["adults"])
    young = sum(int(pending.arguments.get(slot, party.get(slot)) or 0) for slot in GUEST_SLOTS[1:])
    if not young or abs(number - adults) >= abs(number - adults - young):
        return None
    return (True, "") if number == adults and not denies else (False, f"{number} adults")


_DISHES = re.compile(
    rf"\b(?:(?P<n>{NUMBER}) )?(?:(?:orders?|portions?) of )?DISH(?: (?:tails?|upgrades?|orders?|portions?))*\b"
)


def _named(clause: str, counts: Mapping[str, int], profile: Profile) -> tuple[str, str | None]:
    """A clause with the menu's dishes as a plain word, and which one of the change it is: "" for none, None with another number."""
    said = " ".join(fold(clause).split())
    found = dishes.named(said, profile)
    marked = said
    for span, _ in reversed(found):
        marked = f"{marked[: span.start]}DISH{marked[span.end :]}"
    key = next((key for _, key in found if key in counts), "") or ""
    number = next((one["n"] for one in _DISHES.finditer(marked) if one["n"]), None)
    if key and number and to_int(number) != counts[key]:
        return said, None
    return _DISHES.sub("DISH", marked), key


def _parts(what: str, named: str | None, arguments: Mapping[str, Any]) -> set[str] | None:
    """The parts of a change that words name; None where they name another number, or nothing that can be told apart."""
    if what == "DISH":
        return {named} if named else set()
    if re.fullmatch(_DAY, what):
        return {"date"} & set(arguments)
    if re.fullmatch(_TIME, what):
        return {"time"} & set(arguments)
    slots = (
        {"adults"}
        if re.search(_GROWN, what)
        else {"children", "toddlers"}
        if re.search(_YOUNG, what)
        else set(GUEST_SLOTS)
    )
    number = to_int(what.split()[0]) if re.match(rf"{NUMBER}\b", what) else None
    step = re.search(r"\b(?:more|extra|fewer|less)\b", what)
    known = {int(arguments[slot]) for slot in slots if slot in arguments}
    return None if number is not None and not step and number not in known else slots & set(arguments)


def _all_of(arguments: Mapping[str, Any]) -> set[str]:
    dishes = {key for shelf in SHELVES for key in arguments.get(shelf) or {}}
    return dishes | {key for key in arguments if key not in SHELVES}


def _left(arguments: Mapping[str, Any], wished: set[str]) -> dict[str, Any]:
    """The change with the wished parts alone."""
    change: dict[str, Any] = {}
    for key, value in arguments.items():
        if key in SHELVES:
            kept = {dish: count for dish, count in value.items() if dish in wished}
            change |= {key: kept} if kept else {}
        elif key in wished or key not in ("date", "time", *GUEST_SLOTS):
            change[key] = value
    return change
