"""What somebody who has a party asks of it in passing words: by when its number is needed, what cancelling would mean, whether it is paid. Pure."""

from datetime import date

from hibachi.concierge.understanding import beside_booked, existing, paid_talk, part_asked, shown_asked
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.openers import LED
from hibachi.language.spans import fold

MEMO, CANCELS_ON, IF_CANCELLED, ONCE_MORE = "asks_memo", "asks_cancels_on", "asks_if_cancelled", "asks_once_more"
_FINAL = re.compile(
    r"\b(?:how late|(?:by|until|till) when|when at the latest|when)\b[^.?!\n]{0,12}\b(?:i|we|you"
    r"|u)\b[^.?!\n]{0,12}\b(?:tell|let|need|know|say"
    r"|confirm|lock|finali[sz]e)\b(?! (?:the |my |our |more )?(?:menu|food|proteins?|money|deposit|payment|address|chef"
    r"|to (?:pay|come|go)))"
)
_BY_WHEN = re.compile(r"(?:^|[.!?,] ?)(?:(?:and|so|but)\W+)*(?:when by|by when|until when)\W*$")
_OF_ELSE = re.compile(
    r"\b(?:menu|foods?|proteins?|dish(?:es)?|pay\w*|deposit|balance|money|refund\w*|address|diets?"
    r"|dietary|allerg\w*|start\w*|arriv\w*|mov(?:e|ed|ing)|resched\w*|date)\b"
)
_GUESTS = frozenset(f"{more}{slot}" for more in ("", "more_") for slot in ("adults", "children", "toddlers", "unsplit"))
_IF_CANCELLED = re.compile(
    r"^(?:.*[.?!]\s*)?(?:and |so |ok |but |then )*(?:what )?(?:happens )?if (?:i|we) (?:just |simply "
    r"|only |rather |instead )*(?:cancel(?:led)?|call(?:ed)? it off)(?: it| instead| now| altogether"
    r"| the whole thing)?\W*$"
)
_NOBODY = re.compile(r"\b(?:nobody|no one|none of (?:us|them)) (?:shows?|comes?|turns?)\b.*\bback\b")
_ON_THEN = re.compile(
    r"^(?:ok(?:ay)?\W+)?(?:and|what about|how about"
    r"|what if)\b (?:(?:if )?(?:i|we) (?:do|did|cancel\w*) (?:it |that )?)?(?:on )?(?:tomorrow"
    r"|next \w+|the \d\w*|\w+day|\w+ \d+(?:st|nd|rd|th)?)\W*$"
)
_WHAT_MEMO = re.compile(
    r"\b(?:what(?:'?s| is| does)|why)\b[^.?!\n]{0,25}\b(?:(?P<named>memo|reference|pb)|code|number|letters)\b"
)
_PAID_OR_NOT = re.compile(
    r"\b(?:i|we) (?:haven'?t|have not|didn'?t|did not) (?:yet )?(?:paid|pay)\b[^.!\n]{0,12}\?"
    r"|\b(?:don'?t|do not|can'?t|not) (?:know|remember|recall|sure)(?: anymore)? (?:if|whether) (?:i"
    r"|we)(?:'ve| have)?(?: already| ever)? (?:paid|pay)\b"
)
_IN_PARTS = re.compile(
    r"\b(?:pay|send|split|give|transfer)\b[^.?!\n]{0,30}\b(?:half|part|some|a (?:bit|portion|little)"
    r"|(?:in|into) (?:two|2|parts|halves|installments|instalments|pieces))\b(?![^.?!\n]*\b(?:guests"
    r"|people|each|everyone|cash and|venmo and)\b)"
)
""" "Can I pay half now, half on the day": what is left, at times of one's own."""
_ONCE_MORE = re.compile(
    r"\b(?:pay|send|owe|put down|leave|need|do|make"
    r"|charged?)\b[^.?!\n]{0,15}\b(?:(?:another|a second|a new"
    r"|the) deposit\b[^.?!\n]{0,12}(?:\b(?:again|twice|too|anew|a second time)\b)"
    r"|(?:another|a second|a new|an additional) deposit\b)"
    r"|\bdeposit\b[^.?!\n]{0,12}\b(?:again|twice|a second time)\b"
    r"|\b(?:another|second|new) deposit\b[^.!\n]{0,25}\?"
)
""" "Do I have to pay the deposit again": once is enough."""
_MORE_PAID = re.compile(
    r"\bwhich (?:one|party|booking|of (?:them|those|the two|these))?\b[^.?!\n]{0,15}\b(?:paid|pay|payment)\b"
)
_ASKS_IF_PAID = re.compile(rf"{LED}(?:is|was|has|have|did)\b(?! (?:i|we)\b[^?]*$)")
_PAYMENT = r"(?:deposit|payments?|money)"
_IN_ORDER = r"(?:fine|ok(?:ay)?|good|sorted|all set|settled|in order|alright|all right|taken care of)"
_ALL_PAID = re.compile(
    rf"\b(?:is|are)\b[^.?!\n]{{0,25}}\b{_PAYMENT}(?: (?:stuff|thing|part"
    rf"|side))? (?:all )?{_IN_ORDER}\W*\?"
    rf"|\b(?:is|are) (?:everything|all|it all|things) {_IN_ORDER} (?:with|about|on) (?:the|my"
    rf"|our) {_PAYMENT}\b"
)


