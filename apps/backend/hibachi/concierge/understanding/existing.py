"""Parties that exist: whether a message speaks of one, which one it means, and what people ask about it. Pure."""

from datetime import date
from typing import Any

from hibachi.concierge.understanding import (
    comers_told,
    joined_ages,
    own_days,
    own_meant,
    own_places,
    own_signs,
    own_words,
    told_as_booked,
    which_party,
    wish_repeated,
)
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.concierge.understanding.status_asked import KIND, STATUS, asked_in, of_the_booked
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS
from hibachi.language.spans import fold

_OURS = re.compile(
    rf"\b(?:my|our)\b(?: [\w'/.-]+){{0,4}}? {KIND}\b"
    rf"|\bthe\b(?: [\w'/.-]+){{0,4}}? (?:booking|reservation|party|event)\b"
    r"|\b(?:we|i)(?:'ve| have| had)? (?:already )?(?:booked|reserved|ordered)\b"
    r"|\b(?:did|have|had|do) (?:we|i) (?:book|booked|order|ordered|reserve|reserved)\b"
    r"|\b(?:is there|you (?:have|see|find)) (?:an?|any) (?:booking|reservation)s? (?:for|under)\b"
    r"|\b(?:have|has) (?:a|any) (?:booking|reservation)\b"
    r"|\b(?:is|was|it'?s) (?:it|everything)?\s?(?:booked|confirmed)\b"
    r"|\b(?:saturday|sunday|friday|monday|tuesday|wednesday|thursday|tomorrow|today"
    r"|tonight)'?s party\b",
    re.I,
)
_UNPAID = re.compile(
    r"\b(?:if|when|what happens)\b[^.?!\n]{0,30}\b(?:don'?t|dont|do not|can'?t|cant|cannot|didn'?t|not"
    r"|never|forget to|late)\b[^.?!\n]{0,20}\b(?:pay|paid|paying|send|deposit)\b"
    r"|\bpay (?:(?:it|that|this|(?:the|my|our|your) (?:deposit|\$?100)) )?(?:late|later|after|tomorrow"
    r"|tonight)\b[^.!\n]{0,25}\?"
    r"|\b(?:can|could|may|must|should|do) (?:i|we) (?:have to |still "
    r"|also )?pay (?:(?:it|that|this|(?:the|my|our|your) (?:deposit|\$?100)) )?(?:late|later|tomorrow"
    r"|tonight|next week)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:our|the|my) (?:head ?count|guest (?:count|list)|numbers?|group)\b[^.?!\n]{0,30}\bnow\b"
    r"|\bwe(?:'re| are) now\b|\bwe(?:'re| are)[^.?!\n]{0,20}\bnow\b|\bnow (?:we|there)(?:'re| are)\b",
    re.I,
)
"""Who comes has become another number, so there was one."""
_ANOTHER = re.compile(
    r"\b(?:another|second|2nd|new|other|separate|different|additional|one more) (?:\w+ )?(?:party"
    r"|booking|event|one|hibachi|dinner|reservation)\b|\bbesides\b|\bas well as\b"
    r"|\balso (?:want|like|need|book|plan|have another|for|on)\b|\bone more (?:party|time|date)\b"
    r"|\b(?:book|reserve|hold|do|take) (?:that|this|it|one)(?: one)? (?:too|as well|also)\b"
    r"|\bboth (?:dates|days|parties)\b|\bin addition\b"
    r"|\b(?:her|his|their) own (?:\w+ )?(?:one|party|hibachi|event|dinner)\b"
    r"|\b(?:one|a party|hibachi) of (?:her|his|their) own\b",
    re.I,
)
_CHANGES = re.compile(
    r"\b(?:instead|earlier|later|sooner|rather|make (?:it|that)|start at|do (?:it )?(?:at|on)"
    r"|(?:can|could) (?:we|i|you|it) (?:please )?(?:do|be|start|have|get|add|make)|add|adding|take off"
    r"|take (?:the )?\w+(?: \w+)? off"
    r"|stays?|to the \d{1,2}(?:st|nd|rd|th)|(?:needs?|has|have|got|gotta) (?:to )?(?:be(?:come)?)"
    r"|same time but|(?:would be|is|works?|'s|would work|(?:would )?suits?"
    r"|(?:would )?fits?)(?: (?:us|me|everyone|everybody|them|for us|for me|for everyone))?(?: (?:much"
    r"|a lot|way|far))? (?:better|best|easier|nicer)|prefer|doesn'?t work|does not work|doesnt work"
    r"|too (?:early|late)|remove|drop(?:ped)?|can(?:'?t|not) (?:come|make)|bailed|joining|coming|more"
    r"|fewer|less|now|actually|turns? out|extra|additional|down to|up to|upgrade|swap|switch\w*"
    r"|correct(?:ed|ion)?|fix(?:ed)?|chang\w*|mov(?:e|ed|ing)|reschedul\w*|postpone\w*|push\w*|bump\w*"
    r"|shift\w*|go from|bring (?:it )?forward|delay|update|modify|adjust"
    r"|new (?:price|total|bill|balance|cost))\b",
    re.I,
)
_WAY_TO_PAY = re.compile(
    r"\b(?:by|with|in|via|using|through|an?)(?: \w+)? (?:che(?:ck|que)s?|cash(?: ?app)?|venmo|zelle|pay ?pal|(?:apple|google) ?pay"
    r"|(?:credit |debit )?cards?|bitcoin|crypto|wire|bank transfer|money order)\b",
    re.I,
)
_MONEY = r"(?:deposit|payment|money|zelle|venmo|transfer|check|hundred)"
_DEPOSIT_STATE = re.compile(
    rf"\b(?:did|have|has|do|if|whether|that)\b(?! (?:i|we)\b)[^.?!\n]{{0,25}}\b(?:get|got|receive"
    rf"|received|see|seen|gotten)\b[^.?!\n]{{0,15}}\b(?:my|our"
    rf"|the) {_MONEY}\b(?!(?: dollars| bucks)? (?:back|returned|refunded|again))"
    rf"|\b{_MONEY}\b[^.?!\n]{{0,25}}\b(?:arrived?|received|(?:gone|go|went|come|came|goes) through"
    r"|cleared?|there yet|in yet|get there|recorded|show(?:s|ed|ing)? up)\b"
    r"|\b(?:did|have) (?:we|i) (?:already )?(?:pay|paid)\b"
    r"|\b(?:sent|paid|transferred|zelled"
    r"|venmo'?e?d)\b[^\n]{0,60}\bdid (?:(?:you|u|yall)(?: guys)? (?:get|receive|see)"
    r"|it (?:arrive|come|go|get)) ?(?:it|that|through|there|in)?\b"
    rf"|\b(?:is|was|has) (?:the|my|our) {_MONEY}[^.?!\n]{{0,12}}\b(?:paid|in|received|registered)\b",
    re.I,
)
_ASKED = {"status": STATUS, "deposit_state": _DEPOSIT_STATE}
_DEPOSIT_BACK = re.compile(
    r"\bdeposit(?:'s| is| will be| would be)?\b[^.?!\n]{0,15}\b(?:gone|lost|forfeit\w*|kept"
    r"|non-?refundable)\b|\b(?:how much|what|anything|any|all of it|everything)\b[^.?!\n]{0,15}\b(?:i"
    r"|we) (?:get|receive|see|have)\b[^.?!\n]{0,12}\bback\b"
    r"|\bwhat about (?:the|my|our) (?:deposit|money|hundred|\$?100|refund)\b"
    r"|\bwhat (?:do|will|would|did) (?:i|we) lose\b"
    r"|\b(?:how much|what) (?:is|would be|will be|gets?) (?:lost|kept|gone|forfeited)\b"
    r"|\bwhat happens (?:with|to) (?:the|my|our) (?:deposit|money)\b"
    r"|(?:\b(?:deposit|money|hundred|refund(?:ed)?)|\$\d{2,3}"
    r"|\b\d{2,3}(?= (?:dollars|bucks|back)))\b[^.?!\n]{0,20}\bback\b(?! (?:yard|patio|deck|door|side"
    r"|porch|garden|lawn|of (?:the|our|my)))|\bback\b[^.?!\n]{0,15}\bdeposit\b|\brefund"
    r"|\b(?:lose|keep|forfeit)\b[^.?!\n]{0,15}\bdeposit\b",
    re.I,
)
_ARRIVAL = re.compile(
    r"\b(?:when|what time|how early|how long before|at what)\b[^.?!\n]{0,30}\b(?:chefs?|you|u|yall"
    r"|guys?|they|he|she|someone|team|crew)\b[^.?!\n]{0,20}\b(?:shows? up|arriv\w+"
    r"|gets? (?:there|here)|be (?:there|here)|comes?|coming|set(?:s|ting)? up|turns? up)\b"
    r"|\b(?:does|do|will) (?:the )?(?:chefs?|you|u|guys?|they|he|she|someone) (?:come|arrive|get here"
    r"|show up|be here)\b[^.?!\n]{0,15}\b(?:before|early|earlier|ahead)\b",
    re.I,
)
_WEEKDAY_OR_MONTH = rf"day\b|tomorrow|tonight|week|\b(?:{MONTH_STARTS})"
_PAST_TENSE = re.compile(r"\b(?:was|were|had|did|made|came|loved|went|enjoyed|cooked)\b", re.I)


