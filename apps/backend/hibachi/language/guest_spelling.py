"""How guests are written down, made plain before they are counted: slips of the pen, bullets of a list, forms."""

from collections.abc import Callable
from functools import lru_cache

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.small_numbers import ONE_TO_TWELVE
from hibachi.language.spans import Quiet

_NOUNS = {
    "adult": "adult", "adults": "adults", "kid": "kid", "kids": "kids", "child": "child", "children": "children",
    "people": "people", "person": "person", "persons": "persons", "guest": "guest", "guests": "guests", "toddler": "toddler",
    "toddlers": "toddlers", "friends": "friends", "grownups": "grownups", "teens": "teens", "teenagers": "teenagers", "babies": "babies",
    "infants": "infants", "couples": "couples", "families": "families",
}  # fmt: skip
_PLAIN_WORDS = frozenset(
    (
        "kind kinds kindly kin kick kicks kit kits bids lids hids dids kiss skids adulthood quests guess "
        "gust gusto persona chill quest"
        " infant baby friend couple family teen teenage guests' aids rids ids kite kings king kits"
    ).split()
)
"""Words that are no slip of one of the nouns although a letter away."""
_COUNTED = re.compile(r"(?:(?<=\d)|(?<=\d )|(?<=\d-)|(?<=[a-z] ))(?P<word>[a-z]{3,10})(?![a-z'])")
_NUMBER_BEFORE = re.compile(rf"(?:\d|\b(?:{ONE_TO_TWELVE}|\w+teen|twenty|thirty|forty|fifty|dozen))[ -]?$")
_BULLET = re.compile(
    rf"(?:^|(?<=[a-z:;,)] )|(?<=[:;,)]))(?P<mark>-{{1,3}}|[*>\u2022\u25cf]{{1,3}}) ?(?=\d"
    rf"|\b(?:a|an|{ONE_TO_TWELVE}|dozen)\b)",
    re.M,
)
_COUPLE = re.compile(
    r"\b(?:a )?couple(?: of)?(?= (?:(?:little|small|young|more|other) )?(?:kids?|children|toddlers?"
    r"|teens|teenagers|babies|infants)\b)"
)
""" "A couple of kids" are two; "a couple with two kids" is one of grown-ups."""
_SPOUSE = re.compile(
    r"\b(?:(?:better|other) half|significant other|missus|mrs(?=[,.]? (?:and|&|plus|\+) (?:me|i)\b)"
    r"|hubs|hubbs|hubster|wifie|old lady|old man|ol' lady|ol' man)\b(?! is \d)"
)
""" "Me and the missus", "my better half": husband or wife."""
_US_GIRLS = re.compile(
    r"\b(?:just )?us (?:girls|guys|ladies|gals|fellas|folks|moms|dads|women|men)(?:,| -|:"
    rf"| \()? ?(?:all |there'?s |there are |about )?(?P<n>{NUMBER})(?: of us)?\b(?!-"
    r"| ?(?:yo|year|adults|kids|of |am|pm|:))\)?"
)
_HAVING_OVER = re.compile(rf"(?<=having )(?P<n>{NUMBER})(?= over\b)")
_LONG = {"1/2": "half", "1/3": "a third", "1/4": "a quarter", "2/3": "two thirds"}
_SHORT = re.compile(r"(?<=of )'?em\b|(?<![\d/])(?:1/[234]|2/3)(?= (?:of|are|is|kids|children|adults|grown)\b)")
_UNCOUNTED = re.compile(
    rf"(?<![\w$:/.-])(?P<n>(?!\d{{4}}){NUMBER})(?= (?:not|without) (?:even )?(?:counting|including)| excluding)"
)
_COUNTED_IN = re.compile(
    r"(?<=[a-z\d])(?<!not)(?<!without)(?<!even),? ?\(?(?:including|incl\.?|counting"
    r"|that(?: already)? (?:includes|counts)) (?:(?:me|myself"
    r"|us)(?: (?:and|&|\+) my (?:wife|husband|hubby|partner|spouse|fianc[eé]e?|girlfriend|boyfriend))?"
    r"|my (?:wife|husband|hubby|partner|spouse|girlfriend|boyfriend) (?:and|&|\+) (?:me|myself"
    r"|i))\)?(?=\s*(?:$|[.;!?\n)]|,(?! ?(?:my|and|our|plus|the|\d))|(?:in|at|for|on|so)\b))"
    r"|(?<=[a-z\d]),? ?\(?(?:me|myself|us) (?:included|incl\.?|counted(?: in)?)\b\)?"
)
""" "11 adults, me included", "counting my wife and me": nobody more."""
_TAKEN_BACK = re.compile(
    rf"\b(?P<old>(?!\d{{4}}){NUMBER}) (?P<noun>of us(?: adults)?|grown[- ]?ups"
    rf"|{'|'.join(_NOUNS)})[\s,.…-]+(?P<led>(?:(?:er+|uh+|um+|i'?m|so|ok|and|oh)[ ,.]+)*)"
    r"(?:(?:no wait|wait no|wait|sorry|oops|whoops|i mean|i meant|make (?:that|it)|scratch that"
    rf"|or rather|correction|nope|no|hang on|hold on|my bad|actually)\b[\s,.…-]+){{1,4}}"
    r"(?:(?:it'?s|we'?re|that'?s|there'?s|like|it'?ll be"
    rf"|should be)[ ,]+)?(?P<new>(?!\d{{4}}){NUMBER})(?P<again> (?:of us|grown[- ]?ups"
    rf"|{'|'.join(_NOUNS)})\b)?"
    r"(?P<forgot>,? ?(?:(?:because|cause|cuz|since) )?(?:i|we) (?:almost "
    r"|totally )?forgot (?:about )?(?:my|our|the|to count) [a-z]+(?: [a-z]+)?(?=\s*(?:$|[.,;!?)\n])))?"
    r"(?=\s*(?:$|[.,;!?)\n]|(?:and|plus|in|for|at|on|with|i forgot|we forgot|because|cause|cuz|since"
    r"|total|including)\b))"
)
""" "Eleven people i'm sorry twelve", "12 adults er make that 13 adults": counted once more in the same breath."""
_YOUNG = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:young(?:er)?|junior|small|little) (?:people|folks?|persons?|guests?|diners"
    r"|eaters)\b(?! (?:at heart|in their|from (?:work|the office)|professionals))"
)
_GROWN = re.compile(r"\b(?:adults?|adlts?|adts?|grown[- ]?ups?|grown[- ]?(?:people|folks))\b")
""" "7 adults and six young people": beside adults that are counted they are children."""
_DASHED_LINES = re.compile(r"^ ?-\d", re.M)


