"""Hard words that are a figure of speech: jokes, self-blame, hunger. They are no threat, no anger and no illness."""

from collections.abc import Collection

from hibachi.concierge.understanding import asides, matters
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_WHO = r"(?:(?:my|our|the|his|her) (?:\w+ )?\w+|he|she|they|everyone|everybody|someone|somebody|people|y'?all|you)"
_FIGURES = re.compile(
    r"\b(?:"
    rf"{_WHO} (?:will|would|wld|is gonna|is going to|are gonna|are going to|might|'ll|gonna"
    r"|may) (?:kill|murder|strangle|disown|divorce) (?:me|us)"
    r"|(?:this|that|it|hunger|the (?:wait|heat|suspense|traffic|smell|cold)"
    r"|(?:my|our|the|these) (?:\w+ )?(?:kids?|feet|back|boss|wallet|diet|job))(?:'?s| is| are"
    r"|) (?:literally |just |really |seriously )?(?:killing|kills) (?:me|us)(?: here)?"
    r"|you(?:'?re| are| guys are)? killing (?:me|us)"
    r"|(?:i'?d|i would|we'?d|we would|could|would|i could|people) (?:literally |seriously "
    r"|actually )?(?:kill|murder|die|commit crimes) for"
    r"|(?:i|we)(?:'?m| am|'?re| are|m)? (?:literally |just |actually |so |lowkey )?(?:dying|dead"
    r"|dieing|dyin)(?: (?:to|for|laughing|over here|of (?:laughter|hunger|boredom|cuteness)|here|rn"
    r"|inside))?(?= |[.!,😂]|$)"
    r"|(?:i|he|she|my \w+) burn(?:ed|t) (?:my|his|her) (?:\w+ )?\w+ (?:while )?(?:cooking|baking"
    r"|grilling)(?: dinner| lunch)?\b|(?:sorry )?\b(?:i|we) (?:was|were) (?:so |a bit )?late\b"
    r"|don'?t (?:kill|hate|shoot|murder|be mad at|sue|come for|yell at) (?:me|us)"
    r"|driv(?:es?|ing) (?:me|us) (?:crazy|nuts|insane|up the wall|mad)"
    r"|(?:so |kinda |lowkey )?(?:mad|angry|upset|furious|pissed|annoyed) (?:that )?(?:i|we|with myself"
    r"|at myself)(?: \w+)? (?:didn'?t|hadn'?t|never|only|just|missed|forgot|waited)\b"
    r"|(?:mad|angry|annoyed|upset|furious) (?:at|with) (?:myself|ourselves|my \w+)"
    r"|(?:sorry|apologi[sz]e|apologies|my bad|forgive me)[^.!?\n]{0,30}\b(?:rude|angry|upset|mad"
    r"|annoying|annoyed|a pain|short|snappy|harsh|grumpy|yelling|complain\w*|caps)"
    r"|(?:don'?t|do not|not|never|without|hate) (?:\w+ ){0,2}?(?:to )?(?:sound(?:ing)?|be(?:ing)?|seem"
    r"|come (?:across|off))(?: as| like)? (?:so |too |all )?(?:rude|mean|harsh|ungrateful|cheap"
    r"|difficult|a pain|pushy|negative|complain\w*)|no (?:offense|disrespect)"
    r"|(?:the|that|this|your|his|those) (?:\w+ ){1,6}?(?:killed|slayed|murdered) (?:me|us|it)"
    r"|(?:you(?: guys)?|y'?all|u)(?:'re| are) the worst(?=[^a-z]{0,6}(?:lol|haha|jk|just kidding|kidding|😂|🤣))"
    r"|(?:ac|a/c|air ?con\w*|fridge|freezer|oven|stove|grill|car|truck|van|battery|phone|laptop"
    r"|computer|heater|furnace|wifi|internet|tv|generator|dishwasher|pump"
    r"|engine)(?: (?:just|has|totally|also))* died"
    r"|(?:i |we )?(?:just )?(?:feel|feeling|felt"
    r"|feels)(?: (?:so|really|just|very|absolutely|kind of|pretty))* (?:terrible|horrible|awful|rotten"
    r"|dreadful)(?! (?:after|since|from))"
    r"|(?:(?:my|our|his|her) (?!chef|cook|guy|food|order)(?:[\w-]+ ){0,3}?[\w-]+"
    r"|some of (?:us|the guests|our \w+)"
    r"|(?:one|two|three|a few|some|\d) (?:of )?(?:my |our |the )?(?:guests|people|friends|cousins)|i"
    r"|we)(?: is| are|'s|'re|'m| am| will be|'ll be| might be| may be"
    r"| gonna be)(?: (?:running|going to be|about|around|probably|like|maybe|coming"
    r"|getting there))* (?:an? |half an? |\d{1,3} ?|\w+ )?(?:hours?|minutes|mins?|min|hrs?) late"
    r"|break a leg|burned out|burnt out|to die for|over my dead body"
    r"|shoot(?= ?[,!.]| i\b| that\b| sorry\b)|(?:a|the|food) coma"
    r"|(?:talked|ate|eat|worked|laughed|starving|bored|scared|freezing|sweating) (?:\w+ )?to death"
    r"|da bomb|the bomb|a bomb"
    r"|(?:that|this|it)(?:'?s| is| was| sounds| looks)? (?:so |pretty |really "
    r"|freaking )?sick(?= ?[!.,]|$| lol| bro| dude| af)|^\W*(?:so )?sick(?= ?[!.,]|$)"
    r")",
    re.I,
)


