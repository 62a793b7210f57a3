"""One message (or several in a row) → what it says, with where it says so. No memory, no policy."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Literal

from hibachi.concierge.understanding import (
    ages_corrected,
    asides,
    bare_ages,
    cancel_days,
    claimed_prices,
    comparing,
    cues,
    day_choices,
    days_in_month,
    dish_plans,
    dishes,
    existing,
    figures,
    going_on,
    guest_swaps,
    guests_told,
    headcount,
    kids_again,
    kids_joining,
    kids_told,
    known_numbers,
    miles_told,
    named_ages,
    naming,
    no_heads,
    occasions,
    options,
    other_days,
    other_numbers,
    places_asked,
    questions,
    reactions,
    recount,
    roster_told,
    stories,
    told_by_age,
    whens,
    whole_names,
)
from hibachi.concierge.understanding.clock_swaps import as_clock, bare_hour, first_hour
from hibachi.concierge.understanding.frame_acts import FEW_WORDS, acts_of, only_told
from hibachi.concierge.understanding.parties import bands_of
from hibachi.concierge.understanding.schemas import Dialogue, Evidence, Frame, GuestWords
from hibachi.concierge.understanding.topics import by_clause, goes_on_about_choice, topics_of
from hibachi.concierge.understanding.words import Words, without_places
from hibachi.kit import lazy_re as re
from hibachi.language.contacts import find_contacts
from hibachi.language.dates import find_dates
from hibachi.language.diets import diets
from hibachi.language.guests import LEAST_WHOLE, Expected, read_guests
from hibachi.language.openers import LED
from hibachi.language.places import Gazetteer, find_places, towns_of_states
from hibachi.language.replies import Reply, read_reply
from hibachi.language.spans import Span, fold, span_of
from hibachi.language.times import find_times
from hibachi.policies.schemas import Profile

_ALIASES = (("sf", "San Francisco"), ("san fran", "San Francisco"), ("frisco", "San Francisco"), ("sac", "Sacramento"), ("sactown", "Sacramento"), ("sj", "San Jose"), ("tahoe", "South Lake Tahoe"), ("lake tahoe", "South Lake Tahoe"), ("mtn view", "Mountain View"), ("mt view", "Mountain View"), ("vegas", "Las Vegas"))  # fmt: skip
_OWN_CHANNEL = re.compile(
    r"\b(?:this|same|that|my current) (?:number|phone|email|e-mail|e-mail address|email address|line"
    r"|whatsapp(?: number)?|account|one)\b(?! of (?:us|people|guests|adults|kids|ppl|heads))"
    r"|\bnumber i'?m (?:calling|texting|writing) from\b|\bthis is (?:my|the best) (?:number|cell)\b"
    r"|\b(?:here|this (?:chat|dm)) (?:is|works)\b|\bsame as on the booking\b",
    re.I,
)
_ZIP_CUE = re.compile(r"\b(?:zip(?: ?code)?|postal code)\b\D{0,12}(\d{3,4}|\d{6,9})\b", re.I)

_ABOUT_PEOPLE = re.compile(
    rf"(?:^|[.!?\n]){LED}(?:(?:what|how) (?:about|if)|if|make it"
    rf"|or)\b[^.?!\n]{{0,14}}\b\d{{1,3}}(?: (?:then|instead|though|now|of us))?\W*$",
    re.I,
)
"""A bare number that asks for the price of another size: "what about 12"."""
_SUPPOSED_SIZE = re.compile(r"\b(?:what|how) (?:if|about)|\b(?:if|say) (?:we|it|there|i|my|our|his|her)\b")
"""Another size in a question ("and if we're 20?") is the question."""
_LONE = re.compile(
    r"\W*(?:(?:ok(?:ay)?|so|well|um+|hm+|about|around|maybe|like|we'?re|it'?s)\W+)*(?:\d{1,2}"
    r"|(?:four|six|seven|nine)(?:teen)?|five|eight|ten|eleven|twelve|(?:thir|fif|eigh)teen"
    r"|twenty(?:[ -]\w+)?|a dozen)\W*",
    re.I,
)
_IF_SOMEONE = re.compile(
    r"\bif (?:some(?:one|body)|any(?:one|body)|a guest|one (?:guest|person)|the (?:3rd|third) one)\b"
)
"""A dish is supposed, not wished: "how much is it if someone wants lobster"."""
LONGEST_YES = 80
"""Words: whoever writes more says more than yes, and is asked again."""


@lru_cache(maxsize=4)
def gazetteer(state: str) -> Gazetteer:
    """The towns of the base's state, with what people call them."""
    return towns_of_states((state, "NV") if state == "CA" else (state,), _ALIASES)


