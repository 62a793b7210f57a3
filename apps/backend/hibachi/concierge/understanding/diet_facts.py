"""A diet as a fact for the chef, without the talk around it; and diets told in so few words that nobody is named. Pure."""

import itertools

from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.numbers import NUMBER
from hibachi.language.openers import LED, OPENERS

FOODS = (
    r"(?:onions?|garlic|mushrooms?|beef|red meat|meat|pork|bacon|steaks?|chicken|shrimps?|prawns?"
    r"|calamari|squid|scallops?|lobster|salmon|fish|sea ?food|shell ?fish|crab|tofu"
    r"|salt|sodium|sugar|spice|spicy(?: food)?|pepper|chil[il]i(?:es)?|cilantro|tomato(?:es)?|peppers"
    r"|sauces?|raw (?:fish|food)|fried food|rice|carbs|eggs?|dairy|milk|butter|cheese|soy|sesame|nuts?"
    r"|peanuts?|gluten|wheat|bread|citrus|lemon|ginger|avocado|corn|mayo|yum yum|teriyaki|noodles)"
)
PEOPLE = (
    r"(?:(?:my|our|the|his|her|their|an?|one|some) )?(?:[\w'-]+ )?(?:dad|daddy|father|mom|mum|mother|wife"
    r"|husband|son|daughter|kids?|child|children|baby|toddler|boys?|girls?|twins?|sister|brother|aunt\w*"
    r"|uncle|cousins?|nieces?|nephews?|grand\w+|nana|abuel[ao]|t[ií][ao]|in[- ]laws?|friends?|guests?|boss"
    r"|coworkers?|colleagues?|neighbou?rs?|roommates?|boyfriend|girlfriend|fianc[eé]e?|partner|bride|groom"
    r"|guys?|lad(?:y|ies)|women|men|people|person|ppl|adults?|family|group|party|team|crew|office|everyone"
    r"|everybody|yo|year[- ]olds?)(?:'?s)?"
)
_AVOIDS_IN_WORDS = re.compile(
    r"\b(?:(?:do(?:es)?(?:n'?t| not)|can'?t|cannot|can not|won'?t|will not|shouldn'?t"
    r"|must(?:n'?t| not)|never|not) (?:really |ever )?(?:eat|have|do|tolerate|touch|take|digest)"
    r"|(?:is|are|be) off|stay(?:s|ing)? (?:away from|off)|avoid(?:s|ing)?|allerg\w+ to"
    r"|intoleran\w+ (?:to|of)|no|without|low|less|hold the|skip the) (?:any |much |all "
    rf"|added )?{FOODS}\b",
    re.I,
)
_OF_FOOD = re.compile(
    rf"^{LED}(?:the |your )?{FOODS}(?: tails?)? (?:is|are|isn'?t|ha(?:s|ve)(?! to)|contains?|counts)\b",
    re.I,
)
_DISLIKES = re.compile(
    r"\b(?:hates?|dislikes?|can'?t stand|cannot stand|(?:do|does)(?:n'?t| not) (?:like|want|care for)"
    r"|not a fan of) (?:any |the )?(?:onions?|garlic|mushrooms?|cilantro|tomato(?:es)?|peppers"
    r"|spic\w+(?: food)?|ginger|avocado|zucchini|carrots|broccoli|olives)\b",
    re.I,
)
_OF_WHOM = re.compile(rf"\b(?:for|of|with) (?:{PEOPLE}|{NUMBER}|him|her|them|us|me|any(?:one|body)|all)\b|\b{PEOPLE}\b|\b(?:he|she|they|i|we)\b", re.I)  # fmt: skip
_REQUEST = re.compile(
    rf"^\W*(?:(?:{OPENERS}|please|pls|yeah|yes|just)\W+)*(?:(?:can|could|would|will|did|have) (?:you|u"
    r"|we)(?: (?:please|pls|also|just|guys))* )?(?:please |pls |just |also )*(?:note|write|put|mark"
    r"|jot|add|list|record|remember|include|save|keep"
    r"|make (?:a )?note(?: of)?)\b(?: (?:it|that|this|these|them|those|us|me)(?: all)?(?= down\b| in\b| on\b| to\b|\W*$| ?[:,]))?"
    r"(?: down(?: (?:as|for))?)?(?: (?:that|for (?:us|the chef)"
    r"|(?:on|to|in) (?:it|there|(?:the|our|my) (?:booking|order|reservation|notes?|file))))*[ :,]*",
    re.I,
)
""" "Write down the no beef for three": what is to be noted stands behind it."""
_TAIL = re.compile(
    r"[,\s]+(?:(?:i )?hope (?:that'?s|thats|its|it'?s|this is) (?:ok(?:ay)?|fine|alright|no problem)"
    r"|if (?:that'?s|possible|you can)\b.*"
    r"|(?:like|as) (?:i|we) (?:already )?(?:said|told (?:you|u)|mentioned|asked)"
    r"|is (?:that|this) (?:ok(?:ay)?|fine|a problem|possible)|please"
    r"|pls|plz|btw|by the way|thanks|thank you|thx|then|too|as well|also|right|correct|ok(?:ay)?|remember|yes)\W*$",
    re.I,
)
_WONDERS = re.compile(r"\b(?:wants? to know|ask(?:s|ed|ing)?(?: if| whether| about)?|wonder(?:s|ing)?|curious)\b", re.I)
_CUT = re.compile(
    rf"\s*,\s*|\s+and\s+(?=(?:my|our|his|her|the|some|one|also|it'?s|its|we|there|this|that|i|{NUMBER})\b)", re.I
)
_SAID = re.compile(
    r"^(?:(?:i|we) (?:already |just )?(?:said|told (?:you|u)|mentioned|asked for|meant)"
    r"|as (?:i|we) said)[ ,:]+(?:that )?",
    re.I,
)
_GRAVE = re.compile(r"\b(?:allerg\w*|anaphyl\w*|epi ?pen|severe\w*|deadly|hospital)\b", re.I)
""" "No peanuts for my son, he is allergic": how grave it is stands behind it."""
_SO_MANY = re.compile(
    rf"\W*(?:about |so |that'?s )?{NUMBER} (?:people|ppl|guests?|persons?|of (?:us|them)|adults|kids)\W*", re.I
)
""" "Half of us are vegetarian, 8 people"."""
_MOST_BEFORE = 6
"""Words of a piece that only says who is meant: "my daughter, who is 5, is vegan"."""
_ARTICLE = re.compile(r"^(?:the|a|an|that|about)\s+", re.I)
_BARE = re.compile(
    r"\W*(?:(?:all|strictly|strict|fully|mostly|we'?re|were|everyone is|everything|only|just|100%"
    r"|the whole thing)\W+)*(?:vegans?|vegetarians?|halal|kosher|gluten[- ]?free|dairy[- ]?free"
    r"|plant[- ]based|pescatarians?)(?: (?:only|please|pls|all|food|menu|party))*\W*",
    re.I,
)
_ALL = re.compile(
    r"\b(?:all of (?:us|them)|everyone|everybody"
    r"|(?:the )?(?:whole|entire) (?:group|party|family|crew|team|table)|(?:we'?re|were|we are) all)\b",
    re.I,
)
LONGEST = 120


