"""Understanding one turn: tidy words → frame → state → intents, feelings, and whether a person has to take over."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from hibachi.concierge.understanding import (
    amounts_asked,
    asked_if_noted,
    asked_of_own,
    beside,
    beside_own,
    birthdays,
    budgets,
    changes_in_short,
    cheaper_ways,
    claimed_prices,
    comers_told,
    deadlines,
    dish_asked_again,
    dish_for_some,
    emotions,
    existing,
    goals,
    groups_told,
    heard_topics,
    hesitations,
    hunches,
    inner_matters,
    left_open,
    matters,
    menu_choices,
    minimum_doubted,
    misdirected,
    numbers_weighed,
    old_counts,
    only_mentioned,
    open_days_asked,
    other_days,
    others,
    our_place,
    own_bookings,
    own_guests,
    own_meant,
    own_signs,
    pieces,
    plain_words,
    pleas,
    pleasantries,
    portions,
    price_doubted,
    recalling,
    remembering,
    shared_total,
    so_many_each,
    starts,
    starts_left,
    sums_spoken,
    supposing,
    taken_for_true,
    threads,
    told_again,
    told_for_chef,
    tone,
    tongues,
    undone,
    way_doubted,
    ways_down,
    which_party,
    who_decides,
    whose_dish,
    why_so_many,
    yearnings,
    yes_and_question,
)
from hibachi.concierge.understanding.figures import is_a_reason, said_lightly, without_figures
from hibachi.concierge.understanding.following import booked, turns
from hibachi.concierge.understanding.frames import read_frame
from hibachi.concierge.understanding.limits import Limits, is_attack, limits_of
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.said_whole import reading as said_whole
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Emotion, Frame, HandoverNeed, OptOut, Reading
from hibachi.concierge.understanding.state import advance
from hibachi.concierge.understanding.summary import summary_of
from hibachi.language.heads.schemas import Alarm, Chances, Hunch, Mood
from hibachi.language.replies import opt_keyword
from hibachi.language.tidy import tidy
from hibachi.policies.schemas import Profile

_NO_CHANGE = frozenset({"ways_down", "yearns", "shares_total", "asks_counts", *pleasantries.KINDS})
_CARRIER_CANCEL = ("cancel", "end")


class HeardLike(Protocol):
    @property
    def hunch(self) -> Hunch: ...
    @property
    def mood(self) -> Mood: ...
    @property
    def alarm(self) -> Alarm | None: ...
    @property
    def asked(self) -> tuple[tuple[str, Chances], ...]: ...
    @property
    def whole(self) -> Chances: ...
    @property
    def mentions(self) -> tuple[tuple[str, float], ...]: ...


def read(
    new: list[str],
    *,
    dialogue: Dialogue,
    lines: Sequence[object] = (),
    profile: Profile,
    now: datetime,
    zone: str,
    channel: str,
    contact: object | None = None,
    facts: Sequence[own_bookings.FactLike] = (),
    heard: HeardLike | None = None,
    moods: Sequence[Emotion] = (),
) -> Reading:
    """What the new messages mean in their conversation. Pure: the same words in the same state read the same.

    heard: what the trained heads say of the same words; moods: how the newest messages before felt, the oldest first.
    """
    tidied = pieces.together([tidy(text, email=channel == "email") for text in new], dialogue.day)
    plain = [plain_words.of(text, dialogue, profile) for text in tidied]
    texts = [said_whole.whole(text, dialogue, profile) for text in plain]
    text = plain_words.in_a_row(texts)
    now_local = now.astimezone(ZoneInfo(zone))
    asked_back, rest = recalling.parted(text)
    own, earlier = own_bookings.told_apart(facts, now_local)
    plainly = partial(read_frame, profile=profile, now_local=now_local)
    kept, rest = told_for_chef.parted(rest, partial(plainly, dialogue=dialogue))
    told_all = rest
    rest = changes_in_short.whole(rest, dialogue, profile) if own else rest
    rest = why_so_many.without_reasons(rest, dialogue, booked=bool(own))
    rest, recounted = old_counts.without(rest, own_guests.counted(dialogue, own))
    rest = whose_dish.said_anew(rest, dialogue, profile)
    again = partial(_read_in, rest, profile, now_local, bool(own), heard.mentions if heard else ())
    frame = left_open.told(again(dialogue))
    frame = birthdays.on_the_day(own_guests.told(frame, dialogue, own, again, bands_of(profile)), dialogue)
    quoted = partial(plainly, dialogue=Dialogue())
    frame = threads.told(frame, new, dialogue, profile, quoted) if channel == "email" else frame
    frame = open_days_asked.told(frame)
    frame = cheaper_ways.told(others.told(dish_asked_again.told(frame, dialogue), dialogue), dialogue)
    frame = old_counts.of_booked(frame) if recounted and own and not existing.drafts(dialogue) else frame
    frame = beside_own.wished(existing.marked(frame, dialogue, own, earlier), dialogue, own)
    frame = claimed_prices.told(beside_own.told(frame, dialogue, own), dialogue)
    frame = taken_for_true.told(frame, dialogue, own)
    frame = misdirected.told(inner_matters.told(our_place.not_theirs(frame, dialogue), dialogue), dialogue)
    frame = remembering.told(starts.told(frame, dialogue, own), dialogue)
    frame = comers_told.asks_how_many(frame, [] if existing.drafts(dialogue) else own)
    frame = undone.told(frame, dialogue, own)
    frame = starts_left.told(frame, dialogue, profile.booking.slots, own)
    frame = recalling.marked(remembering.same_place(frame, facts), asked_back)
    frame = remembering.not_theirs(remembering.in_passing(frame, dialogue, own, now_local), dialogue)
    frame = told_again.settled(told_again.counted(frame, dialogue, bands_of(profile)), dialogue, bands_of(profile))
    frame = groups_told.told(so_many_each.of_those(frame, dialogue, profile), dialogue)
    frame = portions.told(frame, dialogue, own, bands_of(profile), profile)
    frame = dish_for_some.told(frame, dialogue, bands_of(profile), profile)
    frame = way_doubted.told(shared_total.told(frame, dialogue), dialogue, profile)
    frame = ways_down.told(price_doubted.told(amounts_asked.told(frame, dialogue), dialogue), dialogue)
    frame = deadlines.before_booking(
        sums_spoken.told(frame, dialogue), own=bool(own or earlier) or dialogue.booked is not None
    )
    frame = beside.told(who_decides.told(frame, dialogue, bands_of(profile)), dialogue)
    frame = minimum_doubted.told(budgets.told(frame), dialogue, bands_of(profile), profile)
    frame = yearnings.told(hesitations.told(frame, dialogue), dialogue, own=bool(own))
    frame = pleas.told(pleasantries.told(frame, dialogue), dialogue)
    frame = menu_choices.told(frame, dialogue, own, profile) if own else frame
    doubts = minimum_doubted.doubts(frame, dialogue, bands_of(profile), profile) or amounts_asked.is_asked(
        frame, dialogue
    )
    doubts = doubts or bool(_NO_CHANGE & set(frame.acts))
    doubts = doubts or ("price_objection" in frame.acts and price_doubted.doubts(frame.text))
    followed = (
        None
        if asked_back or doubts or frame.budget is not None or supposing.takes_size(dialogue, frame, bands_of(profile))
        else turns.find(frame, dialogue, profile, bands_of(profile), own=bool(own))
    )
    frame = turns.framed(frame, followed, dialogue)
    of_booked = (
        None if asked_back or followed is not None else booked.find(frame, dialogue, own, profile, bands_of(profile))
    )
    frame = booked.of_own(frame, of_booked, dialogue)
    understood = (
        texts != plain or asked_back or followed is not None or of_booked is not None or frame.budget is not None
    )
    understood = understood or bool(kept or (_NO_CHANGE | {"fills_minimum", "pleads"}) & set(frame.acts))
    hunch = heard.hunch if heard and not understood else None
    asked, whole = (heard.asked, heard.whole) if heard and not understood else ((), ())
    frame, put_right = heard_topics.heard(
        frame, asked, dialogue, own=bool(own), own_day=existing.names_own_day(frame, own), whole=whole
    )
    frame, guessed = (frame, False) if put_right else hunches.completed(frame, hunch, own=bool(own))
    frame = told_for_chef.told(yes_and_question.agreed(other_days.of_one_day(frame), dialogue), kept)
    frame = asked_of_own.told(asked_if_noted.told(frame, dialogue, own=bool(own)), dialogue, own)
    goal = "change" if of_booked is not None and of_booked.follow.deltas else goals.goal_of(dialogue, frame, own)
    if own_meant.is_meant(goal, frame, dialogue, own):
        frame, goal = own_meant.told(frame, goal, dialogue, own), None
    work = partial(
        advance,
        bands=bands_of(profile),
        own=own,
        earlier=earlier,
        upgrades=profile.menu.upgrades_per_person,
        addons=profile.menu.addons_each,
    )
    known = _with_what_was_wished(dialogue, frame, own, profile, now_local, work) if goal == "change" else dialogue
    after, changed = work(known, frame, goal=goal)
    changed = (*changed, "change") if known is not dialogue and "change" not in changed else changed
    after, changed = booked.told(
        of_booked, dialogue, *turns.told(followed, dialogue, after, changed, bands_of(profile))
    )
    if not supposing.happened(told_all):
        after, changed = supposing.set_aside(
            dialogue, after, changed, frame, bands_of(profile), limits_of(profile).guests
        )
    after = _settled(_unless_told_again(after, frame, dialogue.goal), frame, changed)
    limits = limits_of(profile)
    emotion = emotions.feel(text, hunch, heard.mood if heard and not kept else None)
    counts = counts_of(after.party, bands_of(profile))
    need = _handover(
        text,
        frame,
        after,
        counts,
        changed,
        limits,
        emotions.anger(emotion, moods) >= float(profile.concierge.anger_intensity),
        hunches.person_wanted(guessed, hunch)
        or hunches.alarmed(
            frame.model_copy(update={"text": text}) if asked_back else frame,
            heard.alarm if heard else None,
            hunch,
            planning=dialogue.quoted and not (own or earlier),
        ),
        hunches.harmless(text, heard.alarm if heard else None),
    )
    intents = goals.intents_of(frame, after, goal, changed, need.kind if need else None)
    return Reading(
        frame=frame,
        dialogue=after,
        intents=hunches.weighed(intents, guessed, hunch),
        emotion=emotion,
        handover=need,
        opt_out=_opt_out(texts, dialogue, own),
        language=tongues.language_of(text, dialogue, frame),
        changed=changed,
    )


def _read_in(
    text: str,
    profile: Profile,
    now_local: datetime,
    own: bool,
    mentions: only_mentioned.Mentions,
    dialogue: Dialogue,
) -> Frame:
    plainly = partial(read_frame, dialogue=dialogue, profile=profile, now_local=now_local)
    frame = numbers_weighed.told(plainly(text), dialogue, own=own)
    rest = only_mentioned.without(text, mentions, dialogue)
    return frame if rest == text else only_mentioned.told(frame, numbers_weighed.told(plainly(rest), dialogue, own=own))


def _with_what_was_wished(
    dialogue: Dialogue,
    frame: Frame,
    own: list[dict[str, Any]],
    profile: Profile,
    now_local: datetime,
    work: Callable[..., tuple[Dialogue, tuple[str, ...]]],
) -> Dialogue:
    """A change that was told before it was clear of which party, read once more from where that party stands."""
    if dialogue.unplaced is None or "which_booking" not in dialogue.expecting:
        return dialogue
    chosen = which_party.meant(frame, dialogue, own)
    if len(chosen) != 1:
        return dialogue
    placed = dialogue.model_copy(
        update={"booking_id": str(chosen[0]["id"]), "unplaced": None, "change": {}, "dates": (), "expecting": ()}
    )
    told = read_frame(dialogue.unplaced, dialogue=placed, profile=profile, now_local=now_local)
    return work(placed, existing.marked(told, placed, own, []), goal="change")[0]


def _unless_told_again(after: Dialogue, frame: Frame, before: str | None) -> Dialogue:
    """What the party has already is no change: its date or guests told again start none."""
    idle = (
        after.goal == "change"
        and not (after.change or after.wanted_dish)
        and len(after.dates) < 2
        and after.pending is None
    )
    moved = "change" in frame.acts or own_signs.rather_moved(frame.text) or frame.month is not None
    if idle and before != "change" and not moved:
        return after.model_copy(update={"goal": None})
    return after


def _settled(dialogue: Dialogue, frame: Frame, changed: tuple[str, ...]) -> Dialogue:
    """What was understood ends the row of clarifying questions."""
    if changed or frame.topics or frame.answer in ("yes", "no"):
        return dialogue.model_copy(update={"clarified": 0})
    return dialogue


def _opt_out(texts: list[str], dialogue: Dialogue, own: list[dict[str, Any]]) -> OptOut | None:
    """STOP, START or HELP, when it is a whole message; "cancel" about a party is about the party."""
    for text in reversed(texts):
        word = opt_keyword(text)
        if word and text.strip(" .!").lower() in _CARRIER_CANCEL and (own or dialogue.pending or dialogue.goal):
            continue
        if word == "help" and dialogue.turns:
            continue
        if word:
            return word
    return None


def _handover(
    text: str,
    frame: Frame,
    dialogue: Dialogue,
    counts: Counts | None,
    changed: tuple[str, ...],
    limits: Limits,
    angry: bool,
    wanted: HandoverNeed | None,
    harmless: frozenset[str],
) -> HandoverNeed | None:
    wanted = None if wanted is not None and said_lightly(text, wanted.kind) else wanted
    summary = summary_of(dialogue, counts, [text])[:290]
    for matter, said in matters.find(without_figures(text)):
        attack = is_attack(matter.kind, frame.acts)
        hours = matter.kind == "person" and "office_hours" in frame.topics
        idle = tone.only_doubts(frame) if matter.kind == "complaint" else is_a_reason(text, matter.kind, frame.acts)
        if matter.kind in limits.kinds - harmless and not (attack or hours or idle):
            return HandoverNeed(kind=matter.kind, reason=matter.reason.format(said=said[:160]), summary=summary)
    if angry and not tone.only_doubts(frame):
        return HandoverNeed(kind="complaint", reason="customer is very angry: complaint", summary=summary)
    if wanted is not None and wanted.kind == "complaint" and tone.only_doubts(frame):
        wanted = None
    if wanted is not None and wanted.kind in limits.kinds and not (changed and wanted.kind in ("person", "discount")):
        return wanted.model_copy(update={"summary": summary})
    most = limits.guests
    people = max(
        counts.total if counts else 0,
        *(dialogue.change.get(slot) or 0 for slot in ("adults", "children")),
        frame.guests.high or 0,
    )
    if most is not None and people > most and {"guests", "change"} & set(changed):
        return HandoverNeed(kind="guests", reason=f"large party: {people} guests, more than {most}", summary=summary)
    if limits.clarifying is not None and dialogue.clarified >= limits.clarifying and _says_nothing(frame, changed):
        return HandoverNeed(
            kind="unsure", reason=f"unsure after {limits.clarifying} clarifying questions", summary=summary
        )
    return None


def understood(frame: Frame) -> bool:
    """Whether a message said anything that can be answered, be it that its question is beyond what we know."""
    known = set(frame.acts) - {"only_emoji", "item_price", "dish_price", "wants_more", "puzzled"}
    return bool(frame.topics or frame.unknown or frame.trouble or known or frame.answer)


def _says_nothing(frame: Frame, changed: tuple[str, ...]) -> bool:
    return not (changed or understood(frame))
