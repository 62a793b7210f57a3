"""What is not about a party's facts: feelings, greetings, people, other languages, and what is not understood."""

from hibachi.concierge.local import beside_handover, remembered, selling
from hibachi.concierge.local.known import ANSWERED, DONE, FELT, Known
from hibachi.concierge.local.little_said import LEAST_WORDS, lead_on, names_own, small_answer, unclear
from hibachi.concierge.understanding import (
    asides,
    asked_in_vain,
    beside,
    consents,
    denied,
    matters,
    misdirected,
    others,
    suffered,
    tastes,
    tone,
)
from hibachi.concierge.understanding.clauses import longest_question
from hibachi.concierge.understanding.schemas import Pending
from hibachi.concierge.understanding.summary import beside_party, summary_of
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

WORDS_OF_UPSET = 12
_PRAISES = re.compile(
    r"\b(?:chef|food|party|show|everything|dinner|night|he|she|it|guys|you|guests|kids) (?:was|were"
    r"|had|did)\b|\b(?:so much fun|a blast"
    r"|a (?:great|good|amazing|lovely|wonderful|fun) (?:time|night|evening))\b",
    re.I,
)
"""A question of fewer words is asked again rather than offered to a person."""
_FOREIGN_YES = re.compile(r"\W*(?:oui|ja|da|sim|s[iìí]|claro|hai|oo|vâng|是|好|可以|はい|네|нуда|да|haan)\b", re.I)
UPSET = 0.4
"""How angry words have to be to be answered; much angrier ones go to a person."""
WORRY = 0.5
"""How afraid words have to be before they are answered."""
GRIEF = 0.7
"""How sad words have to be before nothing but a kind word is right."""


def handed_over(known: Known) -> bool:
    """A matter for a person: hand over, say so, and be silent afterwards."""
    need = known.reading.handover
    if need is None:
        return False
    summary = need.summary
    if need.kind == "person" and _OF_BEFORE.search(fold(known.frame.text)):  # "ask your team about that"
        summary = summary_of(known.dialogue, known.counts, [*_asked_before(known), *known.turn.new])
    known.need("hand_over_to_human", reason=need.reason, summary=beside_party(summary, known.next_party))
    beside_handover.tell(known, need.kind)
    _say_handover(known, need.kind)
    return True


_OF_BEFORE = re.compile(r"\b(?:that|this|it|about (?:my|the)|my question|them)\b")


def hand_over(known: Known, kind: str, reason: str, *, asked: tuple[str, ...] = ()) -> None:
    """Hand over for a reason that only a fact of this turn showed; asked: what a person is to answer."""
    summary = summary_of(known.dialogue, known.counts, [*asked, *known.turn.new])
    known.need("hand_over_to_human", reason=reason[:280], summary=beside_party(summary, known.next_party))
    _say_handover(known, kind)


def _asked_before(known: Known) -> tuple[str, ...]:
    """The customer's message before this one: what no fact answered, so that a person was offered."""
    said = known.turn.said
    before = said[: len(said) - len(known.turn.new)]
    return tuple(before[-1:])


def _say_handover(known: Known, kind: str) -> None:
    """That a person takes over, in the tone that fits what was told."""
    text = "\n".join(known.turn.new)
    went_wrong = kind in tone.OF_WHAT_WENT_WRONG or kind == "person"
    known.say(
        "handover",
        matter=kind,
        tone=tone.of(text, known.frame, known.reading.emotion, kind),
        language=known.reading.language,
        consoled=known.said("sympathy", "condolence"),
        call=tone.asks_for_a_call(text),
        suffered=suffered.named(text) if went_wrong else (),
        money=went_wrong and suffered.wants_money(text),
        **suffered.who_it_is(text),
        place=known.dialogue.city,
        wished=known.said("occasion"),
    )
    known.note(pending=None)