def told(frame: Frame, dialogue: Dialogue, own: Bookings) -> Frame:
    """The frame of somebody who has a party, with what such words ask of it in its topics and acts."""
    shown = shown_asked.told(frame, dialogue)
    if shown is not frame:
        return shown
    of_money = paid_talk.told(frame, dialogue, own) if own else frame
    if of_money is not frame:
        return of_money
    beside = beside_booked.told(frame, dialogue, own)
    if beside is not frame:
        return beside
    return part_asked.told(_told(frame, dialogue, own), dialogue, own)


def _told(frame: Frame, dialogue: Dialogue, own: Bookings) -> Frame:
    text = fold(frame.text)
    if not own or "others_booking" in frame.acts or (dialogue.pending is not None and dialogue.pending.kind == "book"):
        return frame
    if _of_the_number(text, dialogue):
        topics = tuple(topic for topic in frame.topics if topic not in ("hours", "booking_window"))
        return _asks(frame, topics=(*topics, "guest_count_final"), without=("status",))
    if _OF_THE_SUM.search(text) and dialogue.pending is None and not frame.guests.stated:
        topics = tuple(topic for topic in frame.topics if topic not in ("balance", "price", "explain", "minimum"))
        without = ("pays_rest", "price_objection", "fills_minimum", "status")
        return _asks(frame, "about_own", topics=("explain", *topics), without=without)
    if _of_the_move(text, dialogue):
        topics = tuple(topic for topic in frame.topics if topic not in ("hours", "booking_window", "guest_count_final"))
        return _asks(frame, "about_own", topics=("reschedule", *topics)).model_copy(update={"answer": None})
    if _IF_CANCELLED.search(text):
        return _asks(
            frame,
            IF_CANCELLED,
            "about_own",
            topics=("cancellation",),
            without=("cancel", "gives_up", "price_objection"),
        )
    if _NOBODY.search(text):
        return _asks(frame, topics=("cancellation",))
    if (
        frame.dates
        and dialogue.answered[-1:] == ("cancellation",)
        and dialogue.pending is None
        and _ON_THEN.search(text)
    ):
        asked = _asks(frame, CANCELS_ON, "about_own", topics=(), without=("change",))
        return asked.model_copy(update={"dates": (), "other_dates": frame.dates})
    memo = _WHAT_MEMO.search(text)
    if memo is not None and (memo["named"] or {"payment", "pay_handle"} & set(dialogue.answered[-2:])):
        return _asks(frame, MEMO, "about_own", topics=(), without=("off_topic",))
    if _IN_PARTS.search(text) and dialogue.pending is None:
        return _asks(frame, "pays_rest", "about_own", topics=(), without=("status", "paid_claim", "deposit_state"))
    if _ONCE_MORE.search(text):
        return _asks(
            frame, ONCE_MORE, "deposit_state", "about_own", topics=(), without=("again", "status", "paid_claim")
        )
    if "unheard" in frame.acts and {"paid_claim", "deposit_state"} & set(frame.acts):
        frame = frame.model_copy(update={"acts": tuple(act for act in frame.acts if act != "unheard")})
    if _is_contact_alone(frame, dialogue):
        return _asks(frame, "new_contact", "about_own", topics=()).model_copy(update={"question": False})
    if _of_the_way(frame, dialogue, text):
        topics = tuple(topic for topic in frame.topics if topic not in ("explain", "price"))
        return _asks(frame, "about_own", topics=topics, without=("deposit_state", "status", "item_price"))
    if _MORE_PAID.search(text) and len(own) > 1:
        return _asks(frame, "deposit_state", "about_own", topics=())
    if "paid_claim" in frame.acts and _ASKS_IF_PAID.match(text):
        return _asks(frame, "deposit_state", "about_own", topics=(), without=("paid_claim", "status"))
    if _PAID_OR_NOT.search(text) or _ALL_PAID.search(text):
        states = ("paid_claim", "status", "book", "unsure")
        topics = tuple(topic for topic in frame.topics if topic not in ("deposit", "payment"))
        return _asks(frame, "deposit_state", "about_own", topics=topics, without=states)
    return frame


