"""Changes of a party that stands, written in short: "add 2", "12.. no 14 (forgot the roommates)", "push it to 9". Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY_STEMS
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.policies.schemas import Profile

_ENDS = r"(?=\s*(?:$|[.,;!?)\n]|(?:and|but|please|pls|plz|too|also|as well|thanks)\b))"
_VERB = (
    rf"\b(?P<verb>add(?:ing)?|plus|drop(?:ping)?|remove|minus|take off|lose|subtract) (?P<n>{NUMBER})(?P<more> more)?"
)
_HEADS = re.compile(rf"{_VERB}{_ENDS}", re.I)
_TO_PARTY = re.compile(
    rf"{_VERB}(?= (?:to|from|for|on) (?:the |our |my )?(?:party|booking|list|head ?count"
    rf"|(?:{MONTH_STARTS}|{WEEKDAY_STEMS})[a-z]*\b))",
    re.I,
)
""" "Add 3 to June"."""
_AND_ELSE = re.compile(r"\b(?:push|move|start|begin|bump|shift|resched\w*|switch|change|make it|do)\b", re.I)
""" "Push it an hour later and add 2": beside another change a number alone counts people."""
_CORRECTED = re.compile(
    r"(?P<lead>^\W*(?:(?:so|ok(?:ay)?|now|actually|make (?:it|that)|we'?re|we are|it'?s|we'?ll be"
    rf"|change (?:it|that) to)\W+)*)(?P<old>{NUMBER})(?: (?:people|of us|guests))?[\s.,…-]+(?:no+|wait"
    r"|sorry|i mean|make (?:it|that)|actually|scratch that"
    rf"|oops)\b[\s.,…-]*(?:(?:it'?s|make (?:it|that)|we'?re) )?(?P<new>{NUMBER})(?: (?:people|of us"
    r"|guests))?(?P<why>[\s,.-]*\(?(?:i |we )?(?:almost |totally )?forgot\b[^)\n]*\)?)?\W*$",
    re.I,
)
_TO_HOUR = re.compile(
    r"\b(?P<move>(?:push|bump|shift|move"
    r"|start)(?: (?:it|us|that|the (?:start|party|time)))?(?: (?:back|up|out|forward))? (?:to"
    rf"|at)) (?P<n>1[0-2]|[1-9]){_ENDS}",
    re.I,
)
_LOST = re.compile(
    rf"\b(?:we )?(?:just )?(?:lost|losing|we'?re down) (?:another |(?P<n>{NUMBER}) (?:more|other)\b)(?: one\b)?", re.I
)
""" "We lost one more": one fewer."""
_GROWN = r"(?:adults?|grown[- ]?ups?)"
_YOUNG = r"(?:kids?|child(?:ren)?|toddlers?)"
_SWAPPED = re.compile(
    rf"\b(?:swap|trade|switch|exchange|replace) (?P<n>{NUMBER}|an?) (?P<was>{_GROWN}|{_YOUNG}) (?:for"
    rf"|with|to) (?P<m>{NUMBER}|an?) (?P<now>{_GROWN}|{_YOUNG})\b",
    re.I,
)
""" "Swap one adult for a kid"."""
_COUNTED_AS = re.compile(
    r"^[^?\n]*\bcount (?P<who>her|him|them|both(?: of them)?|the twins) (?:both )?(?:as"
    rf"|like) (?:an? )?(?P<now>{_GROWN}|{_YOUNG})\b[^?\n]*$",
    re.I,
)
""" "My niece turned 13 so count her as an adult"."""
_WENT = re.compile(
    r"\b(?:the )?(?P<who>kids|children|adults|grown[- ]?ups) (?:count )?(?:went|go(?:es)?|are going"
    rf"|changed?)(?: up| down)?(?: from {NUMBER})? to (?P<n>{NUMBER})(?: people)?\b",
    re.I,
)
_MINUS = re.compile(rf"(?:^|(?<=[\s,;]))[-–](?P<n>\d{{1,2}}) (?P<who>{_GROWN}|{_YOUNG}|people|guests?)\b", re.I)
_PLUS_ONES = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:of (?:my|our|the|them|us) ?)?(?:[a-z]+ )?(?:are|is|will be|want to"
    r"|wants to|'re)(?: also)? (?:bring(?:ing)?) (?:a |an |their |his |her |some )?(?:plus[- ]ones?"
    r"|\+1s?|dates?|partners?|spouses?|significant others?|someone)\b",
    re.I,
)
""" "2 friends are bringing plus ones"."""
_CANCELLATIONS = re.compile(
    rf"\b(?:(?:we|i)(?:'ve| have)? (?:had|got|have|gotten) )?(?P<n>{NUMBER}) (?:cancell?ations?"
    r"|no[- ]shows?|dropouts?)\b(?: so far)?"
    rf"|\b(?P<m>{NUMBER}) (?:people |ppl |guests |of them )?(?:rsvp'?d|rsvped|said|replied) no\b",
    re.I,
)
_DOWN_TO = re.compile(
    r"\b(?:drop|cut|reduce|bring|lower|take|knock|trim) (?:it|us|that|this|me|things"
    rf"|the (?:count|head ?count|number|group|party))(?: down)? to (?P<n>{NUMBER})\b(?! ?(?:am|pm"
    r"|adults?|kids?|children|dollars|o'?clock|:|%))(?: (?:people|guests))?",
    re.I,
)
_EXCEPT = re.compile(
    r"[,;]?\s*\b(?:except|besides|but|only|apart from|other than)(?: for"
    r"| that)? (?P<who>(?:my|our) [\w-]+(?:[ -]in[ -]law)?),? (?:(?:s?he|they)(?='|\b) ?)?(?=wants?"
    r"|gets?|would|'d|is having|has|takes?|needs?)",
    re.I,
)
""" "The rest chicken, except my husband he wants lobster"."""
_WHAT_AT = re.compile(
    r"^(?P<lead>\W*(?:(?:and|so|ok(?:ay)?|hm+|but)\W+)*)(?:what|how much)(?:'s|'d| would| will| is| does)? "
    r"(?:it|that|the (?:total|price|bill))(?: be| cost| come to| go to)? (?:with|at"
    r"|if (?:we(?:'re| are| were)|it'?s|there'?s)) "
    rf"(?P<n>{NUMBER})(?: (?:people|of us|guests|heads))?(?: (?:instead|then|now|total))*\W*$",
    re.I,
)
""" "What would it be with 15", of the party that stands."""
_WE_N = re.compile(
    rf"\bwe (?P<about>(?:(?:prob(?:ably)?|maybe|like|only|just|now|down to|r|gonna be|gon be|b|bout|about) )+)(?P<n>{NUMBER})"
    r"(?P<end>(?: (?:now|instead|people|ppl|total))*)(?=\W|$)(?! ?(?:am|pm|kids|adults|children|of the|more|%))",
    re.I,
)
""" "We prob 8 now": without its verb."""
HALF_A_DAY = 12


def whole(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The same in whole words, where it can mean nothing else of a party that stands."""
    if not (
        {"how_many", "ages", "which_booking"} & set(dialogue.expecting) or dialogue.just_dish or dialogue.wanted_dish
    ):
        text = _TO_PARTY.sub(_people, text)
        text = _HEADS.sub(_people, text) if _AND_ELSE.search(_HEADS.sub(" ", text)) else text
        text = _CORRECTED.sub(_last, text)
    text = _COUNTED_AS.sub(_as_others, _SWAPPED.sub(r"remove \g<n> \g<was> and add \g<m> \g<now>", text))
    text = _WE_N.sub(r"we are now \g<n> people", text)
    text = _MINUS.sub(r"minus \g<n> \g<who>", _WENT.sub(r"make it \g<n> \g<who>", text))
    text = _LOST.sub(lambda one: f"{one['n'] or 'one'} person less", text)
    text = _PLUS_ONES.sub(lambda one: f"add {one['n']} people", text)
    text = _DOWN_TO.sub(
        lambda one: f"make it {one['n']} people",
        _CANCELLATIONS.sub(lambda one: f"{one['n'] or one['m']} people can't come", text),
    )
    text = _EXCEPT.sub(lambda one: f". {one['who']} ", text)
    if dialogue.goal not in ("quote", "booking"):
        text = _WHAT_AT.sub(lambda one: f"what if we are {one['n']} people", text)
    text = _last_of_two(text, dialogue)
    text = _of_the_dish(_as_start(text, dialogue, profile), dialogue)
    hours = {slot.hour for slot in profile.booking.slots}
    return _TO_HOUR.sub(lambda told: _at(told, hours), text)


