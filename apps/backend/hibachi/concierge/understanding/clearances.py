"""What stands over or beside the grill, and how high or how far: "a pergola, 8 ft up", "5 feet from the fence". Pure."""

from dataclasses import dataclass

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

_BURNS = (
    r"(?:pergolas?|gazebos?|arbou?rs?|trellis(?:es)?|lattices?|awnings?|umbrellas?|parasols?|eaves?"
    r"|overhangs?|branch(?:es)?|trees?|vines?|palapas?|tiki huts?|(?:shade |sun )?sails?|thatch)"
)
_CLOTH = r"(?:canop(?:y|ies)|(?:party )?tents?|marquees?|pop[- ]?ups?(?: (?:tent|canopy))?|tarps?)"
_ROOFS = (
    r"(?:patio covers?|covered (?:patio|porch|deck|area|spot)|carports?|(?:porch |patio )?roofs?|ceilings?"
    r"|rafters?|beams?|(?:wood(?:en)?|lattice|deck|low|overhead) covers?)"
)
_BESIDE = r"(?:fences?|hedges?|bush(?:es)?|sheds?|barns?|siding|railings?|curtains?|house|walls?|garage)"
_MAY_NOT_BURN = re.compile(rf"{_ROOFS}|{_BESIDE}")
_THING = re.compile(rf"\b(?:(?P<over>{_BURNS}|{_CLOTH}|{_ROOFS})|(?P<beside>{_BESIDE}))\b")
_WOODEN = re.compile(
    r"\b(?:wood(?:en)?|timber|bamboo|straw|fabric|canvas|cloth|vinyl|plastic|cedar|redwood|pine|hedges?|bush(?:es)?)\b"
)
_STONE = re.compile(r"\b(?:metal|steel|alumini?um|concrete|bricks?|stucco|stone|cinder ?block|tin)\b")
_HALF = r"(?: ?(?:1/2|½)| and a half)?"
_MEASURE = re.compile(
    rf"(?<![\w.$/])(?<!\dx )(?<!by )(?P<n>\d{{1,2}}(?:\.\d)?|{NUMBER}){_HALF}[ -]?(?:feet\b|foot\b|ft\b|['’](?!\w))"
    r"(?!(?: ?(?:by|x) ?\d| (?:long|wide|deep|tables?|grills?|across)))"
    rf"|(?<![\w.$/-])(?P<bare>\d{{1,2}}(?:\.\d)?|{NUMBER}) (?:high|tall|up|above|overhead|off the ground)\b"
)
_APART = re.compile(r"\b(?:from|away|to|of|off|between|next to|close|near|apart|distance|beside|against)\b")
_FROM = re.compile(
    r"(?:feet|foot|ft|['’]) (?:away |clear |distance )?(?:from|off)\b(?! the (?:ground|floor|deck|patio|spot|grill))"
)
""" "12 feet from the pergola": beside it, not below."""
_DANGER = re.compile(
    r"\b(?:fires?|flames?|burn\w*|flammable|ignit\w+|hazard\w*|danger\w*|risk\w*|safe|unsafe|scorch\w*"
    r"|melt\w*|low|too (?:close|near)|(?:high|tall|low|far|big|large) enough|clearance"
    r"|how (?:high|tall|low|far|close|large|big|wide)(?! (?:is|are) (?:the|your) (?:grill|hibachi))|what (?:height|size)"
    r"|(?:height|size) of(?! (?:the |your |a )?(?:grill|hibachi)))\b"
)
_GRILL = re.compile(r"\b(?:grills?|hibachi|fires?|flames?|burn\w*|flammable|heat|cook\w*|set ?-?up)\b")
""" "Is it safe near the house": a house burns only beside a grill."""
_UNDER = re.compile(
    r"\b(?:under(?:neath)?|beneath|below|next to|against|right by|close to|near)"
    rf" (?:(?!not\b)[\w'-]+ ){{0,3}}?{_BURNS}\b"
)
_NOT_UNDER = re.compile(
    r"\b(?:not|n't|away|out|rather than|instead of|nowhere|don'?t|isn'?t)\b[^.?!\n]{0,20}\b(?:under\w*|beneath|near|from)\b"
)
_ENDED = re.compile(
    r"\b(?:is a no|won'?t work|wouldn'?t work|no good|is out\b|too (?:low|close|near)|not (?:ok|safe|possible|enough|an option))\b"
)
_SIZE = re.compile(r"\b(?:how (?:large|big|wide|long)|what size|(?:size|dimensions?) of)\b")
_WEATHER = re.compile(r"\b(?:rain\w*|pour\w*|drizzl\w*|storm\w*|snow\w*|wet|weather|wind\w*)\b")
_MONEY = re.compile(r"\b(?:price|cost|pay|total|balance|owe|money)\b|\$")