def marked(frame: Frame, dialogue: Dialogue, own: Bookings, earlier: Bookings) -> Frame:
    """The frame, with the acts that only the customer's parties show: about_own, status, deposit_state, about_past."""
    frame = own_places.as_moved(own_days.as_moved(_of_their_own(frame, own), own), own) if own else frame
    waits = own and dialogue.pending is not None and dialogue.pending.kind == "change"
    if waits and own_words.declines_price(frame.text):
        frame = frame.model_copy(update={"guests": GuestWords(), "answer": frame.answer or "no"})
    acts = list(frame.acts)
    placed = "which_booking" in dialogue.expecting and which_party.answers_by_order(frame.text)
    if placed or ("which_booking" in dialogue.expecting or len(own) > 1) and _MONTH_ONE.search(frame.text):
        frame = frame.model_copy(
            update={
                "dates": tuple(day for day in frame.dates if day.day != 1),
                "other_dates": tuple(day for day in frame.other_dates if day.day != 1),
                "month": None,
            }
        )
    if own and any(item.among in (frame.guests.adults, frame.guests.people) for item in frame.items if item.among):
        frame = frame.model_copy(update={"guests": GuestWords()})
    if speaks_of_past(frame, own, earlier):
        return frame.model_copy(update={"acts": (*acts, "about_past")})
    if not own and not (_OURS.search(frame.text) or _DEPOSIT_STATE.search(frame.text)):
        return frame
    found = [name for name, pattern in _ASKED.items() if pattern.search(frame.text)]
    if own and "status" not in found and of_the_booked(frame.text):
        found.append("status")
    if frame.month is not None and own_words.puts_off(frame.text):
        found = [name for name in found if name != "status"]
    if own and swaps(frame):
        frame = frame.model_copy(update={"unknown": ()})
    if own_words.withdraws(frame.text) and not _only_moves(frame, own) and comers_told.away(fold(frame.text)) is None:
        kept = tuple(topic for topic in frame.topics if topic in ("cancellation", "deposit", "reschedule"))
        frame = frame.model_copy(update={"topics": kept})
        found += ["cancel", "own_booking"]
    if "others_booking" in acts or drafts(dialogue):
        found = [name for name in found if own and names_own_day(frame, own)]
    if own and ("paid_claim" in acts or speaks_of(frame, dialogue, own, bool(found))):
        found += ["about_own", "own_booking"]
    update: dict[str, Any] = {"acts": tuple(dict.fromkeys((*acts, *found)))}
    if own and own_words.asks_of_moving(frame.text):
        beside = tuple(topic for topic in frame.topics if topic not in ("price", "balance", "explain", "reschedule"))
        update |= {"topics": ("reschedule", *beside)}
        update |= {"unknown": tuple(one for one in frame.unknown if not own_words.asks_fee(one))}
    if dialogue.pending is not None and dialogue.pending.kind == "change" and own_words.asks_if_free(frame.text):
        update |= {"topics": ("price",), "unknown": ()}
    if "about_own" in found and own_signs.pays_rest(frame.text):
        way = _WAY_TO_PAY.search(frame.text)  # "can i pay the rest with a check?"
        paid = () if way else ("pays_rest",)
        update |= {"acts": (*update["acts"], *paid), "topics": ("payment",) if way else (), "unknown": ()}
        return frame.model_copy(update={**update, "dates": (), "other_dates": (), "times": ()})
    if "status" in found and own:
        update["topics"] = tuple(topic for topic in update.get("topics", frame.topics) if topic != "about")
        update["unknown"] = tuple(one for one in update.get("unknown", frame.unknown) if not asked_in(one))
    if "about_own" in found:
        update["unknown"] = tuple(
            clause
            for clause in update.get("unknown", frame.unknown)
            if not (_is_of_a_move(clause, frame) or own_signs.asks_of_bill(clause) or _is_the_deed(clause, frame))
            and not ("cancel" in frame.acts and wish_repeated.asks_back(clause))
        )
        if (frame.guests.stated or frame.guests.add) and "deposit" not in frame.text.lower():
            update["topics"] = tuple(topic for topic in update.get("topics", frame.topics) if topic != "deposit")
        update["guests"] = GuestWords() if _counts_eaters(frame) else comers_told.with_fewer(frame)
        errand = own_signs.asks_cancel_by(frame.text)
        update["dates"] = () if errand else tuple(_as_booked(day, frame, own) for day in frame.dates)
    return frame.model_copy(update=update)


