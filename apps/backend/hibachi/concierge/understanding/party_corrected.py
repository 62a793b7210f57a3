"""A correction of a party that is counted already, in the plainer words that are read everywhere. Pure.

"14 - 1 + 2 = 15" and "one fewer, then two more" are the party that comes out; "keep it at 20" and "it may be only 16" leave
the guests as they are; "inside the 28, not extra" puts the children among those who were counted; a number that doubts what
we said ("96??"), miles ("it's like 80 from here") and an offer of money ("could you do it for 76") are no guests.
"""

from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Counts, Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import MOST_GUESTS

LAST_HOUR = 12
LEAST_OFFER = 40
"""A bare number so large behind "do it for" is money, where the party is far smaller."""
LEAST_PRICE = 100
FEW = 4
_N = rf"(?:{NUMBER})"
_HEADS = r"(?: (?:people|ppl|guests|adults|persons|of us|heads|grown[- ]?ups))"
_ENDS = (
    r"(?![\w:/%$]|[.,]\d| ?(?:am|pm|a\.m|p\.m|o'?clock|dollars|bucks|minutes?|hours?|hrs?|miles?|mi\b|feet|days?|weeks?"
    r"|months?|years?|yrs?|yo|degrees|percent|per\b|kids?\b|child|toddlers?|portions?|orders?))"
)
_NO_NOUN = r"(?! (?!and|but|then|now|please|pls|for|so|or|if|people|ppl|guests|adults|of us|total|in|when|what|how|because)[a-z])"
_WORKED = re.compile(
    rf"(?P<sum>(?<![\w$:/.,-])(?P<first>{_N})(?: ?(?:-|–|−|\+|minus|plus|less) ?{_N}){{1,4}}) ?(?:=|is|makes|equals|comes to|that'?s|so)"
    rf" ?(?P<n>{_N}){_ENDS}",
    re.I,
)
_TERM = re.compile(rf"(?P<sign>-|–|−|\+|minus|plus|less) ?(?P<n>{_N})", re.I)
_GO = r"(?:drop(?:s|ped|ping)? out|cancel(?:s|led|ed)?|bail(?:s|ed)?|(?:can'?t|cannot) (?:come|make it)|(?:is|are)(?:n'?t| not) coming|(?:is|are) out)"
_COME = r"(?:(?:(?:will|would|do|are|is|can|'ll) )?(?:com(?:e|es|ing)|join(?:s|ing)?)|will(?: be there)?|want to (?:come|join)|said yes|are in)"
_FEWER = re.compile(
    rf"\b(?:(?P<n>{_N})(?: of (?:us|them|my|our|the)(?: [a-z]+)?)?{_HEADS}? (?:fewer|less|{_GO})"
    rf"|(?:minus|lose|lost|losing|down by|down) (?P<m>{_N}){_HEADS}?)\b{_ENDS}",
    re.I,
)
_MORE = re.compile(
    rf"(?:\b(?:plus|up by|gain|gained|gaining|we get|add) |\+ ?)(?P<n>{_N})(?: (?:more|others|new))?{_HEADS}?\b{_ENDS}{_NO_NOUN}"
    rf"|\b(?P<m>{_N}){_HEADS}? (?:more|extra)(?! than\b){_HEADS}?\b{_ENDS}{_NO_NOUN}"
    rf"|\b(?P<k>{_N})(?: (?:new|other|more|extra|others))(?: (?:ones?|people|adults|guests|friends))? {_COME}\b",
    re.I,
)
_OURS = re.compile(
    rf"^\W*(?:(?:wait|what|huh|hm+|no|but|um|oh|sorry|why)\W+)*(?P<n>{_N})(?:{_HEADS})?(?: (?:and|plus) {_N} (?:kids|children))? ?[?!]*\?[?!]*\s+",
    re.I,
)
_COUNTED = re.compile(rf"\b{_N}(?:{_HEADS}| in (?:all|total)| altogether| total)\b", re.I)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_AGREES = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|well|hm+|then|let'?s|lets|just|please|alright|yeah|so|you know what|i'?d|we'?ll|for now)\W+)+",
    re.I,
)
""" "Ok just leave 18" agrees to nothing that was supposed."""
_PRICED_ANEW = re.compile(r"\b(?:new|updated|revised) (?:price|total|quote|cost)\b", re.I)
_SUMMED_UP = re.compile(
    rf"^\W*(?:(?:so|ok|then|that'?s|thats|that makes|which makes|makes|now|total|it'?s|we'?re|meaning|hence)\W+)+(?P<n>{_N})(?:,| and|,? plus| \+) ?(?P<m>{_N})"
    rf"(?:,? (?:and|plus) (?P<k>{_N}))?(?: (?:then|now|right|correct|in total|total))?\W*$",
    re.I,
)
""" "So 17, 4 and 2": each kind of those who were counted."""
_SO_MANY_IT_IS = re.compile(
    rf"\b(?P<n>{_N}) it is\b|\b(?:back to|it'?s|stay(?:s|ing)? at) (?P<m>{_N})(?: (?:then|again|after all))(?=\W*(?:$|[.!,]))",
    re.I,
)
_ONE_JOINED = re.compile(
    rf"\b(?P<n>{_N}) (?:more|extra|other|another)(?: (?:person|people|friend|friends|guest|guests))? (?:(?:has|have|just|also) )*(?:joined|signed up|rsvp'?d"
    r"|said yes|(?:is|are) in|popped up|wants? in|turned up)\b",
    re.I,
)
_TAKE_OFF = re.compile(
    rf"\b(?:(?:you|we|i|u) (?:have|need|want|would like|got)(?: to)? )?(?:take|knock|leave|cut|scratch|pull)"
    rf" (?P<who>(?:{_N}|an?|the) (?:adults?|kids?|child|children|people|persons?|guests?|toddlers?)"
    rf"(?: (?:and|plus|&) (?:{_N}|an?) (?:adults?|kids?|child|children|toddlers?))?) (?:off|out|away)\b",
    re.I,
)
""" "Take one adult and one kid off"."""
_COUNT_TALK = re.compile(
    r"\b(?:(?:over|under|mis|double[- ]?)count(?:ed|ing)?|(?:re-?)?counted (?:wrong|again|twice)|wrong (?:number|count|head ?count)|recounted)\b",
    re.I,
)
_BARE = re.compile(
    rf"(?P<lead>(?:^|[.!?:;,–-]) ?(?:(?:so|it'?s|i get|i count|make it|now|we'?re|that'?s|only|just|should be|it should be|actually) )*)(?P<n>{_N})"
    r"(?: (?:now|then|total|in total|altogether|not \d+))?(?=\s*(?:$|[.!?]))",
    re.I,
)
""" "I think I overcounted. 22."."""
_SOME_OFF = re.compile(
    rf"\b(?P<n>{_N}) of (?:the|those|our|my) (?P<all>{_N})\b[^.?!\n]{{0,60}}?\b(?:(?:take|leave|cut|knock) (?:them|those|these|him|her) (?:off|out)"
    r"|(?:drop|remove|scratch|skip) (?:them|those|these)|(?:don'?t|do not) count (?:them|those|these))\b",
    re.I,
)
_SWAP = re.compile(
    rf"\b(?:swap|switch|change|trade|replace|exchange) (?P<n>{_N}|an?) (?:of the )?(?P<from>adults?|kids?|child(?:ren)?) (?:for|with|to|into|by) (?P<m>{_N}|an?)(?: more)?"
    r" (?P<to>adults?|kids?|child(?:ren)?)\b",
    re.I,
)
_HEDGED = re.compile(
    rf"\b(?:maybe|perhaps|possibly|potentially) (?:like |about |only |just |up to )*(?P<n>{_N})(?P<who>{_HEADS}?)\b{_ENDS}{_NO_NOUN}",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:(?:will|i'?ll|we'?ll) (?:know|see|tell you|let you know|confirm)|not sure|unsure|idk|don'?t know|in the end|tbd|not certain|no idea|still waiting|depends)\b",
    re.I,
)
_PAIR = re.compile(rf"(?<![\w$:/.,+-])(?P<n>{_N}) ?(?:\+|plus|and|&) ?(?P<m>{_N}){_ENDS}(?! ?[+=-]){_NO_NOUN}", re.I)
_KEEP = re.compile(
    r"\b(?:(?:keep|leave|hold)(?: (?:it|us|that|this|(?:the|our) (?:count|number|numbers|head ?count|guest count|guests|party)))?"
    r"(?: at| to| as| on| with)?|(?:stay|stick|remain)(?: at| with| to))"
    rf" (?:the )?(?P<n>{_N})(?P<who>{_HEADS}?)\b{_ENDS}{_NO_NOUN}",
    re.I,
)
_IT_MAY = (
    r"(?:(?:there(?:'?s| is| may be| might be)|with|is) (?:a|some) (?:(?:small|good|slight|real|big|fair|tiny) )?(?:chance|possibility)"
    r"(?: that)? (?:it'?s|it is|we'?re|we are|it'?ll be|we'?ll be|it will be|we will be|we'?d be|we end up|it ends up|of)"
    r"|(?:it|we|that|this|they|(?:the|our) (?:count|number|numbers|head ?count|party)) (?:may|might|could|can)(?: (?:well|also|even"
    r"|still|end up|turn out|drop|go|shrink|grow|come))*(?: (?:be|being|to be|to|down to|up to|at|with|as))*"
    r"|(?:possibly|perhaps|maybe) (?:it'?s|we'?re|it'?ll be|we'?ll be))"
)
_MAY_BE = re.compile(
    rf"\b{_IT_MAY}(?P<only>(?: (?:only|just|as few as|as many as|like|around|about|at most))*) (?P<n>{_N})(?P<who>{_HEADS}?)\b"
    rf"{_ENDS}{_NO_NOUN}",
    re.I,
)
_PRICE_ASKED = re.compile(r"\b(?:how much|price|cost|costs|quote|what would|what'?s that|what is that|total)\b", re.I)
_ECHO = re.compile(
    rf"^(?P<lead>\W*(?:(?:wait|what|huh|omg|wow|um|oh|ok|hm+|so|but)\W+)*)(?P<n>{_N}) ?(?:[?!]*\?[?!]*\?[?!]*|\?!+|!+\?|\?(?= \w+ \w+ \w+))"
    r"(?=\s|$)",
    re.I,
)
""" "96?? its like 80 from here": a number of ours is doubted."""
_FROM_US = re.compile(
    r"\b(?P<is>(?:it'?s|its|it is|that'?s|thats|only|maps? says?|google(?: maps)? says?|gps says?|it says)(?: (?:it'?s|like|only|just"
    rf"|about|around|maybe|more like|really))*) (?P<n>{_N})(?: miles)?(?P<from> from (?:you(?: guys)?\b|here|there|us\b|home|your [a-z]+))",
    re.I,
)
_MILES_SAID = re.compile(r"\d(?: miles)? from [a-z]", re.I)
_MAP_SAYS = re.compile(
    r"\b(?P<is>(?:google(?: maps)?|apple maps|maps|the map|my map|gps|waze) (?:says?|shows?|tells me)(?: (?:it'?s|like|only|just|about))*)"
    r" (?P<n>\d{1,3})(?: miles)?(?=\s*(?:$|[.,!?;\n]|from\b|to\b|but\b|not\b))",
    re.I,
)
_OFFER = re.compile(
    r"\b(?P<do>(?:(?:could|can|would|will|could'?nt|can'?t) (?:you|u|ya|we)(?: guys)?(?: maybe| just| possibly)? (?:do|make|go|take|accept|say|call)"
    r"|how about|what about|i(?:'d| would| can| could)? (?:pay|give you|offer|do)|let'?s (?:do|say|call))(?: (?:it|this|that|everything|all))?"
    r"(?: an even| even)?(?: for| at| with)?) (?P<n>\d{2,4})(?! ?(?:people|ppl|guests|adults|of us|kids|pm|am|:|persons|heads|more|miles|or \d))\b",
    re.I,
)


