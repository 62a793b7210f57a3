"""What is told and left open: guests who may come ("we may lose 2, I'll know next week"), a town where only a guest is from. Pure.

Of a party that was priced, "it could be 11" and "one more family may join, two adults and a baby" are supposed: they are
priced beside it, and it stands.
"""

from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.roster.words import RELATION
from hibachi.language.spans import fold

_MAY = re.compile(r"\b(?:may|might|maybe|perhaps|possibly|could)\b")
_LATER = re.compile(
    r"\b(?:i|we|you|she|he|they)(?:'?ll| will| should|'?d)? (?:only |just |probably )?(?:know|find out"
    r"|tell (?:you|u)|let (?:you|u) know|decide|hear|confirm|see)\b"
    r"|\b(?:not sure|don'?t know|dont know|unsure) (?:yet|until)\b"
)
_WHERE_FROM = re.compile(
    rf"\b(?:{RELATION}|friends?|buddy|buddies|guests?|folks|family|cousins?|neighbou?rs?|boss"
    r"|coworkers?|colleagues?|someone|somebody|people)\b(?: \w+)? (?:from|in|near|who lives in"
    r"|living in|(?:is |are )?(?:coming|flying|driving)(?: in| up| down| over)? from) (?:the )?$"
)


_MAY_COME = re.compile(
    r"\b(?:may|might|maybe|perhaps|possibly)\b(?! as well\b)[^.?!\n]{0,40}\b(?:join|come|coming|comes|bring|tag along|tagging along|be (?:there|in)"
    r"|make it|drop(?:ping)? out|bail|cancel|stay(?:ing)? home|back out|skip)\w*(?! (?:up|out to|to \$))\b"
)
_COULD_BE = re.compile(
    r"(?:\b(?:it|we|that|there|us) |^|[,.;!] ?|\b(?:and|or|so|but) )(?:could|might|may)(?: also| even| only| just| well| end"
    rf"| up)* (?:be|being)(?: about| like| around| only| just)* (?P<n>{NUMBER})\b"
    r"(?! ?(?:am|pm|o'?clock|hours?|minutes?|feet|ft|miles?|dollars|kids?|children|more|less|fewer|of them|percent|years?))"
)
_NEW_PRICE = re.compile(r"\bnew (?:price|total|quote|number)\b")
""" "We might be 21. new price?": it is counted so from now on."""
_SIZE = "most_guests"
_LESS = r"(?:less|fewer|drop\w*|cancel\w*|bail\w*|back out|can'?t|don'?t|won'?t|didn'?t|leave|stay home)"
_HEADS = r"(?: (?:people|ppl|of us|of them|guests?|adults?|persons?|guys|friends))?"
_MAY_LEAVE = re.compile(
    rf"(?:\b(?P<n>{NUMBER})(?: of (?:them|us|the \w+))?{_HEADS} )?\b(?:may|might|maybe|perhaps|possibly)\b"
    r"[^.?!\n]{0,40}\b(?:drop(?:ping)? out|bail|cancel|stay(?:ing)? home|back out|skip)"
)
_FEWER_COST = re.compile(
    r"\b(?:sav(?:e|es|ing)|cheaper|lower|diff(?:erence)?|go down|come down|change|pay less|get back)\b[^.?!\n]{0,30}"
    rf"\b(?:if|with|when|for) (?:just |only |like )?(?P<n>{NUMBER}){_HEADS} {_LESS}\b"
    rf"|\b(?P<m>{NUMBER}) (?:less|fewer){_HEADS} (?:would |will |only )?(?:saves?|makes?|changes?|costs?)\b"
)
""" "How much do we save if 2 drop out", "so 2 fewer people saves nothing?"."""
_ASKS_BOTH = re.compile(
    r"^\W*(?:(?:is|are|would|will|it|be|that|the|and|ok|wait|um|so it'?s|does it cost) )*same (?:price|cost|amount|total|thing)?"
    rf"(?: ?(?:for|with|if|we|are|it'?s|we'?re|at))* (?P<a>{NUMBER}) (?:or|and|vs) (?P<b>{NUMBER})\b{_HEADS}\W*$"
)
""" "Same price for 8 or 9?"."""