def _as_others(told: re.Match[str]) -> str:
    """So many of the one kind fewer, and of the other more."""
    number = 1 if told["who"].lower() in ("her", "him") else 2
    grown = told["now"].lower().startswith(("adult", "grown"))
    return f"remove {number} {'kids' if grown else 'adults'} and add {number} {'adults' if grown else 'kids'}"


_SO_MANY = re.compile(
    rf"\W*(?:(?:{OPENERS}|no|actually)\W+)*(?:make (?:it|that)|only|just"
    rf"|better) (?P<n>{NUMBER})(?: (?:of (?:them|those)|then|please|pls|instead))*\W*",
    re.I,
)


def _of_the_dish(text: str, dialogue: Dialogue) -> str:
    """ "Make it 3", once two lobsters were shown or done: portions of that dish, no size of the party."""
    shown = dialogue.pending.arguments if dialogue.pending is not None else dialogue.changed_here
    told = _SO_MANY.fullmatch(text)
    dishes = [(shelf, key) for shelf, row in shown.items() if shelf in _SHELVES for key in row]
    if told is None or len(dishes) != 1 or set(shown) - set(_SHELVES):
        return text
    extra = "extra " if dishes[0][0] == "extra_proteins" else ""
    return f"make it {to_int(told['n'])} {extra}{dishes[0][1].replace('_', ' ')}"