def plainly(text: str, dialogue: Dialogue, bands: Bands, home: str) -> str:
    """The text with such a correction in plain words; without a counted party only what is no guest at all.

    home: the town that our chefs set out from.
    """
    text = re.sub(rf"\bfrom {re.escape(home)}\b", "from you", text, flags=re.I) if _MILES_SAID.search(text) else text
    counts = counts_of(dialogue.party, bands)
    grown, young = (counts.adults, counts.children + counts.toddlers) if counts else (0, 0)
    text = _no_heads(text, dialogue, grown)
    if counts is None or not grown or dialogue.booked is not None:
        return text
    text = _PAIR.sub(lambda said: _pair(said, grown, young), text)
    text = _SUMMED_UP.sub(lambda said: _summed_up(said, counts), text)
    text = _TAKE_OFF.sub(r"remove \g<who>", _ONE_JOINED.sub(r"please add \g<n> people", text))
    if dialogue.just_guests:
        text = _SO_MANY_IT_IS.sub(lambda said: _back_to(said, grown, young), text)
    text = _MAY_BE.sub(lambda said: _maybe(said, grown, young), text)
    text = _AGREES.sub("", text) if "variant" in dialogue.expecting and _KEEP.search(text) else text
    text = _HEDGED.sub(lambda said: _maybe(said, grown, young), text) if _NOT_YET.search(text) else text
    text = _SWAP.sub(_swapped, _SOME_OFF.sub(lambda said: _some_off(said, grown, young), text))
    if _COUNT_TALK.search(text) and not young and len(_BARE.findall(text)) == 1:
        text = _BARE.sub(lambda said: _counted_again(said, grown), text)
    text = _KEEP.sub(lambda said: _kept(said, dialogue, grown, young), text)
    text = _without_the_doubted(text, grown, young)
    return _moved(_WORKED.sub(lambda said: _worked(said, grown, young), text), grown, young)


