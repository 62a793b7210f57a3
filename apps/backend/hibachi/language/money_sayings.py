"""How people ask for a price in other words, in the plain ones: "what do you ask for that", "whats it cost to get a chef"."""

from hibachi.kit import lazy_re as re

_ASK = re.compile(
    r"\bwhat (?:do|would|will|wld|wd|does|'d) (?:you(?: guys| all| folks)?|u|ya|y'?all"
    r"|(?:a|the|your) chef) (?:ask|take|want|need|get|be asking|expect)(?: from us)? for (?:that|it"
    r"|this|all (?:of )?(?:it|that|this)|something like (?:that|this)|such an? [a-z]+"
    r"|an? [a-z]+ like (?:that|this))\b",
    re.I,
)
_TO_HAVE = re.compile(
    r"\b(?:what(?:'?s| does| would| will| is| do)?|how much(?:'s| does| would| will| is)?) (?:it|this"
    r"|that) (?:cost|run|take|be)(?: me| us)? to (?P<get>have|get|hire|book"
    r"|bring)(?= (?:you|ya'?ll|an? |the |your |one of))",
    re.I,
)
_STILL_TO_PAY = re.compile(
    r"\b(?:once|after|when|if) (?:(?:the|my|our) (?:deposit|down ?payment)(?:'s| is| has been"
    r"| was)? (?:paid|in|sent|done|made|out of the way|covered)"
    r"|(?:i|we)(?:'ve| have)? (?:paid|pay|sent|send|made|make|put down|put|leave|left) (?:the|my|our"
    r"|that|a) (?:deposit|down ?payment)(?: down| in)?),? ?(?:and |then )?(?:how much"
    r"|what)(?:'s the rest|'s left|'s still (?:due|owed)| remains"
    r"|(?: more| else| money)? (?:(?:do|would|will|'d|should) (?:i|we) (?:still |then "
    r"|also )*(?:have to |need to |got to )?(?:pay|owe|bring)|is (?:still )?(?:left|due|owed)"
    r"|(?:would|will) (?:still )?be (?:left|due|owed)))(?: to pay)?(?: (?:for|on) (?:the )?party day)?",
    re.I,
)
_DAY_OF = re.compile(
    r"(?P<owed>\b(?:owe|owing|pay|paying|left|due|bring|balance|remain\w*"
    r"|have ready)\b[^.?!\n]{0,30}\bon the (?:actual )?day) of (?:the|our|my) (?:party|event|dinner"
    r"|birthday|celebration|booking|show)\b",
    re.I,
)
""" "What do we still owe on the day of the party"."""
_NOW_AND_LATER = re.compile(
    r"\b(?:how much|what) (?:(?:would|do|will|must|should|'d) (?:i|we) (?:have to |need to )?(?:pay"
    r"|owe)|is due) (?:when (?:i|we) book|when booking|at booking|at the time of booking|to book"
    r"|up ?front|now|right away|first|today|in advance),? (?:and|then) (?:how much"
    r"|what)(?: (?:is|would be)(?: left| due)?| do (?:i|we) (?:pay|owe))? (?:afterwards?|after that"
    r"|later(?: on)?|on the day(?: itself)?|at the party|at the end|then|after)\b",
    re.I,
)
""" "How much would I pay when booking and how much afterwards": the deposit and the balance."""
_EACH_OWES = re.compile(
    r"\b(?:what|how much) (?:does|would|will|do) (?:each (?:person|one|guest|adult|of us|of them)"
    r"|every(?:one| one| person|body)|we each|they each) (?:owe|pay|have to pay|need to pay)(?: then"
    r"| each)?\b(?! on the| at the| that day| after| left)",
    re.I,
)
""" "What does each person owe then?"."""
_SIGNS = re.compile(r"(?<![\d$])\$\$+(?![\d$])")
""" "12 adults 94560 $$?": how much it is."""
_IT_IS = re.compile(
    r"\b(?P<what>the (?:deposit|total|price|balance|travel fee|travel|minimum|tip)) (?:is|was|would be"
    r"|comes to)(?: (?:what|how much))? ?\?",
    re.I,
)
""" "And the deposit is?"."""
_N_THE = re.compile(r"(?:^|(?<=[.!?,;] )|(?<=lol ))n (?=(?:the|how|what|is|are|do|does|can|when|where) )", re.I)


def asked_plainly(text: str) -> str:
    """The text with these questions for money as most people ask them."""
    plain = _IT_IS.sub(r"what's \g<what>?", _N_THE.sub("and ", text))
    plain = _SIGNS.sub("how much", _EACH_OWES.sub("how much is that per person", plain))
    plain = _ASK.sub("how much is it", plain)
    plain = _NOW_AND_LATER.sub(
        "how much is the deposit, and what do we owe on the day", _DAY_OF.sub(r"\g<owed>", plain)
    )
    plain = _TO_HAVE.sub(r"how much is it to \g<get>", plain)
    return _STILL_TO_PAY.sub("how much is left to pay after the deposit", plain)
