"""A sum that is worked out aloud, and an amount by its bare number, written as money: "7 x 55 is 385", "the 200 is fine".

Money with its sign is neither a day, nor an hour, nor a number of guests for any reader that comes after.
"""

from collections.abc import Set as AbstractSet
from decimal import Decimal

from hibachi.kit import lazy_re as re

_PEOPLE = r"(?:adults?|kids?|children|people|ppl|persons?|guests?|of us|heads?)"
_MONEY = r"\$ ?\d{1,4}(?:\.\d\d)?|\d{1,4}(?:\.\d\d)?"
_UNIT = (
    r"(?: ?(?:dollars|bucks|usd))?(?: (?:each|apiece|pp|per (?:person|head|adult|kid|child|guest)"
    r"|an? (?:person|head|adult|kid)))?"
)
_TERM = (
    rf"(?<![\w$.:/-])(?:{_MONEY})(?: {_PEOPLE})? ?(?:x|\*|×|times|@|at) ?(?:{_MONEY})(?!\d|[:/]|\.\d"
    rf"| ?(?:am|pm|o'?clock)\b){_UNIT}"
)
_RESULT = (
    rf"{_UNIT} ?(?:=|is|makes|equals?|comes? (?:out )?to|gives?(?: me| us)?|would be|should be"
    rf"|adds up to)(?: only| just| about| like| still)* ?(?P<result>\$ ?\d{{2,5}}(?:\.\d\d)?"
    rf"|\d{{2,5}}(?:\.\d\d)?)(?!\d|[:/]| ?(?:am|pm|{_PEOPLE})\b)"
)
_SUM = re.compile(rf"(?P<sum>{_TERM}(?:(?:,? ?(?:and|plus|\+|&) ?|, ){_TERM})*)(?:{_RESULT})?", re.I)
_PRODUCT = re.compile(rf"(?P<n>{_MONEY})(?P<who> {_PEOPLE})? ?(?P<sign>x|\*|×|times|@|at) ?(?P<each>{_MONEY})", re.I)
_BY = frozenset(("x", "*", "×", "times"))
_THE_AMOUNT = re.compile(
    r"\b(?<!make )(?<!be )(?P<the>the|that|this|your|an? (?:extra|additional)|another"
    r"|(?:pay(?:ing)?|owe|cover)(?: you)?(?: the| that| another| an extra)?) (?P<n>\d{3,4})"
    r"(?= (?:is|was|are|isn'?t|sounds?|works?|seems?|feels?|would be|will be|'?s|now|down|back|fee"
    r"|charge|deposit|minimum|min|dollars|bucks|bill|for (?:the|that|this|moving|changing|travel|food)"
    r"|to (?:move|change|hold|reserve|book|reschedule))\b| ?[.,;!?]| ?$)",
    re.I,
)
""" "The 200 is fine": from a hundred on a bare number behind "the" is an amount; a party is called by its people."""


_IS_THE_AMOUNT = re.compile(
    r"\b(?P<the>it'?s|its|it is|that'?s|thats|is it|is that|it was|comes to|come to"
    r"|(?:the )?total is) (?P<n>\d{3,4})(?= (?:for|total|altogether|in total|and is|with) )",
    re.I,
)
""" "If it's 880 for 16 adults": an amount, told with what it is for."""


_THE_PRICE = re.compile(
    r"\b(?P<the>(?<!of )(?:the|that|your) )(?P<n>\d{2,3})(?=(?: (?:a|per|each|for|is|was|include[sd]?"
    r"|cover[sed]*|get[s]?|all|buy[s]?|come[s]?|go(?:es)?|price)\b)| ?[.,;!?]"
    r"| ?$)(?! (?:of|are|is coming|were|who)\b)",
    re.I,
)
""" "What comes with the 55": a bare number that is what a guest pays."""


_EQUALS = re.compile(rf"\b(?P<who>\d{{1,3}} {_PEOPLE}) ?= ?\$? ?(?P<n>\d{{2,5}})\b(?! ?{_PEOPLE})", re.I)
""" "So 12 adults = 540?": so many, and what they are said to cost."""


_TO_SPEND = re.compile(
    r"(?<![\w$:/.-])(?P<n>\d{2,4})(?=(?: (?:dollars|bucks))?(?: (?:more|left|over|extra|free|still))*"
    r" (?:to (?:burn|spend|use(?: up)?|play with|spare|fill(?: up)?|blow|waste|work with|eat up|kill)|of (?:room|wiggle room|credit)|in credit)\b)",
    re.I,
)
""" "So there's 110 to burn": what is left of an amount."""
_SO_MUCH_LESS = re.compile(
    r"(?<![\w$:/.-])(?P<n>\d{2,4})(?=(?: (?:dollars|bucks))? (?:less|cheaper|more|extra|off|difference|more expensive|in savings|saved)"
    r" (?:for|with|if|per|by|when)\b)"
    r"|(?<=\bsaves us )(?P<us>\d{2,4})\b|(?<=\bsaves )(?P<s>\d{2,4})\b|(?<=\bsave )(?P<v>\d{2,4})\b|(?<=\bsave only )(?P<o>\d{2,4})\b",
    re.I,
)
""" "Only 25 less for 2 ppl??": what it costs more or less."""


def as_money(text: str, prices: AbstractSet[int]) -> str:
    """The text with sums and named amounts as money. prices: what a guest pays, in whole units."""
    text = _SO_MUCH_LESS.sub(lambda match: f"${match.group()}", _TO_SPEND.sub(r"$\g<n>", text))
    text = _EQUALS.sub(lambda match: f"{match['who']} is ${match['n']}", text)
    text = _SUM.sub(lambda match: _worked_out(match, prices), text)
    text = _IS_THE_AMOUNT.sub(lambda match: f"{match['the']} ${match['n']}", text)
    text = _THE_PRICE.sub(
        lambda match: f"{match['the']}${match['n']}" if int(match["n"]) in prices else match.group(), text
    )
    return _THE_AMOUNT.sub(lambda match: f"{match['the']} ${match['n']}", text)


def _plain(amount: str) -> Decimal:
    return Decimal(amount.replace("$", "").strip())


def _worked_out(match: re.Match[str], prices: AbstractSet[int]) -> str:
    """What a sum comes to; guests that it counts by their noun stay before it."""
    terms = list(_PRODUCT.finditer(match["sum"]))
    priced = any("$" in one.group() or {int(_plain(one["each"])), int(_plain(one["n"]))} & prices for one in terms)
    known = match["result"] is not None and any(
        one["sign"].lower() in _BY or int(_plain(one["each"])) in prices for one in terms
    )
    if not terms or not (known or (priced and all(one["sign"].lower() in _BY for one in terms))):
        return match.group()
    told = (
        _plain(match["result"])
        if match["result"]
        else sum((_plain(one["n"]) * _plain(one["each"]) for one in terms), Decimal())
    )
    counted = " and ".join(f"{one['n']}{one['who']}" for one in terms if one["who"])
    amount = f"${told:.2f}".removesuffix(".00")
    said = f"that is {amount}" if match["result"] else amount
    return f"{counted}, {said}" if counted else said