@lru_cache(maxsize=4)
def words_of_places(state: str) -> frozenset[str]:
    """Every word that stands in the name of a town, folded."""
    towns = gazetteer(state)
    return frozenset(word for name in towns.names for word in name.lower().split())


def read_frame(text: str, *, dialogue: Dialogue, profile: Profile, now_local: datetime) -> Frame:
    """What a message says, read with what was asked before in mind."""
    words = _words(text, dialogue, profile, now_local)
    folded = fold(text)
    when_back = whens.when_back(text, dialogue)
    acts = (*acts_of(folded, words), *(("thinking",) if when_back else ()))
    aside = (*headcount.everyone(text), *headcount.left_out(text), *no_heads.spans(text, dialogue))
    unknown = questions.unanswered(text, (*_spans(words), *words.dishes.names, *aside))
    beyond = questions.beyond(text) if unknown else ()
    if goes_on_about_choice(folded, dialogue) or (cues.elliptical_noun(folded) and topics_of(folded, words, dialogue)):
        unknown = ()
    topics = tuple(topic for topic in topics_of(folded, words, dialogue) if topic not in beyond)
    if (words.dishes.items and "price" in topics) or questions.only_declines(folded, acts):
        topics = tuple(topic for topic in topics if topic != "menu")  # "what would the upgrade to lobster cost for 6"
    unknown = () if going_on.topic_of(folded, dialogue.answered) else questions.still_open(unknown, topics, acts)
    unknown = places_asked.still_open(unknown, topics)
    topics = questions.without_diet(topics, unknown, diets(folded))
    acts = only_told(acts, folded)
    topics = tuple(topic for topic in topics if not (topic == "same_every_day" and "same_again" in acts))
    spoken = without_places(folded, words)
    asked = diets(spoken)
    guests = guests_told.read(text, folded, words, dialogue, profile)
    guests = guests_told.without_children(guests, folded) if headcount.without_kids(folded) else guests
    guests, guests_asked = (
        (GuestWords(), guests)
        if not roster_told.is_a_party(words.roster) and headcount.only_spoken_of(guests, topics, folded, dialogue)
        else (guests, GuestWords())
    )
    sizes = _compared(text, words, profile)
    if sizes:
        guests, unknown = GuestWords(), ()
        acts = tuple(act for act in acts if act != "price_objection")
        topics = tuple(topic for topic in topics if topic != "children" or "price" not in topics)
    of_one = "third_protein" in acts and recount.uncounted(dialogue)
    plans = (
        ()
        if sizes or of_one or (recount.uncounted(dialogue) and not guests.stated)
        else dish_plans.find(text, lambda part: dishes.find(part, profile), dishes.premium(profile))
    )
    if plans:
        unknown, acts = (), tuple(act for act in acts if act not in ("dish_price", "item_price", "third_protein"))
    told = guests.add or (guests.stated and _SUPPOSED_SIZE.search(folded)) or recount.is_all(words.recounted, folded)
    frame = Frame(
        text=text,
        sizes=sizes,
        zips=comparing.zips(folded, words.places),
        plans=plans,
        topics=topics,
        apart=by_clause(folded),
        unknown=() if told and len(text.split()) <= FEW_WORDS else unknown,
        acts=acts,
        answer=None
        if "injection" in acts or len(text.split()) > LONGEST_YES or _of_a_contact(words)
        else _answer(words.reply),
        strength=words.reply.strength,
        conditional=words.reply.conditional,
        choice=_choice(words.reply),
        question=words.reply.asks or "?" in text,
        guests=guests,
        ages_asked=guests_asked.ages
        or ((words.again.all or kids_told.ages_spoken_of(text)) if "children" in topics else ()),
        kids=kids_told.named(text),
        items=()
        if plans or _IF_SOMEONE.search(folded)
        else words.dishes.items or headcount.dish_for_all(folded, words.dishes.mentioned, profile, dialogue),
        mentioned=() if plans else words.dishes.mentioned,
        no_extras="decline_extras" in acts
        or any(
            what.startswith(("extra", "upgrade", "add", "side", "else", "on top", "fancy"))
            for what in words.reply.declines
        ),
        **whens.read(*whens.wished(words, topics, dialogue), "" if when_back else folded, profile, now_local),
        cancel_days=cancel_days.named(words.days, folded, dialogue),
        **_where(words, text),
        name=whole_names.told_now(text, dialogue)
        or naming.of_somebody_else(words, profile)
        or words.contacts.name
        or naming.name_among(words, dialogue, profile),
        phone=words.contacts.phone,
        email=words.contacts.email,
        own_channel=bool(_OWN_CHANNEL.search(folded)),
        same_as_before="same_place" in acts or "same_again" in acts,
        same_party="same_people" in acts or "same_again" in acts,
        dietary=occasions.diet_notes(without_places(text, words), expected="dietary" in dialogue.expecting)
        or occasions.asked_for_some(spoken, asked),
        asked_diets=asked,
        no_dietary=occasions.no_diets(folded, answer=words.reply.answer, asked="dietary" in dialogue.expecting),
        event_type=occasions.occasion(folded),
        trouble=None if "injection" in acts else asides.trouble(figures.without_figures(folded)),
        venue=occasions.venue(guests_told.blanked(folded, [one.span for one in words.contacts.names])),
        evidence=_evidence(words),
    )
    return other_days.told(reactions.settled(frame, folded))