def of_clause(words: str, names_whom: re.Pattern[str]) -> str | None:
    """The part of a clause that tells the diet, with who has it; None where somebody only wants to know."""
    if _WONDERS.search(words):
        return None
    cuts = [0, *(one.end() for one in _CUT.finditer(words)), len(words)]
    pieces = [words[start:end] for start, end in itertools.pairwise(cuts)]
    telling = [at for at, piece in enumerate(pieces) if diets(piece) or avoids(piece)]
    if not telling:
        return words[:LONGEST]
    first, last = telling[0], telling[-1]
    while last + 1 < len(pieces) and (_GRAVE.search(pieces[last + 1]) or _SO_MANY.fullmatch(pieces[last + 1])):
        last += 1
    whom = first
    while whom and not names_whom.search(pieces[whom]):
        whom -= 1
    if all(len(piece.split()) <= _MOST_BEFORE for piece in pieces[whom:first]):
        first = whom
    said = re.sub(r"(?:\s*,|\s+and)\s*$", "", "".join(pieces[first : last + 1]))
    asked_for = _REQUEST.match(said)
    said = _ARTICLE.sub("", said[asked_for.end() :]) if asked_for else _SAID.sub("", said)
    while (shorter := _TAIL.sub("", said)) != said:
        said = shorter
    return re.sub(r"\s+(?:thing|stuff|part|bit)$", "", said.strip(" ,:;–-"))[:LONGEST] or None


def tells_of_food(words: str) -> bool:
    """ "Lobster is shellfish, right": what a food is, and nobody's diet."""
    return bool(_OF_FOOD.match(words))


def avoids(words: str) -> bool:
    """Whether a food is told that somebody leaves out, though no list of diets names it: "no salt for dad"."""
    return bool((_AVOIDS_IN_WORDS.search(words) or _DISLIKES.search(words)) and _OF_WHOM.search(words))


def avoided(folded: str) -> list[tuple[int, int]]:
    """Where foods are told that somebody leaves out."""
    return [one.span() for pattern in (_AVOIDS_IN_WORDS, _DISLIKES) for one in pattern.finditer(folded)]


def foods_avoided(words: str) -> tuple[str, ...]:
    """The foods that somebody leaves out, by name: "no beef for three"."""
    found = (one for pattern in (_AVOIDS_IN_WORDS, _DISLIKES) for one in pattern.finditer(words))
    return tuple(dict.fromkeys(one.group().split()[-1].lower() for one in found))


def is_request(words: str) -> bool:
    """Whether a clause asks to write something down."""
    return bool(_REQUEST.match(words))


def asked_to_note(words: str) -> str:
    """What is to be written down, without the words that ask for it."""
    asked = _REQUEST.match(words)
    return words[asked.end() :] if asked and words[asked.end() :].strip(" .!,?") else words


def bare(text: str) -> tuple[str, ...]:
    """ "Vegan. all of us": a diet that stands by itself as a sentence, without a question mark."""
    sentences = re.findall(r"[^.!?;\n,]+[.!?;\n,]*", text)
    told = [one.strip(" .!;,\n") for one in sentences if _BARE.fullmatch(one.strip(" .!;,\n")) and "?" not in one]
    whole = _ALL.search(text)
    return tuple(f"{one} ({whole.group().lower()})" if whole and not _ALL.search(one) else one for one in told)
