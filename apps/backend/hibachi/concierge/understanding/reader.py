"""Understanding one turn: tidy words → frame → state → intents, feelings, and whether a person has to take over."""

from dataclasses import dataclass, replace
from functools import partial

from hibachi.concierge.understanding import (
    age_asked,
    amounts_asked,
    asked_closely,
    asked_if_noted,
    asked_in_vain,
    asked_of_own,
    beside,
    beside_own,
    birthdays,
    booked_yet,
    budgets,
    cancel_days,
    cheaper_ways,
    claimed_prices,
    clearances,
    comers_told,
    count_in_doubt,
    denied,
    diets_denied,
    difference_asked,
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
    kids_food,
    kids_left_open,
    left_open,
    manner,
    menu_choices,
    minimum_doubted,
    misdirected,
    mishaps,
    money_beside,
    money_left,
    numbers_weighed,
    old_counts,
    only_mentioned,
    open_days_asked,
    other_days,
    others,
    our_place,
    own_after_all,
    own_bookings,
    own_guests,
    own_meant,
    own_signs,
    own_terms,
    person_needed,
    pleas,
    pleasantries,
    portions,
    price_doubted,
    recalling,
    remembering,
    rival_prices,
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
    tongues,
    total_asked,
    towns_asked,
    turn_words,
    undone,
    way_doubted,
    ways_down,
    which_party,
    who_decides,
    yearnings,
    yes_and_question,
    yes_doubted,
    young_told,
)
from hibachi.concierge.understanding.following import booked, turns
from hibachi.concierge.understanding.frames import read_frame
from hibachi.concierge.understanding.given import Given, HeardLike
from hibachi.concierge.understanding.limits import limits_of
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, Goal, HandoverNeed, OptOut, PartyState, Reading
from hibachi.concierge.understanding.state import advance
from hibachi.language.heads.schemas import Hunch
from hibachi.language.replies import opt_keyword
from hibachi.policies.schemas import Profile

_NO_CHANGE = frozenset({"ways_down", "yearns", "shares_total", "asks_counts", *pleasantries.KINDS})
_UNDERSTOOD = _NO_CHANGE | {"fills_minimum", "pleads", mishaps.CALLED_AWAY}
_CARRIER_CANCEL = ("cancel", "end")


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where a turn begins: the state of the talk, the customer's parties, and what all is read with."""

    dialogue: Dialogue
    given: Given
    own: own_bookings.Bookings
    earlier: own_bookings.Bookings
    profile: Profile
    bands: Bands
    mentions: only_mentioned.Mentions = ()

    def plainly(self, text: str, dialogue: Dialogue) -> Frame:
        return read_frame(text, dialogue=dialogue, profile=self.profile, now_local=self.given.local)

    def weighed(self, text: str, dialogue: Dialogue) -> Frame:
        """The frame of a text, its party read without the sentences that only mention."""
        frame = numbers_weighed.told(self.plainly(text, dialogue), dialogue, own=bool(self.own))
        known = bool(self.own) or dialogue.party != PartyState() or bool(dialogue.dates)
        rest = only_mentioned.without(text, self.mentions, frame.evidence, known=known)
        if rest == text:
            return frame
        told = numbers_weighed.told(self.plainly(rest, dialogue), dialogue, own=bool(self.own))
        return only_mentioned.told(frame, told)

    def advanced(self, dialogue: Dialogue, frame: Frame, goal: Goal | None) -> tuple[Dialogue, tuple[str, ...]]:
        menu = self.profile.menu
        return advance(
            dialogue, frame, bands=self.bands, own=self.own, earlier=self.earlier, goal=goal,
            upgrades=menu.upgrades_per_person, addons=menu.addons_each,
        )  # fmt: skip


