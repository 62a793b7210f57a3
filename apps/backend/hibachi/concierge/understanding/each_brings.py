"""Everybody brings somebody: "what if each brings a plus one" of five adults is ten. Pure; the words become the number that they make.

Only those counted as adults bring somebody; children stay as many as they are.
"""

from typing import Any

from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_ALL = rf"(?:each|every ?(?:one|body)|each (?:one|person|of us|of them)|we (?:each|all)|all(?: (?P<n>{NUMBER}))?(?: of (?:us|them)))"
_ONE = (
    r"(?:(?:an?|one|1|their|her|his|our) )?(?:plus[- ]?one|\+ ?1|guest|friend|date|partner|spouse|someone|somebody|one (?:friend|person|guest)|another person"
    r"|wife|girlfriend|boyfriend|husband|significant other)s?"
)
_EACH = re.compile(
    rf"\b(?:what )?(?:if |and if |when |would it be if |in case |say )?{_ALL}(?: of us)? (?:(?:would|will|could|can|to|also|just|is|are|gets? to) )*"
    rf"(?:brings?|brought|bringing|had|has|have|takes?|invites?|invited|adds?|comes? with) {_ONE}\b(?: along| with (?:us|them)| too)*",
    re.I,
)
_WITH = re.compile(
    r"\b(?:with|including|if (?:we|i) (?:add|allow|do|have|include|say yes to)) (?:all (?:the |our )?)?plus[- ]?ones\b",
    re.I,
)
_WOULD_BE = re.compile(
    rf"\b(?:(?:{NUMBER}|a few|some|those|these)(?: more)?|that|it|we|they) (?:would|'d|will) (?:then )?(?:be|make (?:it|us)) (?P<n>{NUMBER}) and (?P<m>{NUMBER})\b"
    r"(?: (?:kids?|children))?(?:,? (?:with|counting|including) [^.?!\n]{1,25})?(?= ?(?:[.,;!?]|$))",
    re.I,
)
""" "Two more would be 19 and 3, with the girl", of a party of adults and children: both in the order that they were told in."""
_WEIGHS = re.compile(
    r"[^.?!\n]*\b(?:steep|expensive|pricey|a lot|too much|(?:that'?s|thats) \$?\d+ (?:each|a head|pp|per person)|high)\b[^.?!\n]*[.?!]\s*",
    re.I,
)
""" "550 for 5 is steep, that's 110 each": the reason why more may come."""


def counted(text: str, dialogue: Dialogue, own: list[dict[str, Any]], profile: Profile) -> str:
    """The text with the size that the party would have, where each of those counted before brings one."""
    text = _sizes_supposed(text, dialogue, profile)
    told = _EACH.search(text) or _WITH.search(text)
    if told is None:
        return text
    counts = counts_of(dialogue.party, bands_of(profile))
    if counts is not None:
        adults, children, toddlers = counts.adults, counts.children, counts.toddlers
    elif len(own) == 1:
        adults, children, toddlers = (int(own[0].get(slot) or 0) for slot in ("adults", "children", "toddlers"))
    else:
        return text
    number = told.groupdict().get("n")
    if not adults or (number and to_int(number.lower()) != adults):
        return text
    young = f" and {children} kids" if children else ""
    young += f" and {toddlers} toddlers" if toddlers else ""
    before = _WEIGHS.sub("", text[: told.start()])
    return f"{before}what if we are {2 * adults} adults{young}{text[told.end() :]}"


def _sizes_supposed(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """ "Would be 19 and 3" after 18 adults and 2 children: so many of each, as a supposition."""
    told, counts = _WOULD_BE.search(text), counts_of(dialogue.party, bands_of(profile))
    if told is None or counts is None or not counts.children or counts.toddlers:
        return text
    adults, children = to_int(told["n"].lower()), to_int(told["m"].lower())
    if adults is None or children is None or adults <= children:
        return text
    return f"{text[: told.start()]}what if we are {adults} adults and {children} kids{text[told.end() :]}"
