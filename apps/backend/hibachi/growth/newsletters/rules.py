"""Pure decisions on letters: what a draft says, who is in a segment, and what a yes is for."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence

from hibachi.growth.newsletters.schemas import Figures, Reader, Segment
from hibachi.kit import lazy_re as re
from hibachi.kit.money import spoken
from hibachi.menu.schemas import MenuItem

MOST_DISHES = 5
A_SENTENCE = 3
"""From so many words on a piece of a text is recognised as somebody's."""
HARD = ("5.", "55")
"""How the code of a failure begins that will not pass (RFC 3463), or that of a server (RFC 5321)."""
GONE = ("invalid_address", "recipient_refused")


def draft(
    *,
    business: str,
    news: Sequence[str],
    fresh: Sequence[MenuItem],
    dishes: Sequence[MenuItem],
    guest: tuple[str, str] | None,
    link: str,
) -> str:
    """A letter from what is true now: the owner's news, new dishes, the menu, a guest's published words (words, name)."""
    parts = ["Hello,", *(_sentence(line) for line in news)]
    if fresh:
        parts.append("New on our menu: " + _listed(fresh) + ".")
    shown = [dish for dish in dishes if dish not in fresh][:MOST_DISHES]
    if shown:
        parts.append(("Also on the menu: " if fresh else "On our menu: ") + _listed(shown) + ".")
    if guest is not None:
        words, name = guest
        parts.append(f"{name} wrote to us: “{words}”")
    parts += [f"See the price of your own party here: {link}", f"Warmly,\n{business}"]
    return "\n\n".join(parts)


def fresh_dishes(now: Sequence[MenuItem], before: Collection[str]) -> list[MenuItem]:
    """The dishes that were not on the menu of the letter before."""
    return [dish for dish in now if dish.key not in before]


def footer(*, business: str, town: str, leave: str) -> str:
    """What stands below every letter: who writes, from where, why, and the way out."""
    return f"\n\n--\n{business}, {town}. You asked for these letters. You can leave here: {leave}"


def quotes(body: str, words: str) -> bool:
    """Whether a letter says somebody's words: all of them, or one of their longer sentences."""
    said = " ".join(body.split())
    sentences = [part.strip() for part in re.split(r"[.!?]+", words)]
    return words in said or any(len(part.split()) >= A_SENTENCE and part in said for part in sentences)


def is_in(reader: Reader, segment: Segment) -> bool:
    """Whether a subscriber is in a segment."""
    by_deed = {
        "everybody": True,
        "had_a_party": reader.parties > 0,
        "had_none": reader.parties == 0,
        "open_lead": reader.has_lead,
    }
    near = not segment.zips or (reader.zip is not None and reader.zip.startswith(tuple(segment.zips)))
    return by_deed[segment.who] and near


def digest(subject: str, body: str, segment: Segment) -> str:
    """What a yes is for: these words to these people."""
    plain = json.dumps([subject, body, segment.model_dump(mode="json")], sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:32]


def is_hard(code: str) -> bool:
    """Whether an address is gone for good: a bounce that says so, or a server that refused it."""
    return code.startswith(HARD) or code in GONE


def figures(by_state: Mapping[str, int], skipped: Mapping[str, int], left: int, clicks: int | None) -> Figures:
    """What became of a letter, from the rows of its readers."""
    return Figures(
        audience=sum(by_state.values()),
        waiting=by_state.get("waiting", 0),
        sent=by_state.get("sent", 0) + by_state.get("bounced", 0),
        bounced=by_state.get("bounced", 0),
        skipped=dict(skipped),
        left=left,
        clicks=clicks,
    )


def _sentence(line: str) -> str:
    return line if line[-1] in ".!?" else f"{line}."


def _listed(dishes: Sequence[MenuItem]) -> str:
    return ", ".join(_dish(dish) for dish in dishes)


def _dish(dish: MenuItem) -> str:
    label = dish.label.lower()
    if dish.kind == "included":
        return label
    return f"{label} ({spoken(dish.price)} {'per person' if dish.kind == 'upgrade' else 'each'})"
