"""What is asked beside a party that stands and is no change of it: tables for so many, whether the chef is there by then, a receipt. Pure."""

from typing import Any

from hibachi.concierge.understanding.own_bookings import heads_of
from hibachi.concierge.understanding.paid_talk import OF_MONEY
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.concierge.understanding.which_party import day_of
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, OPENERS

PAPERS = "asks_papers"
_THERE_BY = re.compile(
    r"\b(?:will|does|do|is|are|should|would|can|could|possible for)\b (?:the )?(?:chefs?|he|she|they"
    r"|you|u|guys?|someone|team|crew)\b[^.?!\n]{0,15}\b(?:be (?:there|here)|come|coming|arrive"
    r"|get (?:there|here)|show(?:ing)? up|here)\b[^.?!\n]{0,15}\b(?:by|before|at|around|about"
    r"|like)\b (?:about |around |like )?\d"
)
_BE_HOME = re.compile(
    r"\b(?:need|have|has|got|should) (?:to )?(?:be|stay) (?:home|there|here|present|around|at the house)\b"
)
_SO_MANY_TABLES = re.compile(
    rf"\b(?:{NUMBER}|a couple of|enough)\b(?: \w+)?? tables?\b[^.?!\n]{{0,30}}\b(?:enough|ok(?:ay)?"
    r"|fine|work|good|too (?:few|many|much)|do)\b"
    rf"|\b(?:is|are|would|will)\b[^.?!\n]{{0,10}}\b{NUMBER}\b(?: \w+)?? "
    rf"tables?\b[^.?!\n]{{0,12}}\b(?:enough|ok(?:ay)?|fine|work|good|do)?\W*$"
)
_OF_TABLES = re.compile(r"\btables?\b")
_SO_MANY = re.compile(
    r"\b(?:so|then|need|is it|do we need|get"
    rf"|be)\b[^.?!\n]{{0,12}}\b(?:{NUMBER})\b(?: \w+)? or (?:{NUMBER})\b"
    rf"|^\W*(?:so )?(?:{NUMBER}) or (?:{NUMBER})\W*$"
)
_PAPER = re.compile(
    r"\b(?:send|see|get|have|need|want|email|e-?mail|text|where(?:'?s| is)|is there|forward|resend"
    r"|download|print)\b[^.?!\n]{0,25}\b(?:invoices?|receipts?|contracts?|paperwork"
    r"|confirmation (?:e-?mail|letter|text|number)|(?:written|e-?mail|a) confirmation"
    r"|itemi[sz]ed bill)\b"
)
_WHOM_TO_PAY = re.compile(
    r"\b(?:pay|give|hand)\b[^.?!\n]{0,20}\b(?:him|her|them|the chef|you|u|you guys"
    r"|online)\b[^.?!\n]{0,10}\bor\b[^.?!\n]{0,15}\b(?:him|her|them|the chef|you|u|you guys|online)\b"
)


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame of somebody who has a party, where such words ask of it and change nothing."""
    text = frame.text.lower()
    if not own or dialogue.goal in ("quote", "booking") or {"others_booking", "cancel"} & set(frame.acts):
        return frame
    if _of_tables(text, frame, dialogue):
        people = frame.guests.people or frame.guests.adults or (heads_of(own[0]) if len(own) == 1 else None)
        return _asks(frame, ("tables",), text=f"{frame.text} ({people} people)" if people else None)
    if _BE_HOME.search(text):
        return frame.model_copy(update={"topics": tuple(one for one in frame.topics if one != "setup_time"), "unknown": (frame.text,), "acts": tuple(one for one in frame.acts if one != "about_own")})  # fmt: skip
    if (after := _of_what_was_said(text, frame, dialogue)) is not None:
        return after
    if (
        (so_many := _DO_SO_MANY.match(text))
        and frame.guests.stated
        and dialogue.pending is None
        and dialogue.goal is None
    ):
        return _becomes(frame, to_int(so_many["n"]))
    if len(own) > 1 and _WHICH_OF_THEM.match(text) and "change" not in frame.acts:
        return _asks(frame, (), "status").model_copy(update={"dates": ()})
    if _PLAN.match(text):
        return _asks(frame, (), "status").model_copy(update={"dates": ()})
    if _NOT_YET_CHARGED.search(text):
        return _asks(frame, ("rest_due",))
    if _THERE_BY.search(text) and not frame.dates:
        return _asks(frame, ("setup_time",), "arrives_by")
    if _of_the_bill(text, frame, dialogue):
        return _asks(frame, ("balance",))
    if _on_own_day(frame, own):
        return frame.model_copy(update={"dates": (), "acts": (*frame.acts, "about_own", "own_booking")})
    if _WHOM_TO_PAY.search(text):
        return _asks(frame, ("payment",))
    if _PAPER.search(text) and "paid_claim" not in frame.acts:
        return _asks(frame, (), PAPERS)
    return frame


_LEADS = rf"^\W*(?:(?:{OPENERS}|{GLAD})\W+)*"
_DO_SO_MANY = re.compile(
    rf"{_LEADS}(?:can|could|would|is it ok(?:ay)? (?:if|for)|what if|could) (?:we|i|you|us"
    r"|it)(?: be able to)? (?:do|have|be|go (?:to|with|up to|down to)|make it|bring|to be|were"
    rf"|are) (?:about |like |only |just )?(?P<n>{NUMBER})(?: (?:people|ppl|guests|of us|adults"
    r"|heads))?(?: (?:instead|now|then|total|in total|please|pls|for (?:our|the|my) party))*\W*$"
)
""" "Can we do 15 people", of who has a party of twelve."""
_WHICH_OF_THEM = re.compile(
    rf"{_LEADS}(?:which (?:one|party)(?: of (?:them|the two))?(?: is| are|'s)? (?:first|next|sooner"
    r"|earlier|later|last|bigger|smaller|at \d\w*|on (?:the )?\w+)"
    r"|when are (?:they|both|those|the (?:two )?parties|the two)"
    r"|what (?:days?|dates?|times?) are (?:they|both))(?: again)?\W*$"
)
""" "Which one is first", "when are they", of who has two."""
_PLAN = re.compile(
    rf"{_LEADS}(?:what'?s|what is|whats|remind me of) (?:the|our) (?:plan|schedule|deal|timeline"
    r"|status)(?: (?:for|on) (?:the )?\w+(?: the \w+)?| again| looking like)*\W*$"
)
_NOT_YET_CHARGED = re.compile(
    r"\b(?:charg\w*|bill\w*|run)\b[^.?!\n]{0,12}\b(?:me|us|my card"
    r"|the (?:rest|card))\b[^.?!\n]{0,20}\b(?:till|until|til|on the day|later|before|after|day of|then"
    r"|now)\b"
)
_DO_IT_WHEN = re.compile(
    rf"{_LEADS}(?:can|could|may|should) (?:i|we) (?:just |also )?(?:do|pay|send|settle) (?:it|that"
    r"|this|the rest|all of it|everything)(?: (?:now|today|early|earlier|tonight|tomorrow|already"
    r"|before|ahead|online|right now|in advance|sooner|before then))+\W*$"
)
_HOW = re.compile(
    rf"{_LEADS}(?:how|how then|how do (?:i|we)(?: (?:do|pay|send) (?:it|that|this))?"
    r"|where(?: do (?:i|we) (?:send|pay) (?:it|that)?)?|to who|who do i pay|how exactly)\W*$"
)
_IS_PAID = re.compile(
    rf"{_LEADS}(?:is|was|are) (?:it|that|this|everything|the party|ours|we"
    r"|(?:the|my|our) (?:\w+ )?(?:one|party|booking))(?: (?:all|fully|already))* paid(?: (?:for|off"
    r"|up|already|yet))*\W*$"
)
_DECIDE_BY = re.compile(
    rf"{_LEADS}(?:what'?s|whats|when(?:'?s| is)?|until when|by when"
    rf"|how (?:late|long))\b[^.?!\n]{{0,30}}\b(?:decide|change (?:it|that)|move it|let you know"
    rf"|tell you|think|latest)\b[^.?!\n]{{0,20}}$"
)
_COSTS = re.compile(
    rf"{_LEADS}(?:does|do|will|would|is) (?:it|that|this|there|we|i)(?: be)? (?:cost|free|pay|charged?"
    rf"|a (?:fee|charge|cost)|any (?:fee|charge)|extra)\b[^.!\n]{{0,25}}$"
)
_LATER = re.compile(
    rf"{_LEADS}(?:(?:i|we)(?:'?ll| will| gotta| have to| need to)? (?:let (?:you|u|ya) know"
    rf"|get back to (?:you|u)|check and (?:let|get)\w* [^.?!]{{0,20}}"
    r"|text (?:you|u) (?:later|back)))(?: (?:later|soon|tomorrow|then|asap"
    r"|when (?:i|we) (?:know|decide)))*\W*$"
)
""" "Ok I'll let you know": nothing is open until then."""
_NOTED = re.compile(
    rf"{_LEADS}(?:(?:do|did|have) you (?:have|got|get|write|put|note|add|save)? ?(?:it|that"
    r"|this)(?: down)? ?(?:noted|written|saved|added|on there|down"
    r"|on (?:the|my|our) (?:booking|order|list))?"
    r"|is (?:it|that|this) (?:noted|on there|on (?:the|my|our) (?:booking|order|list)|written down"
    r"|saved|added))(?: (?:down|now|already|yet))*\W*$"
)


def _becomes(frame: Frame, people: int | None) -> Frame:
    """The frame of a party that is to be for so many, whatever the number looked like."""
    acts = (
        *(one for one in frame.acts if one not in ("wants_chef", "book", "hold")),
        "about_own",
        "own_booking",
        "change",
    )
    guests = GuestWords(people=people) if frame.guests.add and people else frame.guests
    return frame.model_copy(update={"acts": tuple(dict.fromkeys(acts)), "topics": (), "guests": guests})


def _of_what_was_said(text: str, frame: Frame, dialogue: Dialogue) -> Frame | None:
    """A few words that go on from what was just told of the own party: its money, a move, a note."""
    just = dialogue.answered[-1] if dialogue.answered else ""
    if _IS_PAID.match(text):
        return _asks(frame, (), "deposit_state")
    if just in OF_MONEY and _DO_IT_WHEN.match(text):
        return _asks(frame, (), "pays_rest")
    if just in OF_MONEY and _HOW.match(text):
        return _asks(frame, ("payment",))
    if (
        dialogue.goal == "change"
        and dialogue.pending is None
        and not dialogue.change
        and (_DECIDE_BY.match(text) or _COSTS.match(text) or _THAT_MUCH.match(text))
    ):
        return _asks(frame, ("reschedule",))
    if just == "reschedule" and _COSTS.match(text):
        return _asks(frame, ("reschedule",))
    if _LATER.match(text) and dialogue.pending is None:
        return _asks(frame, (), "thinking").model_copy(update={"question": False})
    if just in ("dietary", "told") and _NOTED.match(text):
        return _asks(frame, (), "status", *(("part:diets",) if dialogue.dietary else ()))
    return None


_THAT_MUCH = re.compile(rf"{_LEADS}\$?\d{{3,4}}(?: (?:dollars|bucks))?\s*\?[?!]*(?:\s*(?:it|we|i|you|that)\b.*)?$")
""" "900?? It was 660 5 min ago": what it is, and what is left of it."""
_BILL = re.compile(
    rf"^\W*(?:(?:{OPENERS}|again|remind me)\W+)*(?:how much(?: (?:is|was|will|does))?(?: (?:it|that"
    r"|this|everything|the party))?(?: (?:be|cost|come to))?(?: (?:again|total|in total|all together"
    r"|altogether|now))*|(?:the|my|our) (?:grand |final |whole )?total (?:is|was|comes to"
    rf"|=) ?(?:still )?\$?\d{{3,4}}(?:\.\d\d)?(?:,? (?:right|correct|yes|still))?"
    r"|(?:it'?s|its|that'?s|thats|is it|we pay"
    rf"|i pay) (?:still )?\$?\d{{3,4}}(?:\.\d\d)?(?: (?:total|all together|altogether|in total"
    r"|for everything))?,? (?:right|correct|total|all together|yes))\W*$"
)
""" "Wait how much", "so the total is 660 right": of the party that stands, where none is planned."""


def _of_the_bill(text: str, frame: Frame, dialogue: Dialogue) -> bool:
    told = frame.guests.stated or frame.zip or frame.dates or frame.items or frame.mentioned
    waits = dialogue.goal is not None or dialogue.pending is not None
    if not waits and (_THE_REST.match(text) or _THAT_MUCH.match(text)):
        return True
    return not (told or waits or dialogue.quoted) and dialogue.just_dish is None and bool(_BILL.match(text))


_THE_REST = re.compile(
    rf"{_LEADS}(?:n |(?:when |how |where )?(?:do |can )?(?:i|we)(?:'ll)?(?: still| then| just)? (?:owe"
    r"|pay|have)(?: (?:you|u|ya))? )?(?:the |my |our )?"
    r"(?:rest|remaind?er|remaining|balance|other (?:\$?\d{3,4}|half|part)|half)"
    r"(?: (?:is|is what|was|on the (?:day|night)|that (?:day|night)|at the (?:end|party)|due|when"
    r"|by when|then|right|correct|left"
    r"|how much|what|whats that|amount|payment|money|to pay|i owe|we owe|later|after))*\W*$"
)
""" "N the rest?", "half is?", "and I owe you the rest right": what is left of the party that stands, and when it is due."""


_WEEKDAY = re.compile(
    r"(?:on |this |by |before )*(?:the )?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?", re.I
)
_OF_A_NEW = frozenset({"book", "hold", "wants_chef", "change", "cancel"})
_OPEN_DAYS = frozenset({"availability", "price", "booking_window", "every_day", "hours"})


def _on_own_day(frame: Frame, own: list[dict[str, Any]]) -> bool:
    """ "What do i need to do before saturday", of whose party is on one: the day of theirs, wherever the next one is."""
    said = bool(frame.date_said and _WEEKDAY.fullmatch(frame.date_said.strip()))
    other = bool(frame.guests.stated or frame.zip or frame.city or frame.times or _OF_A_NEW & set(frame.acts))
    silent = not (frame.topics or frame.unknown or frame.question)
    other = other or silent or bool(_OPEN_DAYS & set(frame.topics))
    return said and not other and any(day_of(one).weekday() == frame.dates[0].weekday() for one in own if frame.dates)


def _of_tables(text: str, frame: Frame, dialogue: Dialogue) -> bool:
    """Whether so many people are only those for whom tables are counted: "how many tables for 14", "we're 14, so two or three?"."""
    if "tables" in frame.topics and frame.question:
        return True
    if _OF_TABLES.search(text) and _SO_MANY_TABLES.search(text):
        return True
    return dialogue.answered[-1:] == ("tables",) and bool(_SO_MANY.search(text))


def _asks(frame: Frame, topics: tuple[str, ...], *acts: str, text: str | None = None) -> Frame:
    kept = tuple(one for one in frame.acts if one in ("greeting", "thanks"))
    nothing: dict[str, Any] = {"guests": GuestWords(), "times": (), "unknown": (), "answer": None, "items": ()}
    said = {**nothing, "topics": topics, "acts": (*kept, "about_own", "own_booking", *acts), "question": True}
    return frame.model_copy(update={**said, **({"text": text} if text else {})})
