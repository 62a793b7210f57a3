"""Whether what was told is noted ("is it written down now?", "did you get the gate code?", "and the wheelchair?"), and that it be noted. Pure."""

from typing import Any

from hibachi.concierge.understanding import diet_facts
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.openers import OPENERS
from hibachi.language.replies import read_reply
from hibachi.language.spans import fold

ACT, LEFT_OUT, NOTE_IT = "asks_if_noted", "says_not_noted", "notes_it"
_SENTENCE = re.compile(r"[^.?!\n]+[.?!\n]*")
_PUT = (
    r"(?:noted?|written down|wrote (?:it|that|this|them|the \w+|my \w+) down"
    r"|(?:put|taken|marked|jotted|got|get|have|had) (?:it |that |this |them |all that )?down|down|recorded"
    r"|added|included|accounted for|passed (?:it |that )?(?:on|along)|saved?|marked|in there"
    r"|in(?=,? (?:right|yes|correct|already)\b)"
    r"|on (?:it|there|file|record|(?:the|my|our) (?:booking|reservation|order|file|list|notes?))"
    r"|in (?:the|my|our) (?:booking|notes?|reservation|order)"
    r"|(?:take|taken|took) [^.?!]{0,40}into (?:account|consideration)|told the chef"
    r"|knows? about(?<!need to know about)|aware of)"
)
_IS_NOTED = re.compile(
    rf"\b(?:is|are|was|were|has|have|had|did|do|does|you|u|got)\b[^.?!\n]{{0,60}}\b{_PUT}\b"
    r"|^\W*(?:so |and |ok )*(?:all )?(?:noted|written down|got (?:it|that|all that)"
    r"|you got (?:it|that|all that))\W*\?"
)
_GOT = re.compile(
    r"\b(?:did|do|have|has) (?:you|u|ya|he|she|the chef|they)(?: guys)? (?:get|got|have|hear|heard|see"
    r"|saw|note|write|read|catch|remember|know)\b|\b(?:you|u) (?:got|have|noted|remember|still have)\b"
    r"|^\W*(?:and|also|what about|how about|but|so)\b(?: (?:what about|how about))? (?:the|my|our|her"
    r"|his|that)? ?[\w' -]{3,30}\?"
)
_ASKS = re.compile(
    rf"\?|^\W*(?:(?:{OPENERS}|promise me)\W+)*(?:is|are|was|did|do|does|have|has|you (?:got|have)"
    r"|u got|noted)\b|\b(?:right|correct|yes or no)\W*$"
)
_LEFT_OUT = re.compile(
    r"\b(?:you|u)(?: guys)? (?:did(?:n'?t| not)|forgot|missed|left out|never|dropped"
    r"|skipped)(?: (?:to )?(?:say|said|mention|mentioned|note|noted|list|include|included|write|put"
    r"|get|add))?(?: (?:down|in))?\b|\b(?:it|that|this|the summary) (?:does(?:n'?t| not)"
    r"|did(?:n'?t| not)) (?:say|mention|list|show|include)\b"
)
_PRONOUN = re.compile(
    rf"\W*(?:(?:{OPENERS}|please|pls|yes|yeah|just)\W+)*(?:(?:can|could|will|would) (?:you"
    r"|u) (?:please |pls |just )?)?(?:please |pls |just )?(?:note|write|put|mark|jot|add|take"
    r"|get)(?: (?:it|that|this|them|those|all (?:of )?(?:it|that)))?(?: down| in"
    r"| on (?:the|our|my) booking)?(?: (?:please|pls|then|for (?:us|me|the chef)|now))*\W*"
)
_PAYS = re.compile(
    r"\b(?:deposit|payment|pay|paid|money|check|cheque|venmo|zelle|e-?mails?|texts?|messages?|photos?"
    r"|pictures?|tables?|chairs?|insurance|license|number|name|zip|date|time)\b"
)
_NOUN = re.compile(
    r"\b(?:notes?|allerg\w+|diets?|dietary|restrictions?|gate|code|surprise|wheel ?chair|walker|secret"
    r"|wish|request|cake|(?:menu |protein |our )?(?:choices|picks|selections))\b"
)
_WORD = re.compile(r"[a-z]{4,}")
_EMPTY = frozenset(
    (
        "that this with have your what about from they them then there here also just please does were "
        "been into noted note down written write account"
        " right booking chef take took told tell know guests guest people person party would could should "
        "will some more very much want make sure like still"
    ).split()
)