def _of_their_own(frame: Frame, own: Bookings) -> Frame:
    """ "My sister's flight was cancelled, so there is no party on Saturday": on their own day it is nobody else's."""
    errand = {"cancel", "change", "gives_up"} & set(frame.acts)
    if not errand or not (names_own_day(frame, own) or own_signs.asks_cancel_by(frame.text)):
        return frame
    return frame.model_copy(update={"acts": tuple(act for act in frame.acts if act != "others_booking")})


def _only_moves(frame: Frame, own: Bookings) -> bool:
    """Whether what is given up is only the day or the start: "we can't do the party on the 10th, can we do the 17th?"."""
    days = {day.isoformat() for day in (*frame.dates, *frame.other_dates)} - {str(one["date"]) for one in own}
    other = bool(days) and own_signs.wishes_other(frame.text) and (bool(own) or len(days) > 1 or frame.question)
    return other or own_words.steps(frame.text) or own_words.asks_to_move(frame.text)


def _is_of_a_move(clause: str, frame: Frame) -> bool:
    """Whether an open clause asks for another day or start: a preview of the change answers it."""
    moved = own_words.shift_of(clause) is not None or own_signs.rather_moved(frame.text)
    told = frame.zip or frame.address or frame.guests.stated or frame.items or frame.dates or frame.times
    asks_price = _CHANGES_PRICE.search(clause) or (told and _PRICE_AFTER.search(clause))
    more = (frame.guests.add or frame.guests.stated) and _ADDS.search(clause)
    placed = (frame.zip or frame.address) and _AT_A_PLACE.search(clause)
    return moved or own_signs.asks_if_open(clause) or bool(asks_price or more or placed)