def without_figures(text: str) -> str:
    """The text with each figure of speech as blanks: what is left means what it says."""
    return _FIGURES.sub(lambda said: " " * len(said.group()), text)


_FELT = frozenset({"complaint", "injury", "legal", "allergy"})
"""What the heads hear of a text that is a joke is no such matter."""


def said_lightly(text: str, kind: str) -> bool:
    """Whether what the heads hear is a joke, or says itself that it is no such matter."""
    if kind not in _FELT:
        return False
    of_theirs = kind == "injury" and asides.trouble(fold(text)) == "illness" and not _OF_OURS.search(text)
    worries = kind == "injury" and _ONLY_WORRIES.search(text) is not None and not matters.find(text)
    return of_theirs or worries or without_figures(text) != text or matters.excused(kind, text)


def is_a_reason(text: str, kind: str, acts: Collection[str]) -> bool:
    """ "The host fell ill, can we move it?": why a party is moved or cancelled, and nothing that we did."""
    if kind == "discount" and _FEWER_COME.search(text) and not _ASKS_FOR_LESS.search(text):
        return True
    return kind == "injury" and bool({"change", "cancel"} & set(acts)) and said_lightly(text, kind)


_FEWER_COME = re.compile(
    r"\b(?:can'?t|cant|cannot|won'?t|wont|not|aren'?t|isn'?t) (?:come|coming|make it|making it"
    r"|be there|joining|able to come)\b|\b(?:bail|flak|cancel|drop)\w*\b",
    re.I,
)
""" "Two can't come, can you lower the price?": fewer guests cost less, no discount is asked for."""
_ASKS_FOR_LESS = re.compile(r"\b(?:discount|deal|match|negotia\w+|cheaper|coupon|code|percent)\b|%", re.I)
_OF_OURS = re.compile(
    r"\b(?:you|your|ur|yours|chefs?|cooks?|food|ate|eaten|eating|grill|flames?|burn\w*|shrimp|chicken"
    r"|steak|rice|sauce|dinner|after the|from the|party (?:last|yesterday)|at the party)\b",
    re.I,
)
"""What makes somebody's illness a matter of ours."""
_ONLY_WORRIES = re.compile(
    r"\b(?:i'?m|i am|we'?re|we are)(?: \w+){0,3} (?:worried|nervous|anxious|afraid|scared)\b", re.I
)
""" "I'm a bit worried, at a friend's party they threw food": who fears something was not hurt."""
