"""Emoji among words: what decorates a message goes, what counts people or answers stays or becomes a word."""

from hibachi.kit import lazy_re as re

_TONES = "[\U0001f3fb-\U0001f3ff]?(?:\u200d[\u2640\u2642\u2695-\u27bf]\ufe0f?)?"
_COUNTED = (
    (re.compile(rf"(?<=\d) ?[\U0001f468\U0001f469\U0001f9d1\U0001f471\U0001f474\U0001f475]{_TONES}"), " adults "),
    (re.compile(rf"(?<=\d) ?[\U0001f466\U0001f467\U0001f9d2]{_TONES}"), " kids "),
    (re.compile(rf"(?<=\d) ?\U0001f476{_TONES}"), " babies "),
    (re.compile(r"(?<=\d) ?\U0001f99e"), " lobster "),
)
"""A person behind a number is whom it counts: "12 (man) 3 (girl)"."""
_ANSWERS = "\U0001f44d\U0001f44e\U0001f44c\u2705\u274c\u2714\u2716\U0001f64f\U0001f197"
"""A thumb, a tick, folded hands say something by themselves."""
_PICTURES = re.compile(
    rf"(?:(?![{_ANSWERS}])[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f\u200d\U0001f3fb-\U0001f3ff])+"
)
_LETTER = re.compile(r"[^\W_]{2}")
_ALL = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f\u200d]+")
PLAIN_WORDS = 6
"""From so many words on the words say it all."""
LEAST_WORDS = 3
"""In fewer words an emoji may be the message."""


def without_pictures(text: str) -> str:
    """The text without the emoji that stand among its words; a message of hardly any words keeps them."""
    for pattern, meant in _COUNTED:
        text = pattern.sub(meant, text)
    if text.isascii() or len(_LETTER.findall(text)) < LEAST_WORDS or len(text.split()) < LEAST_WORDS:
        return text
    plain = (_PICTURES if len(text.split()) < PLAIN_WORDS else _ALL).sub(" ", text)
    return "\n".join(" ".join(line.split()) for line in plain.split("\n")).strip()