def _is_the_deed(clause: str, frame: Frame) -> bool:
    """ "Could you amend the booking?", "is there a charge?" beside a change that is told: its preview answers."""
    if own_words.must_cancel(clause) or own_words.withdraws(clause):
        return True
    told = frame.guests.stated or frame.guests.add or frame.items or frame.dates or frame.times
    return bool(told or frame.zip or frame.address) and own_signs.asks_for_the_deed(clause)


_AT_A_PLACE = re.compile(
    r"\b(?:have|do|hold|host|move|throw|be|take place|happen|cook|come)\b[^.?!\n]{0,30}\b(?:at|to"
    r"|in) (?:my|our|the|a|an|\w+'?s)\b",
    re.I,
)
""" "Can we have it at my sister's instead?" beside a ZIP: the change of the place answers."""
_ADDS = re.compile(
    r"\b(?:can|could|may|would|please|is it (?:ok|possible)|too late)\b[^.?!\n]{0,25}\b(?:add|bring"
    r"|invite|include|squeeze|remove|drop|take off|join|come)\b|^\W*(?:will|also)? ?(?:join|come)\b"
    r"|^\W*(?:(?:and|so|but|ok) )*(?:(?:what|how about) )?(?:if|in case|suppose|supposing|say)\b"
    r"|^\W*(?:(?:ok(?:ay)?|fine|alright|please|pls|so|and|possible) |to )*(?:add|put|count|include|squeeze)\b",
    re.I,
)
""" "Can you add my aunt", "what if she comes too": the change of the guests answers."""