def in_another_language(known: Known) -> bool:
    """A language that nobody translated the profile to: an offer of a person who speaks it."""
    language = known.reading.language
    if language in known.profile.business.languages:
        return False
    if known.dialogue.offered_human:
        how = "writes" if known.frame.answer == "yes" else "goes on"
        hand_over(
            known, "language" if language == "es" else "person", f"customer {how} in another language ({language})"
        )
        return True
    known.say("other_language", language=language)
    known.note(offered_human=True, pending=Pending(kind="human"), expecting=("human",))
    return True


def let_go(known: Known) -> bool:
    """The party won't happen: a kind word, no question, nothing to sell; what is booked is cancelled elsewhere."""
    if known.does("wrong_number") and not (
        known.frame.topics
        or known.frame.guests.stated
        or known.frame.phone
        or known.frame.email
        or known.dialogue.quoted
    ):
        known.say("wrong_number")
        known.note(pending=None, expecting=())
        return True
    if known.does(misdirected.ACT):
        known.say("misdirected", business=known.profile.business.name)
        known.note(greeted=True)
        return True
    grief = known.reading.emotion.label == "sad" and known.reading.emotion.intensity >= GRIEF
    ends = known.does("gives_up") and not known.does("cancel", "about_own", "change")
    ends = ends or _drops_the_plan(known)
    if (
        not ends
        or known.changed("guests")
        or known.frame.question
        or known.frame.topics
        or known.dialogue.booked
        or known.dialogue.goal in ("change", "cancel")
    ):
        return False
    known.say("condolence" if grief else "farewell")
    known.note(pending=None, goal=None, expecting=())
    return True


def _own_up(known: Known) -> None:
    """What we took wrongly and what the customer put right is our mistake, and said to be."""
    if known.said("sympathy"):
        return
    if known.does(denied.DAY, denied.TIME):
        known.say("misheard", at=FELT)
    elif known.frame.diets_gone:
        known.say("diet_off", at=FELT, diets=known.frame.diets_gone)
    elif known.does(denied.PUT_RIGHT) and known.reading.changed:
        known.say("put_right", at=FELT)
    elif known.does(asked_in_vain.ACT):
        known.say("not_answered", at=FELT)


def _drops_the_plan(known: Known) -> bool:
    """ "Actually cancel it" while nothing is booked or held: the plan is dropped, not a dish of it."""
    frame, dialogue = known.frame, known.dialogue
    if not known.does("cancel") or known.does("about_own", "own_booking") or dialogue.pending is not None:
        return False
    return dialogue.goal in ("quote", "booking") and not (frame.mentioned or frame.guests.stated or frame.dates)