@lru_cache(maxsize=2048)
def noun_of(word: str) -> str | None:
    """The noun of guests that a word is a slip of: one letter lost, doubled, changed, or two of them swapped; else None."""
    if word.endswith("z") and len(word) > 3:
        word = f"{word[:-1]}s"
        if word in _NOUNS:
            return word
    if word in _NOUNS or word in _PLAIN_WORDS:
        return None
    meant = {noun for noun in _NOUNS if _one_slip(word, noun)}
    if len(meant) < 2:
        return next(iter(meant), None)
    plural = [noun for noun in sorted(meant) if noun.endswith("s") == word.endswith("s")]
    return plural[0] if plural else min(meant)


def _one_slip(word: str, noun: str) -> bool:
    """Whether one letter too many, too few or swapped makes the difference; the first letter is hardly ever the slip."""
    if abs(len(word) - len(noun)) > 1 or word[0] != noun[0]:
        return False
    start = next(
        (at for at, (one, two) in enumerate(zip(word, noun, strict=False)) if one != two), min(len(word), len(noun))
    )
    rest, wanted = word[start:], noun[start:]
    swapped = len(rest) > 1 and len(rest) == len(wanted) and rest[1] + rest[0] + rest[2:] == wanted
    changed = len(word) > 4 and len(rest) == len(wanted) and rest[1:] == wanted[1:]
    return swapped or changed or rest[1:] == wanted or rest == wanted[1:]


def plain(clean: Quiet, *, settled: bool = False) -> Quiet:
    """The text with each noun that stands behind a number spelled right, and with the bullets of a list taken out.

    settled: without any count that is taken back; else those whose old and new number stand together are left as they are.
    """
    text = clean.replacing(_SHORT, lambda match: _LONG.get(match.group(), "them")) if settled else clean
    if _is_list(text.text):
        text = text.replacing(_BULLET, _parting(text.text)) if settled else text.without(_BULLET)

    def spelled(match: re.Match[str]) -> str:
        behind_number = _NUMBER_BEFORE.search(text.text[max(0, match.start() - 12) : match.start()])
        return (noun_of(match["word"]) if behind_number else None) or match["word"]

    text = text.without(_COUNTED_IN)
    once = (
        text.replacing(_COUNTED, spelled)
        .replacing(_COUPLE, lambda match: "2")
        .replacing(_TAKEN_BACK, _last_said if settled else _last_of_many)
    )
    if _GROWN.search(once.text):
        once = once.replacing(_YOUNG, lambda match: f"{match['n']} kids")
    told = once.replacing(_SPOUSE, lambda match: "spouse").replacing(_US_GIRLS, lambda match: f"{match['n']} of us")
    return told.replacing(_HAVING_OVER, _people).replacing(_UNCOUNTED, _people)


def _people(match: re.Match[str]) -> str:
    return f"{match['n']} people"


def _parting(text: str) -> Callable[[re.Match[str]], str]:
    """A dash inside a line parts what stands before it from what follows; at its beginning it is a bullet."""
    return lambda match: "" if not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip() else "; "


def _last_said(match: re.Match[str]) -> str:
    """The count that stands, with the noun that was said with either."""
    again = (match["again"] or "").strip()
    if again and _singular(again) != _singular(match["noun"]):
        return match.group()
    return f"{match['new']} {again or match['noun']}"


def _last_of_many(match: re.Match[str]) -> str:
    """The same, where more than a word of correction stands between: what is nearer is a correction that others read."""
    return _last_said(match) if match["again"] or match["led"] or match["forgot"] else match.group()


def _singular(noun: str) -> str:
    return {"child": "kid", "children": "kid", "people": "person", "of us": "person"}.get(noun, noun.rstrip("s"))


def _is_list(text: str) -> bool:
    """Whether dashes before numbers are bullets: they stand off from them, or begin several lines."""
    marks = list(_BULLET.finditer(text))
    glued = [match for match in marks if match["mark"] == "-" and not match.group().endswith(" ")]
    return bool(marks) and (not glued or len(_DASHED_LINES.findall(text)) > 1)
