"""What is told for the chef beside diets and the address: how to get in, what he should leave out of the show. Pure."""

from collections.abc import Callable, Sequence

from hibachi.concierge.understanding import diet_facts, menu_picks, wishes_told
from hibachi.concierge.understanding.following.booked import MENU_TOLD
from hibachi.concierge.understanding.schemas import Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.openers import ASKING, LED
from hibachi.policies.schemas import Profile

ACT, WISHES_CHEF, FESTIVE = "for_chef", "wishes_chef", "festive"
LONGEST = 160
_ENTRY = re.compile(
    r"\b(?:(?:gate|door|garage|call ?box|entry|access|building|lobby|community|key ?pad"
    r"|lock ?box) ?(?:code|pin|number)(?: is|'s|:| to get in is| =)+ ?[#*]?\d[\d#*-]*"
    r"|(?:gate|door|call ?box|key ?pad|lock ?box)(?: is|'s|:) ?(?:[#*]\d+|\d{4,}[#*]?|\d+[#*])"
    r"|(?:gate|door|garage|entry|access|lobby|key ?pad|lock ?box) ?(?:code|pin) [#*]?\d[\d#*-]*"
    r"|(?:go|come|walk|drive) (?:around|round) (?:to the |on the )?(?:left|right|back|side)\b"
    r"|(?:code|pin) (?:for|to|at|of) the (?:front |side |main )?(?:gate|door|garage|building|lobby"
    r"|call ?box)\b[^.?!\n]{0,12}\d+[#*]?"
    r"|(?:ring|use|press|buzz|hit) (?:the )?(?:door ?bell|bell|buzzer|call ?box|intercom|unit \w+"
    r"|apt \w+|side (?:gate|door))|(?:come|go|enter|walk) (?:in |around |up )?(?:through|thru|by|via"
    r"|around|to|in) the (?:side|back|garage|rear|alley)(?: (?:gate|door|yard|entrance))?"
    r"|(?:(?:he|she|they|you|the chef) (?:can|should|may|has to|needs to)|please"
    r"|pls)[^.?!\n]{0,12} park (?:in|on|at|by|behind|next to|across)\b[^.?!\n]{0,40}"
    r"|(?:beware of|mind|watch out for) (?:the|our) dogs?\b)",
    re.I,
)
_SHOW = (
    r"(?:(?:food|shrimp|veggies|vegetables|eggs?|rice|anything|stuff|things) (?:to be )?(?:thrown|tossed"
    r"|flung|flipped|squirted)|(?:throw|toss|fling|flip|squirt)(?:ing)?\b"
    r"|(?:food|egg|shrimp|sake) (?:toss\w*|throw\w*|squirt\w*|bombs?)|(?:onion )?volcano(?:es)?"
    r"|(?:the )?(?:big |huge |high |open )?(?:flames?|fire ?balls?)|(?:the )?fire (?:show|tricks?|stuff|part|bits?)|(?:the )?fire(?= *(?:$|[.?!,;)]|please\b|pls\b|at all\b|for\b|down\b|low\b|be\b))|(?:knife|fire) tricks"
    r"|(?:dirty|adult|crude|sexual) (?:jokes|humou?r)|loud (?:noises?|music|jokes|bangs?)"
    r"|squirt (?:gun|bottle)s?|sake (?:squirt\w*|shots?)|the (?:whole )?show|tricks|jokes|singing"
    r"|show(?= ?(?:please|pls|plz|at all|if\b|though|needed|necessary|for us)|\W*$)|performances?|performing|entertainment)"
)
_LEAVE_OUT = re.compile(
    r"\b(?:(?:i|we)(?:'d| would)? (?:really |just |both )?(?:don'?t|do not|rather not|prefer not"
    r"|not) (?:want|like|need|have|care for"
    r"|to have)?(?: (?:any|him|her|them|you|the chef|anyone|anybody))*(?: to| any)*"
    r"|(?:please |pls |kindly )(?:no|don'?t|do not|skip|leave out|without|avoid"
    r"|keep away)(?: (?:the|any|all|do|with|have|him))*"
    r"|(?:tell|ask|let) (?:the chef|him|her|them|you guys)(?: (?:to|please|that|not|know))* (?:not to"
    r"|no|don'?t|skip|leave out|without)(?: (?:the|any|do))*"
    rf"|(?:no|skip the|without the|leave out the|without any|tone down the|turn down the|go easy (?:on|with) the"
    rf"|hold the|leave the))[^.?!,\n]{{0,18}}\b{_SHOW}\b"
    rf"|\b(?:keep|turn|tone|leave) (?:the |any |all )?{_SHOW} (?:part |stuff |bit )?(?:low|small|down|out|away|off|to a minimum)\b"
    rf"|\b(?:can|could) {_SHOW} (?:part |stuff )?be (?:left out|skipped|kept low|toned down)\b",
    re.I,
)
_ASKS = re.compile(rf"\?|^\W*(?:{ASKING})\b", re.I)
_SENTENCE = re.compile(r"(?:[^.?!\n]|[.?!](?=\w))+[.?!\n]*")
""" "nora@mail.example" is one word, not two sentences."""
_LEAD = re.compile(
    r"^(?:(?:oh|also|and|btw|by the way|ok(?:ay)?|hi|hey|so|one more thing|fyi|just"
    r"|please note(?: that)?|ps|note)\b[\s,:;.!-]*)+",
    re.I,
)
_TRAIL = re.compile(r"(?:[\s,]+(?:please|pls|thanks?|thank you|thx|btw|ok))+\W*$", re.I)


