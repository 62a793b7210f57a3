"""Why the guests are so many now: "make that 14 adults, my cousins are coming too". The count is the whole; who comes is why. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_PEOPLE = r"(?:adults?|grown[- ]?ups|people|ppl|guests?|persons?|of us|heads|total|altogether|in total|all together)"
_YOUNG = (
    r"(?:kids?|children|kiddos|boys|girls|toddlers?|bab(?:y|ies)|little ones|nephews?|nieces?|sons?"
    r"|daughters?|teens?|teenagers?)"
)
_AGAIN = (
    r"(?:make (?:it|that|us)|chang(?:e|ed"
    r"|ing)(?: (?:it|that|us|the (?:count|number|headcount)))?(?: to)?"
    r"|(?:bump|move|bring|switch|update)(?: it| that| us)?(?: up| down)? to|actually|it'?s|its"
    r"|it'?ll be|it will be|it is|we'?re|we are|we'?ll be|we will be|now|update|total"
    r"|wait|sorry|oops|hold (?:up|on)|correction|no|nope|scratch that|so|that'?s|that makes|turns out"
    r"|looks like|should be|let'?s (?:say|do|make it)|can (?:we|you|u) (?:do|make it)|headcount)"
)
_WHOLE = (
    rf"(?P<n>{NUMBER})(?: {_PEOPLE})?(?P<now> (?:now|then|instead|total|actually|in total"
    rf"|altogether))?(?: please| pls)?(?P<young>,? (?:and|plus|\+|&|with) (?:{NUMBER}) (?:\w+ )?{_YOUNG})?"
)
_MORE = re.compile(r"^(?: \w+)? (?:more|extra|additional|less|fewer|other|new)\b|^ ?(?:am|pm|:|/|years?|yo\b)")
_COUNTED = re.compile(
    rf"(?:^|[.!?\n,;:]|\b)(?P<lead>(?:{_AGAIN}[ ,:]+)*)(?:(?:just|only|about|like|a total of|for|to) )*{_WHOLE}", re.I
)
_COMES = (
    r"(?:com(?:e|es|ing)|join(?:s|ing)?|tag(?:s|ging)? along|show(?:s|ing)? up|ma(?:ke|kes|king|de) it"
    r"|said yes|say yes|says yes|rsvp'?d(?: yes)?|invited (?:themselves|himself|herself)"
    r"|fly(?:ing)? in|be there|are in|is in|wants? in|got added|added"
    r"|bail(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|drop(?:s|ped|ping)? out|back(?:s|ed|ing)? out"
    r"|flak(?:e|es|ed|ing)(?: out)?|said no|pulled out|declined|got sick|(?:is|are) (?:sick|out))"
)
_TAIL = (
    r"(?:(?: (?:too|also|as well|along|after all|now|with us|us|in|out|on (?:us|me)|last minute"
    r"|from [a-z ]{3,20}|w/? \w+ \w+|with (?:his|her|their) \w+|unexpectedly|anymore|any more))*)"
)
_JOINED = (
    r"(?:\s*[,;:.!?\n–—-]+\s*|\s*\(|,?\s+)(?:(?:because|bc|b/c|cause|cus|since|as|so|oh|lol|haha|sorry"
    r"|turns out|looks like|it turns out|seems like|i forgot(?: that)?|just found out|apparently)[ ,]+)*"
)
_REASON = re.compile(
    rf"(?:{_JOINED})(?P<who>(?:(?!\b(?:plus|and also|also|can|could|would|will you|do you|does|how"
    r"|what|when|are you|price|total|you|your|chef)\b)[a-z'&-]+ |\d(?= \w+) "
    rf"|, ?){{1,9}}?){_COMES}\b{_TAIL}\)?(?=\s*(?:[.!?,;)\n]|$|what|how|so\b|can\b|at\b|on\b))",
    re.I,
)
_FORGOT = re.compile(
    r"[,;.!–—-]+\s*(?:(?:sorry|oops|lol|because|bc) ?,? )*(?:i )?(?:forgot|forgotten|didn'?t count"
    r"|left out|missed|miscounted)(?: to (?:count|add|include|mention))?(?: about)? (?P<who>(?:my|our"
    r"|the|his|her) [a-z' ]{3,30}?)(?=\s*(?:[.!?,;)\n]|$))",
    re.I,
)


_SAME_KIDS = re.compile(
    rf"[,;.]? (?:(?:with|and|but) )?(?:the )?(?:same (?:number of |amount of )?{_YOUNG}"
    rf"|{_YOUNG} (?:is |are |stays? |remains? )*(?:the )?same)(?=\s*(?:[.,!?;]|$))",
    re.I,
)
""" "Total is 15 now, same kids"."""


_SOME_ARE_KIDS = re.compile(
    rf"\b(?<!of )(?<!my )(?<!our )(?<!the )(?<!those )(?P<n>{NUMBER}) (?:guests|people|ppl|persons"
    r"|of us|adults) (?:are|r)(?= (?:actually |really |just |only )?(?:kids|children)\b)",
    re.I,
)
""" "3 guests are kids": of those who were counted."""
_OF_THEM_AWAY = re.compile(
    rf"\b(?P<n>{NUMBER}) of (?:them|those) (?=(?:just |now |suddenly |all )*(?:can'?t|cant|cannot"
    r"|won'?t|wont|aren'?t able to) (?:make it|come|be there|attend|join)\b)",
    re.I,
)
""" "My roommates just told me 2 of them can't come": so many of the guests."""
_FOR_ALL = re.compile(
    rf" for (?:the |all )?(?P<n>{NUMBER})(?: of us| people"
    rf"| adults)?(?= (?:it'?s|its|is|that'?s|would be|=) \$?\d{{3}})",
    re.I,
)
""" "So for 12 it's 660?": all of them, said again beside their price."""


def _heads(dialogue: Dialogue) -> int:
    party = dialogue.party
    return sum(number or 0 for number in (party.adults, party.children, party.toddlers, party.unsplit))


_SAME_FOR_FEWER = re.compile(
    rf"\bsame (?:price|total|amount|cost|bill|thing) (?:for|with|even with|although we'?re) (?:{NUMBER}) (?:less|fewer)"
    r"(?: (?:people|ppl|guests?|persons?|adults?|heads))?\b",
    re.I,
)
""" "So same price for 4 less people??" weighs what was shown: nobody more stays away."""


def without_reasons(text: str, dialogue: Dialogue, *, booked: bool) -> str:
    """The text without those who only explain its count, once the guests were counted before. booked: for a party that there is."""
    party = dialogue.party
    before = (party.adults or 0) + (party.unsplit or 0)
    if not (before or booked or dialogue.booked or dialogue.booking_id):
        return text
    text = _SAME_FOR_FEWER.sub("same price", _OF_THEM_AWAY.sub(r"\g<n> guests ", text))
    text = _SOME_ARE_KIDS.sub(r"\g<n> of them are", _SAME_KIDS.sub("", text))
    text = _FOR_ALL.sub(lambda all_of: "" if to_int(all_of["n"].lower()) == _heads(dialogue) else all_of.group(), text)
    for whole in _COUNTED.finditer(text):
        number = to_int(whole["n"].lower())
        said_whole = bool(whole["lead"].strip()) or whole["now"] is not None
        if number is None or _MORE.match(text[whole.end("n") :]) or not (said_whole or number > before > 0):
            continue
        if not _is_of_guests(whole, text):
            continue
        reason = _REASON.match(text, whole.end()) or _FORGOT.match(text, whole.end())
        if reason is None or (re.search(_YOUNG, reason["who"], re.I) and not whole["young"]):
            continue
        return text[: whole.end()] + text[reason.end() :]
    return text


def _is_of_guests(whole: re.Match[str], text: str) -> bool:
    """Whether a number counts people: by its noun, or bare where nothing else is behind it."""
    behind = text[whole.end("n") :]
    return bool(
        re.match(rf" ?{_PEOPLE}\b", behind, re.I)
        or re.match(
            r"(?: now| then| instead| actually)?\s*(?:[,;.!?–—(-]|bc\b|because\b|cause\b|since\b|as\b|$)", behind, re.I
        )
    )