_SHELVES = ("protein_selections", "extra_proteins", "addons")


_TWO = re.compile(
    rf"\W*(?:(?:{OPENERS}|no|actually|like)\W+)*{NUMBER}[\s.,…-]+(?:no+|wait|sorry|i mean|actually"
    rf"|make that)[\s.,…-]+(?P<n>{NUMBER})\W*",
    re.I,
)


def _last_of_two(text: str, dialogue: Dialogue) -> str:
    """ "Hmm 3. No 5", while more guests wait for a yes: the last number counts, and neither is an age."""
    shown = dialogue.pending.arguments if dialogue.pending is not None else {}
    told = _TWO.fullmatch(text)
    return f"no {told['n']}" if told is not None and {"adults", "children"} & set(shown) else text


_BARE_HOUR = re.compile(
    r"\W*(?:(?:ok(?:ay)?|at|or|and|maybe|then|no|(?:that'?s )?(?:way )?too (?:late|early)|actually"
    r"|how about|what about|make it|is|let'?s do|do)\W+)*(?P<n>1[0-2]"
    r"|[1-9])(?: ?o'?clock)?(?: (?:then|works|is (?:good|fine|better)|please|pls|instead|ok|possible"
    r"|open))*\W*",
    re.I,
)


def _as_start(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """ "3", right after a move was shown: a start of ours, and nobody's age."""
    shown = dialogue.pending.arguments if dialogue.pending is not None else {}
    told = _BARE_HOUR.fullmatch(text)
    if told is None or not shown or set(shown) - {"date", "time"}:
        return text
    late = int(told["n"]) % HALF_A_DAY + HALF_A_DAY
    ours = late in {slot.hour for slot in profile.booking.slots}
    return f"{text[: told.start('n')]}{told['n']}pm{text[told.end('n') :]}" if ours else text


def _people(told: re.Match[str]) -> str:
    return f"{told['verb']} {told['n']}{told['more'] or ''} people"


def _last(told: re.Match[str]) -> str:
    """The number that is meant; who was forgotten is counted in it."""
    old, new = to_int(told["old"]), to_int(told["new"])
    if not old or not new or not (told["why"] or told["lead"].strip(" ,.")):
        return told.group()
    return f"{told['lead']}{new} people"


def _at(told: re.Match[str], hours: set[int]) -> str:
    """ "Push it to 9": an hour at which we start."""
    hour = int(told["n"])
    late = hour if hour == HALF_A_DAY else hour + HALF_A_DAY
    return f"{told['move']} {hour}pm" if late in hours else told.group()
