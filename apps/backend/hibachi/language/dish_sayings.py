"""How guests ask for a dish in other words, in the plain ones: "four from us are asking for", "their usual two AND ... on top", "twice"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.small_numbers import ONE_TO_TWELVE

_N = rf"(?:\d{{1,2}}|{ONE_TO_TWELVE}|a couple|a few)"
_WHO = (
    r"(?:of (?:us|them)|of (?:the|our|my|those|these) [a-z]+|adults?|people|ppl|persons?|guests?|guys"
    r"|friends|ladies|men|women|kids)"
)
_USUAL = r"(?:(?:regular|usual|normal|standard|included|basic|own|free) )*"
_TWO = (
    rf"(?:the|their|our|his|her|your|those|these) {_USUAL}(?:two|2"
    rf"|both)(?: {_USUAL}(?:proteins?|meats?|picks?|choices|ones))?"
)
_GET = (
    r"(?:(?:would|will|could|should|'d|to|were to) )?(?:have|has|take|takes|took|get|gets|got|want|wants"
    r"|wanted|like|likes|order|orders|ordered|add|adds|added|eat|eats|need|needs|pick|picks|choose|chooses"
    r"|had)"
)
_FROM_US = re.compile(rf"\b(?P<n>{_N}) (?:from|among|amongst|out of|in) (?P<who>us|them)\b", re.I)
_ASKING = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?:(?:who|that) )?(?:are|is|'re|were|would be|will be|'d be)? ?(?:all "
    r"|both |each |now |really |also |just )*"
    r"(?:asking for|asked for|going (?:fancy|big|all out|fancier) (?:with|on|for|and getting)"
    r"|treating ourselves to|(?:have |have just |just )?(?:got to|gotta) have|have just got to have"
    r"|interested in|opting for|opt for|after|craving|going with|down for|keen on|up for|set on"
    r"|hoping for|wishing for|dying for|pick(?:ing)?|chose|request(?:ing|ed)?|double up on"
    r"|doubling up on|splurg(?:e|ing) on"
    r"|treat(?:ing)? themselves to) (?=(?:the |an? |some |one )?[a-z])",
    re.I,
)
""" "Four of our adults are asking for": who wants a dish."""
_FOR_THE_FEW = re.compile(
    r"(?<!price )(?<!quote )(?<!total )(?<!cost )\bfor (?:just |only )?the (?P<n>two|three|four|2|3|4) of us\b", re.I
)
""" "Lobster tail for the two of us": a few of those who were counted."""
_AS_BOTH = re.compile(
    r"(?<!\bas well) (?:as|for|being) (?:her|his|my|your|their|our|each|both (?:of )?(?:her|his|my|their|our))"
    r"(?:s| (?:two|2|both)(?: (?:proteins?|meats?|picks?|choices))?)(?=\s*(?:[.,!?;\n]|$|and\b|please\b|pls\b))",
    re.I,
)
""" "Scallops and lobster as her two": the proteins of one guest, no number of anybody."""
_WHY = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?:(?:who|that) )?(?:are|is|eat|eats|have|has|can|love|loves|always"
    rf"|really)\b[^.;!?\n\d]{{0,40}}?,? (?:so|and"
    r"|hence) (?:(?:they|those|these)(?:'d| would| will|'ll)? (?:each|all|both)"
    r"|(?:each|every one|all|both) of them|they each|they)(?: would|'d| will|'ll)? (?:each |all "
    r"|both |also )?(?:like|want|wants|need|needs|get|gets|take|takes|have|order|orders)\b",
    re.I,
)
""" "6 of them eat a lot so they'd each like": why, between who and what."""
_HAVE_AND = re.compile(
    r"\b(?P<wish>wants?|gets?|has|have|having|takes?|taking|eats?|orders?|would like"
    rf"|'d like) (?:both(?: of)? )?{_TWO},? (?:and|plus|with"
    r"|as well as) (?:also )?(?:then )?(?=[a-z])(?!(?:get|gets|add|adds|want|wants|have|has|take"
    r"|takes|order|orders)\b)",
    re.I,
)
""" "Want their two regular proteins and lobster": the lobster is a third one."""
_TWICE_SAID = re.compile(
    r"(?P<said>\bas a third protein [^.;!?\n,]{3,30}?)(?:,? (?:on top"
    r"|in addition)(?: of (?:that|it|those|them))?)?(?:,? (?:so|meaning|that is))?(?:,? as (?:an? "
    r"|the )?(?:third|3rd|extra)(?: one| protein)?)?(?=[.,;!?\n]|$)",
    re.I,
)
_BESIDE_TWO = re.compile(
    r"(?P<third>\b(?:third|3rd|extra|additional) (?:protein|meat|one|choice"
    r"|pick)s?),? (?:in addition to|on top of|besides?|beside|along with|as well as|apart from"
    rf"|over and above|beyond) {_TWO}",
    re.I,
)
_THAT_ONE = re.compile(
    r"(?P<third>\b(?:third|3rd|extra|additional) (?:protein|meat|one|choice"
    r"|pick)s?)(?: each)?(?:[,.;:]| -)? ?(?:and "
    r"|with )?(?:(?:that|the|this|their|it|which|all of (?:them|those)) ?)(?:(?:third|3rd|extra"
    r"|additional|other) )?(?:(?:one|protein|meat|choice)s? ?)?(?:(?:being|should|would|will|'d|'s|is"
    r"|are|be|has to|have to|to)\b ?){1,4}(?=[a-z])",
    re.I,
)
""" "A third protein, and that third one should be filet": its kind."""
_SWAPS_ONE = re.compile(
    rf"(?P<who>\b{_N}(?: {_WHO})?(?: (?:want to|wants to|would like to|'d like to|will|would|to|wanna"
    r"|are going to|gonna))? (?:swap|trade|switch|exchange|replace|upgrade)s?(?: out)? )(?:one"
    r"|1) (?P<for>for|with|to|against) ",
    re.I,
)
""" "Five want to swap one for salmon": one of their proteins, not one of them."""
_ITS_KIND = re.compile(
    rf"\b(?P<n>{_N}) of (?:the |our |my )?(?:guests|us|them|adults|people"
    r"|grown[- ]?ups)(?: (?:could|can|would like to|want to|will|to))? (?:have|get|want|take|add"
    r"|order)s? (?:a |an )?(?:third|3rd|extra"
    r"|additional) protein[.?!;:,-]+ *(?:(?:it'?s|it is|only|just|simply|all|the|an|some|ordinary"
    r"|regular|plain|more|extra|additional|another) )+(?P<dish>[a-z]+(?: [a-z]+)?)(?= ?[,.;!?\n]|$)",
    re.I,
)
""" "Could five of the guests have a third protein? Only extra chicken": so many, and of what kind."""
_EATERS = re.compile(
    rf"\bfor (?:the|our|my|those|these) (?P<n>{_N}) (?:(?!of\b)[a-z]+ ){{0,2}}(?:eaters|appetites|boys"
    r"|guys|men|ladies|women|girls|dudes|athletes|ones|foodies|seniors|teens)\b",
    re.I,
)
""" "A third protein for the 5 big eaters"."""
_EVERY_ONE = re.compile(
    r"\b(?:each and every(?: single)?|every single"
    r"|every(?= one of)) (?:one of (?:us|them|(?:the|our|my) [a-z]+)|guests?|person|adult|one)\b",
    re.I,
)
""" "Each and every one of them"."""
_DISH = (
    r"(?!(?:is|are|an|any|some|one|and|the|for|it|that|or|no|not|be|costs?|pay|paying|charged?)\b)[a-z]{4,}(?: rice)?"
)
_EXTRA_BEHIND = re.compile(
    rf"\b(?P<n>{_N}) (?P<dish>{_DISH}) extra(?=[,.;!?]|$)"
    rf"|(?<!is )(?<!are )\b(?P<dish2>{_DISH}) extra(?= for (?:the |just |only )?(?:\d{{1,2}}|two|three"
    r"|four|five|six|seven|eight)\b)",
    re.I,
)
""" "Veggies extra for 3", "3 fried rice extra": more of it."""
_ALL_SWAP = re.compile(
    r"\b(?:everybody|everyone|all of (?:us|them)|we all|they all) (?:would |will |wants? to "
    r"|'d like to |would like to )?(?:swap|trade|switch|exchange"
    r"|replace)s? (?:out )?(?:(?:one|a) protein"
    r"|(?:one|1|a|either) of (?:the|their|his|her|those"
    r"|our) (?:(?:regular|usual|normal|standard|included|two|2) )*(?:proteins?|meats?|picks"
    r"|choices)) (?:for|with|to|against) (?:the |a )?",
    re.I,
)
_EXTRA_EACH = re.compile(
    r"\b(?:one|an|1) (?P<what>(?:extra|additional|third|3rd) (?:portion of |order of "
    r"|side of )?[a-z]+(?: (?!for\b)[a-z]+)?) (?:each|apiece|per (?:person|guest|head|adult)"
    r"|for each(?: of us| guest| person)?)\b(?! (?:for|of) )",
    re.I,
)
""" "One extra chicken each": for everybody."""
_SO_MANY_PROTEINS = re.compile(
    rf"\b(?P<n>{_N}) (?:of (?:us|them|the [a-z]+)|people|guests|adults"
    r"|persons)(?: (?:would like|'d like|want|wants|wish|will have|get|have|take|need"
    r"|to have))+ (?P<all>three|four|3|4|five|5) (?:different )?(?:proteins"
    r"|meats)(?: each)? (?:instead of|rather than|not) (?:just |only )?(?:the )?(?:usual "
    r"|normal )?(?P<usual>two|2)\b",
    re.I,
)
""" "Three of us would like four proteins instead of two": six more."""
_AS_THIRD = re.compile(
    rf"\b(?P<n>{_N}) (?P<who>of (?:us|them|em|'em"
    rf"|the [a-z]+))\b(?! of)(?P<why>[^.?!\n]{{2,60}}?),? (?:(?:so|and)(?: then)?(?: they| we)?|they"
    r"|we)(?:'d| would| will| all| both| each)* (?:want|like|love|need|get|have"
    r"|take)(?P<it> (?:it|that|one|them|those))?\b",
    re.I,
)
""" "4 of us are lifting so we want filet as a third protein": who wants it."""
_THIRD = re.compile(
    r"\b(?:third|3rd|extra|additional) (?:3rd |third )?(?:protein|meat)\b|\bas (?:an? |the )?(?:third|3rd)\b", re.I
)
_FIENDS = re.compile(
    rf"\b(?P<n>{_N}) (?P<who>of (?:us|them|em|'em|the [a-z]+)) (?:are|is"
    rf"|r) (?:[a-z-]+ ){{0,3}}?(?P<dish>[a-z]+) (?:fiends|lovers|fans|people|eaters|addicts|freaks"
    rf"|nuts|heads|monsters)\b[^.?!\n]{{0,12}}?,? (?:so |and )?(?:they|we)(?:'d| would| all| both"
    r"| each)? (?:want|like|love|need|get|have|take) (?:it|that|one)\b",
    re.I,
)
""" "Two of them are lobster fiends, they want it as a third protein"."""
_SOME_PLUS = re.compile(
    rf"\b(?P<n>{_N}) of (?:us|them|em) ?(?:\+|plus|with|w/) ?(?:1|one|an?) (?=(?:extra|additional|third|3rd) [a-z])",
    re.I,
)
""" "5 of them +1 extra chicken"."""
_TO_SHARE = re.compile(
    r" (?:for|between) (?:everyone|everybody|all of us|us all"
    r"|the (?:whole )?(?:table|group|party|family)|us) to (?:share|pick at|nibble)\b",
    re.I,
)
""" "Two orders of gyoza for everyone to share": two, not one for everyone."""
_THE_OTHER = re.compile(
    rf"(?P<first>\bfor (?:the )?{_N} [^.;!?\n]{{0,40}}\bfor) the (?:other|remaining) (?P<n>{_N})\b", re.I
)
""" "Lobster for 4 and filet for the other 8"."""
_DO_AND_DO = re.compile(
    rf"\b(?P<who>{_N} (?:{_WHO}) )(?:do|did|does|go|pick) (?P<dish>[a-z]+(?: [a-z]+)?),? (?:and|then"
    rf"|&) (?P<n>{_N}|to) (?:do|did|does|go|pick) (?=[a-z])",
    re.I,
)
""" "3 of the girls do filet and 2 do lobster"."""
_TIMES = re.compile(r"(?<=[a-z] )(?P<n>twice|thrice)(?=\s*(?:$|[,.;!?)]|please|pls|and\b|too\b|as well\b))", re.I)
_ARE_MINE = re.compile(
    rf"(?P<all>\b{_N} (?:adults|grown[- ]?ups)\b[^.?!\n]{{0,50}}?\b(?P<n>{_N})) of (?:them|us|those"
    r"|whom|which) (?:are|is) (?:my|our) (?:(?:grown|big|hungry|two|three|four) )*(?:sons|daughters"
    r"|boys|girls|kids|children|brothers|nephews)\b",
    re.I,
)
""" "12 adults ... and four of them are my sons": of the grown-ups."""
_THOSE = re.compile(
    rf"\b(?:those|these|the) (?P<n>{_N})(?: (?:boys|guys|girls|sons|men|ones))?(?= (?:each|all|both"
    r"|get|want|would|have|take)\b)",
    re.I,
)
""" "Could those four each get"."""
_EACH_FOR = re.compile(
    rf"\bfor (?:the |those |these )?(?P<n>{_N}) (?:of (?:them|us|those)|boys|guys|girls|sons|men"
    rf"|people|adults)\b(?P<between>[^.?!\n\d]{{2,30}}?)\b(?:one|an"
    r"|1) (?P<what>(?:extra|additional|third|3rd) [a-z]+(?: (?!for\b)[a-z]+)?) (?:each|apiece)\b",
    re.I,
)
""" "For the four of them I'd want one extra shrimp each"."""
_INSISTS = re.compile(
    r"\b(?:insists?|insisted|insisting) (?:on|upon)(?: having| getting)? (?=(?:the |an? |her |his )?[a-z])", re.I
)
_ONE_MORE_EACH = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?:(?:each|all|both) (?P<verb>{_GET})|(?P<verb2>{_GET}) each) (?:one|an?"
    r"|1)? ?(?:more|extra|additional|another|further)(?= [a-z])",
    re.I,
)
""" "If 5 of us each have one more portion of chicken"."""
_AS_A_THIRD = re.compile(
    r"\b(?:one |an? |1 )?(?:more|extra|additional|further|another) (?:protein|meat) as (?:an? |the "
    r"|their |our |his |her )?(?:third|3rd)(?: one| protein| meat)?(?: each)?\b",
    re.I,
)
""" "5 of us each get one more protein as a third, plain chicken"."""
_THREE_OF = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?:(?:each|all|both) )?(?P<verb>{_GET}) (?:three|3) (?:proteins"
    r"|meats)(?: each)?(?:[,.;:]| -)? ?(?:and |with )?(?:the |that |their )?(?:third|3rd)(?: one"
    r"| protein)?(?: being| is| should be| would be| to be|:)? (?=[a-z])",
    re.I,
)
""" "Two guys want three proteins, the third one lobster"."""
_EXTRA_FOR_EACH = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?P<verb>{_GET}) (?:an?|one|1) (?:extra|additional|more|third"
    r"|3rd) (?:(?:portion|order|side|serving"
    r"|helping) of )?(?P<dish>[a-z]+(?: (?!each|apiece)[a-z]+)?) (?:each|apiece)\b",
    re.I,
)
""" "3 of the guys want an extra portion of steak each"."""
_EXTRA_ON_TOP = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?P<verb>{_GET}) (?:an?|one|1|some) (?:additional|extra|further"
    r"|another) (?:(?:portion|order|side|serving"
    r"|helping) of )?(?P<dish>[a-z]+(?: (?!on|in|as)[a-z]+)?) (?:on top|in addition|as well|besides"
    r"|on the side)(?: of (?:that|it|those|them))?",
    re.I,
)
""" "3 people want an additional shrimp on top"."""
_ALL_OF_A_KIND = re.compile(
    rf"\b(?P<n>{_N}) (?:extra|additional|third|3rd|more) (?:proteins?|meats?|portions),? ?\(?(?:all"
    r"|only|just|every one|each)(?: of (?:them|those))?(?: (?:are|is|being|of them|would be"
    r"|should be))* (?!of\b|for\b|the\b|different\b|mixed\b|in\b|on\b)(?P<dish>[a-z]+)\b\)?",
    re.I,
)
""" "We need 5 extra proteins, all chicken"."""
_HALF_OF = re.compile(
    rf"\bhalf (?:of )?(?:the |all |our )?(?P<n>{NUMBER})(?: (?:of us|people|guests|adults"
    r"|ppl))? (?=(?:would |will |could |all |each )*(?:want|wants|get|gets|have|has|take|like|order"
    r"|upgrade|eat|need|do|go|pick)\b)",
    re.I,
)
""" "Half of 24 want filet"."""
_EXTRA_OF = re.compile(
    r"\b(?:extra|additional) (?:sides?|orders?|portions?|servings?|helpings?"
    r"|plates?) of (?:the )?(?!it\b|that\b|them\b|those\b|this\b)(?=[a-z])",
    re.I,
)
_SWAP_IN = re.compile(r"\b(?:swap|sub|switch|trade)(?:s|p?ping|bing|ing)? in (?=(?:the |some |an? )?[a-z])", re.I)
_FOR_THE_TABLE = re.compile(r" (?:for|on) the (?:whole )?table(?=,? \d|,? (?:one|two|three|four|five|six) )", re.I)
_ONLY = re.compile(
    rf"(?P<each>\b(?P<n>{_N}) {_WHO} [^.;!?\n()]{{0,25}}\b(?:third|3rd|extra|additional) (?:protein"
    r"|meat|one)s?(?: each)?) ?\((?:only|just|all|simply|namely"
    rf"|always)? ?(?P<kind>[a-z ]{{3,20}}?),? (?:so |meaning |i\.?e\.?,? |that'?s )[^()]{{0,40}}\)",
    re.I,
)
""" "5 people get a third protein (only chicken, so one more chicken each)": told twice."""


def in_plain_words(text: str) -> str:
    """The text with who wants which dish as most people write it."""
    text = _EATERS.sub(r"for \g<n> of us", _extras(text))
    plain = _FROM_US.sub(r"\g<n> of \g<who>", text)
    plain = _ONLY.sub(r"\g<each>, \g<kind>", plain)
    plain = _WHY.sub(r"\g<who> want", plain)
    plain = _ASKING.sub(r"\g<who> want ", plain)
    if (third := _HAVE_AND.sub(r"\g<wish> as a third protein ", plain)) != plain:
        plain = _TWICE_SAID.sub(r"\g<said>", third)
    plain = _THAT_ONE.sub(r"\g<third>, ", _BESIDE_TWO.sub(r"\g<third>", plain))
    plain = _SWAPS_ONE.sub(r"\g<who>one protein \g<for> ", plain)
    plain = _AS_BOTH.sub("", plain)
    plain = _FOR_THE_FEW.sub(r"for \g<n> of us", plain)
    plain = _FOR_THE_TABLE.sub("", plain)
    return _TIMES.sub(lambda said: "2 times" if said["n"].lower() == "twice" else "3 times", plain)


def by_liking(text: str) -> str:
    """The text with those who are mad about a dish as those who want it, as long as the words are not put right."""
    return _FIENDS.sub(r"\g<n> \g<who> want \g<dish>", text)


def _extras(text: str) -> str:
    """The text with what is extra, and for whom, as most people write it."""
    text = _THE_OTHER.sub(r"\g<first> \g<n>", _TO_SHARE.sub("", _DO_AND_DO.sub(_both_want, text)))
    text = _THOSE.sub(r"\g<n> of us", _ARE_MINE.sub(r"\g<all> of them", _INSISTS.sub("wants ", text)))
    text = _THREE_OF.sub(r"\g<who> \g<verb> a third protein, ", _AS_A_THIRD.sub("a third protein", text))
    text = _EXTRA_FOR_EACH.sub(r"\g<who> \g<verb> extra \g<dish>", _ALL_OF_A_KIND.sub(r"\g<n> extra \g<dish>", text))
    text = _HALF_OF.sub(_half, _EXTRA_ON_TOP.sub(r"\g<who> \g<verb> extra \g<dish>", text))
    text = _ONE_MORE_EACH.sub(lambda said: f"{said['who']} {said['verb'] or said['verb2']} extra", text)
    text = _SWAP_IN.sub("upgrade to ", text)
    text = _SOME_PLUS.sub(r"\g<n> of us get an ", text)
    text = _EVERY_ONE.sub("everybody", text)
    text = _ALL_SWAP.sub("everybody gets ", text)
    text = _EACH_FOR.sub(r"\g<between> an \g<what> for \g<n> of us", _EXTRA_OF.sub("extra ", text))
    text = _EXTRA_EACH.sub(lambda said: f"an {said['what']} for everybody", text)
    text = _EXTRA_BEHIND.sub(lambda said: f"{said['n'] or ''} extra {said['dish'] or said['dish2']}".strip(), text)
    text = _ITS_KIND.sub(r"\g<n> of us have an extra \g<dish> as a third protein", text)
    text = _SO_MANY_PROTEINS.sub(_more_proteins, text)
    return _AS_THIRD.sub(_wanted, text) if _THIRD.search(text) else text


def _more_proteins(said: re.Match[str]) -> str:
    guests, each, usual = (to_int(said[name].lower()) for name in ("n", "all", "usual"))
    if guests is None or each is None or usual is None or each <= usual:
        return said.group()
    return f"{guests * (each - usual)} extra proteins"


def _half(said: re.Match[str]) -> str:
    """Half of an even number is a number; of an odd one it stays a half."""
    number = to_int(said["n"].lower()) or 0
    return "half of us " if number % 2 else f"{number // 2} of us "


def _wanted(said: re.Match[str]) -> str:
    """Who wants it, and why where the dish is told in that."""
    who = f"{said['n']} {said['who']}"
    return f"{who}{said['why']}, {who} want{said['it']}" if said["it"] else f"{who} want"


def _both_want(said: re.Match[str]) -> str:
    """Who wants which of two dishes; "to do" is how "2 do" is taken."""
    second = "2" if said["n"].lower() == "to" else said["n"]
    return f"{said['who']}want {said['dish']} and {second} want "
