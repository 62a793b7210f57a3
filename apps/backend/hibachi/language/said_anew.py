"""A count that is said anew in one breath stands once: "fifteen adults no scratch that sixteen sixteen adults", "two kids. Yeah two kids"."""

from hibachi.kit import lazy_re as re
from hibachi.language import counts_by_place
from hibachi.language.numbers import to_int
from hibachi.language.openers import OPENERS
from hibachi.language.small_numbers import ONE_TO_NINE, ONE_TO_NINETEEN

_N = (
    rf"(?:\d{{1,3}}|an?(?= dozen)|(?:a |one )?dozen|{ONE_TO_NINETEEN}"
    rf"|(?:twenty|thirty|forty|fifty|sixty)(?:[- ](?:{ONE_TO_NINE}))?)"
)
_ENDS = r"(?![\w:/$%-]|[.,]\d| ?(?:am|pm)\b)"
_GROWN = r"(?:adults?|adlts|grown[- ]?ups)"
_ALL = r"(?:people|ppl|guests?|persons?|of us)"
_YOUNG = r"(?:kids?|child(?:ren)?|kiddos?|grand ?kids|grandchild(?:ren)?)"
_SMALL = r"(?:toddlers?|bab(?:y|ies)|little ones)"
_NOUN = rf"(?:{_GROWN}|{_ALL}|{_YOUNG}|{_SMALL})"
_BACK = (
    r"(?:(?:oh|no|nope|nah|wait|sorry|actually|oops|whoops|rather|correction|er|or rather|my bad"
    r"|my mistake|well|but|hold on|hang on|i mean|i meant|make (?:that|it)|scratch(?: that)?|strike that"
    r"|forget that|let me correct that|i (?:take|took) that back|that'?s wrong|what am i saying"
    r"|i said that wrong|excuse me|pardon)[ ,.…:–—-]*)"
)
_LEADS = (
    r"(?:(?:it'?s|it is|we'?re|we are|there'?s|there are|there will be|that'?s|it'?ll be|it should be"
    r"|should be|just|only|like|more like)[ ,]*)*"
)
_TAKEN_BACK = re.compile(
    rf"\b(?P<old>{_N}) "
    rf"(?P<was>{_NOUN})[ ,.…–—-]+(?P<back>{_BACK}{{1,5}}){_LEADS}(?P<new>{_N})(?:[ ,]+(?P=new))?(?: "
    rf"(?P<noun>{_NOUN})(?:[ ,]+(?:sorry|my bad|excuse me)\b)?)?(?(noun)"
    rf"|(?![ ,]+(?:and )?{_N}\b|[ ,]+(?:i|we) forgot\b))(?![\w:/$%]|[.,]\d"
    r"| ?(?:am|pm|o'?clock|of (?!us)|orders?|portions?|more|years?|yrs?|yo|minutes|hours|days)\b)",
    re.I,
)
_STUTTER = re.compile(rf"\b(?P<n>(?!\d){_N})(?: (?:uh+,? |um+,? )?(?P=n))+(?= {_NOUN}\b)", re.I)
_AGAIN = re.compile(
    rf"\b(?P<said>(?P<n>{_N}) (?P<noun>{_NOUN}))(?P<sign>[ ,.…!–—-]+)(?:(?:yeah|yes|yep|yup|right|ok"
    r"|okay|correct|exactly|so|again|i said|that'?s|that is|sure)[ ,.…]*)+(?P=n) (?P=noun)\b",
    re.I,
)
_IT_WAS = re.compile(
    r"\b(?:(?:it|we|there|that|(?:the|our|my) (?:party|group|booking|reservation|count|head ?count"
    r"|number))(?: were| was|'d been| had been)"
    r"|(?:we|i) (?:originally )?(?:said|had|booked|put|told (?:you|u)|planned"
    r"|reserved))(?: (?:going to be|gonna be|supposed to be|booked|planned|at|for|only"
    rf"|just))* (?P<old>{_N}) (?P<was>{_NOUN})(?: before| originally| at first| initially)?(?:,| and"
    r"| but|;| -|\.)+ (?:now |but |and |then )*(?:it'?s|it is|we'?re|we are|there'?s|there are"
    r"|we'?ll be|it'?ll be|it will be)(?: (?:now|actually|really|up to|down to|going to be"
    rf"|gonna be))* (?P<new>{_N})(?: (?P<noun>{_NOUN}))?{_ENDS}",
    re.I,
)
""" "It was thirteen adults and now it's seventeen"."""
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|not) (?:the |our |just |only "
    rf"|those )*(?P<old>{_N}) (?P<was>{_NOUN})(?: (?:we (?:said|had|told you|booked(?: for)?|planned)"
    r"|on the booking|originally|booked|planned))?,? (?:(?:but|we|it|there|now|are|is|'?re|'?s|will"
    r"|'?ll|would|be|expect|expecting|have|having|need|going to"
    rf"|gonna) ?)+(?P<new>{_N})(?! ?(?:[ap]\.?m\b|o'? ?clock))(?: (?P<noun>{_NOUN}))?{_ENDS}",
    re.I,
)
""" "Instead of the 26 adults we now expect 34"."""
_NO_ONE = re.compile(
    r"\bno one(?= (?:is|are|under|below|younger|over|above|older|else|of (?:us|them)|will|has|eats?|needs?|wants?|'s))",
    re.I,
)
""" "No one below thirteen" counts nobody."""
_TOLD_TWICE = re.compile(
    rf"\b(?P<all>{_N}) {_ALL}(?:,? (?:so|that'?s|that is|i mean|meaning|yeah|uh+|um+|well"
    rf"|total))*,? (?P<grown>{_N})(?= {_GROWN}\b)",
    re.I,
)
""" "Thirteen of us thirteen adults": one count with two nouns."""
_OF_US_ADULTS = re.compile(
    rf"(?<!guests, )(?<!people, )(?<!total, )(?<!altogether, )(?<!, and )\b(?P<n>{_N}) of us "
    rf"(?P<noun>{_GROWN})\b(?! (?:and|plus) {_N} of)",
    re.I,
)
_INTERRUPTED = re.compile(
    r"(?P<sum>\b(?:makes|that'?s|comes to|would be|will be|we'?re|we are|it'?s|is"
    r"|are)(?: (?:us|about|like))?),? (?:(?:hang on|hold on|let me (?:see|think|count)"
    rf"|lemme (?:see|think|count)|wait|one sec|give me a sec)[ ,.…]+)+(?={_N}\b)",
    re.I,
)
""" "That makes, hang on, 10"."""
_A_CROWD_OF = re.compile(
    r"\b(?:staff|team|crew|crowd|squad|bunch|gang|class|club|choir|tribe|headcount"
    rf"|guest list) of (?:about |around |like |roughly )?(?={_N}\b)",
    re.I,
)
_HALF_OF = re.compile(
    r"\b(?P<share>half|a third|a quarter|one third|two thirds) of (?:the |us |our "
    rf"|those )?(?P<n>{_N})(?: (?P<noun>{_ALL}))? (?:are|is|will be|being) (?P<kids>{_YOUNG})\b",
    re.I,
)
""" "Half of 24 are kids"."""
_MOSTLY = re.compile(
    rf"\b(?P<all>{_N} {_ALL}),? (?:mostly|mainly|most(?: of (?:us|them))? are) {_GROWN},? (?:and |but "
    rf"|with |except )?(?P<n>{_N}) (?P<kids>{_YOUNG}|{_SMALL})\b",
    re.I,
)
""" "20 people mostly adults, 3 kids": three of the twenty."""
_MAKES = re.compile(
    r"(?P<who>\b(?:me|us|i|myself|mine|wife|husband|hubby|wives|husbands|parents|folks|friends|family"
    r"|kids|mom|dad|them)\b[,;.]?(?: so| and|,)* (?:that|which|it|this) (?:makes|comes to|adds up to"
    rf"|would make|will make|makes us) (?:about |us |it |like )?{_N})(?=[,.;!?]| all\b"
    r"| in (?:all|total)| altogether|$)",
    re.I,
)
""" "My wife and me, that makes 10": people."""
_NOT_ONE = re.compile(
    r"\b(?:and |but )?(?:not (?:a|one|any)(?: single)?|nary a|without an?(?: single)?"
    rf"|no single) (?P<young>{_YOUNG}|{_SMALL})\b(?! (?:friendly|menu|price|meal))",
    re.I,
)
_AND_KIDS = re.compile(
    r"^(?P<lead>\W*(?:(?:so|now|ok(?:ay)?|yes|yeah|we'?re|we are|we'?ll be|we will be|it'?s|it'?ll be"
    r"|make it|just|for|a party of|party of|there'?s|there are|there will be"
    rf"|actually)\b[ ,]*)*)(?P<n>{_N}),? (?P<and>and|plus|\+|n|&) (?P<m>{_N}) (?P<kids>{_YOUNG}"
    rf"|{_SMALL})\b",
    re.I,
)
""" "10 and 2 kids": the first number are the grown-ups."""
_GROWN_OWN = re.compile(
    rf"\b(?P<n>{_N}) of us\b(?P<between>(?:(?!\b(?:me|i|wife|husband|and|plus|mom|dad"
    rf"|kids?)\b)[^.?!\n]){{0,45}}?)[ ,]+(?:with |including |incl |counting )?(?:our |my "
    rf"|their )?(?P<own>{_N}|both) (?:grown(?:[- ]?up)?|adult) (?:sons|daughters|kids|children|boys"
    r"|girls)\b(?: included)?",
    re.I,
)
""" "The 4 of us, our anniversary with our two grown sons": they are among the four, and grown."""
_KINDS = (_GROWN, _ALL, _YOUNG, _SMALL)