def told(frame: Frame, dialogue: Dialogue, *, own: bool) -> Frame:
    """The frame of somebody who asks whether something is noted, or asks that it be: nothing else is read in those words."""
    if "injection" in frame.acts or "handover" in frame.acts:
        return frame
    sentences = [one for one in _SENTENCE.findall(frame.text) if one.strip()]
    notes = tuple(dict.fromkeys(_as_told(one, sentences, dialogue) for one in frame.dietary))
    frame = frame.model_copy(update={"dietary": notes, "unknown": _without(frame.unknown, notes)})
    if dialogue.pending is not None and "?" not in frame.text and _THEN_YES.search(fold(frame.text)):
        frame = frame.model_copy(update={"answer": "yes", "strength": "plain", "conditional": False})
    found = {one: kind for one in sentences if (kind := _kind(one, dialogue, frame))}
    if not found:
        return frame
    rest = [one for one in sentences if one not in found]
    asked = tuple(name for one in found for name in diets(one))
    said: dict[str, Any] = {
        "acts": tuple(dict.fromkeys((*frame.acts, *found.values(), *(("about_own",) if own else ())))),
        "dietary": tuple(note for note in notes if any(note in other for other in (*rest, *_told_in(found)))) or _of_whom(asked, dialogue, frame),
        "unknown": tuple(one for one in frame.unknown if not any(fold(one).strip(" ?.!") in fold(other) for other in found)),
    }  # fmt: skip
    if not rest:
        acts = tuple(act for act in said["acts"] if act in _STAY)
        return frame.model_copy(update={**said, "topics": (), "apart": (), "question": True, "no_dietary": False, "items": (), "acts": acts})  # fmt: skip
    acts = tuple(act for act in said["acts"] if act not in ("price_objection", "compares"))
    reply = read_reply(" ".join(rest))
    if reply.answer == "yes":
        said |= {"answer": "yes", "strength": reply.strength, "conditional": reply.conditional}
    asks = any("?" in one for one in rest)
    return frame.model_copy(update={**said, "topics": _topics(frame, rest), "acts": acts, "question": asks})


_CAN_NOTE = re.compile(
    r"\b(?:can|could|will|would) (?:you|u)(?: (?:please|pls|just|also))* (?:note|write|put|mark|jot|add|pass|save|tell|let)\b"
    r"|\b(?:please|pls) (?:note|write|put|mark|jot|add|pass|save) (?:it|that|this|them|those|both)\b",
    re.I,
)


def _told_in(found: dict[str, str]) -> list[str]:
    """Of the sentences that ask for a note those that tell what it is: "two of our guests are vegan, can you note that?"."""
    return [one for one in found if _CAN_NOTE.search(one)]


_THEN_YES = re.compile(
    r"\b(?:then|and then|and)[ ,]+(?:it'?s )?(?:a )?(?:yes|go ahead|book it|do it|confirm it)(?: please| pls)?\W*$"
)
""" "Write down the no beef, please, then yes"."""


def _topics(frame: Frame, rest: list[str]) -> tuple[str, ...]:
    """What the other sentences ask about."""
    dropped = set() if any(diets(one) for one in rest) else {"dietary", "diet_notice", "contact", "area"}
    dropped |= set() if any("deposit" in fold(one) for one in rest) else {"deposit"}
    return tuple(topic for topic in frame.topics if topic not in dropped)


def _without(unknown: tuple[str, ...], notes: tuple[str, ...]) -> tuple[str, ...]:
    """The open questions but those that only tell a diet: "she hates mushrooms, that matters?"."""
    return tuple(one for one in unknown if not any(fold(note) in fold(one) for note in notes))


def _as_told(note: str, sentences: list[str], dialogue: Dialogue) -> str:
    """ "Note the peanut thing": what was told of it before, where it is named again to be noted."""
    asked_for = any(note in one and diet_facts.is_request(one) for one in sentences)
    before = [one for one in dialogue.dietary if asked_for and diets(note) and set(diets(note)) <= set(diets(one))]
    return before[-1] if before and len(note.split()) <= FEW_WORDS else note


FEW_WORDS = 2


_STAY = frozenset({ACT, LEFT_OUT, NOTE_IT, "about_own", "own_booking", "thanks", "greeting", "for_chef"})