def read(new: list[str], given: Given, *, dialogue: Dialogue, heard: HeardLike | None = None) -> Reading:
    """What the new messages mean in their conversation. Pure: the same words in the same state read the same.

    heard: what the trained heads say of the same words.
    """
    own, earlier = given.parties()
    turn = _Turn(dialogue, given, own, earlier, given.profile, given.bands, heard.mentions if heard else ())
    new, dialogue = own_after_all.taken_up(new, dialogue, own, turn.bands, turn.plainly)
    turn = replace(turn, dialogue=dialogue)
    alone = partial(turn.plainly, dialogue=dialogue)
    words = turn_words.of_turn(new, dialogue, own, turn.profile, alone, email=given.channel == "email")
    frame = _of_price(_of_party(_framed(words, new, turn), words, turn), turn)
    frame, followed, of_booked = _followed(frame, words, turn)
    understood = words.reworded or bool(words.recalls or words.terms or words.kept)
    understood = understood or followed is not None or of_booked is not None
    understood = understood or frame.budget is not None or bool(_UNDERSTOOD & set(frame.acts))
    frame, guessed, hunch = _heard(frame, None if understood else heard, turn)
    frame = kids_food.told(clearances.told(frame, turn.profile), dialogue, own=bool(own))
    frame = asked_in_vain.told(asked_closely.told(frame, dialogue, turn.profile), words.text, dialogue)
    frame = diets_denied.of_booked(frame) if own else cancel_days.called_off(diets_denied.told(frame, dialogue))
    frame = frame if own or turn.earlier else booked_yet.told(frame, dialogue)
    frame = denied.told(money_beside.without_the_unasked(frame), dialogue, own=bool(own))
    frame = yes_and_question.agreed(other_days.of_one_day(frame), dialogue)
    frame = told_for_chef.told(frame, words.kept, turn.profile)
    frame = supposing.told(yes_doubted.told(frame, dialogue, own), dialogue)
    frame = asked_of_own.told(asked_if_noted.told(frame, dialogue, own=bool(own)), dialogue, own)
    frame = own_terms.told(frame, words.terms)
    goal = "change" if of_booked is not None and of_booked.follow.deltas else goals.goal_of(dialogue, frame, own)
    if own_meant.is_meant(goal, frame, dialogue, own):
        frame, goal = own_meant.told(frame, goal, dialogue, own), None
    known = _with_what_was_wished(frame, turn) if goal == "change" else dialogue
    after, changed = turn.advanced(known, frame, goal)
    changed = (*changed, "change") if known is not dialogue and "change" not in changed else changed
    after, changed = booked.told(of_booked, dialogue, *turns.told(followed, dialogue, after, changed, turn.bands))
    limits = limits_of(turn.profile)
    if not supposing.happened(words.told):
        after, changed = supposing.set_aside(dialogue, after, changed, frame, turn.bands, limits.guests)
    after = _settled(_unless_told_again(after, frame, dialogue.goal), frame, changed)
    emotion = emotions.feel(words.text, hunch, heard.mood if heard and not words.kept else None)
    need = person_needed.find(
        words.text,
        frame,
        after,
        counts_of(after.party, turn.bands),
        changed,
        limits,
        angry=emotions.anger(emotion, given.moods) >= float(turn.profile.concierge.anger_intensity),
        heard=hunches.person_wanted(guessed, hunch) or _alarmed(frame, words, heard, hunch, turn),
        harmless=hunches.harmless(words.text, heard.alarm if heard else None),
    )
    intents = goals.intents_of(frame, after, goal, changed, need.kind if need else None)
    return Reading(
        frame=frame,
        dialogue=after,
        intents=hunches.weighed(intents, guessed, hunch),
        emotion=emotion,
        handover=need,
        opt_out=_opt_out(words.texts, dialogue, own),
        language=tongues.language_of(words.text, dialogue, frame),
        changed=changed,
    )


