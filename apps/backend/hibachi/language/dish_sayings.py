"""How guests ask for a dish in other words, in the plain ones: "four from us are asking for", "their usual two AND ... on top", "twice"."""

from hibachi.kit import lazy_re as re

_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple|a few)"
_WHO = r"(?:of (?:us|them)|of (?:the|our|my|those|these) [a-z]+|adults?|people|ppl|persons?|guests?|guys|friends|ladies|men|women|kids)"
_USUAL = r"(?:(?:regular|usual|normal|standard|included|basic|own|free) )*"
_TWO = rf"(?:the|their|our|his|her|your|those|these) {_USUAL}(?:two|2|both)(?: {_USUAL}(?:proteins?|meats?|picks?|choices|ones))?"
_FROM_US = re.compile(rf"\b(?P<n>{_N}) (?:from|among|amongst|out of|in) (?P<who>us|them)\b", re.I)
_ASKING = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?:(?:who|that) )?(?:are|is|'re|were|would be|will be|'d be)? ?(?:all |both |each |now |really |also |just )*"
    r"(?:asking for|asked for|interested in|opting for|opt for|after|craving|going with|down for|keen on|up for|set on|hoping for|wishing for|dying for|pick(?:ing)?|chose|request(?:ing|ed)?|double up on|doubling up on|splurg(?:e|ing) on|treat(?:ing)? themselves to) (?=(?:the |an? |some |one )?[a-z])",
    re.I,
)
""" "Four of our adults are asking for": who wants a dish."""
_WHY = re.compile(
    rf"\b(?P<who>{_N} {_WHO}) (?:(?:who|that) )?(?:are|is|eat|eats|have|has|can|love|loves|always|really)\b[^.;!?\n\d]{{0,40}}?,? (?:so|and|hence) (?:(?:they|those|these)(?:'d| would| will|'ll)? (?:each|all|both)|(?:each|every one|all|both) of them|they each|they)(?: would|'d| will|'ll)? (?:each |all |both |also )?(?:like|want|wants|need|needs|get|gets|take|takes|have|order|orders)\b",
    re.I,
)
""" "6 of them eat a lot so they'd each like": why, between who and what."""
_HAVE_AND = re.compile(
    rf"\b(?P<wish>wants?|gets?|has|have|having|takes?|taking|eats?|orders?|would like|'d like) (?:both(?: of)? )?{_TWO},? (?:and|plus|with|as well as) (?:also )?(?:then )?(?=[a-z])(?!(?:get|gets|add|adds|want|wants|have|has|take|takes|order|orders)\b)",
    re.I,
)
""" "Want their two regular proteins and lobster": the lobster is a third one."""
_TWICE_SAID = re.compile(
    r"(?P<said>\bas a third protein [^.;!?\n,]{3,30}?)(?:,? (?:on top|in addition)(?: of (?:that|it|those|them))?)?(?:,? (?:so|meaning|that is))?(?:,? as (?:an? |the )?(?:third|3rd|extra)(?: one| protein)?)?(?=[.,;!?\n]|$)",
    re.I,
)
_BESIDE_TWO = re.compile(
    rf"(?P<third>\b(?:third|3rd|extra|additional) (?:protein|meat|one|choice|pick)s?),? (?:in addition to|on top of|besides?|beside|along with|as well as|apart from|over and above|beyond) {_TWO}",
    re.I,
)
_THAT_ONE = re.compile(
    r"(?P<third>\b(?:third|3rd|extra|additional) (?:protein|meat|one|choice|pick)s?)(?: each)?(?:[,.;:]| -)? ?(?:and |with )?(?:(?:that|the|this|their|it|which|all of (?:them|those)) ?)(?:(?:third|3rd|extra|additional|other) )?(?:(?:one|protein|meat|choice)s? ?)?(?:(?:being|should|would|will|'d|'s|is|are|be|has to|have to|to)\b ?){1,4}(?=[a-z])",
    re.I,
)
""" "A third protein, and that third one should be filet": its kind."""
_SWAPS_ONE = re.compile(
    rf"(?P<who>\b{_N}(?: {_WHO})?(?: (?:want to|wants to|would like to|'d like to|will|would|to|wanna|are going to|gonna))? (?:swap|trade|switch|exchange|replace|upgrade)s?(?: out)? )(?:one|1) (?P<for>for|with|to|against) ",
    re.I,
)
""" "Five want to swap one for salmon": one of their proteins, not one of them."""
_EATERS = re.compile(
    rf"\bfor (?:the|our|my|those|these) (?P<n>{_N}) (?:(?!of\b)[a-z]+ ){{0,2}}(?:eaters|appetites|boys|guys|men|ladies|women|girls|dudes|athletes|ones|foodies|seniors|teens)\b",
    re.I,
)
""" "A third protein for the 5 big eaters"."""
_TIMES = re.compile(r"(?<=[a-z] )(?P<n>twice|thrice)(?=\s*(?:$|[,.;!?)]|please|pls|and\b|too\b|as well\b))", re.I)
_FOR_THE_TABLE = re.compile(r" (?:for|on) the (?:whole )?table(?=,? \d|,? (?:one|two|three|four|five|six) )", re.I)
_ONLY = re.compile(
    rf"(?P<each>\b(?P<n>{_N}) {_WHO} [^.;!?\n()]{{0,25}}\b(?:third|3rd|extra|additional) (?:protein|meat|one)s?(?: each)?) ?\((?:only|just|all|simply|namely|always)? ?(?P<kind>[a-z ]{{3,20}}?),? (?:so |meaning |i\.?e\.?,? |that'?s )[^()]{{0,40}}\)",
    re.I,
)
""" "5 people get a third protein (only chicken, so one more chicken each)": told twice."""


def in_plain_words(text: str) -> str:
    """The text with who wants which dish as most people write it."""
    text = _EATERS.sub(r"for \g<n> of us", text)
    plain = _FROM_US.sub(r"\g<n> of \g<who>", text)
    plain = _ONLY.sub(r"\g<each>, \g<kind>", plain)
    plain = _WHY.sub(r"\g<who> want", plain)
    plain = _ASKING.sub(r"\g<who> want ", plain)
    if (third := _HAVE_AND.sub(r"\g<wish> as a third protein ", plain)) != plain:
        plain = _TWICE_SAID.sub(r"\g<said>", third)
    plain = _THAT_ONE.sub(r"\g<third>, ", _BESIDE_TWO.sub(r"\g<third>", plain))
    plain = _SWAPS_ONE.sub(r"\g<who>one protein \g<for> ", plain)
    plain = _FOR_THE_TABLE.sub("", plain)
    return _TIMES.sub(lambda said: "2 times" if said["n"].lower() == "twice" else "3 times", plain)
