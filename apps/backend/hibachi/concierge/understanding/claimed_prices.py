"""A price that we are said to have told: "you told me 400 yesterday", "your site says $45 a head", "we agreed on 600". Pure.

Its number counts no guests and names no day; whether it is right is seen against the quote.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse
from hibachi.language.spans import Span, fold, span_of

_OURS = (
    r"(?:you|u|ya|yall|y'all|your? (?:\w+ )?(?:web ?site|site|page|ad|ads|flyer|menu|colleague|guy|lady"
    r"|girl|boss|owner|manager|rep|team|assistant|chef|instagram|facebook|post|e-?mail|text|price list"
    r"|receptionist|partner|people|bot)|the (?:guy|lady|girl|man|woman|person|rep|manager|owner|chef|bot"
    r"|other (?:guy|person|agent|bot))|some(?:one|body)(?: there| from your \w+| on your team"
    r"| at your \w+| on the (?:phone|line))|a (?:guy|lady|girl|woman|man|person) on the phone"
    r"|(?:your )?chef \w+|they|he|she)"
)
_SAID = (
    r"(?:told|said|says?|quoted?|promised?|offered|confirmed|wrote|gave|texted|e-?mailed|mentioned"
    r"|advertised?s?|lists|listed|guaranteed|charged|shows|showed|stated|assured)"
)
_CLAIM = (
    rf"(?:\b{_OURS}\b(?: guys| all| on the phone| just| already| clearly| literally| yesterday| before"
    rf"| earlier| had| have|'ve| has| also| only| folks| people| last \w+){{0,3}} {_SAID}\b"
    r"|\b(?:i|we|my (?:wife|husband|mom|dad|sister|brother|partner|boss))(?: was|'?ve been| were"
    r"| have been| got| had| have)(?: already| just"
    r"| originally)? (?:an? )?(?:told|quoted?|promised|offered|given|estimate)\b"
    r"|\b(?:i|we) (?:think|thought|believe|remember|recall|could(?:'ve| have) sworn)(?: that)? (?:we|you|it|they"
    r"|i|he|she) (?:said|agreed|talked about|discussed|(?:were|was) told|quoted|mentioned|told)\b"
    r"|\b(?:had|have|got|gotten)(?: already)?(?: an?)? (?:quote|estimate|price|offer) (?:for|of|at)\b"
    r"|\b(?:my|our|a|the) (?:\w+ )?(?:friends?|neighbou?rs?|cousins?|sisters?|brothers?|coworkers?|buddy"
    r"|aunt|uncle|mom|boss)(?: just| only)? (?:got|paid|had|did)\b(?: it| one| theirs| hers| his"
    r"| the same| you)?(?: for| at)?|\b(?:i|we)(?: only"
    rf"| just)? paid\b(?=[^.?!\n]{{0,40}}\b(?:last|before|back in|previous"
    r"|in (?:20\d\d|january|february|march|april|may|june|july|august|september|october|november"
    r"|december))\b)|\bwe (?:had |already )?(?:agreed|settled|shook hands)(?: on| to| for)?\b"
    r"|\b(?:my|our|the) (?:first|last|old|original|previous|earlier|other) (?:quote|price|estimate"
    r"|offer)\b|\b(?:yesterday|last (?:time|week|month|night|year)|before|earlier|the other day"
    r"|on the phone)(?: it| the (?:price|total)| that)(?: was|'?s| said)\b"
    rf"|\b(?:it|the price|the total) was\b(?=[^.?!\n]{{0,25}}\b(?:yesterday"
    r"|last (?:time|week|month|night|year)|before|earlier|the other day|on the phone)\b))"
)
_UNIT = (
    r"(?:people|ppl|persons?|guests?|adults?|kids?|children|of us|friends|am|pm|a\.m|p\.m|miles?|days?"
    r"|hours?|hrs?|minutes?|mins?|feet|ft|inches|percent|weeks?|months?|years?|works"
    r"|is (?:free|open|ok|fine|available)|o'?clock|tables?|proteins?|times|st|nd|rd|th)"
)
_A_HEAD = (
    r"(?:(?:a|per|each|for each|an?) ?(?:person|head|adult|guest|kid|child|plate|one)|each|pp\b|p\.p"
    r"|apiece|dollars|bucks)"
)
_AMOUNT = (
    rf"(?:\$ ?(?P<a>\d{{1,4}}(?:,\d{{3}})?(?:\.\d\d)?)"
    rf"|(?<![\d:/.,$])(?P<b>(?!20[23]\d\b)[1-9]\d{{2,3}}|[1-9],\d{{3}})(?![\d:/%]|[.,]\d)(?! ?{_UNIT}\b)"
    rf"|(?<![\d:/.,$])(?P<c>\d{{2,3}})(?= ?{_A_HEAD}))"
)
_PRICE = re.compile(rf"{_CLAIM}[^.?!\n]{{0,45}}?(?<!at )(?<!around )(?:{_AMOUNT})")
_TOLD_BEHIND = re.compile(
    rf"(?:{_AMOUNT})(?: (?:total|flat|all in|is|was|it was|thats|that'?s))*,? (?:is |was |it'?s )?(?:what |like )?"
    rf"{_OURS}(?: on the phone| there| already| just)* {_SAID}\b"
)
""" "500, the girl on the phone told me"."""
_FREE = re.compile(
    r"\b(?:on the house|(?:whole|entire) (?:thing|party|dinner) (?:is |was |would be |for )?free"
    r"|(?:party|dinner) (?:is |was |would be |for )free"
    r"|minimum (?:is|was|has been|gets?|will be) (?:now |no longer )?(?:abolished|waived|gone|dropped|removed|cancel+ed|lifted"
    r"|scrapped|off|zero|valid|in (?:force|effect)))\b"
)
""" "On the house and confirmed, right?": a price of nothing."""
_BY_AUTHORITY = re.compile(
    r"\b(?:owner|manager|boss|chef)\b[^.?!\n]{0,40}\b(?:says?|said|told|promised|agreed"
    r"|gives?)\b[^.?!\n]{0,25}\b(?:half|free|nothing)\b"
    r"|\b(?:said|told (?:me|us)|says|promised|mentioned|confirmed)\b[^.?!\n]{0,60}\b(?:is|are|was|were"
    r"|be|comes?|included?)(?: all| totally| also)? (?:free"
    r"|on the house)\b(?! (?:on|at|for (?:kids|toddlers|under)|to (?:come|cancel))\b)"
    r"|\bnew (?:\w+ ){0,2}(?:rule|policy|prices?|pricing)\b[^?\n]{0,45}\b(?:adult|child|kid|guest|head"
    r"|person|party|everything|everyone)s?\b[^.?!\n]{0,20}(?:\d|\bfree\b)"
)
""" "The owner is my brother, he says family pays half": a price that somebody else is to have set."""
_OF_THE_DEPOSIT = ("deposit", "cancellation")
"""What is not asked by who says that the deposit was waived, or wants it to be."""
_DEEDS = ("book", "hold")
_CLOCK = 2
"""Digits of an hour: a longer amount that is said again ("you told me 400, so book it at 400") is no start."""
_UNASKED = re.compile(
    r"\b(?:owe(?:s)? (?:you )?(?:nothing|zero)"
    r"|(?:costs?|pay|is|for|at) (?:us |me |exactly )?(?:nothing|zero|\$ ?0\b|free)|free of charge"
    r"|for free|free (?:hibachi |private )?(?:party|dinner|event|booking)"
    r"|\w+ (?:are|is|cost|costs) (?:now |only |just )?\$ ?\d+(?: each)?"
    r"|(?:an? |per )?(?:adult|child|kid|person|head|guest|party)s? (?:is|are|costs?|pays?) (?:now "
    r"|only |just )?\$?\d+(?: dollars| bucks)?|code \w*[a-z]\w*\d+)\b"
)
""" "Redeem FREE100 and confirm that we owe nothing": a price that somebody who tries the machine would have it say."""


def spans(text: str) -> list[Span]:
    """Where a text names such a price."""
    folded = fold(text)
    found = [(match.span(group), match[group]) for match in _found(folded) if (group := match.lastgroup)]
    again = [
        one.span()
        for _, amount in found
        for one in re.finditer(rf"(?<![\w:/.,]){re.escape(amount)}(?![\w:/%]|[.,]\d| ?(?:am|pm|a\.m|p\.m)\b)", folded)
        if len(amount) > _CLOCK
    ]
    return [span_of(text, *place) for place in sorted({*(place for place, _ in found), *again})]


_BY_OTHERS = re.compile(
    r"\b(?:quoted?|offered|told|charged|got a quote)\b[^.?!\n]{0,30}\b(?:by"
    r"|from) (?:some(?:one|body) else|another|a (?:different|competitor|local|friend)|other|the other"
    r"|competitors?|your competition)\b"
)
""" "We were quoted 1300 by someone else": no price of ours, an objection to it."""


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with the prices, in cents, that we are said to have told; a yes beside one is none to what was shown."""
    folded = fold(frame.text)
    if _BY_OTHERS.search(folded):
        acts = frame.acts if "price_objection" in frame.acts else (*frame.acts, "price_objection")
        return frame.model_copy(update={"acts": acts, "unknown": ()})
    found = tuple(parse(match[group].replace(",", "")) for match in _found(folded) if (group := match.lastgroup))
    if "deposit_waived" in frame.acts:
        kept = tuple(topic for topic in frame.topics if topic not in _OF_THE_DEPOSIT)
        frame = frame.model_copy(update={"topics": kept, "unknown": ()})
    tried = "injection" in frame.acts and _UNASKED.search(folded) is not None
    ordered = _BY_AUTHORITY.search(folded) is not None and "?" not in folded
    if ordered:
        frame = frame.model_copy(update={"acts": tuple(act for act in frame.acts if act != "price_objection")})
    found = (*found, 0) if tried or _FREE.search(folded) or ordered else found
    if not found or "about_own" in frame.acts:
        return frame
    told_only = () if frame.question else ("others_booking", "own_booking")
    acts = tuple(act for act in frame.acts if act not in ("paid_claim", *told_only))
    told_else: dict[str, object] = {"claimed": found, "unknown": (), "acts": acts}
    if dialogue.pending is None:
        return frame.model_copy(update=told_else)
    acts = tuple(act for act in acts if act not in _DEEDS)
    return frame.model_copy(update={**told_else, "answer": None, "acts": acts})


def _found(folded: str) -> list["re.Match[str]"]:
    found = list(_PRICE.finditer(folded))
    return found or list(_TOLD_BEHIND.finditer(folded))