def open(known: Known) -> None:
    """What a polite person says first: hello, welcome back, sorry, congratulations, thanks."""
    frame, dialogue = known.frame, known.dialogue
    if dialogue.pending is not None and dialogue.pending.kind == "human":
        said_more = bool(known.reading.changed or frame.topics or frame.unknown or frame.terms)
        said_more = said_more or known.does("bye", "thanks", "in_english", "book", "wants_chef")
        takes = dialogue.expecting == ("human",) and consents.accepts_person(frame.text)
        takes = takes and not known.does("cancel", "change", "book", "gives_up")
        if takes or not said_more and (frame.answer == "yes" or _FOREIGN_YES.match(frame.text)):
            hand_over(known, "person", "customer accepted the offer of a person", asked=_asked_before(known))
            return
        if "booked_with" not in dialogue.expecting:
            known.settle(pending=None)
            known.note(pending=None)
    trouble = _trouble(known)
    before = None if known.does("about_past") else _earlier(known)
    if known.does("again", "compliment") and before and not dialogue.greeted:
        known.say("welcome_back", at=FELT, name=before.get("name"), date=before.get("date"))
    elif (
        known.does("greeting", "how_are_you", "again")
        and not dialogue.greeted
        and not trouble
        and remembered.greet(known)
    ):
        pass
    elif known.does("greeting", "how_are_you") and not dialogue.greeted:
        name = dialogue.name if known.changed("name") else known.turn.contact.name or _booked_name(known)
        known.say("hello", at=FELT, occasion=None if trouble else dialogue.event_type, name=name, grave=bool(trouble))
    elif known.changed("event_type") and dialogue.event_type and not trouble and not names_own(known):
        known.say("occasion", at=FELT, occasion=dialogue.event_type)
    if (
        known.does("good_news")
        and not trouble
        and not known.said("occasion", "welcome_back")
        and not known.changed("event_type")
    ):
        known.say("congratulations", at=FELT)
    if (
        known.reading.emotion.label in ("angry", "disgusted")
        and known.reading.emotion.intensity >= UPSET
        and not known.asked("trust")
        and not known.does("laughs")
        and not _only_declines(known)
        and not (
            tastes.dislikes(known.frame.text)
            or (known.reading.emotion.label == "disgusted" and known.frame.asked_diets)
        )
    ):
        known.say("sympathy", at=FELT, trouble="upset" if "upset" not in dialogue.consoled else "upset_again")
        known.note(consoled=(*dialogue.consoled, "upset")[-6:])
    _own_up(known)
    if known.does("no_date_yet"):
        known.say("date_open", at=FELT)
        known.note(answered=(*known.noted("answered"), "date_open")[-12:])
    elif known.does("looks_around"):
        known.note(answered=(*known.noted("answered"), "date_open")[-12:])
    if (
        known.does("injection", "off_topic")
        and dialogue.quoted
        and not (known.reading.changed or frame.topics or frame.claimed)
    ):
        known.say("not_that", at=FELT, tries=known.does("injection"))
    if known.does("how_are_you"):
        known.say("how_are_you", at=FELT)
    if known.does("in_english") and known.counts is not None:
        known.say("english", at=FELT)
    if trouble and trouble not in dialogue.consoled and not known.said("welcome_back"):
        known.say("sympathy", at=FELT, trouble=trouble)
        known.note(consoled=(*dialogue.consoled, trouble)[-6:])
    known.note(greeted=True)


def _only_declines(known: Known) -> bool:
    """ "No, none of that" to a question of ours: a plain no is no anger."""
    frame, words = known.frame, len(known.frame.text.split())
    plainly = words < (WORDS_OF_UPSET if frame.no_dietary else LEAST_WORDS if frame.answer == "no" else 0)
    return plainly and "!" not in frame.text


def _booked_name(known: Known) -> str | None:
    """The name of the customer's own party to come, when there is one."""
    party = known.next_party
    return str(party["name"]) if party and party.get("name") else None


def _trouble(known: Known) -> str | None:
    """What the customer is going through, by words or, without them, by the feeling that was read."""
    emotion = known.reading.emotion
    if known.frame.trouble or known.does("good_news"):
        return known.frame.trouble
    if emotion.label == "sad" and emotion.intensity >= GRIEF and not known.tells_of_a_party:
        return "sad"
    worried = emotion.label == "fearful" and emotion.intensity >= WORRY
    return "stress" if worried and not asides.fears_a_thing(fold(known.frame.text)) else None


def _earlier(known: Known) -> dict[str, object] | None:
    found = known.turn.latest("customer_bookings") or {}
    bookings = [one for one in found.get("bookings", []) if one.get("status") == "completed"]
    return max(bookings, key=lambda one: str(one.get("date"))) if bookings else None