_CHANGES_PRICE = re.compile(
    r"\b(?:chang\w*|affects?|alters?|raises?|ups?)\b[^.?!\n]{0,20}\b(?:price|total|cost|bill"
    r"|anything)\b|\b(?:price|total|cost|bill)\b[^.?!\n]{0,20}\b(?:chang\w*|differ\w*|stay\w*|same"
    r"|go up|more|extra)\b",
    re.I,
)
""" "Does that change the price?" beside a change: its preview answers."""
_PRICE_AFTER = re.compile(
    r"\b(?:price|total|cost|that|it)\b[^.?!\n]{0,15}\b(?:chang\w*|go(?:es)? (?:up|down)|different|more|less|same)\b"
    r"|\b(?:do|will|would|must|should) (?:i|we) (?:still )?(?:have to |need to )?(?:pay|owe)\b|\bis it still\b",
    re.I,
)


_MONTH_ONE = re.compile(
    r"\b(?:jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*) one\b", re.I
)
""" "The June one": which party, not the first of June."""
_BARE_DAY = re.compile(r"(?:on )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|[a-z]+(?:[ -][a-z]+)?)", re.I)


def _as_booked(day: date, frame: Frame, own: Bookings) -> date:
    """ "See you on the 22nd": without a month, the day of the month on which the party is."""
    said = frame.date_said or ""
    monthless = bool(_BARE_DAY.fullmatch(said.strip())) and not re.search(_WEEKDAY_OR_MONTH, said, re.I)
    return next((which_party.day_of(one) for one in own if monthless and which_party.day_of(one).day == day.day), day)


def _counts_eaters(frame: Frame) -> bool:
    """ "One guest is vegan", "two of us don't eat pork": guests of the party, not its size."""
    diets = frame.dietary or frame.asked_diets
    return bool(diets) and not frame.guests.add and frame.guests.adults is None and frame.guests.children is None


def speaks_of(frame: Frame, dialogue: Dialogue, own: Bookings, asks: bool) -> bool:
    """Whether a message is about a party that exists, not about one to be booked."""
    if "others_booking" in frame.acts or wants_new(frame, dialogue, own):
        return False
    if drafts(dialogue):
        return names_own_day(frame, own) and bool(_OURS.search(frame.text))
    eaters = frame.dietary and (not frame.guests.stated or _counts_eaters(frame)) and not frame.dates
    if eaters or _NOW.search(frame.text):
        return True
    if re.search(r"\binstead\b", frame.text, re.I) and not ({"price"} & set(frame.topics) and dialogue.quoted):
        return True
    if own_signs.adds(frame) or _SWAPS.search(frame.text):
        return True
    if len(own) > 1 and (which_party.names_one(frame.text, own) or which_party.names_by_order(frame.text, own)):
        return True
    if (
        {"change", "keep", "gives_up"} & set(frame.acts)
        or "balance" in frame.topics
        or own_words.shift_of(frame.text) is not None
    ):
        return True
    named = (
        bool(_OURS.search(frame.text))
        or names_own_day(frame, own)
        or _moves_to(frame, own)
        or own_signs.moves_day(frame)
        or _counts_own(frame, own)
        or own_meant.counts_its_guests(frame, dialogue, own)
    )
    asks = asks or own_signs.asks_of_a_day(frame)
    return asks or named or asks_arrival(frame) or own_signs.concerns(frame) or in_context(dialogue, own)