def asks_besides(frame: Frame) -> bool:
    """ "Never mind. What time will the chef come?": nothing is open that would be kept, and something is asked."""
    return frame.question and (bool(frame.topics or frame.unknown or frame.terms) or existing.asks_arrival(frame))


def last_day(frame: Frame) -> date | None:
    """The day on which somebody would cancel."""
    return frame.other_dates[0] if CANCELS_ON in frame.acts else None


def _of_the_number(text: str, dialogue: Dialogue) -> bool:
    """Whether it is asked by when the number of guests is to be told: nothing else is spoken of, or waits for a yes."""
    return (
        bool(_FINAL.search(text) or _BY_WHEN.search(text))
        and not _OF_ELSE.search(text)
        and not set(dialogue.change) - _GUESTS
    )


_SUM = r"(?:total|bill|price|sum|amount|cost|quote|number|charges?)"
_OF_THE_SUM = re.compile(
    rf"\b(?:why|how come)\b[^.?!\n]{{0,12}}\b(?:my|our) {_SUM}\b"
    rf"|\b(?:how|what)\b[^.?!\n]{{0,15}}\b(?:my|our|the) (?:\w+ )?{_SUM}\b[^.?!\n]{{0,12}}\b(?:made up"
    r"|calculated|come (?:about"
    rf"|together)|add(?:s|ed)? up|work(?:s|ed)? out|made of|broken down|split)\b"
    rf"|\b(?:explain|break ?down|itemi[sz]e|go through|walk me through)\b[^.?!\n]{{0,15}}\b(?:my|our) {_SUM}\b"
    r"|\b(?:explain|show me|tell me)\b[^.?!\n]{0,15}\bhow (?:you|u|it|that"
    r"|this)\b[^.?!\n]{0,12}\b(?:get (?:there|to)|got (?:there|to)"
    r"|comes? to|adds? up)\b|\bwhat(?:'?s| is) (?:in|included in|behind) (?:my|our) (?:total|bill)\b"
    r"|\bhow (?:do|did) (?:you|u) (?:get|arrive|come) (?:to|at|up with) (?:my |our |that |the |\$?\d)"
    r"|\bwhere (?:does|do|is) (?:the rest|it|that|the \$?\d+)\b[^.?!\n]{0,12}\bcom(?:e|ing) from\b"
)
_OF_A_MOVE = re.compile(r"\b(?:mov(?:e|ed|ing)|resched\w*|new (?:date|day))\b")
_DECIDES = re.compile(r"\b(?:can|could|may) (?:i|we) (?:still )?(?:decide|tell you|let you know)\b")


def _of_the_move(text: str, dialogue: Dialogue) -> bool:
    """Whether it is asked until when a party can be moved: that is spoken of, or a move waits for its yes."""
    spoken = _OF_A_MOVE.search(text) or {"date", "time"} & set(dialogue.change)
    return bool(spoken) and bool(_FINAL.search(text) or _DECIDES.search(text))


_SPELLED = re.compile(r"\bspel(?:led|t|ling)\b", re.I)


def _is_contact_alone(frame: Frame, dialogue: Dialogue) -> bool:
    """ "Put my number on it too", a name that is spelled: of the booking that stands, where nothing asked for one."""
    told = frame.phone or frame.email or (frame.name and _SPELLED.search(frame.text))
    else_told = (
        frame.guests.stated or frame.dates or frame.times or frame.zip or frame.items or frame.address or frame.topics
    )
    waits = dialogue.goal is not None or dialogue.pending is not None or dialogue.expecting
    return bool(told) and not (else_told or waits or {"paid_claim", "wants_person", "person"} & set(frame.acts))


def _of_the_way(frame: Frame, dialogue: Dialogue, text: str) -> bool:
    """Whether the way to the party that stands is asked about: no other place is named, and none is planned."""
    other = frame.zip or frame.city or frame.zips or frame.guests.stated or frame.dates or "change" in frame.acts
    plans = dialogue.goal is not None or dialogue.pending is not None or dialogue.zip is not None
    return "travel" in frame.topics and not (other or plans or re.search(rf"\b{_PAYMENT}\b|\bif (?:we|i|it)\b", text))


def _asks(frame: Frame, *acts: str, topics: tuple[str, ...], without: tuple[str, ...] = ()) -> Frame:
    kept = tuple(act for act in frame.acts if act not in (*without, "thinking", "laughs"))
    return frame.model_copy(
        update={
            "topics": tuple(dict.fromkeys(topics)),
            "acts": tuple(dict.fromkeys((*kept, *acts))),
            "unknown": (),
            "question": True,
        }
    )
