"""One of two prices picked by its letter ("B please", "lets say a"), as an option with that letter. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_PICKS = re.compile(
    r"\W*(?:(?:ok(?:ay)?|hm+|so|well|then|yes|i think|let'?s|lets|we'?ll|we|i'?ll|i)\W+)*(?:(?:say"
    r"|go(?: with| for)?|do|take|pick|choose|want|prefer)\W+)?(?:option |plan "
    r"|version )?(?P<letter>[abc])(?:\W+(?:please|pls|then|it is|sounds good|works))*\W*",
)

_PICKS_WITH = re.compile(
    r"\W*(?:(?:ok(?:ay)?|hm+|so|well|then|yes|i think|let'?s|lets|we'?ll|we|i'?ll"
    r"|i)\W+)*(?:go(?: with| for)?|do|take|pick|choose|want"
    rf"|prefer)\W+(?:the )?(?:(?:option|plan|version) )?(?P<what>[abc]|{NUMBER})(?: as our plan| one"
    r"| option| people| adults)?,? (?:but |and )?(?=(?:with|plus|and|add) )"
)
""" "We take B as our plan, but with 2 children"."""


def whole(folded: str, dialogue: Dialogue) -> str | None:
    """The pick in plain words, where several prices were told just now."""
    if "variant" not in dialogue.expecting or len(dialogue.variants) < 2:
        return None
    if (told := _PICKS.fullmatch(folded)) is not None:
        return f"let's go with option {told['letter']}"
    return with_more(folded, dialogue)


def with_more(folded: str, dialogue: Dialogue) -> str | None:
    """The party that is picked and what comes with it, as a message that tells both."""
    if "variant" not in dialogue.expecting or len(dialogue.variants) < 2:
        return None
    more = _PICKS_WITH.match(folded)
    size = _size(more["what"], dialogue) if more else None
    return f"{size} adults {folded[more.end() :]}" if more and size else None


def _size(what: str, dialogue: Dialogue) -> int | None:
    """The grown-ups of the price that is picked by its letter or by its number of guests."""
    sizes = [party.adults or party.unsplit for party in dialogue.variants]
    if what in "abc":
        at = "abc".index(what)
        return sizes[at] if at < len(sizes) else None
    return to_int(what) if to_int(what) in sizes else None
