"""A bare number beside who comes ("15, forgot my roommates", "sister says 18"), and the next one ("and a 4th"): guests. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY_STEMS
from hibachi.language.numbers import NUMBER, ordinal_to_int, to_int
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.party import GROWN_AT
from hibachi.policies.schemas import Profile

_LEAD = rf"\W*(?:(?:{OPENERS}|actually|no|nope|back|update|now|shoot|darn|crap|dang)\W+)*"
_TELLS = (
    r"(?:(?:it'?s|its|it is|make (?:it|that)|that makes|thats|that'?s|we'?re|we are|were|so|now|actually"
    r"|just|only|more like|about|total)\W+)*"
)
_NUMBER = (
    rf"(?P<n>{NUMBER})(?: (?:people|of us|total|actually|now|then|instead|altogether|in total|after all"
    r"|rather|guests|ppl|adults|tops|max|maximum|at most|ish))*"
)
_PARTS = (
    r"\s*[,.;:!?()–—…-]+\s*|\s+(?=so )|\s+(?=(?:i |we )?(?:forgot|missed|left out|didn'?t count|because|bc"
    r"|cuz|cos|cause|since|as)\b)|\s+(?=(?:he|she|they|(?:my|his|her|our) \w+) (?:just |also |now "
    r"|all )?(?:invit\w+|brings?|bringing|brought|wants?|decided|joined|said|bailed|cancel\w*|dropped"
    r"|flaked)\b)"
)
_PART = re.compile(_PARTS)
_COUNTED = re.compile(rf"{_LEAD}{_TELLS}{_NUMBER}\W*")
_KIN = (
    r"(?:room ?mates?|flat ?mates?|house ?mates?|friends?|cousins?|sisters?|brothers?|siblings?|parents"
    r"|folks|mom|mum|dad|mother|father|wife|husband|hubby|girlfriend|boyfriend|gf|bf|partner|fianc[eé]e?"
    r"|boss|aunts?|aunties?|uncles?|neighbou?rs?|co-?workers?|colleagues?|in-laws|grandma|grandpa"
    r"|grandparents|couples?|buddy|buddies|guests?|people|ppl|folks|guys|girls|plus ones?|dates?|family"
    r"|myself|me|us|them|him|her|nieces?|nephews?|kids?|son|daughter|team|everyone|everybody|someone"
    r"|somebody)"
)
_FORGOT = re.compile(
    r"\b(?:forgot(?:ten)?|missed|left out|leaving out|didn'?t count|did not count|miscounted"
    r"|re-?counted|counted (?:wrong|again)|did the math|just remembered|overlooked|mixed up"
    r"|can'?t count|bad at math)\b"
)
_COMES = re.compile(
    r"\b(?:com(?:e|es|ing)|join(?:s|ing|ed)?|bring(?:s|ing)?|brought|invited|inviting|added|adding"
    r"|rsvp\w*|confirmed|sa(?:id|ys?|ying) (?:yes|no)|is in|are in|in too|tagging along"
    r"|dropped(?: out)?|bailed|cancel\w*|flaked|backed out|can'?t make it|cant make it"
    r"|couldn'?t make it|not coming|won'?t make it|out of town"
    r"|(?:he|she|they|it)(?:'s|'re| is| are) out|broke up|sick|showed up|decided)\b"
)
_JOINS = re.compile(r"\b(?:coming|joining|brings?|bringing|invited|inviting|tagging along)\b(?<!not coming)")
""" "My cousins are coming, 5": who joins makes no party smaller."""
_OF_ELSE = re.compile(
    rf"@|\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|little ones|{WEEKDAY_STEMS}|jan|feb|mar|apr"
    r"|jun|jul|aug|sep|oct|nov|dec|when|day|date|week\w*|time|clock|noon|evening|morning|price|cost"
    r"|pay|fee|miles?|zip|deposit)\b|\b\w+(?:day|uary|tember|ober|vember|cember)s?\b"
)
MOST_WORDS_OF_A_REASON = 10
_SAYS = re.compile(
    rf"{_LEAD}(?:(?:my|the|our|his|her) )?(?:{_KIN}|she|he|they|\w+) (?:just |now )?(?:says|said|say"
    r"|thinks|wants|counted|counts|told me|is saying|texted|confirmed) (?:it'?s |its |we'?re "
    rf"|more like |about |like |maybe |to do |us to be )?{_NUMBER}\W*"
)
_NEXT = re.compile(
    rf"{_LEAD}(?:what about |how about |what if (?:there'?s )?|maybe |plus )?(?:an?|the|my"
    rf"|one) (?P<nth>\d{{1,2}}(?:st|nd|rd|th)"
    r"|[a-z-]+)(?: (?:one|person|guest|friend|adult))?(?: (?:too|comes?|joins?|as well|also))*\W*"
)
_ANOTHER_SIZE = re.compile(
    rf"[^\d?]{{0,25}}?\b(?:and|or|n) (?:what about |how about "
    r"|what )?(?:(?:at|with|for|if (?:it'?s|we'?re|it is|we are)?|if)(?: only"
    rf"| just)? )?(?P<n>{NUMBER})\W*\?\W*"
)
MOST = 300
"""Guests; a larger number is an amount."""
_ANEW = re.compile(r"[^\d]*\b(?:actually|make it|now|total|just|only|it'?s|that'?s|we'?re|we are)\b")
""" "Actually 12, my cousins are coming": a new whole, also where it is smaller."""
MOST_MORE = 2
"""So much larger than the party may a number be that is told for it alone."""


_AS_MANY = re.compile(
    rf"(?P<lead>\W*(?:(?:{OPENERS}|{GLAD})\W+)*)(?:make it |make that |we'?ll be |we can be "
    rf"|let'?s (?:do|say|make it) |then )*(?P<n>\d{{1,2}})(?: then| it is| of us"
    r"| people)?(?P<rest>(?:[.,!]+ .*)?)\W*"
)
""" "Lol ok 10 then. 94704" once so many were said to be covered by the minimum: guests, no day and no hour."""


def _as_many(folded: str, dialogue: Dialogue) -> str | None:
    told = _AS_MANY.fullmatch(folded) if dialogue.answered[-1:] == ("fill_minimum",) else None
    return f"we're {told['n']} people{told['rest']}" if told else None


def whole(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """The guests that such a message counts, in plain words."""
    named = _as_many(folded, dialogue) or _those_children(folded, dialogue)
    if named is not None:
        return named
    size = _size(dialogue.variants[-1] if _supposed(dialogue) else dialogue.party)
    of_booking = _added_to_booking(dialogue)
    if not dialogue.quoted and of_booking is None:
        return None
    if {"how_many", "which_booking"} & set(dialogue.expecting) or dialogue.spoken_extra:
        return None
    if dialogue.quoted and (come := _IN_BRACKETS.fullmatch(folded)):
        return f"what if {come['n']} more people come"
    if (number := _beside_a_reason(folded, size)) is not None:
        more = size is not None and number < size and bool(_JOINS.search(folded)) and not _FORGOT.search(folded)
        more = more and not _ANEW.match(folded)
        return f"{number} more people" if more and not of_booking else _counted(number, size, dialogue, of_booking)
    if size is None or "ages" in dialogue.expecting:
        return None
    if (younger := _they_are(folded, dialogue)) is not None:
        return younger
    if (needed := _NEEDED.fullmatch(folded)) and _is_up_to(size, to_int(needed["n"]), dialogue):
        return f"make it {size} people"
    if gone := _EITHER.fullmatch(folded):
        return f"{gone['who']} can't come"
    if so_many := _IF_SO_MANY.fullmatch(folded):
        return f"what if we were {so_many['n']} people?"
    if (number := _said_by_somebody(folded, dialogue, profile)) and number <= size * MOST_MORE:
        return f"make it {number} people"
    if (asked := _NTH_ASKED.fullmatch(folded)) and ordinal_to_int(asked["nth"]) == size + 1:
        return f"what if we were {size + 1} people?"
    return _next_one(folded, size, dialogue) or _compared(folded, size, dialogue, profile)


_THOSE = re.compile(
    r"\b(?P<adults>\d+ (?:adults|grown[- ]?ups))(?P<link>,? (?:and |plus |& |\+ |with )?)(?:(?:those"
    r"|these|the) (?P<n>two|three|four|[2-4])(?: (?:kids|children|little ones|of them|boys|girls))?"
    r"|both(?: (?:of them|kids|children))?)\b"
)


def _those_children(folded: str, dialogue: Dialogue) -> str | None:
    """ "11 adults, those two": the children whose price was asked one by one."""
    told, ages = _THOSE.search(folded), dialogue.spoken_ages
    if told is None or dialogue.party.adults or len(ages) != (to_int(told["n"]) if told["n"] else 2):
        return None
    children = " and ".join(f"a {age} year old" for age in ages)
    return f"{folded[: told.start()]}{told['adults']} and {children}{folded[told.end() :]}"


def _supposed(dialogue: Dialogue) -> bool:
    return "variant" in dialogue.expecting and bool(dialogue.variants)


def _size(party: PartyState) -> int | None:
    said = (party.adults, party.children, party.toddlers, party.unsplit)
    return None if all(one is None for one in said) else sum(one or 0 for one in said)


def _added_to_booking(dialogue: Dialogue) -> bool | None:
    """Whether guests of a booked party are being changed; None where no booked party is spoken of."""
    return "adults" in dialogue.change or None if dialogue.booking_id is not None else None


_EITHER = re.compile(
    rf"{_LEAD}(?P<who>(?:my|his|her|their|our) {_KIN}(?: and (?:my|his|her|their|our) {_KIN})?) (?:either|neither)\W*"
)
""" "And his wife either" after who cannot come."""
_NEEDED = re.compile(
    rf"[^\d?]{{0,40}}?\b(?:just|only|still|would|i'd|we'd) (?:have to |to )?(?:need|find|invite"
    rf"|get) (?P<n>{NUMBER}) more(?: [a-z]+)?\b[^\d?]{{0,40}}"
)
""" "Same price, so I just need 4 more friends": those up to the size that was asked about."""


def _is_up_to(size: int, more: int | None, dialogue: Dialogue) -> bool:
    before = _size(dialogue.versions[-1]) if dialogue.versions else None
    return more is not None and before is not None and before + more == size


_IF_SO_MANY = re.compile(
    rf"{_LEAD}(?:what )?if (?:we'?re|we are|we were|it'?s|it was|it were|there'?s|there are"
    r"|we end up(?: with| at| being)?|we have|we get)(?: only| just| like"
    rf"| about)? (?P<n>{NUMBER})(?: people| of us| guests)?,? (?:does|would|will|is|do|what'?s|what"
    r"|how|whats)\b[^\d@]*"
)
""" "If we're 9 does the price drop": a size that is asked about, neither a day nor so many fewer."""
_NTH_ASKED = re.compile(
    rf"{_LEAD}(?:would(?:n'?t)? |does(?:n'?t)? |will )?(?:a|an|the"
    rf"|one more,? a) (?P<nth>\d{{1,2}}(?:st|nd|rd|th)|[a-z-]+) (?:person|guest|one|adult|friend"
    r"|head) (?:(?:would|does|will|wo|do)(?:n'?t| not)? )?(?:actually |even |also |just )?(?:cost|be"
    rf"|change|add|make|raise|eat)\b[^.?!\n\d]*(?:\?[^\d@]{{0,60}})?"
)
""" "So a tenth person wouldn't cost more?": the price of one more than those who are counted."""
_IN_BRACKETS = re.compile(
    rf"[^\d?]{{0,60}}\b(?:come|coming|join|joining|be there|tag along"
    r"|show up)(?: (?:too|as well|also|along))*,? ?\((?:that'?s "
    rf"|so )?(?P<n>{NUMBER})(?: (?:people|of them|more|adults|ppl))?\)\W*"
)
""" "My brother's whole family might come (5)": so many more."""


_THEY_ARE = re.compile(
    rf"{_LEAD}(?:what )?if (?:they'?re|they are|he'?s|she'?s|he is|she is|they were|he were"
    rf"|she were)(?: (?:both|all|only|just|really))* (?P<n>{NUMBER})(?: years? old| yrs?(?: old)?"
    r"| instead)?(?: (?:then|though))*\W*"
)


def _they_are(folded: str, dialogue: Dialogue) -> str | None:
    """ "And if they're 5": another age of the children who are counted, no further ones."""
    party = dialogue.variants[-1] if _supposed(dialogue) else dialogue.party
    children, told = (party.children or 0) + (party.toddlers or 0), _THEY_ARE.fullmatch(folded)
    if told is None or not children or (to_int(told["n"]) or GROWN_AT) >= GROWN_AT:
        return None
    return f"what if the {f'{children} kids are' if children > 1 else 'kid is'} {told['n']}?"


def _beside_a_reason(folded: str, size: int | None) -> int | None:
    """ "15, forgot my roommates", "forgot my roommates, 13": the number beside who comes or stays away."""
    for part in _PART.finditer(folded):
        first, second = folded[: part.start()], folded[part.end() :]
        for number, reason in ((first, second), (second, first)):
            counted = _COUNTED.fullmatch(number)
            told = to_int(counted["n"]) if counted is not None else None
            if told is not None and told < MOST and _is_reason(reason, told, size):
                return told
    return None


def _is_reason(said: str, told: int, size: int | None) -> bool:
    """Whether words tell why so many come now; a number in them is how many more or fewer that are."""
    others = {to_int(one) for one in re.findall(rf"\b{NUMBER}\b", said)} - {1}
    if others and (size is None or others != {abs(told - size)}):
        return False
    if _OF_ELSE.search(said) or len(said.split()) > MOST_WORDS_OF_A_REASON or "?" in said:
        return False
    return bool(_FORGOT.search(said) or _COMES.search(said))


def _counted(number: int, size: int | None, dialogue: Dialogue, of_booking: bool | None) -> str | None:
    """A new whole, or so many more in place of those who were said to join just now."""
    if of_booking:
        return f"no {number}" if number < LEAST_WHOLE else f"make it {number} people"
    joined = _joined(size, dialogue)
    if size is None:
        return None
    if joined and abs(number - joined) < abs(number - size):
        return f"make it {size - joined + number} people"
    return f"make it {number} people"


LEAST_WHOLE = 5
""" "3 actually, Dave's bringing his girlfriend": how many join a booked party."""


def _joined(size: int | None, dialogue: Dialogue) -> int:
    """How many joined, or would, in the message before."""
    before = (
        _size(dialogue.party) if _supposed(dialogue) else _size(dialogue.versions[-1]) if dialogue.versions else None
    )
    return max(0, size - before) if size is not None and before is not None else 0


def _said_by_somebody(folded: str, dialogue: Dialogue, profile: Profile) -> int | None:
    """ "Sister says 18" after a price: how many, where no day and no start is talked of."""
    if dialogue.dates or dialogue.date_month or dialogue.choices or dialogue.offered or "time" in dialogue.expecting:
        return None
    told = _SAYS.fullmatch(folded)
    return to_int(told["n"]) if told else None


def _next_one(folded: str, size: int, dialogue: Dialogue) -> str | None:
    """ "And a 4th" after three more, "and a 9th" after eight."""
    told = _NEXT.fullmatch(folded)
    nth = ordinal_to_int(told["nth"]) if told else None
    if nth is None or nth not in (size + 1, _joined(size, dialogue) + 1) or nth < LEAST_NEXT:
        return None
    return f"and {size + 1}?"


LEAST_NEXT = 2


def _compared(folded: str, size: int, dialogue: Dialogue, profile: Profile) -> str | None:
    """ "Oh so the same! and at 11?" where sizes are compared: a further size, no hour and no day."""
    told = _ANOTHER_SIZE.fullmatch(folded)
    number = to_int(told["n"]) if told else None
    if told is None or number is None or not (dialogue.just_guests or _supposed(dialogue)) or dialogue.just_dish:
        return None
    if dialogue.dates or dialogue.date_month or dialogue.choices or "time" in dialogue.expecting:
        return None
    near = size / MOST_MORE <= number <= size * MOST_MORE
    return f"and {number}?" if near and number != size else None
