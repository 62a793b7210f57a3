"""Other words for the same guests and courtesies, as the words that every reader knows: "3 folks", "grown-ups", "kiddos", "plz"."""

from functools import partial

from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_TWELVE

_NUMBER = rf"(?:\d{{1,3}}|{ONE_TO_TWELVE}|\w+teen|twenty|thirty|more|other|extra|additional|fewer|less|all)"
_COUNTED = (
    (
        re.compile(
            rf"(?<![\w$:/.-])(?P<n>{_NUMBER})(?P<gap> "
            r"|, )grown[- ]?ups?\b(?! (?:kids?|child(?:ren)?|sons?|daughters?|friends|cousins|siblings"
            r"|brothers|sisters|nephews|nieces|relatives))",
            re.I,
        ),
        "adults",
    ),
    (
        re.compile(
            rf"(?<![\w$:/.-])(?P<n>{_NUMBER})(?P<gap> )grown[- ]?up(?= (?:friends|cousins|siblings"
            r"|brothers|sisters|nephews|nieces|relatives)\b)",
            re.I,
        ),
        "adult",
    ),
    (re.compile(rf"(?<![\w$:/.-])(?P<n>{_NUMBER})(?P<gap> )(?:folks|persons|peeps|humans|souls)\b", re.I), "people"),
    (
        re.compile(
            rf"(?<![\w$:/.-])(?P<n>{_NUMBER})(?P<gap> )(?:guys?|dudes?)(?= (?:less|fewer|more|short|extra)\b)", re.I
        ),
        "people",
    ),
)
_ALONE = {"adults": "adult", "people": "person"}
_WORDS = {
    "plz": "please",
    "plss": "please",
    "plzz": "please",
    "kiddos": "kids",
    "kiddo": "kid",
    "adlts": "adults",
    "adlt": "adult",
    "adts": "adults",
    "adultz": "adults",
}
_WORD = re.compile(rf"(?<![\w@./-])(?:{'|'.join(_WORDS)})(?![\w@])", re.I)
_ARE = re.compile(
    r"(?:(?<=[a-z]s )|(?<=who )|(?<=they )|(?<=we )|(?<=you )|(?<=\bu )|(?<=people )|(?<=children ))r(?= [a-z\d])"
)
_AMPERSAND = re.compile(r"(?:(?<=[\w),.!?] )|\A)&(?= (?:[a-z\d(]|NO\b|I\b))")
_WED = re.compile(
    r"\b(?P<we>[Ww])ed (?=(?:(?:just|only|all|probably|also|really|still) )?(?:be|like|love|have|need"
    r"|want|rather|prefer) )"
)
""" "Wed be thirteen" is no Wednesday."""
_WHOS = re.compile(
    rf"(?<=\bone )who'?s (?=(?:only |just |still )?(?:\d{{1,2}}|{ONE_TO_TWELVE})\b)",
    re.I,
)
""" "Two who are 13 and one who's 12"."""
_WERE = re.compile(
    r"(?:\A|(?<=[.!?,] )|(?<=\n))(?P<lead>(?:(?:hi|hey|hello|so|ok|okay|and|well|h+m+|yo|oh|sorry"
    r"|actually|btw)[ ,!.]+)*)(?P<w>w)ere (?=(?:exactly|about|around|like|only|just|now|probably"
    r"|maybe|all|a (?:party|group|family)|gonna|going to|thinking|looking|planning|hoping|having"
    rf"|celebrating|doing|\w{{2,}}ing|{_NUMBER})\b)",
    re.I,
)
""" "Were exactly 30, saturday": what nobody says of the past without a we."""
_WE_ARE = re.compile(
    r"(?P<lead>\b(?:(?:this|next) (?:year|yr|month|mo|time)|today|since|cause) )were (?=(?:doing"
    r"|having|hosting|planning|throwing|thinking|celebrating|looking)\b)",
    re.I,
)
""" "This yr were doing it on July 3"."""
_THANKS = re.compile(
    r"(?<=[a-z][ ,.!])(?<!\boui[ ,.!])(?<!\bsi[ ,.!])(?<!\bja[ ,.!])(?<!\bsim[ ,.!])(?P<gap> ?)(?:(?:muchas )?gracias|danke(?:sch[oö]n)?|merci(?: beaucoup)?"
    r"|grazie(?: mille)?|obrigad[oa]|arigat[oō]u?|mahalo"
    r"|shukran|jazak(?:\s?allah|allahu)(?: kh(?:ai|ay)r(?:an)?)?|salamat(?: po)?|spasibo|xie ?xie"
    r"|kamsahamnida|cheers|ta)(?=\W*\Z)",
    re.I,
)
""" "Yes, jazakallah": a thank-you is one in every language, behind English words."""
_AND = re.compile(r"(?:(?<=[a-z\d),.!?] )|\A)n(?= (?!go\b|out\b)[a-z\d])", re.I)
""" "12 adults n 3 kids"; "N 5th street" is told by its capital."""


_THE_SAME = re.compile(r"(?<=\bthe same )(?:2|3|two|three)(?= ?(?:\W*\Z|[?!.,\n]))", re.I)
""" "Does everyone pick the same 2?": no day, no age and no guests."""


def in_usual_words(text: str) -> str:
    """The text with these words as most people write them."""
    plain = _WORD.sub(lambda word: _WORDS[word.group().lower()], text)
    plain = _AMPERSAND.sub("and", _ARE.sub("are", plain))
    plain = _WE_ARE.sub(r"\g<lead>we're ", _THE_SAME.sub("ones", plain))
    plain = _THANKS.sub(r"\g<gap>thanks", plain)
    plain = _WED.sub(r"\g<we>e'd ", plain)
    plain = _WHOS.sub("who is ", plain)
    plain = _WERE.sub(r"\g<lead>\g<w>e're ", plain)
    for counted, noun in _COUNTED:
        plain = counted.sub(partial(_counted, noun), plain)
    return _AND.sub(lambda said: said.group() if said.group() == "N" else "and", plain)


def _counted(noun: str, said: re.Match[str]) -> str:
    alone = said["n"].lower() in ("1", "one")
    return f"{said['n']}{said['gap']}{_ALONE[noun] if alone else noun}"
