"""Names of items with a slip of the pen: "scalops", "edamamme"."""

from collections.abc import Mapping

_EDGES: dict[int, dict[str, str]] = {}


def nearest(word: str, keys: Mapping[str, str]) -> str | None:
    """The key of a name of six letters or more that differs from the word by one letter, none where two do."""
    table = _EDGES.get(id(keys))
    if table is None:
        table = {}
        for name, key in keys.items():
            if len(name) >= 6 and " " not in name:
                for at in range(len(name)):
                    table[name[:at] + name[at + 1 :]] = key
        _EDGES[id(keys)] = table
    if word in _PLAIN_WORDS or word in table:
        return None if word in _PLAIN_WORDS else table[word]
    cuts = {table.get(word[:at] + word[at + 1 :]) for at in range(len(word) - 1)} | {
        keys.get(word[:at] + word[at + 1 :]) if len(word) > 6 and word[:-1] not in keys else None
        for at in range(len(word))
    }
    near = {key for key in cuts if key}
    return near.pop() if len(near) == 1 else None


_PLAIN_WORDS = frozenset(("speak speaks speaker almond almonds almost alone files stead stake snacks shaken chickens lobby "
        "season along simple choose moods noodle please").split())  # fmt: skip