def close(known: Known) -> None:
    """Nothing of a party was said or asked: be kind, and lead back to what we do."""
    if known.does("where_to_write") and not known.reading.changed:
        known.say("write_here", at=DONE)
    if known.does("others_booking", "claims_staff") and not known.said("privacy"):
        known.say("privacy", at=ANSWERED)
        known.note(answered=(*known.noted("answered"), others.TOLD)[-8:])
        return
    if not known.silent:
        lead_on(known)
        return
    if known.frame.trouble:
        _be_there(known)
        return
    if known.does("in_english"):
        known.say("english", at=FELT)
        selling.ask_for_party(known)
    elif known.does("injection", "off_topic"):
        known.unsay("not_that")
        known.say("off_topic")
        known.note(answered=(*known.noted("answered"), beside.DECLINED)[-8:])
    elif known.does("has_questions"):
        known.say("ask_away")
    elif known.does("compliment") and _PRAISES.search(known.frame.text):
        known.say("glad")
    elif known.does("thanks"):
        known.say("welcome")
    elif known.does("bye"):
        known.say("bye")
    elif known.does("thinking"):
        known.say("take_your_time")
    elif known.does("only_emoji") and known.frame.answer is None and not known.dialogue.expecting:
        known.say("hello", at=FELT, occasion=None)
        known.say("how_can_i_help", party=known.next_party)
    elif known.does("greeting") and known.dialogue.turns == 0 and known.frame.answer == "yes":
        known.say("how_can_i_help", party=known.next_party)
    elif known.frame.answer in ("yes", "no") or known.does("only_emoji", "laughs", "keep"):
        small_answer(known)
    elif known.does("compliment") and not known.does("again"):
        known.say("glad")
    elif known.does("greeting", "compliment", "how_are_you") and longest_question(known.frame.text) < LEAST_WORDS:
        known.say("how_can_i_help", party=known.next_party)
    elif known.does("greeting"):
        unclear(known)
    elif known.reading.changed or known.said("congratulations"):
        selling.ask_for_party(known)
    elif known.said("sympathy") and known.reading.emotion.label in ("angry", "disgusted"):
        known.say("offer_person")
        known.note(offered_human=True, pending=Pending(kind="human"), expecting=("human",))
    elif known.reading.agreed is not None and not known.frame.question and len(known.frame.text.split()) < LEAST_WORDS:
        return  # "yes, jazakallah": what was agreed to is done, and nothing else was said
    elif matters.excused("complaint", known.frame.text) and not known.frame.question:
        known.say("heard")
    else:
        unclear(known)


def _be_there(known: Known) -> None:
    """Trouble was told and nothing asked: what we could take off somebody's hands, no more."""
    if known.frame.trouble in ("grief", "illness") and known.frame.event_type and not known.does("about_own"):
        _see_what_can_be_done(known)
        return
    if known.does("own_booking", "about_own") or known.frame.trouble in ("grief", "called_off", "illness"):
        known.say("there_for_you", own=known.does("own_booking", "about_own"))
        known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))
        return
    _see_what_can_be_done(known)


def _see_what_can_be_done(known: Known) -> None:
    known.say("let_us_see")
    slots = (("date", not known.dialogue.dates), ("guests", known.counts is None))
    wanted = [slot for slot, missing in slots if missing]
    if wanted:
        known.asks(*wanted)


CARRIED = ("date", "time", "guests", "zip", "ages", "name", "contact")
"""What is asked for until it is told; anything else is asked once."""


def lead_back(known: Known) -> None:
    """After a question in the middle: back to what is still open, or at least remembered, so that a short answer counts."""
    if known.said("kept", "handover", "farewell", "condolence", "thinking", "other_language", "there_for_you"):
        return
    if known.asked_anything:
        return
    waits = tuple(slot for slot in known.dialogue.expecting if slot in CARRIED and _is_open(known, slot))
    if not waits:
        return
    if not known.silent and not known.does("thanks", "bye", "thinking"):
        known.asks(*waits[: 1 if known.turn.channel == "phone" else 2])
    known.note(expecting=waits)


def _is_open(known: Known, slot: str) -> bool:
    dialogue = known.dialogue
    told = {
        "date": dialogue.day is not None, "time": dialogue.time is not None, "guests": known.counts is not None,
        "zip": dialogue.zip is not None, "name": dialogue.name is not None, "contact": bool(dialogue.phone or dialogue.email),
    }  # fmt: skip
    return dialogue.booked is None and not told.get(slot, False)
