"""The validator applied to a turn: its facts, what the customer said, its day, zone, channel and profile."""

from hibachi.concierge import validator
from hibachi.concierge.turn import Turn
from hibachi.concierge.validator import Verdict
from hibachi.kit.clock import wall


def check_turn(turn: Turn, text: str) -> Verdict:
    """Whether a text may leave as the reply of this turn."""
    return validator.check(
        text,
        facts=turn.facts,
        said=turn.said,
        today=wall(turn.now, turn.zone).date(),
        zone=turn.zone,
        channel=turn.channel,
        profile=turn.profile,
    )
