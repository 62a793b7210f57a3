"""A question that is told as a statement, as the question that it is: "you don't charge for the chef, do you?". Pure.

What is hoped for, supposed or only to be agreed with asks as much as "do you charge for the chef" does.
"""

from hibachi.kit import lazy_re as re
from hibachi.language import asked_anew

_WE = (
    r"(?:you guys|you all|y'?all|yall|you|u|ya|they|we|i|he|she|it|that|this|there|the \w+(?: \w+)?"
    r"|your \w+|my \w+|our \w+)"
)
_LEAD = (
    r"^(?P<lead>\W*(?:(?:ok(?:ay)?|so|and|but|oh|hi|hey|hello|well|um+|uh+|also|then|wait|just checking"
    r"|just to be sure|i (?:assume|guess|hope|take it|suppose|imagine|think|heard)|hopefully|hope"
    r"|assuming)\b[\s,:;-]*(?:that )?)*)"
)
_TAG = (
    r"(?:(?<! to)(?<! to )(?:,| -)? ?(?:do|does|are|is|will|can|would|right|correct|no|yeah|yes|huh|eh"
    r"|or)(?:n'?t)?(?: (?:you(?: guys)?|u|ya|yall|it|that|they|we|i|there|he|she|not|no))?"
    r"|,? ?i (?:guess|assume|hope|suppose|take it|imagine))"
)
_NEGATIVE = re.compile(
    rf"{_LEAD}(?P<who>{_WE}) (?P<verb>do|does|is|are|will|wo|can|ca|would|could|should)(?:n'?t"
    rf"| not)(?P<rest> [^.!?\n]{{3,90}}?)(?P<tag>{_TAG})\W*$",
    re.I,
)
_CONTRACTED = re.compile(
    rf"{_LEAD}(?P<who>you|they|we|it|that|there|he|she)(?:'re|'s| are"
    rf"| is) not(?P<rest> [^.!?\n]{{3,90}}?)(?P<tag>{_TAG})\W*$",
    re.I,
)
_BARE = re.compile(
    rf"{_LEAD}(?P<who>[a-z]+(?: [a-z]+)?) (?P<verb>do|does|is|are|will|wo|can|ca|would)(?:n'?t"
    rf"| not)(?P<rest> [^.!?\n]{{3,90}}?),? ?(?:is|are|does|do|will|would|can) (?:it|they|that|he|she"
    r"|you)\W*$",
    re.I,
)
""" "Lobster isn't included, is it"."""
_POSITIVE = re.compile(
    rf"{_LEAD}(?P<who>you guys|you all|y'?all|yall|you|u"
    r"|they) (?P<rest>(?:also |even |still |only |all )?(?:bring|take|do|have|come|cook|serve|offer"
    r"|accept|travel|charge|provide|include|supply|use|need|give|make|set ?up|clean|speak|work|keep"
    rf"|refund)\b[^.!?\n]{{2,90}}?)(?P<tag>,? ?(?:right|correct|yeah|yes|don'?t (?:you|u|ya|they)"
    r"|do(?:es)?n'?t (?:you|u|ya|they)))\W*$",
    re.I,
)
_AUXILIARY = re.compile(
    rf"{_LEAD}(?P<who>you guys|you|u|they|we|i|it|that|there)(?P<verb>'d|'ll| would| will| can"
    rf"| could) (?P<rest>[^.!?\n]{{2,90}}?)(?P<tag>,? ?(?:right|correct|wouldn'?t (?:you|u|ya|they|it)"
    r"|won'?t (?:you|u|ya|they|it)|couldn'?t (?:you|u|they|it)|can'?t (?:you|u|they|it|we|i)))\W*$",
    re.I,
)
_VERBS = {"wo": "will", "ca": "can", "'d": "would", "'ll": "will"}
_BE = {"you": "are", "they": "are", "we": "are"}
_EMPTY = re.compile(
    r"\b(?:understand|get|know|see|mean|think|mind|care|agree|remember|worry|want|need it)\b|^ ?(?:have to|need to)\b",
    re.I,
)
""" "You don't understand, do you": nothing that facts answer."""


def asked(text: str) -> str:
    """The text with its last sentence as a question, where that is one by its tag or by what is hoped; what is asked in a roundabout way is asked plainly."""
    text = asked_anew.asked_plainly(text)
    cut = max((text.rfind(mark, 0, len(text.rstrip(" ?!.\n"))) for mark in ".!?\n"), default=-1) + 1
    question = _question(text[cut:])
    return text if question is None else f"{text[:cut]}{question}"


_WHAT_THEN = re.compile(
    r"\b(?:what (?:happens|would happen|do we do|then)(?: then| in that case)?|how does that work)\s*$", re.I
)


def _question(sentence: str) -> str | None:
    if _WHAT_THEN.search(sentence.rstrip(" .!")):
        return f"{sentence.rstrip(' .!')}?" if not sentence.rstrip().endswith("?") else None
    negative = _NEGATIVE.match(sentence) or _BARE.match(sentence)
    if negative and not _EMPTY.search(negative["rest"]) and " but " not in negative["rest"]:
        return _put(negative, _VERBS.get(negative["verb"].lower(), negative["verb"].lower()), negative["rest"])
    contracted = _CONTRACTED.match(sentence)
    if contracted:
        return _put(contracted, _BE.get(contracted["who"].lower(), "is"), contracted["rest"])
    supposed = _AUXILIARY.match(sentence)
    if supposed:
        verb = supposed["verb"].strip().lower()
        return _put(supposed, _VERBS.get(verb, verb), f" {supposed['rest']}")
    positive = _POSITIVE.match(sentence)
    if positive:
        return _put(positive, "do", f" {positive['rest']}")
    return None


def _put(said: re.Match[str], verb: str, rest: str) -> str:
    return f"{said['lead']}{verb} {said['who']}{rest}?"
