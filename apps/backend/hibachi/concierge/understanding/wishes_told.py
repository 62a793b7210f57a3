"""Sentences that tell our team or the chef something to keep: a secret, somebody's wheelchair, a chef by name, how food is cooked. Pure."""

from hibachi.concierge.understanding.diet_facts import FOODS, PEOPLE
from hibachi.kit import lazy_re as re
from hibachi.language.openers import LED, OPENERS
from hibachi.language.spans import fold

_THEM = (
    rf"(?:the (?:house|home|landline|office|venue|number)|(?:home|here|there)\b|him|her|them|(?:{PEOPLE})|[A-Z][a-z]+)"
)
SECRET = re.compile(
    r"\b(?:(?:it'?s|its|it is|this is|is|as|be|stay|kept?|keep (?:it|this)|staying"
    r"|supposed to be) (?:still |all |kind of |meant to be )?(?:an? )?(?:\w+ )?(?:surprise|secret)\b"
    r"|surprise (?:party|dinner|60th|birthday|for)\b"
    r"|(?:do not|don'?t|dont|never|please not|no|not to) (?:ever )?(?:call|text|phone|e-?mail|contact"
    rf"|message|write|ring|tell|mention (?:it|this|anything) to|send anything to|let) {_THEM}"
    r"|(?:not|n'?t|dont|won'?t) (?:call(?:ing)?|text(?:ing)?|contact(?:ing)?|tell(?:ing)?"
    rf"|messag(?:e|ing)) {_THEM}|{_THEM} (?:doesn'?t|does not|dont|must not|can'?t|cannot|shouldn'?t"
    r"|mustn'?t|not) (?:know|find out|hear)|not find out"
    r"|(?:text|call|write|e-?mail|message|contact) (?:only me|me only|just me|me,? not|me instead)"
    r"|put (?:his|her|their) name anywhere)",
)
_NEEDS = re.compile(
    r"\b(?:(?:uses?|using|in|has|with|on|needs?|brings?|bringing) (?:a |an |his |her "
    r"|the )?(?:\w+ )?(?:wheel ?chair|walker|cane|crutches|rollator|oxygen|mobility scooter"
    r"|service (?:dog|animal))|hard of hearing"
    r"|(?:is|he'?s|she'?s) (?:deaf|blind|autistic|on the spectrum|hard of hearing)"
    r"|can'?t (?:stand|walk) (?:long|far|much|well|for long)"
    r"|(?:is|are|he'?s|she'?s|gets?|they'?re) (?:(?:so|really|very|super|a bit|kinda) )*(?:scared|terrified|afraid|frightened) (?:of|by) (?:the |any |open |loud )*(?:fire|flames?|noises?|knives)\b"
    r"|leave (?:\w+ )?(?:room|space|a seat|a spot|a place)|sensory (?:issues|needs)|high ?chair)\b",
    re.I,
)
_CHEF = re.compile(
    r"\b(?:(?:same|that) (?:guy|chef|cook|man|lady|fella|dude)(?: (?:as|from|we|who|that|again|like)\b"
    r"|\W*$|\W+[a-z])|(?:get|have|request|book|send|want|ask for|prefer"
    r"|like) (?:chef )?(?-i:[A-Z][a-z]+) (?:again|back|as (?:our|the) chef|to cook)"
    r"|chef (?-i:[A-Z][a-z]+)\b(?! (?:is|was|will be|were|has|had|did|does|would|can)\b))",
    re.I,
)
_COOKED = re.compile(
    r"\b(?:(?:cut|chopped|diced|sliced|minced|chop|cook|cooked|make|made|grilled?"
    r"|keep) (?:\w+ ){0,4}(?:small(?:er)?|tiny|fine(?:ly)?|soft|well[- ]?done|(?:medium[- ])?rare|mild"
    r"|plain|separate(?:ly)?|apart|extra crispy|in (?:small|bite)[- ]?\w* (?:pieces|bits))"
    r"|(?:plate|food|portion|meal)s? (?:with )?(?:no|without) \w+"
    r"|(?:want|like|need|prefer|have|take)s? (?:it |his |hers? |their(?:s)? |the |my |mine |our |ours )?(?:\w+ )?(?:cooked )?"
    r"(?:well[- ]?done|(?:medium[- ])?rare|medium(?:[- ]well)?))\b",
    re.I,
)
_DRINK = r"(?:sake|alcohol|booze|liquor|drinks|wine|beer)"
_DRINK_OUT = re.compile(
    rf"\b(?:(?:no|skip(?:ping)?|leave out|without|hold|leave|(?:don'?t|do not|doesn'?t) (?:want|need|bring|serve|pour)"
    rf"|no need (?:for|of))(?: (?:the|any|to bring|to serve|having))* (?P<out>{_DRINK})"
    rf"|(?P<unneeded>{_DRINK}) (?:is |are )?(?:not (?:needed|necessary|wanted|allowed)|unnecessary))\b"
)
_DRY = re.compile(
    r"\b(?:(?:we|they|nobody|no one|none of us|my family|our family)(?: all| here)*"
    r" (?:(?:don'?t|do not|doesn'?t) drink|drinks)(?: alcohol| at all| any)*(?= *(?:$|[,.;!])| (?:so|and|please|because)\b)"
    r"|(?:dry|alcohol[- ]free|sober) (?:party|event|house(?:hold)?|home|office|wedding|night))\b"
)
_OF_SOME = re.compile(
    rf"\b{_DRINK}(?: please| pls)?,? (?:for|to) (?!us\b|everyone\b|everybody\b|all\b|the (?:whole|party|group)\b|our (?:party|group)\b)\w+"
)
""" "No sake for my wife" is said of her alone, and stays as it was told."""
_WITHOUT = re.compile(
    r"\b(?:no|without|low|less|easy on the|hold the|skip the|light on the) (?:added )?(?:onions?"
    r"|garlic|mushrooms?|salt|sodium|sugar|spice|pepper|msg|cilantro|tomato(?:es)?|sauces?|ginger|mayo"
    r"|oil)\b",
    re.I,
)
_THROW = re.compile(
    r"\b(?:don'?t|dont|do not|please no|not to) (?:\w+ )?(?:throw|toss|flip|squirt|fling|joke|sing|yell|scream)\w*\b",
    re.I,
)
_TELL = re.compile(
    r"\b(?:(?:tell|let|ask|remind|have|warn) (?:the |your |our )?(?:chef|cook"
    r"|guy)\b(?! (?:cost|charge|come)s?)"
    r"|(?:chef|cook) (?:should|has to|needs to|must) (?:know|be aware|remember|watch)"
    r"|for the chef(?: to know)?:)",
    re.I,
)
_FESTIVE = re.compile(
    r"\b(?:(?:do|sing|make|have|give)\b[^.?!\n]{0,25}\b(?:birthday (?:thing|song|show|volcano|treat)"
    r"|a song|happy birthday|shout[- ]?out|something special|a volcano)"
    r"|(?:sing|song|volcano|shout[- ]?out|trick)s? for (?:him|her|them|my|our|the))\b",
    re.I,
)
_WISHES = re.compile(
    rf"^\W*(?:(?:{OPENERS}|plus|yes|please|pls|maybe|i wonder if|wondering if)\W+)*(?:(?:can|could|would"
    r"|will|may|is it possible|any chance|possible|please|let|have|do you think|will you|promise(?: me)?"
    r"|swear|make sure|just make sure)\b)",
    re.I,
)
_QUESTION = re.compile(rf"\?|^{LED}(?:is|are|do|does|did|what|how|why|when|where|which|who)\b", re.I)
_COMPLAINS = re.compile(r"\b(?:you|u)(?: guys)? (?:did(?:n'?t| not)|forgot|missed|never|left out)\b", re.I)
""" "You did not say the no beef" tells nothing new."""
_REQUEST = re.compile(
    rf"^\W*(?:(?:{OPENERS}|please|pls)\W+)*(?:(?:can|could|would|will) (?:you|u) )?(?:please |pls "
    r"|also |just )*(?:note|write down|put a note|make a note|add a note"
    r"|jot down)\b(?: on (?:it|the booking|our booking|my booking))? (?:that )?(?:we|i|there|the|my"
    r"|our|it|he|she|they)\b",
    re.I,
)
""" "Can you note that we have two dogs"."""
_ONLY_THESE = re.compile(
    rf"\b(?:only|just)(?: (?:want|have|do|the|need))* {FOODS}(?:(?:(?: ?(?:and|&|/|,|or|n) ?){FOODS})+"
    r"(?! (?:for|to) (?:him|her|me|my|\d|one|two|three|some))"
    r"|(?= (?:please|pls|for (?:all|everyone|everybody|us|the whole))\b))",
    re.I,
)
""" "Only shrimp and tofu for all please": what a whole party picks of what is included."""
CHEF, PLAIN, FESTIVE = "chef", "plain", "festive"


