"""What somebody pays who is about to be a year older: "turns 13 two days before the party, adult price right?". Pure.

An age that is asked about counts nobody and changes no party, and the birthday is nobody's occasion.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.day_names import WEEKDAY
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.spans import fold

_TURNS = re.compile(
    r"\b(?:turns?|turning|turned|will be|gonna be|going to be|'ll be|hits|becomes?) (?:only "
    rf"|just )?(?P<age>{NUMBER})\b"
    r"(?! ?(?:people|adults|guests|of us|kids|pm|am))"
    r"|\b(?P<nth>\d{1,2})(?:st|nd|rd|th) (?:birthday|bday|b-day)\b"
    r"|\b(?:is|he'?s|she'?s|hes|shes|who'?s)(?: (?:only|still|just))* \d{1,2}(?: (?:now|today"
    r"|right now))?,? (?:but|and)"
    r" (?:(?:he|she)(?:'ll)? )?(?:will be |turns |be |turning )?(?P<then>\d{1,2})\b"
    r"|\b(?P<half>\d{1,2})(?:\.5|\u00bd| 1/2| and a half)[- ]?(?:years?|yrs?|yo|y/o)"
)
_AFTER = re.compile(
    r"^[^.?!,;\n]{0,20}\b(?:after|later|(?:the )?(?:next|following) (?:day|week|weekend|morning))\b(?! that)"
)
_SAME_WEEK = re.compile(
    r"^[^.?!,;\n]{0,12}\b(?:week(?:end)? of|same week|that week|around (?:then|the party)|party week)\b"
)
_DATED = re.compile(rf"^,? (?:on|in|at) (?:the )?(?:{MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|{WEEKDAY})\b")
""" "Turns 13 on june 20": before or after the party, by the two days."""
_PRICE = r"(?:adult|child(?:'?s|ren'?s)?|kids?'?s?|full|half) (?:price|rate|pay|charge|fare|menu)s?"
_ASKS = re.compile(
    rf"\b{_PRICE}\b|\b(?:kid|child|adult),? or (?:an? )?(?:kid|child|adult)\b"
    r"|\b(?:which|what) (?:price|rate|does (?:he|she) pay)\b"
    r"|\b(?:is|be|count\w*|eats?|pays?|charged?|considered|still|go(?:es)?|treated)\b[^.?!\n]{0,15}"
    r"\b(?:free|adults?|kids?|child|full price|extra)\b|\bhow much (?:is|for|does) (?:he|she|him|her|they)\b"
)
_QUESTION = re.compile(
    r"\?|\b(?:right|correct|yes|or (?:not|no|what)|or (?:an? )?(?:kid|child|adult))\W*$"
    r"|\b(?:does|do|is|are|will|would|can|which|what|how much|wondering|so)\b"
)
_ONLY_ASKS = re.compile(
    rf"\W*(?:(?:so|and|then|ok|it'?s|that'?s|hes|he'?s|she'?s|at|the|is it|he pays|she pays) ?)*{_PRICE}(?: then)?,?"
    r" ?(?:right|correct|yes|yeah|no|then)?\W*"
)
""" "Adult price right", behind the answer to such a question."""
_CLEARED: dict[str, object] = {
    "unknown": (), "apart": (), "event_type": None, "answer": None, "kids": {}, "dates": (), "other_dates": (), "date_said": None,
    "date_problem": None, "sizes": (), "topics": ("children",),
}  # fmt: skip
_BESIDE = frozenset({"own_booking", "about_own", "others_booking", "change", "same_price", "item_price", "dish_price", "book", "price_objection"})  # fmt: skip


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as the question of what that age pays."""
    folded = fold(frame.text)
    again = dialogue.answered[-1:] == ("children",) and _ONLY_ASKS.fullmatch(folded)
    ages = dialogue.spoken_ages[-1:] if again else _ages(folded, frame, dialogue)
    if not ages or frame.guests.adults or frame.guests.people or frame.zip or "discount" in frame.topics:
        return frame
    acts = tuple(act for act in frame.acts if act not in _BESIDE)
    return frame.model_copy(
        update={**_CLEARED, "acts": acts, "ages_asked": ages, "guests": GuestWords(), "question": True}
    )


def _ages(folded: str, frame: Frame, dialogue: Dialogue) -> tuple[int, ...]:
    """The age at the party; both of them where that is not told, none where no price is asked for."""
    said = _TURNS.search(folded)
    if said is None:
        return ()
    rest = folded[: said.start()] + folded[said.end() :]
    age = to_int(said["age"] or said["nth"] or said["then"] or said["half"] or "")
    if age is None or age > GROWN_AT or not _ASKS.search(rest) or not _QUESTION.search(rest):
        return ()
    if _DATED.match(folded[said.end() :]):
        born, party = {*frame.dates, *frame.other_dates}, dialogue.day
        if len(born) != 1 or party is None:
            return (age - 1, age)
        return (age,) if born.pop() <= party else (age - 1,)
    if _SAME_WEEK.match(folded[said.end() :]):
        return (age - 1, age)
    return (age - 1,) if _AFTER.match(folded[said.end() :]) else (age,)
