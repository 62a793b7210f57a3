"""A question that was passed over and is named once more: "you didnt answer about the nuts", "n the raw food q?". Pure.

It is that question again: nothing is told by it, least of all a diet, and that it was passed over is a thing to be sorry for.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re

ACT = "asked_in_vain"
_ABOUT = r"(?:about|on|re|regarding|concerning)"
_WHAT = r"(?!(?:me|us|my|our|it|that|this|him|her|any of)\b(?: questions?)?\W*(?:$|[.?!\n]))(?P<what>[^.?!\n]{3,80})"
_NOT_ANSWERED = (
    r"\b(?:you|u|ya)(?: (?:guys|still|just|also|have|again))*(?: (?:did(?:n'?t| not)|never|have(?:n'?t"
    r"| not)|haven'?t|forgot to|missed"
    r"|skipped(?: over)?|ignored|dodged))(?: (?:yet|really|even|actually|ever|quite))*"
)
_VERB = (
    r"(?: (?:answer(?:ed)?|respond(?:ed)?|repl(?:y|ied)|address(?:ed)?|tell|told|say|said"
    r"|get(?:ting)? to|mention(?:ed)?))?"
)
_PATTERNS = (
    re.compile(
        rf"{_NOT_ANSWERED}{_VERB}(?: (?:me|us|anything|a word))*(?: (?:my"
        rf"|the)(?: \w+)? questions?)? {_ABOUT} {_WHAT}",
        re.I,
    ),
    re.compile(
        rf"{_NOT_ANSWERED} (?:answer(?:ed)?|address(?:ed)?|tell me|told me) (?=(?:what|how|if|whether|when"
        rf"|where|the)\b){_WHAT}",
        re.I,
    ),
    re.compile(
        rf"\bi(?: (?:already|also|did|just|had|'ve|have))* asked(?: (?:you|u|already|before|also"
        rf"|twice))* {_ABOUT} {_WHAT}",
        re.I,
    ),
    re.compile(rf"\b(?:still )?(?:waiting|hoping) (?:on|for) (?:an? |the |your )?answer {_ABOUT} {_WHAT}", re.I),
    re.compile(
        rf"(?:^|[.?!,\n]) *(?:and |n |but |so |ok )*(?:what about )?my (?:other |first |second "
        rf"|last )?(?:question|q) {_ABOUT} {_WHAT}\??",
        re.I,
    ),
    re.compile(r"^\W*(?:and |n |but |so |ok )*(?:what about )?the (?P<what>(?:[a-z]+ ){1,3}?)(?:question|q)\W*$", re.I),
)


_ASKED_BEFORE = re.compile(
    r"\b(?:as i (?:said|asked)|like i said|i (?:already |just |did )?(?:said|asked|meant)|(?:that(?:'s"
    r"| is| does)|thats|this is) ?(?:not|n'?t)"
    r"|that doesn'?t|doesn'?t (?:help|answer)|not what i|(?:you|u) (?:keep|already (?:said|told))"
    r"|keep saying|the same (?:thing|answer)"
    r"|(?:didn'?t|did not|haven'?t|never) (?:answer|say|said|tell|told|help))\b"
)
_TURNS_BACK = re.compile(r"\b(?:i mean|again)\b|^\W*(?:sorry|no|but)\b|\?\?|!\?")


def complains(folded: str) -> bool:
    """Whether a folded text says that what was answered is not what was asked."""
    return bool(_ASKED_BEFORE.search(folded))


def insists(folded: str) -> bool:
    """Whether a folded text that asks the same again says, or shows, that its answer was of no use."""
    return complains(folded) or bool(_TURNS_BACK.search(folded))


def plainly(text: str) -> str:
    """The text with what is named once more as the question that it is."""
    for pattern in _PATTERNS:
        if match := pattern.search(text):
            what = match["what"].strip(" ,")
            asked = what if re.match(r"(?:what|how|when|where)\b", what, re.I) else f"what about {what}"
            return f"{text[: match.start()].rstrip(' .?!,')}. {asked}? {text[match.end() :].lstrip(' .?!')}".strip(" .")
    return text


def told(frame: Frame, text: str, dialogue: Dialogue) -> Frame:
    """The frame of who names a question once more, which was asked in this talk. text: the words before they were put plainly."""
    if not dialogue.turns or plainly(text) == text:
        return frame
    acts = tuple(one for one in frame.acts if one not in ("says_not_noted", "unheard"))
    return frame.model_copy(update={"acts": (*acts, ACT), "dietary": ()})
