"""What stands around a follow-up and changes nothing: "yikes lol", "ok too rich for us", "sorry to be a pain", an emoji. Pure."""

from hibachi.kit import lazy_re as re

_INTERJECTION = (
    r"(?:okay|ok|k|yikes|oof|ouch|wow|whoa|woah|h+m+|lol|lmao|(?:ha ?)+|omg|dang|damn|eek|ugh|geez|jeez"
    r"|sheesh|oh|ooh|ah|aw|man|well|alright|gotcha|got it|i see|cool|nice|great|perfect|sorry|sry|wait"
    r"|hi again|hey|hi|on second thought|thinking about it|change of plans?|plot twist|bummer|oops|whoops"
    r"|bet|n(?= (?:if|what|wat|how|split|with|for|then))|yeah|yes|yep)"
)
_DEARLY = (
    r"(?:(?:(?:that'?s|thats|that is|it'?s|its|this is|is|are|a bit|bit|kinda|kind of|way|a little|little"
    r"|just|still|rather|pretty|quite|(?:my |the )?(?:hubby|husband|wife|boss|mom|dad|they|he"
    r"|she) (?:says?|said|thinks?)(?: that| it'?s| thats)?)\s+)*(?:too (?:rich|much|expensive|pricey|steep"
    r"|high|spendy|dear)(?: for (?:us|me|our (?:blood|budget)))?|a lot|a bit much|pricey|steep|expensive"
    r"|over (?:our |my |the )?budget|more than (?:we|i) (?:thought|expected|wanted"
    r"|planned)))(?: tho(?:ugh)?)?"
)
_MIND = (
    r"(?:(?:i|we|they|he|she|the \w+|my \w+) (?:just |have |has )?)?changed (?:my|our|their|his"
    r"|her) minds?|sorry (?:to be a pain|to bother(?: you)?(?: again)?"
    r"|for (?:all )?the (?:back and forth|changes|questions))|one more (?:thing|question|change)"
    r"|last (?:thing|question|change)|quick (?:q|question)"
)
_THANKS = r"(?:thanks?(?: you)?(?: so much| a lot)?|thx|ty|please|pls|plz|lol|haha?|sorry|after all|any ?more)"
_FIRST = re.compile(
    rf"\W*(?:{_INTERJECTION}(?=[\s,.!…:-]+\S)"
    rf"|(?:{_DEARLY}|{_MIND})(?=\s*(?:[,.!…:;-]|(?:lol|haha|so|lets|let's)\b)))[\s,.!…:;-]+"
)
_LAST = re.compile(rf"(?:[\s,.!…-]+(?:{_THANKS}|{_MIND})|\s*[,.!…-]+\s*{_DEARLY})[\s.!]*$")
_SIGNS = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D\U0001F1E6-\U0001F1FF]+")


def without(folded: str) -> str:
    """The text without what only remarks; the whole text where nothing else is left."""
    text = _SIGNS.sub(" ", folded).strip()
    while (found := _FIRST.match(text)) and text[found.end() :].strip():
        text = text[found.end() :]
    while (last := _LAST.search(text)) and text[: last.start()].strip():
        question = "?" in text[last.start() :]
        text = text[: last.start()] + ("?" if question else "")
    return text


_AS_EVER = re.compile(
    r",? (?:and |but )?(?:the )?(?:kids|children|others"
    r"|rest)(?: (?:get|have|eat|stay|with|on|are))*(?: the)? (?:regular|normal|standard|included"
    r"|usual)(?: (?:menu|proteins?|one|stuff|food))?(?=[\s.?!]*$)"
)
""" "Filet for the adults, kids regular": who has what everybody has changes nothing."""
_SIGNED = re.compile(
    r"\b(?:regards|best|thanks|thank you|cheers|sincerely|yours)[,!.]?\s*\n\s*[a-z.'-]+(?: [a-z.'-]+){0,2}\s*$"
)
_WHAT_HAPPENS = re.compile(r"\bwhat (?:happens|would happen|do we pay|would we pay) if\b")
_MAKE_IT = re.compile(r"(?<=of us|eople|uests|dults) (?:can |will |do |actually )?make it\b(?! \d)")
""" "Just 8 of us make it": so many come."""


def unsigned(folded: str) -> str:
    """A folded text without its signature, and without what everybody has anyway."""
    return _AS_EVER.sub("", _SIGNED.sub("", folded))


def plainly(folded: str) -> str:
    """A folded text that asks what would be if so many came, in those words."""
    return _MAKE_IT.sub(" come", _WHAT_HAPPENS.sub("what if", folded))
