"""The one gate: nothing is said to a customer that has not passed here."""

from collections.abc import Sequence
from datetime import date

from hibachi.concierge.facts import Evidence, Fact
from hibachi.concierge.turn import Contact, Turn
from hibachi.concierge.validator.availability import check_availability
from hibachi.concierge.validator.contacts import check_contacts
from hibachi.concierge.validator.counts import check_counts
from hibachi.concierge.validator.days import check_days
from hibachi.concierge.validator.deadlines import check_deadlines
from hibachi.concierge.validator.deeds import check_deeds
from hibachi.concierge.validator.dietary import check_dietary
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.hours import check_clocks
from hibachi.concierge.validator.leaks import check_leaks
from hibachi.concierge.validator.money import check_amounts
from hibachi.concierge.validator.offers import check_offers
from hibachi.concierge.validator.verdict import Problem, Verdict, as_json
from hibachi.conversations.schemas import CheckedText, seal
from hibachi.kit.clock import wall
from hibachi.policies.schemas import Profile


def check(
    text: str,
    *,
    facts: Sequence[Fact],
    said: Sequence[str],
    today: date,
    zone: str,
    channel: str,
    profile: Profile,
    known: Sequence[str] = (),
    evidence: Evidence | None = None,
) -> Verdict:
    """Whether a reply may leave, and which of its words rest on which fact.

    facts: of this turn, oldest first; said: the customer's messages, oldest first; today and zone: of the party's
    place; known: what the channel proves of the customer (name, telephone, e-mail); evidence: the index of these very
    facts, where it was made before. Never raises for any text.
    """
    if why := _unreadable(text):
        return Verdict(text, (why,), ())
    ground = Ground(text, facts, said, known, today, zone, channel, profile, indexed=evidence)
    for start, end, leaf in ground.quoted:
        ground.accept(start, end, leaf)
    check_contacts(ground)
    check_leaks(ground)
    check_amounts(ground)
    check_offers(ground)
    check_deadlines(ground)
    days = check_days(ground)
    moments = check_clocks(ground, days)
    check_availability(ground, days, moments)
    check_counts(ground)
    check_deeds(ground)
    check_dietary(ground)
    return _verdict(ground)


def _unreadable(text: str) -> Problem | None:
    if not text.strip():
        return Problem("empty", "", "the reply says nothing")
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        return Problem("unreadable", "", "the reply holds characters that no channel carries")
    return None


def check_turn(turn: Turn, text: str) -> Verdict:
    """`check` over what a turn knows, once for the same words while it knows the same (decision 0096)."""
    said, evidence, profile = turn.said, turn.evidence, turn.profile
    asked = (text, *said), turn.zone, turn.channel, turn.contact, turn.now
    before = turn.judged.get(asked)
    if before is not None and before[0] is evidence and before[1] is profile:
        return before[2]
    verdict = check(
        text,
        facts=turn.facts,
        said=said,
        today=wall(turn.now, turn.zone).date(),
        zone=turn.zone,
        channel=turn.channel,
        profile=profile,
        known=[words for words in _proven(turn.contact) if words],
        evidence=evidence,
    )
    turn.judged[asked] = evidence, profile, verdict
    return verdict


def _proven(contact: Contact) -> tuple[str | None, ...]:
    return contact.name, contact.phone, contact.email, contact.handle


def _verdict(ground: Ground) -> Verdict:
    errors = tuple(dict.fromkeys(ground.problems))
    traces = tuple(sorted(ground.traces, key=lambda trace: (trace.start, trace.end)))
    if errors:
        return Verdict(ground.text, errors, traces)
    plain = as_json(traces)
    sealed = CheckedText(text=ground.text, facts=plain, proof=seal(ground.text, plain))
    return Verdict(ground.text, (), traces, sealed)