def _framed(words: turn_words.TurnWords, new: list[str], turn: _Turn) -> Frame:
    """What the words say, in the light of whose party they are about."""
    dialogue, own, earlier = turn.dialogue, turn.own, turn.earlier
    again = partial(turn.weighed, words.rest)
    most = limits_of(turn.profile).guests
    frame = left_open.told(again(dialogue), Dialogue() if own else dialogue, turn.bands, most)
    alone = partial(turn.plainly, dialogue=dialogue)
    frame = frame if own else young_told.told(frame, dialogue, turn.bands, alone)
    asked = age_asked.told(frame, dialogue)
    if asked is frame:
        told = own_guests.told(frame, dialogue, own, again, turn.bands)
        frame = birthdays.on_the_day(told, dialogue, own=bool(own))
    else:
        frame = asked
    if turn.given.channel == "email":
        frame = threads.told(frame, new, dialogue, turn.profile, partial(turn.plainly, dialogue=Dialogue()))
    frame = open_days_asked.told(frame)
    frame = cheaper_ways.told(others.told(dish_asked_again.told(frame, dialogue), dialogue), dialogue)
    frame = old_counts.of_booked(frame) if words.recounted and own and not existing.drafts(dialogue) else frame
    frame = beside_own.wished(existing.marked(frame, dialogue, own, earlier), dialogue, own)
    frame = claimed_prices.told(beside_own.told(frame, dialogue, own), dialogue)
    frame = money_beside.told(rival_prices.told(frame, dialogue), dialogue)
    frame = taken_for_true.told(frame, dialogue, own)
    frame = difference_asked.told(frame, dialogue, own)
    return misdirected.told(inner_matters.told(our_place.not_theirs(frame, dialogue), dialogue), dialogue)


def _of_party(frame: Frame, words: turn_words.TurnWords, turn: _Turn) -> Frame:
    """The frame with what it tells of the party: its start, its place, who comes, who eats what."""
    dialogue, own, bands, profile = turn.dialogue, turn.own, turn.bands, turn.profile
    frame = frame if own else starts.picked_hour(frame, dialogue, profile.booking.slots)
    frame = remembering.told(starts.told(frame, dialogue, own), dialogue)
    frame = comers_told.asks_how_many(frame, [] if existing.drafts(dialogue) else own)
    frame = undone.told(frame, dialogue, own)
    frame = starts_left.told(frame, dialogue, profile.booking.slots, own)
    frame = recalling.marked(remembering.same_place(frame, turn.given.facts), words.recalls)
    frame = remembering.not_theirs(remembering.in_passing(frame, dialogue, own, turn.given.local), dialogue)
    frame = told_again.settled(told_again.counted(frame, dialogue, bands), dialogue, bands)
    frame = kids_left_open.told(frame, dialogue)
    frame = groups_told.told(so_many_each.of_those(frame, dialogue, profile), dialogue)
    frame = frame if own else count_in_doubt.told(frame, dialogue, bands)
    frame = portions.told(frame, dialogue, own, bands, profile)
    return dish_for_some.told(frame, dialogue, bands, profile)


def _of_price(frame: Frame, turn: _Turn) -> Frame:
    """The frame with what it weighs: the price and its parts, whether to do it at all, what is only said in passing."""
    dialogue, own, bands, profile = turn.dialogue, turn.own, turn.bands, turn.profile
    frame = way_doubted.told(total_asked.told(shared_total.told(frame, dialogue), dialogue), dialogue, profile)
    frame = ways_down.told(price_doubted.told(amounts_asked.told(frame, dialogue), dialogue), dialogue)
    has_party = bool(own or turn.earlier) or dialogue.booked is not None
    frame = cancel_days.told(sums_spoken.told(mishaps.told(frame), dialogue), own=has_party)
    frame = towns_asked.told(beside.told(who_decides.told(frame, dialogue, bands), dialogue), dialogue, own=has_party)
    frame = minimum_doubted.told(budgets.told(frame), dialogue, bands, profile)
    frame = yearnings.told(hesitations.told(frame, dialogue), dialogue, own=bool(own))
    frame = manner.told(pleas.told(pleasantries.told(frame, dialogue), dialogue), dialogue)
    return menu_choices.told(frame, dialogue, own, profile) if own else money_left.told(frame, dialogue)