@dataclass(frozen=True, slots=True)
class Near:
    """thing: as it was called; over: it hangs above the grill; burns: it surely can; away: how many feet off it was told to be;
    size: how large it has to be is asked; ended: it is said to be no possible place."""

    thing: str
    over: bool
    burns: bool
    away: float | None = None
    size: bool = False
    ended: bool = False


def read(text: str, *, asked: bool = False) -> Near | None:
    """What is told or asked to stand over or beside the grill; None where nothing says how near or how safe it is.

    asked: it is known already that the distance is asked for.
    """
    folded = fold(text)
    found = list(_THING.finditer(folded))
    thing = next((one for one in found if one["over"]), found[0] if found else None)
    if thing is None:
        return None
    over = thing["over"] is not None
    away = _feet(folded, over=over)
    near = away is not None or _is_under(folded) or _DANGER.search(folded) is not None
    if not asked and not (near and (over or _GRILL.search(folded))):
        return None
    sure = not _MAY_NOT_BURN.fullmatch(thing.group()) or _WOODEN.search(folded) is not None
    return Near(
        thing=_called(thing.group()),
        over=over and _FROM.search(folded) is None,
        burns=sure and not _STONE.search(folded),
        away=away,
        size=_SIZE.search(folded) is not None,
        ended=_ENDED.search(folded) is not None and "?" not in folded,
    )


def _is_under(folded: str) -> bool:
    return _UNDER.search(folded) is not None and not _NOT_UNDER.search(folded)


def _called(thing: str) -> str:
    """ "A covered patio" has its cover above, "a pop up" is a tent."""
    if thing.startswith("covered "):
        return f"{thing.removeprefix('covered ')} cover"
    return "pop-up tent" if thing.startswith("pop") else thing


def _feet(folded: str, *, over: bool) -> float | None:
    """The least of the heights and distances that are told; beside the grill only one that is told as a distance."""
    told = [
        value
        for one in _MEASURE.finditer(folded)
        if (over or _APART.search(folded)) and (value := _number(one["n"] or one["bare"])) is not None
    ]
    return min(told, default=None)


def _number(words: str) -> float | None:
    if words.replace(".", "", 1).isdigit():
        return float(words)
    return to_int(words)


_OF_THE_SPOT = frozenset({"space", "venue", "setting", "clearance", "needs", "grill_size", "parking", "setup_time"})


def told(frame: Frame, profile: Profile) -> Frame:
    """The frame with the distance that the grill keeps asked for, in place of the room and the ground that it takes."""
    near, folded = read(frame.text, asked="clearance" in frame.topics), fold(frame.text)
    if near is None or {"injection", "handover"} & set(frame.acts) or "indoor" in frame.topics:
        return frame
    low = near.away is not None and near.away < profile.venue.clearance_feet
    asks = frame.question and bool(_OF_IT.search(folded)) or bool(set(frame.topics) & (_OF_THE_SPOT | {"rain"}))
    if not (asks or low or _is_under(folded)):
        return frame
    money = _MONEY.search(folded) is not None
    gone = _OF_THE_SPOT | (set() if _WEATHER.search(folded) else {"rain"}) | (set() if money else {"price", "balance"})
    return frame.model_copy(update={
        "topics": ("clearance", *(one for one in frame.topics if one not in gone)),
        "unknown": tuple(one for one in frame.unknown if not _OF_IT.search(fold(one))),
        "acts": tuple(one for one in frame.acts if one != "price_objection" or money),
    })  # fmt: skip


_OF_IT = re.compile(
    rf"{_THING.pattern}|\b(?:feet|foot|ft|high|tall|low|up|under\w*|beneath|fire|flames?|burn\w*|safe|close|far)\b|\b(?:ok(?:ay)?|problem|work)\b"
)