_ASKED_TO = re.compile(
    rf"(?:^{LED}|[,;:–-] *|\b(?:and|so|but|or) )(?:can|could|would|will|is it possible|is there a way|any chance|may)\b[^.?!\n]{{0,40}}\b(?:not|skip"
    r"|leave|left|without|no|avoid|toned?|turn|kept|keep|go easy|hold)\b",
    re.I,
)
""" "Can you tell the chef not to throw food": a wish, whatever its form."""


def parted(text: str, read: Callable[[str], Frame], profile: Profile, *, counted: bool) -> tuple[tuple[str, ...], str]:
    """The sentences for the chef or our team, and the text in which the rest is read: one that tells of the party too is read on.

    counted: the guests are known, so that a list of who eats what counts none of them anew.
    """
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(text)]
    picked = [one for one in sentences if counted and _picks(one, profile)]
    kept = tuple(one for one in sentences if one in picked or _kind(one))
    if not kept:
        return (), text
    free = [one for one in picked if not menu_picks.costs(one, profile)]
    only = [one for one in kept if one in free or one not in picked and not _tells_more(read(_without_yes(one)))]
    rest = " ".join(_yes_of(one) if one in only else one for one in sentences)
    return kept, rest if _WORD.search(rest) else _NOTHING_ELSE if len(free) == len(sentences) else text


_NOTHING_ELSE = "for the chef"
"""What is read of a message that only lists who eats what: its numbers count no guests and order no portions."""


def _picks(sentence: str, profile: Profile) -> str | None:
    """Who eats what, also beside a drink that is done without: "no sake please, 10 chicken and steak, 5 steak and shrimp"."""
    whole = menu_picks.read(sentence, profile)
    if whole is not None or not wishes_told.drinks_out(sentence):
        return whole
    return menu_picks.read(wishes_told.without_drinks(sentence), profile)


def _tells_more(said: Frame) -> bool:
    """Whether a sentence for the chef tells of the party as well."""
    party = said.guests.stated or said.items or said.dates or said.times or said.zip or said.address
    spot = said.venue is not None and not any(said.venue in one.group().lower() for one in _ENTRY.finditer(said.text))
    return bool(spot or party or said.phone or said.email or said.dietary)


def _kind(sentence: str) -> str | None:
    """What a sentence is told for; None where it is said to answer or to ask something else."""
    if _ENTRY.search(sentence):
        return None if "?" in sentence else wishes_told.PLAIN
    if _LEAVE_OUT.search(sentence) and (not _ASKS.search(sentence) or _ASKED_TO.search(sentence)):
        return wishes_told.PLAIN
    kind = wishes_told.kind_of(sentence)
    return None if kind == wishes_told.PLAIN and diet_facts.avoids(sentence) else kind


_YES = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|yea|ya|sure|ok(?:ay)?|perfect|great|do it|book it|go ahead|please do)\b[\s,.!]*)+", re.I
)


def _yes_of(sentence: str) -> str:
    """ "Yes, and tell the chef ...": the yes stands for itself."""
    said = _YES.match(sentence)
    return said.group().strip(" ,") + "." if said else ""


def _without_yes(sentence: str) -> str:
    return _YES.sub("", sentence, count=1)


_WORD = re.compile(r"\w+")


_NAMED = re.compile(
    r"\b(?:(?:his|her|the chef'?s?|chef) name (?:was|is)|(?:was|is|he'?s|she'?s) (?:called|named))\b", re.I
)


def _note(sentence: str, frame: Frame) -> str:
    """A sentence as a note, in few words where it only does without a drink; of one that tells of the party too, the pieces for the chef."""
    drinks = wishes_told.drinks_out(sentence)
    if drinks and not _kind(wishes_told.without_drinks(sentence)):
        return ", ".join(drinks)
    said = diet_facts.asked_to_note(_TRAIL.sub("", _LEAD.sub("", _without_yes(sentence)))).strip(" .!,?")
    pieces = [piece for piece in re.split(r"\s*,\s*", said) if _ENTRY.search(piece)]
    return (", ".join(pieces) if pieces and sentence in frame.text else said)[:LONGEST]


