"""Guests told in loose words, in the plain row that is read everywhere: "12 with the kids. 6, 10, 13" are 12 with 3 kids among them."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_YOUNG = r"(?:kids|children|kiddos|little ones|boys|girls|grand ?kids|grandchildren|grandbabies)"
_GROWN = r"(?:adults?|grown[- ]?ups?|people|ppl|of us|guests)"
_AGE = rf"(?!\d{{3}})(?:{NUMBER})"
_AGES = (
    rf"(?P<ages>{_AGE}(?:(?:,? and |, ?| ?& ){_AGE}){{1,9}})\)?(?P<baby>,? (?:and|plus) (?:the|a"
    r"|one) baby)?(?![\w:/]| ?(?:am|pm|people|adults|of us|guests|kids))"
)
_WITH_THE_KIDS = re.compile(
    rf"\b(?P<n>{NUMBER})(?: (?:people|of us|total|in all))? (?:with|including|counting"
    r"|incl\.?) (?:all )?(?:the|our|my"
    rf"|their) {_YOUNG}\b[.,:;]* ?(?:(?:they|(?:the|our|my|{NUMBER}) {_YOUNG})(?: are"
    rf"|'re)?:? )?(?:(?:aged?|ages):? )?\(?{_AGES}",
    re.I,
)
_IN_BRACKETS = re.compile(r"(?P<age>\b\d{1,2}) \([^()\d]{2,30}\)(?=,? (?:and )?\d{1,2}\b)")
_THE_BOYS = re.compile(
    rf"(?P<before>\b(?:{NUMBER}) {_GROWN},? (?:and|plus|\+|&|with) )(?:the|our|my) (?P<who>boys|girls"
    rf"|kids|children|twins),? \(?{_AGES}\)?",
    re.I,
)
""" "11 adults and the boys, 13, 10, 8, 4"."""
_PLUS_THE_BABY = re.compile(
    r"(?P<lead>\b(?:so|then|thats|that'?s|makes|we'?re|we are"
    rf"|it'?s) )?(?P<n>\b{NUMBER})(?P<noun> (?:{_GROWN}|kids|children))?,? (?P<sign>plus|and|\+|with"
    r"|&) the (?P<who>baby|toddler)\b(?! (?:is|who|will|shower|food|chair|sitter|seat|can|eats|needs"
    r"|counts))",
    re.I,
)
""" "So 9 plus the baby": the baby is no noun of the nine."""
_THEY_ARE = re.compile(
    r"\b(?P<who>(?:they|the [a-z]+s|(?:his|her|their|the other|my [a-z]+'?s) family)(?: are| r|'re"
    rf"|'d be| would be)) (?P<n>{NUMBER})(?: people)? (?=(?:and|plus|\+|with) (?:an?|one|two|1"
    r"|2) (?:toddlers?|bab(?:y|ies)|kids?|child(?:ren)?)\b)",
    re.I,
)
""" "They are 5 and a toddler": so many people, no age."""
_DENIED = re.compile(
    rf"(?:^|(?<=[.!?] ))(?:{NUMBER}) (?:adults|kids|children|toddlers?|babies|people"
    r"|guests)\b\W*(?:(?:ha)+h?|lol|lmao|what|wait|omg|oh)*\W*\b(?:no+|nope|nah"
    r"|wrong)\b[.!,]+ (?=[^?\n]*\d)",
    re.I,
)
""" "9 toddlers haha nooo. 9 adults 1 baby": what is denied is nobody."""
_BIG_ONES = re.compile(rf"\b(?P<n>{NUMBER}) (?:big|large|grown|tall) (?:ones|folks|people)\b", re.I)
_SINCE = re.compile(
    rf"(?P<row>\b(?:{NUMBER}) (?:adults|grown[- ]?ups),? (?:and |plus |\+ |& )?(?:{NUMBER}) (?:kids?"
    r"|children)(?: then| now)?),? (?:since|because|bc|cuz|cause|as) (?:the|my|our|his"
    rf"|her) (?:[a-z]+ )?(?:{NUMBER})?(?: ?(?:yo|y/o|yrs? old|years? old"
    rf"|year[- ]old))?[^.?!\n]{{0,40}}?\b(?:pays?|counts?|is|goes|costs?)\b[^.?!\n]*",
    re.I,
)
""" "10 adults 2 kids then since the 13yo pays full price": why the row is as it is."""
_ONE_OF_THEM = re.compile(
    r",? ?(?:\b(?:and|but) )?\b(?:my|our|his|her) [a-z]+(?:[- ]in[- ]law)? (?:is|was|'s) (?:already "
    r"|also )?(?:one of (?:them|us|those|the \w+)|among (?:them|us|those)"
    r"|(?:already )?(?:included|counted)(?: in(?: (?:that|there|it))?)?)(?=\W*(?:$|[.,!?;\n]))",
    re.I,
)
""" "We are still 14 adults, my sister is one of them"."""
_AMONG_THE_GROWN = re.compile(
    rf"(?P<row>\b(?:{NUMBER}) (?:kids|children)\b[^.?!\n]*?\b(?:{NUMBER}) adults) (?:with|including"
    r"|counting) (?:my|our|his|her) (?:nephew|niece|son|daughter|cousin|teen(?:ager)?|brother"
    r"|sister)(?=\W*(?:$|[.!?\n]))",
    re.I,
)
""" "7 kids, 2 little ones, and 8 adults with my nephew": all the children are counted before."""
_NEITHER = (
    r"(?!(?:and|is|are|can|will|who|in|on|at|for|to|from|with|joins?|comes?|coming|wants?|too|also|would"
    r"|could|but|or|has|had|said|says|asked|decided|might|may|not|if|about|plus|the|my|her|his"
    r"|(?:can|won|isn|aren|couldn|does|do|wouldn)(?:no)?t|cannot|either|neither|bailed|cancel\w*|dropped|no|now|just|sadly|never)\b)"
)
_KIN = re.compile(
    r"(?P<before>^|[.,;!?:&+\n] ?|\b(?:and|plus|with|add|so|oh|here|if) )(?P<kin>aunt(?:ie|y)?|uncle"
    r"|cousin|grandma|grandpa|grandmother|grandfather|granny|nana|mom|mum|dad|tia|tio|abuela"
    rf"|abuelo)(?: {_NEITHER}[a-z]+)?(?=,|,? and | &|,? plus "
    r"| (?:is|are|will|wants?|decided|can|would|comes?|joins?|coming|joining|too)\b)",
    re.I,
)
_COMES = re.compile(r"\b(?:come|comes|coming|join|joins|joining|tag(?:ging)? along|add|too|be there|wants? in)\b", re.I)
_CALLED = {"tia": "aunt", "tio": "uncle", "abuela": "grandma", "abuelo": "grandpa"}
_PAIR = re.compile(
    r"\b(?:the|my|our) (?!other\b)[a-z]+(?<!s) and (?:his|her) (?:wife|husband|partner|spouse"
    rf"|girlfriend|boyfriend),? (?:and|plus|with) (?:their|his|her) (?P<n>{NUMBER}) (?P<who>kids?"
    r"|children)\b",
    re.I,
)
""" "The pastor and his wife and their 4 children"."""
_BESIDE = re.compile(
    r"\b(?:if|when)\b[^.?!\n]*\b(?:comes?|came|joins?|joined)\b"
    r"|\b(?:are|is|will be|wants? to|decided to)? ?(?:coming|come|join|joining) (?:too|also|as well"
    r"|along)\b|\balso coming\b",
    re.I,
)
_ONE_IS_SMALL = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<who>kids|children)\b(?P<between>[^.?!\d\n]{{0,25}}?),? but (?P<m>one|two"
    r"|1|2)(?: of (?:them|those))?(?: is| are"
    r"|'s)(?: (?:just|only|really|still|actually))* (?:an? )?(?P<small>toddler|baby)(?:s|ies)?\b",
    re.I,
)
""" "3 kids is right but 1 is a baby": two and a baby."""
_MADE_SMALL = re.compile(
    rf"\b(?:make|turn|change|count) (?P<m>{NUMBER}|an?) of the (?:kids|children)(?: in)?(?:to"
    r"| as)? (?:an? )?(?P<what>toddler|baby|adult|grown[- ]?up)s?\b",
    re.I,
)
""" "Make 1 of the kids a toddler"."""
_KIDS_ARE = re.compile(
    rf"\b(?:the |our |my )?(?P<who>kids|children) are (?P<n>{NUMBER}),? (?:ages?"
    rf"|aged):? (?P<ages>{_AGE}(?:(?:,? and |, ?| ?& ){_AGE}){{0,7}})(?P<baby>(?!))?(?![\w:/]"
    r"| ?(?:am|pm))",
    re.I,
)
""" "Kids are 2, ages 4 and 7": so many, and their ages."""
_FAMILIES = re.compile(
    rf"\b(?:{NUMBER}) (?:families|households"
    r"|couples),? (?:(?:so|total|that'?s|thats|in total|which is|makes|about"
    rf"|=) )*(?P<n>{NUMBER}) (?P<who>people|ppl|of us|guests"
    r"|persons)\b(?! (?:each|per|in each|apiece))(?! in (?:each|every))",
    re.I,
)
""" "3 families, 12 people": twelve, not three times as many."""
_WITH_KIN = re.compile(
    r"\bwith (?:(?:my|our|her|his) )?(?:mom|mum|dad|mother|father|parents|sister|brother|wife|husband"
    r"|aunt|uncle|cousin|boss|neighbou?rs?|in-?laws|grandma|grandpa|grandparents"
    rf"|friend)s? (?:(?:its|it'?s|that'?s|thats|we'?re|we are|makes) )?(?P<n>{NUMBER})(?= ?(?:actually"
    r"|now|then|total|in all|$|[.!?;]))(?![.:]\d)",
    re.I,
)
""" "With Mom 12 actually"."""
_I_SAID = re.compile(
    r"\b(?:why|not|it'?s not|its not|where does the"
    rf"|what'?s the) (?P<m>{NUMBER})(?: come from)?\W{{1,4}}(?:i|we) (?:said|told (?:you|u)|wrote"
    rf"|asked for) (?P<n>{NUMBER})(?=\W*$|[.,!?;])(?![.:]\d)",
    re.I,
)
""" "Why 10? I said 11"."""
_AS_ADULTS = re.compile(
    r"\b(?:i|we) (?:had |have )?(?:counted|included|put|listed|wrote) (?:the|my"
    rf"|our) (?P<n>{NUMBER}) (?:kids|children)(?: in)? (?:as|among|with|under) (?:the )?(?:adults"
    r"|grown[- ]?ups)\b",
    re.I,
)
_WHY_MORE = re.compile(
    r"(?P<why>\b(?:why|how come)\b[^.?!\n]{0,25}?) (?P<n>\d{1,4}) (?P<more>more|extra|less|higher"
    r"|on top)\b(?! (?:people|adults|guests|kids|children|of us|persons))",
    re.I,
)
""" "How come it's 20 more": money, nobody who joins."""
_SO_FAR = re.compile(
    rf"\b(?:only |about |like )?(?:{NUMBER})(?: (?:people|guests|adults|friends|families"
    r"|of (?:them|us|my \w+)))? (?P<said>(?:have |has |already )*(?:said yes|say yes|rsvp\W?e?d"
    rf"|confirmed|replied|answered|accepted|responded|got back)\b[^.?!\n]{{0,15}}\b(?:so far|yet"
    r"|already|as of now|until now|by now|right now)\b)",
    re.I,
)
""" "7 people said yes so far": some of those who are counted."""
_PERHAPS = re.compile(
    r"(?P<may>\b(?:may|might|could)(?: (?:also|still|maybe|perhaps))* (?:bring|make it|come with|add"
    rf"|invite)\b[^.?!\n\d]*?)\b(?:{NUMBER})(?P<more> (?:more"
    r"|extra))?(?P<rest>\b[^.?!\n]*?\b(?:not sure|unsure|don'?t know|dunno|will know|i'?ll know"
    r"|know (?:only )?(?:by|in|on|next|later)|let (?:you|u) know|find out)\b)",
    re.I,
)
""" "My cousin may bring her 2 kids, not sure"."""
_BACK_IN = re.compile(rf"\bput (?P<n>{NUMBER}) back(?: in)?\b(?! (?:the|on|to)\b)", re.I)
""" "Put 10 back in": the whole again; a few are so many more."""
FEW = 4
_SO_LEFT = re.compile(
    r"(?P<gone>\b(?:dropped(?: out)?|bailed|flaked|cancell?ed|backed out|pulled out"
    r"|can'?t (?:come|make it)|aren'?t coming|not coming|said no)(?: on (?:us|me))?)(?:[,.;!-]+"
    r"|) ?(?:and |which )?(?:so|now|leaves"
    r"|leaving)(?: (?:we'?re|we are|it'?s|us|now|only|just|with|at"
    rf"|that'?s))* (?P<n>{NUMBER})(?=\W*(?:$|[.!?;\n]|,))(?![.,:]\d)",
    re.I,
)
""" "A few people dropped out, so 25"."""


def plainly(text: str) -> str:
    """The text with such guests in the plain row."""
    text = _PERHAPS.sub(
        r"\g<may>some\g<rest>", _SO_FAR.sub(r"some \g<said>", _WHY_MORE.sub(r"\g<why> $\g<n> \g<more>", text))
    )
    text = _WITH_KIN.sub(r"so we're \g<n> people", _FAMILIES.sub(r"\g<n> \g<who>", text))
    text = _AS_ADULTS.sub(r"\g<n> of them are kids", _I_SAID.sub(_said, text))
    text = _WITH_THE_KIDS.sub(_whole, _IN_BRACKETS.sub(r"\g<age>", _DENIED.sub("", text)))
    text = _KIDS_ARE.sub(_so_many, _THE_BOYS.sub(_row, text))
    text = _PLUS_THE_BABY.sub(_baby, _THEY_ARE.sub(r"\g<who> \g<n> adults ", text))
    text = _AMONG_THE_GROWN.sub(r"\g<row>", _SINCE.sub(r"\g<row>", _BIG_ONES.sub(r"\g<n> adults", text)))
    text = _SO_LEFT.sub(_left, _ONE_OF_THEM.sub("", text))
    text = _PAIR.sub(
        r"2 more adults and \g<n> more \g<who>" if _BESIDE.search(text) else r"a couple and \g<n> \g<who>", text
    )
    text = _MADE_SMALL.sub(_turned, _ONE_IS_SMALL.sub(_among, _BACK_IN.sub(_again, text)))
    return _KIN.sub(_mine, text) if _COMES.search(text) else text


def _ages(said: re.Match[str]) -> list[str]:
    found = [str(to_int(one.lower())) for one in re.findall(rf"\b{NUMBER}\b", said["ages"])]
    return [*found, "0"] if said["baby"] else found


def _whole(said: re.Match[str]) -> str:
    """All of them, with as many children as have an age."""
    ages, whole = _ages(said), to_int(said["n"].lower()) or 0
    if whole <= len(ages):
        return said.group()
    return f"{whole} people including {len(ages)} kids ({', '.join(ages)})"


def _so_many(said: re.Match[str]) -> str:
    ages = _ages(said)
    return f"{len(ages)} {said['who']} ({', '.join(ages)})" if len(ages) == to_int(said["n"].lower()) else said.group()


def _said(told: re.Match[str]) -> str:
    """How many it is; two hours of ours may be starts."""
    both = {to_int(told["m"].lower()), to_int(told["n"].lower())}
    return told.group() if both <= {3, 6, 9, 12} else f"we're {told['n']}, not {told['m']}"


def _row(said: re.Match[str]) -> str:
    ages = _ages(said)
    who = said["who"] if said["who"].lower() != "twins" else "kids"
    return f"{said['before']}{len(ages)} {who} ({', '.join(ages)})"


def _baby(said: re.Match[str]) -> str:
    if said["noun"] is None and said["lead"] is None:
        return said.group()
    return f"{said['lead'] or ''}{said['n']}{said['noun'] or ' adults'} {said['sign']} 1 {said['who']}"


_COUNTED = re.compile(rf"\b{NUMBER}\b", re.I)


def _left(said: re.Match[str]) -> str:
    """So many people are left; where it is told how many went, the party that is known says what the number is."""
    told = _COUNTED.search(said.string[: said.start()].rsplit(".", 1)[-1])
    return said.group() if told else f"{said['gone']}, so {said['n']} people"


def _again(said: re.Match[str]) -> str:
    number = to_int(said["n"].lower()) or 0
    return f"add {number} people" if number <= FEW else f"make it {number} people"


def _among(said: re.Match[str]) -> str:
    whole, small = to_int(said["n"].lower()) or 0, to_int(said["m"].lower()) or 0
    if small >= whole:
        return said.group()
    return f"{whole - small} {'kids' if whole - small > 1 else 'kid'} and {small} {said['small']}{said['between']}"


def _turned(said: re.Match[str]) -> str:
    many = to_int(said["m"].lower()) or 1
    what = "adult" if said["what"].lower().startswith(("adult", "grown")) else "toddler"
    return f"remove {many} kid{'s' * (many > 1)} and add {many} {what}{'s' * (many > 1)}"


def _mine(said: re.Match[str]) -> str:
    kin = said["kin"].lower()
    return f"{said['before']}my {_CALLED.get(kin, kin)}"