_BARE_BACK = re.compile(
    rf"^(?P<lead>\W*(?:(?:{OPENERS}|we'?re|we are|it'?s|for|like|about|it'?d be"
    rf"|there'?s)\b[ ,.]*)*)(?P<old>{_N})[ ,.…–—-]+(?P<back>{_BACK}{{1,5}}){_LEADS}(?P<new>{_N})(?=\s*(?:\("
    r"|[.,;!]|$))",
    re.I,
)
""" "So 12.. no 14 (forgot the roommates)": how many come, put right."""
_OF_A_PARTY = re.compile(
    r"\b(?:adults|all (?:over|adults|grown)|people|ppl|guests|kids|no children|how much|what would"
    r"|price|quote|cost|budget|\d{5})\b",
    re.I,
)
_FORGOT = re.compile(
    r",? (?:sorry,? )?(?:i|we) (?:(?:totally|completely|almost|just) )?(?:forgot"
    r"|missed)(?: (?:that|them|to (?:say|add|mention|tell you)|about (?:that|them|those)))?(?=\s*(?:$"
    r"|[.!?;)\n]))",
    re.I,
)
""" "12 adults and 2 kids, i forgot": why it is said now; nobody more."""
_I_THINK = re.compile(
    r"(?P<noun>\b(?:kids?|children|toddlers?|bab(?:y|ies)|adults|grown[- ]?ups|people|ppl"
    r"|guests)),? i (?:think|guess|believe|hope|suppose|reckon|imagine|mean)(?=\s*(?:$|[.!?;)\n]))",
    re.I,
)
""" "12 adults and 2 kids, i think": the one who thinks is no further guest."""