def _words(text: str, dialogue: Dialogue, profile: Profile, now_local: datetime) -> Words:
    expecting, uncounted = dialogue.expecting, recount.uncounted(dialogue)
    text = as_clock(text, dialogue, profile)
    towns = gazetteer(profile.travel.base.state)
    found = dishes.find(text, profile)
    told_ages = [*headcount.ages_told(text), *miles_told.spans(text)]
    first = find_places(text, towns, taken=told_ages, expected="zip" in expecting)
    refused = [mention.name for mention in first.cities if naming.is_place(mention, first, text, expecting)]
    refused += [*dishes.words_of(profile), *miles_told.towns(text)]
    expected: Literal["name", "contact"] | None = None
    if "name" in expecting or "contact" in expecting:
        expected = "name" if "name" in expecting else "contact"
    contacts = find_contacts(text, expected=expected, not_names=refused)
    if contacts.names:
        contacts = replace(contacts, names=naming.no_holidays(contacts.names, find_dates(text, now_local)))
    named = [mention.span for mention in contacts.names if mention.full]
    persons = [mention.span for mention in first.cities if not naming.is_place(mention, first, text, expecting)]
    others = [*contacts.spans, *named, *persons, *told_ages]
    places = find_places(text, towns, taken=others, expected="zip" in expecting) if others else first
    lone = not expecting and uncounted and bool(_LONE.fullmatch(text))
    size = bool(_ABOUT_PEOPLE.search(text)) and not recount.is_hour(text, dialogue, profile)
    people = expecting[:1] == ("how_many",) or dialogue.party.low is not None or lone or size
    bare = bare_ages.find(text, dialogue)
    no_guests = [
        *headcount.no_guests(text, dialogue),
        *stories.spans(text),
        *bare.spans,
        *other_numbers.spans(text, profile),
    ]
    anew = recount.recount_of(
        guests_told.blanked(fold(text), [*contacts.spans, *places.spans, *no_guests]),
        dialogue,
        profile,
    )
    claimed_all = [span_of(text, anew.start, anew.end)] if anew else headcount.the_same_ones(text, uncounted)
    slashed = other_numbers.of_days(text)
    corrected_ages = ages_corrected.find(text, dialogue)
    no_guests += [*claimed_prices.spans(text), *corrected_ages.spans]
    roster = roster_told.find(
        text,
        dialogue,
        [*roster_told.no_names(text, contacts.spans), *places.spans, *slashed, *found.spans, *no_guests, *claimed_all],
        anew.number if anew and anew.mode == "set" and anew.start == 0 and anew.end < len(text) else None,
    )
    listed, of_listed = told_by_age.find(text) if roster is None else ((), ())
    ages, of_children = named_ages.find(text) if roster is None and not listed else ((), ())
    joining = kids_joining.find(text, dialogue) if roster is None and not listed else kids_joining.Joining()
    claimed_all += (
        *(roster.spans if roster is not None else ()),
        *of_listed,
        *of_children,
        *joining.spans,
        *headcount.in_place_of(text),
        *no_guests,
    )
    again = (
        kids_again.find(text, dialogue, [*contacts.spans, *places.spans, *claimed_all])
        if roster is None and not listed
        else kids_again.Again()
    )
    claimed_all += again.spans
    asked: Expected | None = (
        "ages"
        if headcount.awaits_ages(text, dialogue) and not first_hour(text, dialogue, profile)
        else "guests"
        if people or "guests" in expecting
        else None
    )
    eaters = headcount.eaters(text)
    known = [*contacts.spans, *places.spans, *claimed_all]
    claimed: list[Span] = [*known, *_counted(text, asked, [*known, *slashed, *found.spans])]
    corrected = guest_swaps.swapped(text, [*known, *found.spans], dialogue)
    when_back = whens.when_back(text, dialogue)
    days = find_dates(
        text,
        now_local,
        taken=[
            *when_back,
            *whens.beside_days([*claimed, *eaters, *known_numbers.no_days(text, dialogue)], text),
            *known_numbers.other_days(text),
            *found.spans,
            *corrected,
        ],
        expected="date" in expecting and expecting[0] != "how_many" and "guests" not in expecting and not people,
    )
    days = days_in_month.told(day_choices.as_talked_of(days, dialogue), text, dialogue, now_local)
    dated = [mention.span for mention in days]
    hour = expecting[:1] != ("how_many",) and ("time" in expecting or bare_hour(text, dialogue, profile))
    crowd = known_numbers.no_hours(text, dialogue)
    pronouns = [span_of(text, *place) for place in options.pronouns(text)]
    times = find_times(
        text, taken=[*when_back, *claimed, *eaters, *crowd, *found.spans, *pronouns], days=dated, expected=hour
    )
    claimed = [*known, *dated, *pronouns, *(mention.span for mention in times.mentions)]
    portion = eaters if asked else []
    guests = read_guests(text, expected=asked, taken=[*claimed, *slashed, *portion, *found.spans])
    if found.items and not guests.stated and uncounted and (places.zips or not existing.is_of_own(text)):
        whole = read_guests(text, expected=asked, taken=[*claimed, *slashed, *found.names], whole=True)
        guests = whole if (whole.adults or whole.people or 0) >= LEAST_WHOLE else guests
    return Words(
        text, read_reply(text), contacts, places, found, days, times, guests, anew.words if anew else None, ages, listed,
        joining, again, roster, corrected_ages, bare.ages,
    )  # fmt: skip


