"""What only opens or closes a message ("yay", "ps:", "new total?", "if that's ok"), apart from what it says."""

from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING
from hibachi.language.small_numbers import TWO_TO_TWELVE

_OPENERS = re.compile(
    r"\A(?:(?:yay+|woo+(?:hoo)?|ugh+|aw+|argh+|gah|sigh|(?:w?hoops|oops)(?:ie)?|oh no+|uh[- ]?oh"
    r"|oh (?:shoot|dear|man|crap|gosh)|omg|lol|lmao|haha(?:ha)*|hehe|ps|p\.s\.?|fyi|btw|by the way"
    r"|(?:a )?(?:quick|small|little|tiny|slight) (?:update|change|correction|addition)(?: (?:here|though|please))?"
    r"|update|my bad|quick question|one (?:more|last|other) thing|last (?:thing|change))"
    r"[,:.!…]*(?: -+)?\s+(?:ok(?:ay)?[,.]? (?=\w+ ))?)+(?=\w+(?:'\w+)? \w)",
    re.I,
)
"""Cries and announcements: whoever begins so has said nothing yet."""
_PRICE = (
    r"(?:(?:so|and|then) )?(?:what'?s|whats|what is|what would|what does|what do|how much(?:'s| is| would| does| do)?)"
    r"(?: (?:the|that|it|this|be|is|my|our|we|i|new|now|then|make|come to|pay|owe|cost|total|price"
    r"|altogether|in total|bring (?:me|us) to))*"
)
_ASKS = re.compile(rf"(?<=[\w)])(?<!\bof)(?<!\bfor) (?={_PRICE}\s*\?*\s*\Z)", re.I)
_NEW_TOTAL = re.compile(r"(?<=[\w)])\s*[-–—,.]*\s*\b(?:the )?new (?:total|price)\s*\?*\s*\Z", re.I)
_CLOSERS = re.compile(
    r"(?<=[\w)?!])[,.]*\s*(?:\((?:so )?sorry(?: lol)?!*\)"
    r"|if (?:that'?s|thats|it'?s|that is) (?:ok(?:ay)?|alright|fine|possible|not too late|cool)"
    r"|if (?:possible|you can|u can)|(?<= )\.{2,}|(?:really |would )?appreciate it|much appreciated"
    r"|,\s*sorry!*)\s*[.!]*\s*\Z",
    re.I,
)
_COURTESIES = re.compile(
    r"(?<=[\w)])(?:[,.]*\s*\b(?:thx|thanks(?: so much| a lot)?|thank you(?: so much)?|ty|cheers"
    r"|appreciate it|much appreciated))+\s*[.!]*\s*\Z",
    re.I,
)
_OK = re.compile(r"(?<=[\w)])\s\b(?:ok(?:ay)?|alright|k)\s*\?\s*\Z", re.I)
_LAUGH = re.compile(
    rf"(?P<asked>(?:\A|[.!?,] )(?:(?:and|so|but|also|ok) )*(?:{ASKING}|whats|what's"
    r"|if)\b[^.!?\n]*\w)[,. ]+(?:lol|lmao|haha\w*|hehe)\s*[.!]*\s*\Z",
    re.I,
)
""" "And how far ahead lol": asked, and no joke."""
_LAUGHED = re.compile(r"(?<=[\w)])[,. ]+(?:lol|lmao|haha\w*|hehe)\s*[.!]*\s*\Z", re.I)
_COUNTS = re.compile(
    rf"\d|\b(?:{TWO_TO_TWELVE}|\w+teen|twenty|one (?:more|less|fewer|extra|kid|child|adult|guest|toddler))\b",
    re.I,
)
_ASKED = re.compile(
    r"\b(?:how|what|whats|when|which|where|why"
    r"|(?:if|can|could|do|does|is|are|will|would|should|may) (?:i|we|you|u|it|they|the|there|that|this"
    r"|my|our))\b",
    re.I,
)
"""Who tells a number or asks closes with a courtesy; who does neither may mean the courtesy."""
_TWO_WISHES = re.compile(
    r"(?P<n>\bmake (?:it|that|us) \d{1,3}) (?:and|&"
    r"|but) (?=(?:no|skip|tell|just|what|how|don'?t|leave|drop|without|give|send|show|add|forget"
    r"|please|also|keep)\b)",
    re.I,
)
""" "Make it 16 and no extras": two sentences, and the first says how many."""
_FEWEST = 3
"""Words that a message must keep: what is shorter may be nothing but its edges."""


def core(text: str, fewest: int = _FEWEST) -> str:
    """The text without cries before it and courtesies behind it; a price asked for without a stop is a sentence.

    fewest: words that must be left; a name or a place that was asked for may be one.
    """
    said = _TWO_WISHES.sub(r"\g<n>. ", _kept(text, _OPENERS.sub("", text, count=1), fewest))
    said = _kept(said, _CLOSERS.sub("", said), fewest)
    said = _kept(said, _LAUGH.sub(r"\g<asked>", said), fewest)
    counts, asks = _COUNTS.search(said), _ASKED.search(said)
    if counts or asks:
        said = _kept(said, _COURTESIES.sub("", _LAUGHED.sub("", said)), fewest)
    if counts and not asks:
        said = _kept(said, _OK.sub("", said), fewest)
    said = _NEW_TOTAL.sub(". what's the new total?", said) if len(said.split()) > _FEWEST + 1 else said
    asked = _ASKS.search(said)
    stands_alone = asked is not None and len(said[: asked.start()].split()) >= _FEWEST
    return _ASKS.sub(". ", said, count=1) if stands_alone else said


def _kept(text: str, shorter: str, fewest: int) -> str:
    return shorter if len(shorter.split()) >= fewest else text
