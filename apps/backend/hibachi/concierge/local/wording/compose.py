"""From acts to one message: order, length, greeting and sign-off of the channel."""

from collections.abc import Sequence

from hibachi.concierge.local.steps import Act
from hibachi.concierge.local.wording import (  # noqa: F401 - each registers its wordings
    answers,
    asking,
    beyond_price,
    booked,
    changes,
    checked,
    clearances,
    closely,
    counted,
    diets,
    drinks,
    existing,
    handover,
    kids_food,
    of_us,
    offers,
    own_parts,
    own_terms,
    parties,
    paying,
    quotes,
    rain,
    reactions,
    recalled,
    shown,
    specifics,
    supposed,
    tables,
    talk,
    terms,
    travel,
)
from hibachi.concierge.local.wording.echoes import without_echoes
from hibachi.concierge.local.wording.voice import MAY, MUST, RATHER, SHOULD, VITAL, Part, Voice, hashes, parts_of

CHARACTERS_A_SECOND = 15
"""Of speech: about two and a half words."""


def words_for(acts: Sequence[Act], voice: Voice) -> str:
    """One message for these acts, within the channel's length as far as what must be said allows."""
    groups = [[part for part in parts_of(act, voice) if not _repeats(part, voice)] for act in acts]
    groups = without_echoes(groups)
    limit = _limit(voice)
    for weight in (MAY, SHOULD, RATHER, MUST):
        kept = [[part for part in group if part.weight >= weight] for group in groups]
        text = _written(kept, voice)
        if limit is None or len(text) <= limit:
            return _filled(groups, kept, voice, limit, weight)
    return _shortened(kept, voice, limit) if limit is not None else text


def _repeats(part: Part, voice: Voice) -> bool:
    """Whether a part that need not be said was said before in this conversation, word for word."""
    return part.weight < MUST and all(mark in voice.used for mark in hashes(part.text) or ("",))


def _shortened(groups: list[list[Part]], voice: Voice, limit: int) -> str:
    """Even what must be said is too long: the longest answers lose their last sentences, the question at the end stays."""
    left = [list(group) for group in groups if group]
    while len(_written(left, voice)) > limit and any(_can_lose(group) for group in left[:-1]):
        longest = max(filter(_can_lose, left[:-1]), key=lambda group: sum(len(part.text) for part in group))
        longest.pop()
    while len(_written(left, voice)) > limit and (
        less := [at for at, group in enumerate(left[:-1]) if not _vital(group)]
    ):
        if len(left) < 3:
            break
        left.pop(less[-1])
    return _written(left, voice)


def _vital(group: list[Part]) -> bool:
    return any(part.weight == VITAL for part in group)


def _can_lose(group: list[Part]) -> bool:
    return len(group) > 1 and group[-1].weight < VITAL


def _filled(groups: list[list[Part]], kept: list[list[Part]], voice: Voice, limit: int | None, weight: int) -> str:
    """The kept parts and as many lesser ones as there is room for: what matters more first, then in order."""
    text = _written(kept, voice)
    if limit is None:
        return text
    lesser = [(index, part) for index, group in enumerate(groups) for part in group if part.weight < weight]
    for index, part in sorted(lesser, key=lambda one: -one[1].weight):
        wider = list(kept)
        wider[index] = [one for one in groups[index] if one in kept[index] or one is part]
        longer = _written(wider, voice)
        if len(longer) <= limit:
            kept, text = wider, longer
    return text


def _limit(voice: Voice) -> int | None:
    brand = voice.profile.business.brand_voice
    if voice.channel == "sms":
        return brand.sms_max_chars - voice.reserved
    return brand.phone_max_seconds * CHARACTERS_A_SECOND - voice.reserved if voice.spoken else None


def _written(groups: list[list[Part]], voice: Voice) -> str:
    paragraphs = [" ".join(part.text.strip() for part in group) for group in groups if group]
    if voice.formal:
        hello = f"Hello {voice.first_name}," if voice.first_name else "Hello,"
        return "\n\n".join([hello, *paragraphs, f"Warm regards,\n{voice.profile.business.name}"])
    if voice.brief:
        return " ".join(paragraphs)
    return _loosely(paragraphs)


def _loosely(paragraphs: list[str]) -> str:
    """Short neighbours share a line, long ones stand apart."""
    text = ""
    for paragraph in paragraphs:
        if not text:
            text = paragraph
        elif (
            "\n" in paragraph
            or "\n" in text.rsplit("\n\n", 1)[-1]
            or len(text.rsplit("\n\n", 1)[-1]) + len(paragraph) > 280
        ):
            text += "\n\n" + paragraph
        else:
            text += " " + paragraph
    return text