def drinks_out(sentence: str) -> tuple[str, ...]:
    """The drinks that a whole party goes without, in the same few words: "and please skip the sake" is "no sake"."""
    folded = fold(sentence)
    if _OF_SOME.search(folded):
        return ()
    named = [f"no {one['out'] or one['unneeded']}" for one in _DRINK_OUT.finditer(folded)]
    named += ["no alcohol"] if _DRY.search(folded) else []
    return tuple(dict.fromkeys(named))


def without_drinks(sentence: str) -> str:
    """The sentence without what is said of drinks."""
    return _DRY.sub(" ", _DRINK_OUT.sub(" ", fold(sentence)))


def is_errand(sentence: str) -> bool:
    """Whether a sentence only asks to pass something on, which another reader takes where it tells of the party."""
    passes = _REQUEST.match(sentence) or _TELL.search(sentence)
    return bool(passes) and not (SECRET.search(sentence) or _NEEDS.search(sentence) or _THROW.search(sentence))


def kind_of(sentence: str) -> str | None:
    """What such a sentence is; None where it tells nothing to keep."""
    if _COMPLAINS.search(sentence):
        return None
    asks = bool(_QUESTION.search(sentence)) and not _WISHES.match(sentence)
    if asks:
        return None
    if _CHEF.search(sentence):
        return CHEF
    if _FESTIVE.search(sentence):
        return FESTIVE if _WISHES.match(sentence) else None
    wishes = _WISHES.match(sentence) is not None
    told = (
        _REQUEST.match(sentence)
        or SECRET.search(sentence)
        or _TELL.search(sentence)
        or _THROW.search(sentence)
        or _NEEDS.search(sentence)
        and not wishes
        or _ONLY_THESE.search(sentence)
        and "?" not in sentence
    )
    told = told or _WITHOUT.search(sentence) and not wishes and "?" not in sentence
    how = _COOKED.search(sentence) or _DRINK_OUT.search(fold(sentence)) or _DRY.search(fold(sentence))
    return PLAIN if told or how and (wishes or "?" not in sentence) else None