def _kind(sentence: str, dialogue: Dialogue, frame: Frame) -> str | None:
    folded = fold(sentence)
    just_spoken = bool(dialogue.spoken_diets) and (not _ORDERS.search(folded) or dialogue.answered[-1:] == ("dietary",))
    known = bool(dialogue.dietary or dialogue.notes or just_spoken)
    if _CAN_NOTE.search(sentence) and any(note in sentence for note in frame.dietary):
        return NOTE_IT
    if _WHAT_NOTED.search(folded) and (known or frame.dietary):
        return ACT
    if _PRONOUN.fullmatch(folded) and known and dialogue.pending is None:
        return NOTE_IT
    spoken = {*dialogue.spoken_diets, *(name for one in dialogue.dietary for name in diets(one))}
    if diet_facts.is_request(sentence) and (spoken & set(diets(folded)) or overlaps(folded, dialogue)):
        return NOTE_IT
    if _NOTE_THAT.match(folded) and (known or frame.dietary):
        return NOTE_IT
    if frame.dietary and _TOLD_BEFORE.search(folded):
        return ACT
    if _PAYS.search(folded) or frame.phone or frame.email:
        return None
    of_it = bool(diets(folded) or _NOUN.search(folded) or diet_facts.avoids(folded) or overlaps(folded, dialogue))
    if _LEFT_OUT.search(folded) and of_it and "?" not in folded:
        return LEFT_OUT
    if not _ASKS.search(folded):
        return None
    if _IS_NOTED.search(folded):
        pronoun = known and bool(_IT.search(folded))
        return ACT if of_it or pronoun else None
    return ACT if (_GOT.search(folded) or _CAN_BE.search(folded)) and overlaps(folded, dialogue) else None


_WHAT_NOTED = re.compile(
    r"\bwhat(?:'?s| is| was| all| do| did| have| has)?\b[^.?!\n]{0,25}\b(?:noted|(?:put|written|wrote|write|got|have) down|noted down"
    r"|on (?:file|the booking|my booking|our booking) for the (?:chef|food|menu))\b"
)
""" "What did you put down for the food so far?": all that was told is read back."""
_ORDERS = re.compile(r"\b(?:add|put|take|get)\b")
""" "Ok add that" is a dish, unless a diet was spoken of just now."""
_NOTE_THAT = re.compile(
    rf"\W*(?:(?:{OPENERS}|please|pls)\W+)*(?:can|could|will|would) (?:you|u) (?:please |pls "
    r"|just )?(?:note|write|put|mark|jot|add) (?:it|that|this|them|those)\b"
)
_CAN_BE = re.compile(
    r"\b(?:is|would|are) (?:the )?no [a-z]+ (?:be )?(?:all )?(?:fine|ok(?:ay)?|possible|good|alright"
    r"|right|a problem)\b|\b(?:is|will|can|would|could)\b[^.?!\n]{0,25}\b(?:possible|available|free"
    r"|coming|come|do ours|be there|be our chef)\b"
)
""" "Is Marco possible?", of a wish that was told."""
_TOLD_BEFORE = re.compile(
    r"\b(?:did|have|had) (?:we|i|she|he|they|my \w+) (?:already |ever )?(?:tell|told|say|said"
    r"|mention\w*|note\w*|put|give|given)\b"
)
_IT = re.compile(r"\b(?:it|that|this|those|everything|all)\b")


def overlaps(folded: str, dialogue: Dialogue) -> bool:
    """Whether words name what was told for the chef in this talk."""
    told = fold(" ".join((*dialogue.notes, *dialogue.dietary)))
    stems = {word[:6] for word in _WORD.findall(told) if word not in _EMPTY}
    return any(word[:6] in stems for word in _WORD.findall(folded) if word not in _EMPTY)


def _of_whom(asked: tuple[str, ...], dialogue: Dialogue, frame: Frame) -> tuple[str, ...]:
    """What is to be noted: the notes that were told of it, else the diets by their names."""
    before = tuple(note for note in dialogue.dietary if not asked or set(asked) & set(diets(note)))
    if before or frame.dietary:
        return before or frame.dietary
    names = asked or (dialogue.spoken_diets if not dialogue.notes else ())
    return (", ".join(name.replace("_", " ") for name in names),) if names else ()