def once(text: str) -> str:
    """The text with each count as it was said last; another noun behind "no" counts others and stays."""
    text = _GROWN_OWN.sub(_all_grown, counts_by_place.told(text))
    text = _INTERRUPTED.sub(r"\g<sum> ", _OF_US_ADULTS.sub(r"\g<n> \g<noun>", text))
    text = _HALF_OF.sub(r"\g<n> people, \g<share> of them \g<kids>", _A_CROWD_OF.sub("party of ", text))
    text = _MOSTLY.sub(r"\g<all>, \g<n> of them \g<kids>", text)
    text = _AND_KIDS.sub(_grown, text)
    text = _MAKES.sub(r"\g<who> people", text)
    text = _BARE_BACK.sub(r"\g<lead>\g<new> of us", text) if _OF_A_PARTY.search(text) else text
    plain = _STUTTER.sub(
        lambda said: said["n"], _NO_ONE.sub("nobody", _I_THINK.sub(r"\g<noun>", _FORGOT.sub("", text)))
    )
    plain = _NOT_ONE.sub("no kids", _TAKEN_BACK.sub(_meant, plain))
    plain = _TOLD_TWICE.sub(lambda said: said["grown"] if _alike(said) else said.group(), plain)
    plain = _INSTEAD.sub(_now, _IT_WAS.sub(_now, plain))
    return _AGAIN.sub(lambda said: said["said"], plain)


def _grown(said: re.Match[str]) -> str:
    number, young = to_int(said["n"].lower()), to_int(said["m"].lower())
    if number is None or young is None or number < young:
        return said.group()
    return f"{said['lead']}{said['n']} adults {said['and']} {said['m']} {said['kids']}"


def _all_grown(said: re.Match[str]) -> str:
    whole, own = to_int(said["n"].lower()) or 0, to_int(said["own"].lower()) or 2
    return f"{said['n']} adults{said['between']}" if whole > own else said.group()


def _alike(said: re.Match[str]) -> bool:
    return to_int(said["all"].lower()) == to_int(said["grown"].lower())


def _meant(said: re.Match[str]) -> str:
    noun, was = said["noun"] or said["was"], said["was"]
    if _kind(noun) != _kind(was) or to_int(said["new"].lower()) is None:
        return said.group()
    if said["back"].strip(" ,.").lower() in ("but", "not", "and not", "but not"):
        return said.group()
    return f"{said['new']} {noun}"


def _now(said: re.Match[str]) -> str:
    """How many it is now, with the noun of before."""
    noun = said["noun"] or said["was"]
    return f"we're now {said['new']} {noun}" if _kind(noun) == _kind(said["was"]) else said.group()


def _kind(noun: str) -> str:
    return next(kind for kind in _KINDS if re.fullmatch(kind, noun, re.I))