_SWAPS = re.compile(
    r"\btakes? (?:her|his|their|my|our|the) (?:place|spot)\b|\bstill \d+\b|\bsame (?:number|count)\b", re.I
)
""" One guest comes for another: nothing changes."""


def swaps(frame: Frame) -> bool:
    """Whether one guest comes for another, the number staying the same."""
    return bool(_SWAPS.search(frame.text))


def in_context(dialogue: Dialogue, own: Bookings) -> bool:
    """Whether the conversation is about one of these parties already."""
    known = {dialogue.booked, dialogue.booking_id} - {None}
    return any(str(one.get("id")) in known for one in own) or "which_booking" in dialogue.expecting


def drafts(dialogue: Dialogue) -> bool:
    """Whether a new party is being planned."""
    booking = dialogue.pending is not None and dialogue.pending.kind == "book"
    return booking or (dialogue.goal in ("quote", "booking") and dialogue.booked is None)


def wants_new(frame: Frame, dialogue: Dialogue, own: Bookings) -> bool:
    """Whether one more party is wished although there is one."""
    by_order = which_party.names_by_order(frame.text, own)
    if (
        _ANOTHER.search(frame.text)
        and not by_order
        and not _tells_both(frame, own)
        and not which_party.of_both(frame, own)
    ):
        return True
    if STATUS.search(frame.text) or _DEPOSIT_STATE.search(frame.text) or _CHANGES.search(frame.text):
        return False
    if _counts_own(frame, own):
        return False
    if own_signs.changes_people(frame.text) or own_signs.only_counts(frame):
        return False
    if own_signs.stands_against(frame) and not (frame.zip or frame.city):
        return False
    days = {day.isoformat() for day in frame.dates} - {str(one["date"]) for one in own}
    asks = bool({"price", "availability"} & set(frame.topics)) and not own_signs.asks_of_a_day(frame)
    asks_beside = asks_arrival(frame) or _BOOKED_FOR.search(frame.text)
    if {"book", "hold"} & set(frame.acts) and not (names_own_day(frame, own) or asks_beside):
        return dialogue.booked is None or bool(days)
    counts = frame.guests.stated and not own_meant.counts_its_guests(frame, dialogue, own)
    fresh = counts or bool(frame.zip) or bool(frame.city)
    return asks and not names_own_day(frame, own) and (bool(days) or (fresh and not _OURS.search(frame.text)))


def _counts_own(frame: Frame, own: Bookings) -> bool:
    """ "22 ppl on the 13th": so many are booked, on no other day and at no other place."""
    elsewhere = {day.isoformat() for day in frame.dates} - {str(one["date"]) for one in own}
    if (
        len(own) != 1
        or elsewhere
        or frame.month is not None
        or frame.city
        or frame.zip not in (None, own[0].get("zip"))
    ):
        return False
    return told_as_booked.is_it(frame.text, own[0])


_BOOKED_FOR = re.compile(
    r"\b(?:my \w+|he|she|i|we)(?: has| have|'ve)?(?: already)? (?:set (?:this|it|that|everything) up"
    r"|arranged (?:this|it|that"
    r"|everything)|booked (?:this|it|that|you|with you))\b",
    re.I,
)
""" "My son set this up for me": it stands."""


def _tells_both(frame: Frame, own: Bookings) -> bool:
    """ "A party on October 10 and another one on November 14, that one needs to move": of two that exist already."""
    goes = own_words.puts_off(frame.text) or own_words.must_go(frame.text)
    return len(own) > 1 and goes and names_own_day(frame, own)


def speaks_of_past(frame: Frame, own: Bookings, earlier: Bookings) -> bool:
    """Thanks for a party that took place: nothing is asked for."""
    took_place = any(one.get("status") == "completed" for one in earlier)
    warm = {"compliment", "thanks"} & set(frame.acts)
    asks = frame.question or frame.topics or {"book", "change", "cancel", "hold", "wants_chef"} & set(frame.acts)
    return took_place and bool(warm) and not asks and not frame.guests.stated and bool(_PAST_TENSE.search(frame.text))