MENU, MENU_IN_WORDS = "menu choices: ", "menu: "
"""What stands before who eats what in a note: as a list of our own, or in the customer's words."""
_NAMED_NOTE = re.compile(rf"no [a-z]+(?:, no [a-z]+)*|{MENU}.+")


def of_menu(frame: Frame) -> str | None:
    """What a message tells of who eats what, without the talk around it; None where it only asks."""
    told = [one.strip() for one in _SENTENCE.findall(frame.text) if "?" not in one and one.strip(" .!,")]
    if frame.question or len(told) != 1:
        return None
    said = diet_facts.asked_to_note(_TRAIL.sub("", _LEAD.sub("", _without_yes(told[0])))).strip(" .!,")
    return f"{MENU_IN_WORDS}{said}"[:LONGEST] if said else None


def without_older_picks(before: Sequence[str], told: Sequence[str]) -> list[str]:
    """The notes without who eats what as it was told before, where it is told anew."""
    anew = any(note.startswith(MENU) for note in told)
    return [note for note in before if not (anew and note.startswith(MENU))]


def named(notes: Sequence[str]) -> list[str]:
    """Of the notes for the chef those that are told in our own few words, each as it is said back: "no sake"."""
    own = [note for note in notes if _NAMED_NOTE.fullmatch(note)]
    parts = (part for note in own for part in note.removeprefix(MENU).split(", "))
    return list(dict.fromkeys(_DRY if part.startswith("no ") and part != "no sake" else part for part in parts))


_DRY = "a dry party"
""" "No alcohol" said back could be heard as what the food is free of."""


_EATEN = frozenset({"halal", "kosher", "vegan", "vegetarian", "pescatarian", "keto"})
"""Ways of eating that are whole by their name: beside another note they are one of their own ("halal and no sake")."""


def told(frame: Frame, kept: tuple[str, ...], profile: Profile) -> Frame:
    """The frame of a message that tells something for the chef, with it as notes; one that tells nothing else says nothing else."""
    if not kept and MENU_TOLD in frame.acts and (in_words := of_menu(frame)):
        return frame.model_copy(update={"notes": (in_words,)})
    if not kept or "injection" in frame.acts:
        return frame
    kinds = {_kind(one) for one in kept}
    named = [one for one in _SENTENCE.findall(frame.text) if wishes_told.CHEF in kinds and _NAMED.search(one)]
    more = frame.guests.add or frame.guests.stated or frame.dietary or frame.dates or frame.times or frame.items
    kept = tuple(one for one in kept if not (more and one in frame.text and wishes_told.is_errand(one)))
    picks = [picked for one in kept if (picked := _picks(one, profile))]
    plain = [one for one in (*kept, *named) if not _picks(one, profile) or wishes_told.drinks_out(one)]
    menu = [MENU + ", ".join(picks)] if picks else []
    notes = tuple(dict.fromkeys([*(note for one in plain if (note := _note(one, frame))), *menu]))
    if not notes:
        return frame
    acts = tuple(
        act for kind, act in ((wishes_told.CHEF, WISHES_CHEF), (wishes_told.FESTIVE, FESTIVE)) if kind in kinds
    )
    dry = any(wishes_told.drinks_out(note) for note in notes) and "?" not in frame.text
    topics = tuple(one for one in frame.topics if not (dry and one == "alcohol"))
    ways = tuple(dict.fromkeys(name for one in kept if "?" not in one for name in diets(one) if name in _EATEN))
    eats = tuple(name for name in ways if not any(name in diets(one) for one in frame.dietary))
    frame = frame.model_copy(update={"notes": notes, "topics": topics, "dietary": (*frame.dietary, *eats)})
    if any(one not in frame.text for one in kept):
        return frame.model_copy(update={"acts": (*frame.acts, ACT, *acts)})
    if frame.address or frame.venue or frame.guests.stated or frame.items or frame.dates or frame.zip or frame.dietary:
        return frame.model_copy(update={"acts": (*frame.acts, ACT, *acts), "unknown": ()})
    stays = tuple(act for act in frame.acts if act in ("about_own", "own_booking", "thanks", "greeting"))
    nothing: dict[str, object] = {
        "dates": (), "date_problem": None, "times": (), "zip": None, "topics": (), "unknown": (), "items": (), "month": None, "city": None,
        "guests": GuestWords(), "venue": None, "answer": None, "question": False, "no_extras": False, "no_dietary": False, "name": None,
    }  # fmt: skip
    return frame.model_copy(update={**nothing, "acts": (ACT, *acts, *stays)})