def _followed(
    frame: Frame, words: turn_words.TurnWords, turn: _Turn
) -> tuple[Frame, turns.Followed | None, booked.Booked | None]:
    """The frame as it goes on from what was said last, of a party that is planned or of one that is booked."""
    dialogue, own, bands, profile = turn.dialogue, turn.own, turn.bands, turn.profile
    alone = bool(words.recalls) or _doubts(frame, turn) or frame.budget is not None
    alone = alone or supposing.takes_size(dialogue, frame, bands)
    followed = None if alone else turns.find(frame, dialogue, profile, bands, own=bool(own))
    frame = turns.framed(frame, followed, dialogue)
    apart = bool(words.recalls) or followed is not None
    of_booked = None if apart else booked.find(frame, dialogue, own, profile, bands)
    return booked.of_own(frame, of_booked, dialogue), followed, of_booked


def _doubts(frame: Frame, turn: _Turn) -> bool:
    """Whether the price or the party is weighed: what looks like a change beside it is none."""
    return (
        minimum_doubted.doubts(frame, turn.dialogue, turn.bands, turn.profile)
        or amounts_asked.is_asked(frame, turn.dialogue)
        or bool(_NO_CHANGE & set(frame.acts))
        or ("price_objection" in frame.acts and price_doubted.doubts(frame.text))
    )


def _heard(frame: Frame, heard: HeardLike | None, turn: _Turn) -> tuple[Frame, bool, Hunch | None]:
    """The frame put right or completed by the trained heads, and whether they had to guess."""
    hunch = heard.hunch if heard else None
    asked, whole = (heard.asked, heard.whole) if heard else ((), ())
    own_day = existing.names_own_day(frame, turn.own)
    frame, put_right = heard_topics.heard(frame, asked, turn.dialogue, own=bool(turn.own), own_day=own_day, whole=whole)
    frame, guessed = (frame, False) if put_right else hunches.completed(frame, hunch, own=bool(turn.own))
    return frame, guessed, hunch


def _alarmed(
    frame: Frame, words: turn_words.TurnWords, heard: HeardLike | None, hunch: Hunch | None, turn: _Turn
) -> HandoverNeed | None:
    """The matter that the heads hear in the whole message, what was only recalled included."""
    asked_again = {asked_in_vain.ACT, asked_if_noted.ACT} & set(frame.acts)
    if asked_again or own_terms.alone(words.rest, words.terms):  # what is asked is answered
        return None
    whole = frame.model_copy(update={"text": words.text}) if words.recalls else frame
    planning = turn.dialogue.quoted and not (turn.own or turn.earlier)
    need = hunches.alarmed(whole, heard.alarm if heard else None, hunch, planning=planning)
    return None if need is not None and need.kind == "custom_menu" and words.kept else need


def _with_what_was_wished(frame: Frame, turn: _Turn) -> Dialogue:
    """A change that was told before it was clear of which party, read once more from where that party stands."""
    dialogue = turn.dialogue
    if dialogue.unplaced is None or "which_booking" not in dialogue.expecting:
        return dialogue
    chosen = which_party.meant(frame, dialogue, turn.own)
    if len(chosen) != 1:
        return dialogue
    placed = dialogue.model_copy(
        update={"booking_id": str(chosen[0]["id"]), "unplaced": None, "change": {}, "dates": (), "expecting": ()}
    )
    told = turn.plainly(dialogue.unplaced, placed)
    return turn.advanced(placed, existing.marked(told, placed, turn.own, []), "change")[0]


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


def _opt_out(texts: list[str], dialogue: Dialogue, own: own_bookings.Bookings) -> OptOut | None:
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
