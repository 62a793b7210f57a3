"""What the customer said of the party in the mails that are quoted below: a ZIP or a day that the new words lack. Pure.

Our own words, advertisements and whatever names two places are nobody's fact.
"""

from collections.abc import Callable, Sequence

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.quoted import Quoted, quoted_in
from hibachi.policies.schemas import Profile

_ADVERTISES = re.compile(
    r"\b(?:unsubscribe|newsletter|% off|promo(?:tion)?|coupon|special offer|view in browser|sponsored"
    r"|limited time|https?://|www\.)|\ball rights reserved\b",
    re.I,
)
_OURS = re.compile(
    r"\bautomated assistant\b|\bour (?:chefs?|base|prices?|minimum|deposit)\b"
    r"|\bwe (?:serve|travel|cook|charge|bring)\b",
    re.I,
)
LONGEST = 2_000


def told(
    frame: Frame, texts: Sequence[str], dialogue: Dialogue, profile: Profile, read: Callable[[str], Frame]
) -> Frame:
    """The frame with the ZIP and the day of the customer's own quoted words, where neither is known yet."""
    if (
        frame.zip
        and frame.dates
        or not (frame.guests.stated or frame.topics or frame.dates or frame.zip or dialogue.goal)
    ):
        return frame
    earlier = [one.words[:LONGEST] for text in texts for one in quoted_in(text) if _is_theirs(one, profile)]
    update: dict[str, object] = {}
    for words in earlier:
        said = read(words)
        places = {found.text for found in said.evidence if found.slot == "zip"}
        if not (frame.zip or frame.city or dialogue.zip or "zip" in update) and said.zip and len(places) == 1:
            update["zip"] = said.zip
        open_ = not (frame.dates or frame.month or frame.date_problem or dialogue.dates or "dates" in update)
        if open_ and len(said.dates) == 1 and set(said.other_dates) <= set(said.dates):
            update |= {"dates": said.dates, "date_said": said.date_said}
    return frame.model_copy(update=update) if update else frame


def _is_theirs(one: Quoted, profile: Profile) -> bool:
    ours = profile.business.name.casefold()
    return (
        ours not in one.author.casefold()
        and ours not in one.words.casefold()
        and not (_ADVERTISES.search(one.words) or _OURS.search(one.words))
    )