def names_own_day(frame: Frame, own: Bookings) -> bool:
    """Whether a day of one of the parties is said: its date, or its month and the word for it."""
    said = {day.isoformat() for day in (*frame.dates, *frame.other_dates)}
    return any(str(one["date"]) in said for one in own) or (
        bool(_OURS.search(frame.text)) and any(which_party.says_month(frame.text, one) for one in own)
    )


def wishes_change(frame: Frame, dialogue: Dialogue, own: Bookings) -> bool:
    """Whether something of an existing party is to be different."""
    if "about_own" not in frame.acts or {"status", "deposit_state"} & set(frame.acts):
        return False
    if any(item.role != "included" for item in frame.items):
        return True
    zips = {str(one.get("zip")) for one in own}
    if frame.zip and frame.zip not in zips:
        return True
    told = (
        bool(joined_ages.told(frame.text))
        or frame.guests.stated
        and not (frame.dietary or frame.asked_diets)
        or bool(frame.guests.add)
        or frame.guests.no_children
    )
    days = {day.isoformat() for day in (*frame.dates, *frame.other_dates)} - {str(one["date"]) for one in own}
    stand = [{str(one["time"])} for one in own]
    shared: set[str] = set.intersection(*stand)
    times = {at.strftime("%H:%M") for at in frame.times} - shared
    if (days or times) and (dialogue.answered[-1:] == ("reschedule",) or own_signs.asks_of_a_day(frame)):
        return True
    if _moves_to(frame, own) or (days and own_signs.moves_day(frame)):
        return True
    if (
        days
        and (own_words.must_go(frame.text) or own_days.from_own(frame, own))
        or own_days.counted_otherwise(frame, own)
    ):
        return True
    said = told or bool(days or times) or own_words.shift_of(frame.text) is not None
    other = bool(days or times) and (own_signs.wishes_other(frame.text) or own_signs.contrasts(frame.text))
    people = told and own_signs.tells_guests(frame, choosing="which_booking" in dialogue.expecting)
    people = people or (told and own_meant.counts_its_guests(frame, dialogue, own))
    other = other or own_words.shift_of(frame.text) is not None
    return said and bool(other or people or frame.guests.add or frame.guests.no_children or _CHANGES.search(frame.text))


def _moves_to(frame: Frame, own: Bookings) -> bool:
    """ "We think of moving to September", "is the Saturday after that free?": a month or a weekday from where it stands."""
    if frame.month is not None and (own_words.puts_off(frame.text) or "instead" in frame.text.lower()):
        return True
    return any(own_words.weekday_beside(frame.text, which_party.day_of(one)) is not None for one in own)


def wishes_change_words(text: str) -> bool:
    """Whether a text has a word of change in it."""
    return bool(_CHANGES.search(text))


def is_of_own(text: str) -> bool:
    """Whether a text has words of change or of a party that is the writer's own."""
    return bool(_CHANGES.search(text) or _OURS.search(text))


def asks_arrival(frame: Frame) -> bool:
    """When the chef comes."""
    return bool(_ARRIVAL.search(frame.text)) or "arrives_by" in frame.acts


def asks_about_own(text: str) -> bool:
    """Whether a folded text asks about a party that exists: when it is, what was ordered, its deposit, its chef's coming."""
    return any(pattern.search(text) for pattern in (STATUS, _DEPOSIT_STATE, _DEPOSIT_BACK, _ARRIVAL, _UNPAID))


def asks_if_unpaid(frame: Frame) -> bool:
    """What becomes of a party whose deposit is not paid in time."""
    return bool(_UNPAID.search(frame.text))


def asks_for_refund(frame: Frame) -> bool:
    """What a cancellation would mean is asked, nothing is to be cancelled."""
    return "cancellation" in frame.topics or bool(_DEPOSIT_BACK.search(frame.text))