def _pair(said: re.Match[str], grown: int, young: int) -> str:
    """ "27 + 1": the grown-ups and the children, as they were counted."""
    known = (to_int(said["n"].lower()), to_int(said["m"].lower())) == (grown, young)
    return f"{grown} adults and {young} kids" if known and young else said.group()


def _summed_up(said: re.Match[str], counts: Counts) -> str:
    """Grown-ups, children and toddlers as they come to, where they are near to those who were counted."""
    told = [to_int(said[part].lower()) or 0 for part in ("n", "m", "k") if said[part]]
    young = counts.children + counts.toddlers
    known = [counts.adults, counts.children, counts.toddlers] if len(told) > 2 else [counts.adults, young]
    if not young or any(abs(new - old) > FEW for new, old in zip(told, known, strict=True)):
        return said.group()
    kinds = ("adults", "kids", "toddlers") if counts.children else ("adults", "toddlers", "toddlers")
    return "we're now " + " and ".join(f"{number} {kind}" for number, kind in zip(told, kinds, strict=False))


_INVITES = re.compile(r"\b(?:invit\w+|bring\w*|add\w*|join\w*|(?:is|are|'s|'re) coming|comes?)\b", re.I)


def _back_to(said: re.Match[str], grown: int, young: int) -> str:
    """ "10 it is", once 11 were counted."""
    number = to_int((said["n"] or said["m"]).lower()) or 0
    if number in (grown, grown + young):
        return "the guests stay as they are"
    if _INVITES.search(said.string[: said.start()]):
        return said.group()  # who comes too is read together with the number
    return _now(number, young) if 0 < abs(number - grown) <= FEW else said.group()


