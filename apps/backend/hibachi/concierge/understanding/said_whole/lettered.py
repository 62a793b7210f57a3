"""One of two prices picked by its letter ("B please", "lets say a"), as an option with that letter. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re

_PICKS = re.compile(
    r"\W*(?:(?:ok(?:ay)?|hm+|so|well|then|yes|i think|let'?s|lets|we'?ll|we|i'?ll|i)\W+)*(?:(?:say|go(?: with| for)?|do|take|pick|choose|want|prefer)\W+)?(?:option |plan |version )?(?P<letter>[abc])(?:\W+(?:please|pls|then|it is|sounds good|works))*\W*",
)


def whole(folded: str, dialogue: Dialogue) -> str | None:
    """The pick in plain words, where several prices were told just now."""
    if "variant" not in dialogue.expecting or len(dialogue.variants) < 2:
        return None
    told = _PICKS.fullmatch(folded)
    return f"let's go with option {told['letter']}" if told else None
