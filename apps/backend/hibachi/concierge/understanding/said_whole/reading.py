"""Which of the readers makes a leaning message whole. Pure."""

from hibachi.concierge.understanding.said_whole import counts, days, dish_picks, lettered, places, questions, said_again
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

MOST_WORDS = 16
"""A longer message stands by itself."""

_OPENING = re.compile(
    r"\A(?:(?:h+m+|oh|ah|wait|so|well|ok(?:ay)?|cool|great|perfect|sorry|actually|oh no|no|thanks?"
    r"|thank you|thx|got it|nice|right|alright|sure)[,.!… ]+)+(?=\w+ \w)"
)
"""What is said first by anybody: the words that lean come behind it."""


def whole(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The message as it would be said by itself; the message itself where it leans on nothing that we know."""
    if not dialogue.turns or len(text.split()) > MOST_WORDS:
        told = lettered.with_more(fold(text).strip(), dialogue)
        return told or (dialogue.turns and dish_picks.in_words(fold(text).strip(), dialogue, profile)) or text
    folded = fold(text).strip()
    opened = _OPENING.sub("", folded, count=1)
    return _read(folded, dialogue, profile) or (opened != folded and _read(opened, dialogue, profile)) or text


def _read(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    return (
        lettered.whole(folded, dialogue)
        or said_again.whole(folded, dialogue)
        or counts.whole(folded, dialogue, profile)
        or dish_picks.whole(folded, dialogue, profile)
        or days.whole(folded, dialogue, profile)
        or places.whole(folded, dialogue)
        or questions.whole(folded, dialogue, profile)
    )