_WORKS = re.compile(
    r"\W*(?:works?|is|are)\b(?: (?:also|just|the|best|better|fine|good|great|ok|okay|too|as well|one|number|for (?:me|us)))*\W*"
)
_OK_AS_LEAD = re.compile(r"\W*(?:ok|okay|k|kk|alright|fine)\b(?!\s*[.,!;\n])", re.I)
""" "Ok my husband's number ...": it only leads to the number; "ok, ..." agrees."""


def _of_a_contact(words: Words) -> bool:
    """ "510 555 0199 works too": of the number, no yes to anything else; "yes! 510 555 0199 is better" has its own."""
    spans = words.contacts.spans
    if not spans or not (words.contacts.phone or words.contacts.email):
        return False
    before = words.text[: min(span.start for span in spans)]
    agreed = read_reply(before).consents and not _OK_AS_LEAD.match(before)
    return not agreed and bool(_WORKS.fullmatch(fold(words.text[max(span.end for span in spans) :])))


def _counted(text: str, asked: Expected | None, taken: list[Span]) -> list[Span]:
    """Numbers that stand with people ("24 adults", "the kids are 7, 9 and 11"): neither days nor hours."""
    party = read_guests(text, expected="ages" if asked == "ages" else None, taken=taken)
    people = [mention.span for mention in party.mentions if mention.kind != "unsaid" and mention.counted]
    return [*people, *(group.span for group in party.ages)]


