"""The words of a turn on their way to a frame: tidy, in plain words, and without what is no fact of the party. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from hibachi.concierge.understanding import (
    asked_in_vain,
    changes_in_short,
    each_brings,
    old_counts,
    own_bookings,
    own_guests,
    own_terms,
    pieces,
    plain_words,
    recalling,
    said_of_own,
    served_to_some,
    told_for_chef,
    whose_dish,
    why_so_many,
)
from hibachi.concierge.understanding.said_whole import reading as said_whole
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.language.tidy import tidy
from hibachi.policies.schemas import Profile


@dataclass(frozen=True, slots=True)
class TurnWords:
    """The words of a turn on their way to a frame. text: all that was said; rest: what is to be framed of it.

    told: the rest before anything was put in other words; reworded: the text stands for a shorter one; recalls: an earlier
    talk is asked about; recounted: an old count was said beside the new one; terms: what is asked of the own party's terms.
    """

    texts: list[str]
    text: str
    rest: str
    told: str
    kept: tuple[str, ...]
    reworded: bool
    recalls: tuple[str, ...]
    recounted: bool
    terms: own_terms.Terms = ()


def of_turn(
    new: list[str],
    dialogue: Dialogue,
    own: own_bookings.Bookings,
    profile: Profile,
    plainly: Callable[[str], Frame],
    *,
    email: bool,
) -> TurnWords:
    """The messages in one text, tidy and in plain words, without what is not read as a fact of the party.

    plainly: frames a text as it stands, in the state of the talk.
    """
    tidied = pieces.together([tidy(text, email=email) for text in new], dialogue.day)
    plain = [plain_words.of(text, dialogue, profile) for text in tidied]
    texts = [said_whole.whole(text, dialogue, profile) for text in plain]
    text = plain_words.in_a_row(texts)
    again = asked_in_vain.plainly(text) if dialogue.turns else text
    recalls, rest = recalling.parted(again)
    terms, rest = own_terms.parted(rest, dialogue, own, plainly)
    rest = each_brings.counted(served_to_some.plainly(rest, dialogue, own, profile), dialogue, own, profile)
    rest = said_of_own.plainly(rest, dialogue, own, profile) if own else rest
    counted = bool(own or dialogue.party.adults or dialogue.party.unsplit)
    kept, told = told_for_chef.parted(rest, plainly, profile, counted=counted)
    rest = changes_in_short.whole(told, dialogue, profile) if own else told
    rest = why_so_many.without_reasons(rest, dialogue, booked=bool(own))
    rest, recounted = old_counts.without(rest, own_guests.counted(dialogue, own))
    rest = whose_dish.said_anew(rest, dialogue, profile)
    return TurnWords(texts, text, rest, told, kept, texts != plain or again != text, recalls, recounted, terms)
