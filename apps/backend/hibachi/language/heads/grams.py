"""Words and neighbours of a text as numbers below SIZE: what a vector blurs ("ugh", "lol", "😡", "not happy") stays visible."""

from collections.abc import Sequence
from zlib import crc32

from hibachi.kit import lazy_re as re
from hibachi.language.embedding.wordpiece import words

SIZE = 1 << 15
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF]")


def grams(text: str) -> Sequence[int]:
    """Each word, each pair of neighbours and each emoji, hashed, once, in rising order."""
    single = list(words(text))
    pairs = [f"{first}_{second}" for first, second in zip(["^", *single], [*single, "$"], strict=True)]
    return sorted({crc32(gram.encode()) % SIZE for gram in (*single, *pairs, *_EMOJI.findall(text))})