def asks_both(text: str) -> tuple[int, ...]:
    """The two sizes of a party of which it is asked whether they cost the same."""
    both = _ASKS_BOTH.search(fold(text))
    return (to_int(both["a"]) or 0, to_int(both["b"]) or 0) if both else ()


def told(frame: Frame, dialogue: Dialogue, bands: Bands, most: int | None) -> Frame:
    """The frame without guests who only may come or stay away, and without the town of a guest. most: guests that we may speak of."""
    text = fold(frame.text)
    if frame.guests.add and not frame.guests.stated and _MAY.search(text) and _LATER.search(text):
        frame = frame.model_copy(update={"guests": GuestWords()})
    elif dialogue.quoted and dialogue.booked is None and dialogue.goal not in ("change", "cancel"):
        frame = _supposed(frame, text, dialogue, bands, most)
    at = text.find((frame.city or "").lower()) if frame.city and not (frame.zip or frame.address) else -1
    if at > 0 and _WHERE_FROM.search(text[:at]):
        evidence = tuple(one for one in frame.evidence if one.slot != "city")
        frame = frame.model_copy(update={"city": None, "evidence": evidence})
    return frame


def _supposed(frame: Frame, text: str, dialogue: Dialogue, bands: Bands, most: int | None) -> Frame:
    """The frame of who weighs another size of the party that was priced: nothing of it is told as a fact."""
    counts = counts_of(dialogue.party, bands)
    if counts is None or not counts.total or _NEW_PRICE.search(text):
        return frame
    fewer = _FEWER_COST.search(text)
    number = to_int(fewer["n"] or fewer["m"]) or 0 if fewer else 0
    if 0 < number < counts.total and (frame.question or text.startswith("how much")):
        acts = (*(act for act in frame.acts if act != "item_price"), "supposes")
        return frame.model_copy(
            update={
                "guests": GuestWords(add={"unsplit": -number}),
                "acts": acts,
                "topics": (),
                "apart": (),
                "unknown": (),
            }
        )
    sizes = asks_both(text) or tuple(dict.fromkeys(to_int(one["n"]) or 0 for one in _COULD_BE.finditer(text)))
    if len(sizes) > 1:
        return frame.model_copy(
            update={"sizes": tuple(GuestWords(people=one) for one in sizes), "guests": GuestWords(), "unknown": ()}
        )
    if not sizes and not (_MAY_COME.search(text) and frame.guests.stated):
        return frame
    leave = _MAY_LEAVE.search(text)
    guests = GuestWords(people=sizes[0]) if sizes else _without(leave, frame.guests) if leave else _on_top(frame.guests)
    whole = sizes[0] if sizes else counts.total + sum(guests.add.values())
    if most is not None and whole > most:  # who only asks is not handed over
        topics = tuple(dict.fromkeys((*frame.topics, _SIZE)))
        return frame.model_copy(update={"guests": GuestWords(), "topics": topics, "unknown": ()})
    return frame.model_copy(update={"guests": guests, "acts": (*frame.acts, "supposes")})


def _without(leave: re.Match[str], guests: GuestWords) -> GuestWords:
    """ "2 might drop out" are so many less; "two might bail, what's 17 look like" tells the whole."""
    number = to_int(leave["n"]) if leave["n"] else None
    gone = number is not None and number in (guests.people, guests.adults)
    return GuestWords(add={"unsplit": -(number or 0)}) if gone else guests


def _on_top(guests: GuestWords) -> GuestWords:
    """Whoever may join, beside those who were counted."""
    if guests.add:
        return guests
    young = (guests.children if guests.children is not None else len(guests.ages)) or 0
    add = {
        "unsplit": (guests.adults or 0) + (guests.people or 0),
        "children": young,
        "toddlers": guests.toddlers or 0,
    }
    return GuestWords(add={kind: more for kind, more in add.items() if more}, add_ages=guests.ages)