def _compared(text: str, words: Words, profile: Profile) -> tuple[GuestWords, ...]:
    """The sizes of a party that are compared; none where one of them is no whole party."""
    if words.roster is not None and not comparing.either_or(text):
        return ()
    taken = (*(span for slot, span in _spans_of(words) if slot != "guests"), *words.dishes.spans, *no_heads.never(text))
    found = tuple(headcount.of_party(party, bands_of(profile)) for party in comparing.sizes(text, taken))
    return found if all(comparing.plain(one) for one in found) else ()


def _answer(reply: Reply) -> str | None:
    return {"yes": "yes", "no": "no", "wait": "later"}.get(reply.answer or "")


def _choice(reply: Reply) -> int | None:
    return next((choice.at for choice in reply.choices if choice.at is not None), None)


def _where(words: Words, text: str) -> dict[str, object]:
    places = words.places
    wrong = _ZIP_CUE.search(text) if not places.zips else None
    city = places.cities[-1] if places.cities else None
    return {
        "zip": places.zips[-1].code if places.zips and not comparing.zips(fold(text), places) else None,
        "zip_invalid": wrong[1] if wrong else None,
        "city": city.name if city else None,
        "state": places.states[-1].code if places.states else None,
        "address": places.addresses[-1].street if places.addresses else None,
        "foreign": bool(places.foreign),
    }


def _spans(words: Words) -> tuple[Span, ...]:
    """Where the message said something that was understood."""
    return (
        *words.dishes.spans,
        *words.contacts.spans,
        *words.places.spans,
        *words.places.foreign,
        *(mention.span for mention in words.days),
        *(mention.span for mention in words.times.mentions),
        *(mention.span for mention in words.guests.mentions),
    )


def _spans_of(words: Words) -> list[tuple[str, Span]]:
    """What was understood, by slot."""
    places, times, guests = words.places, words.times.mentions, words.guests.mentions
    told = (("zip", places.zips), ("city", places.cities), ("date", words.days), ("time", times), ("guests", guests))
    spans = [(slot, mention.span) for slot, mentions in told for mention in mentions]
    return [*spans, *(("contact", span) for span in words.contacts.spans)]


def _evidence(words: Words) -> tuple[Evidence, ...]:
    spans = _spans_of(words)
    return tuple(Evidence(slot=slot, text=span.text, start=span.start, end=span.end) for slot, span in spans)
