"""What a customer asks about their own earlier words or their last party: told from the record, or honestly not."""

from typing import Any

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding.recalling import asks_last
from hibachi.language.spans import fold

MOST_ASKED, MOST_QUOTED, LONGEST_QUESTION = 2, 2, 300


def answer(known: Known) -> None:
    """ "What did I say about the gate?": their own words with the day; "what did we have last time?": the last party."""
    last = None
    for clause in known.frame.asked_back[:MOST_ASKED]:
        found = known.need("recall_words", question=clause[:LONGEST_QUESTION])
        last = found.get("last_party") or last
        if asks_last(fold(clause)) and last:
            _say_last(known, last)
        elif found.get("known"):
            quotes = not known.turn.rejections
            known.say("own_words", at=ANSWERED, words=found["words"][:MOST_QUOTED], quotes=quotes, today=known.today)
        else:
            known.say("nothing_noted", at=ANSWERED)
    if known.does("same_place") and known.dialogue.zip is None and known.turn.memory is None:
        known.say("no_place_noted", at=ANSWERED)


def _say_last(known: Known, last: dict[str, Any]) -> None:
    if not known.said("last_party"):
        known.say("last_party", at=ANSWERED, today=known.today, **last)