def _some_off(said: re.Match[str], grown: int, young: int) -> str:
    """ "Two of the 24 are nannies, take them off"."""
    less = to_int(said["n"].lower()) or 0
    known = to_int(said["all"].lower()) in (grown, grown + young)
    return _now(grown - less, young) if known and 0 < less < grown else said.group()


def _swapped(said: re.Match[str]) -> str:
    """ "Swap one adult for a kid": one fewer of these, one more of those."""
    same = said["from"][0].lower() == said["to"][0].lower()
    one, other = (to_int(said[part].lower()) or 1 for part in ("n", "m"))
    kinds = ["adult" if said[part].lower().startswith("a") else "kid" for part in ("from", "to")]
    return said.group() if same else f"remove {one} {kinds[0]} and add {other} {kinds[1]}"


def _counted_again(said: re.Match[str], grown: int) -> str:
    number = to_int(said["n"].lower()) or 0
    near = 0 < number <= MOST_GUESTS and abs(number - grown) <= max(FEW, grown // 2)
    return f"{said['lead']}{_now(number, 0)}" if near and number != grown else said.group()


def _now(adults: int, young: int) -> str:
    """So many grown-ups from now on, the children as before."""
    return f"we're now {adults} {'adults' if young else 'people'}"


def _no_heads(text: str, dialogue: Dialogue, grown: int) -> str:
    """Miles, money and a number that is only doubted as what they are."""
    told = dialogue.zip is not None and bool(dialogue.turns)
    text = _FROM_US.sub(_HOW_FAR if told else r"\g<is> \g<n> miles\g<from>", text, count=1)
    text = _MAP_SAYS.sub(_HOW_FAR if told and _HOW_FAR not in text else r"\g<is> \g<n> miles", text, count=1)
    if dialogue.turns:
        text = _ECHO.sub(lambda said: _doubted(said, grown), text, count=1)
    if not grown:
        return text
    least = max(LEAST_OFFER, 2 * grown)
    return _OFFER.sub(
        lambda said: f"{said['do']} ${said['n']}" if int(said["n"]) >= least else said.group(),
        text,
    )


_HOW_FAR = ". How did you get the miles?"
"""What is asked by who has counted other miles than we told."""


def _doubted(said: re.Match[str], grown: int) -> str:
    """A number of ours that is doubted, as a price where it is as large as one."""
    number = to_int(said["n"].lower()) or 0
    if number == grown or number <= LAST_HOUR:
        return said.group()
    return (
        f"{said['lead']}${number}??"
        if number >= LEAST_PRICE and _HOW_FAR not in said.string
        else f"{said['lead']}really??"
    )


def _maybe(said: re.Match[str], grown: int, young: int) -> str:
    """What may be changes nothing: it is priced where the price is asked, else it is only said."""
    number = to_int(said["n"].lower()) or 0
    plain = said["who"] or said["only"].strip() or number > LAST_HOUR
    if not plain or not 0 < number <= MOST_GUESTS or number in (grown, grown + young):
        return said.group()
    if _PRICED_ANEW.search(said.string):
        return said.group()
    if _PRICE_ASKED.search(said.string):
        return f"what if we were {number}{said['who'] or ' people'}"
    return "the number of guests may still change"


def _kept(said: re.Match[str], dialogue: Dialogue, grown: int, young: int) -> str:
    number = to_int(said["n"].lower()) or 0
    if number in (grown, grown + young):
        return "no, the guests stay as they are" if "variant" in dialogue.expecting else "the guests stay as they are"
    hour = dialogue.time is not None and dialogue.time.hour % LAST_HOUR == number % LAST_HOUR
    if not said["who"] and (hour or number <= LAST_HOUR) or not 0 < number <= MOST_GUESTS:
        return said.group()
    return _now(number, young)


def _worked(said: re.Match[str], grown: int, young: int) -> str:
    """The party that a sum comes to, told from the guests that there are."""
    first = to_int(said["first"].lower()) or 0
    terms = [*_TERM.finditer(said["sum"])]
    signed = [
        (-1 if one["sign"].lower() not in ("+", "plus") else 1) * (to_int(one["n"].lower()) or 0) for one in terms
    ]
    whole = to_int(said["n"].lower()) or 0
    less = any(one < 0 for one in signed)
    if (
        first + sum(signed) != whole
        or not 0 < whole <= MOST_GUESTS
        or (not less and (first != grown or signed == [young]))
    ):
        return said.group()
    of_all = bool(young) and first == grown + young
    return _now(whole - young if of_all else whole, young)


def _without_the_doubted(text: str, grown: int, young: int) -> str:
    """ "Fifteen adults? We are nine": our number as it is doubted goes, where another is told behind it."""
    said = _OURS.match(text)
    if said is None or to_int(said["n"].lower()) not in (grown, grown + young):
        return text
    rest = text[said.end() :]
    return rest if _COUNTED.search(rest) else text


def _moved(text: str, grown: int, young: int) -> str:
    """One fewer and two more in one message as what is left of them."""
    if "we're now" in text:
        return _without_steps(text)
    less, more = _FEWER.search(text), _MORE.search(text)
    if less is None or more is None or less.start() < more.end() and more.start() < less.end():
        return text
    step = (to_int((more["n"] or more["m"] or more["k"]).lower()) or 0) - (
        to_int((less["n"] or less["m"]).lower()) or 0
    )
    begins, ends = min(less.start(), more.start()), max(less.end(), more.end())
    told = [one for one in _SENTENCE.finditer(text) if one.start() < ends and one.end() > begins]
    if not told or "?" in text[told[0].start() : told[-1].end()] or not 0 < grown + step <= MOST_GUESTS:
        return text
    return f"{text[: told[0].start()]}{_now(grown + step, young)}.{text[told[-1].end() :]}"


def _without_steps(text: str) -> str:
    """ "One fewer, then two more: we're now 15 people": the steps are in it."""
    lead, _, rest = text.partition("we're now")
    begins = max(lead.rfind(sign) for sign in ".!?\n") + 1
    steps = lead[begins:]
    if _FEWER.search(steps) or _MORE.search(steps):
        return f"{lead[:begins]} we're now{rest}".strip()
    return text
