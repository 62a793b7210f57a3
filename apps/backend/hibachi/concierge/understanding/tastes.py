"""What somebody likes or not, which is no diet and no allergy: "my brother hates shrimp, can he get something else?". Pure."""

from hibachi.kit import lazy_re as re

_DISLIKES = re.compile(
    r"\b(?:(?:nobody|no one|none of (?:us|them)) (?:wants?|likes?|eats?|cares? for)"
    r"|(?:does|do)(?:n'?t| not) (?:really )?eat (?:any )?(?:shell ?fish|sea ?food|fish)"
    r"|hates?(?! (?:to (?!eat\b)|that|it when|when|asking|bothering|bugging|being|doing|having|how)\b)"
    r"|dislikes?|loathes?|despises?|(?:does|do|did|is|are|wo)(?:n'?t| not)(?: really| much)? (?:like"
    r"|love|care for|enjoy|into|a fan of"
    r"|eat (?:any )?(?:shrimp|calamari|steak|rice|vegetables|veggies|salad|tofu|chicken|sauces?))"
    r"|can'?t stand(?! (?:on|up|for|without|long|here|in)\b)"
    r"|cannot stand(?! (?:on|up|for|without|long|here|in)\b)"
    r"|not (?:a |much of a |a big )?(?:fan of|into|crazy about)|isn'?t (?:a fan|big) (?:of|on)"
    r"|(?:picky|fussy)(?! about (?:smoke|noise|parking"
    r"|the (?:smoke|noise|lawn|grass|yard|neighbou?rs|parking))\b)|only eats?"
    r"|eats (?:only|nothing but)|lives on|won'?t touch|no (?:veggies|vegetables|sauces?|rice|salad)\b)"
    r"\b(?! (?:the |going to |big |loud |fancy |noisy |busy |crowded |all )*(?:restaurants?|crowds?"
    r"|surprises?|traffic|driving|going out|eating out|dressing up|waiting|parties|noise|the heat"
    r"|the cold|hotels?|buffets?|cooking|travell?ing|flying)\b)",
    re.I,
)
""" "He hates restaurants" is no dislike of a dish."""
_MEDICAL = re.compile(
    r"\b(?:allerg\w*|intoleran\w*|celiac|coeliac|anaphyl\w*|epi ?pen|vegans?|vegetarians?|halal|kosher"
    r"|gluten|dairy|lactose|diabet\w*|pregnan\w*|meat at all|any meat|no meat)\b",
    re.I,
)
_LIKES = re.compile(
    r"\b(?:like|likes|love|loves|enjoy|enjoys|into|fans? of|big on|prefer|prefers"
    r"|crazy about)\b(?: \w+){0,2} (?:sea ?food|fish|shell ?fish)\b",
    re.I,
)
_ASKS_FOR_OTHER = re.compile(
    r"\b(?:else|instead|other|another|swap|switch|handle|work|ok(?:ay)?|possible|do that|do this|eat"
    r"|get|have|make|cook|accommodat\w*|cater|deal with|alternative|option|without|skip|leave)\b",
    re.I,
)


_NO_EATER = re.compile(
    r"\b(?:landlord|hoa|neighbou?rs?|association|building|city|manager|venue"
    r"|owner)\b[^.?!\n]{0,20}\b(?:picky|fussy|hates?|dislikes?)\b",
    re.I,
)


_NOT_ALLERGIC = re.compile(
    r"\b(?:not|no|isn'?t|aren'?t|nobody(?: is|'s)?|never) (?:really |an? |actually )?allerg\w*", re.I
)


def dislikes(text: str) -> bool:
    """Whether a text tells a mere dislike, nothing that a diet or an allergy forbids."""
    return (
        bool(_DISLIKES.search(text)) and not _MEDICAL.search(_NOT_ALLERGIC.sub("", text)) and not _NO_EATER.search(text)
    )


_ONLY = re.compile(
    r"\b(?:only eats?|eats (?:only|nothing but)|lives on|nothing but"
    r"|(?:just|only|simply) (?:have|eat|eats|get|do|wants?|likes?))\b"
    r"|\b(?:only|just) (?:the |some |for )?[a-z]+(?: (?:and|or) [a-z]+)?(?: (?:for|is|are|would be"
    r"|(?:every(?:one|body))|all|us|them|him|her|fine|good|ok(?:ay)?|please|works?))*\W*$",
    re.I,
)
_SEA = re.compile(r"\b(?:sea ?food|fish|shell ?fish)\b", re.I)


def refuses(text: str) -> bool:
    """Whether the dishes that a text names are the ones that somebody does not want; else they are what he wants."""
    return dislikes(text) and not _ONLY.search(text)


def nobody_wants(text: str) -> bool:
    """Whether something is turned down for everybody: "nobody wants seafood"."""
    return dislikes(text) and bool(_NOBODY.search(text))


_NOBODY = re.compile(r"\b(?:nobody|no one|none of (?:us|them))\b", re.I)


def refuses_sea(text: str) -> bool:
    """Whether all seafood is turned down."""
    return (refuses(text) or nobody_wants(text) or bool(_NO_SEA.search(text))) and bool(_SEA.search(text))


_NO_SEA = re.compile(
    r"\b(?:(?:does|do)(?:n'?t| not)|hates?|never|no|dislikes?)\b[^.?!,\n]{0,20}\b(?:sea ?food|fish"
    r"|shell ?fish)\b",
    re.I,
)


def likes_sea(text: str) -> bool:
    """Whether seafood is loved: a wish, not a question about allergens."""
    return bool(_LIKES.search(text)) and not _MEDICAL.search(text) and not _DISLIKES.search(text)


def asks_for_other(clause: str) -> bool:
    """Whether a clause asks what there is instead, or whether it can be done."""
    return bool(_ASKS_FOR_OTHER.search(clause))


_WHO_EATS = r"(?:he|she|they|we|i|one|(?:my|our|the|those|that) [\w-]+)"
_ANOTHER = re.compile(
    rf"\b(?:can|could|may|would|will|does|do|is it possible (?:for|that)|ok if) {_WHO_EATS}(?: just"
    r"| still| then| also| maybe| perhaps)? (?:to )?(?:have|get|eat|choose|pick|order|take"
    r"|do) (?:something|anything|one) (?:else|different|other)\b"
    rf"|\bwhat (?:else|other \w+)? ?(?:can|could|would|will|do|does) {_WHO_EATS} (?:have|get|eat"
    r"|choose|pick|order|take)(?: instead| then)\b"
)


def wants_another(folded: str) -> bool:
    """Whether something else is wished in place of a dish: "could she have something else instead of shrimp"."""
    return bool(_ANOTHER.search(folded))
