"""A message that agrees to what was shown and says something else is read twice: its yes is taken, the rest is read alone."""

from collections.abc import Sequence
from typing import Any

from hibachi.concierge.understanding import consents, own_words, reader
from hibachi.concierge.understanding.schemas import Dialogue, Reading
from hibachi.language.tidy import tidy


def read(new: list[str], *, dialogue: Dialogue, channel: str, **known: Any) -> Reading:
    """What reader.read says of the messages; of a yes with more beside it, the reading of the rest, `agreed` set.

    known: what reader.read takes beside the messages.
    """
    whole = reader.read(new, dialogue=dialogue, channel=channel, **known)
    consent = consents.parted(_text(new, channel), dialogue.pending)
    if consent is None or dialogue.pending is None or own_words.unmistakable(whole.frame) and not consent.rest:
        return whole
    if not consent.rest:
        return reader.read([consents.ALONE], dialogue=dialogue, channel=channel, **known)
    rest = reader.read([consent.rest], dialogue=consents.done(dialogue), channel=channel, **known)
    return rest.model_copy(update={"agreed": dialogue.pending}) if consents.stands(dialogue.pending, rest) else whole


def _text(new: Sequence[str], channel: str) -> str:
    return "\n".join(tidy(text, email=channel == "email") for text in new)
