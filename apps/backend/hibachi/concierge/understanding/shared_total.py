"""A price that was told, to be split among those who come: "split by 3 families", "what's that per couple", "divided by 7". Pure.

So many who pay are no new number of guests, and half of a price is no objection to it.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import fold

_PAYERS = (
    r"(?:famil(?:y|ies)|couples?|households?|ways|parties|groups|siblings|brothers|sisters|cousins|friends"
    r"|roommates|of us|people|parts|sides)"
)
_SPLIT = r"(?:split|splitt?ing|splits|divid\w+|shar(?:e|ed|ing)|chip\w* in|go(?:ing)? (?:in|dutch|halves))"
_WAYS = re.compile(
    rf"\b{_SPLIT}\b[^.?!\n]{{0,30}}\b(?:by|between|among|amongst|into|in|over|across|with"
    rf"|to)? ?(?:the |our |just |all )*(?:{NUMBER}) ?{_PAYERS}\b"
    rf"|\b(?:{NUMBER}) (?:\w+ )?{_PAYERS} (?:who are |are |will |would |to |all )*{_SPLIT}\b"
    rf"|\b(?:divided|divide (?:that|it)|split) (?:by|in|into) (?:{NUMBER})\b"
    r"|\b(?:per|for each|for every|each|every) (?:family|couple|household|party|side|sibling)\b"
    r"|\b(?:what(?:'?s| is| would)|how much (?:is|would)|and|so|then) (?:be )?(?:my |her |his |our "
    r"|their |each |one )?half(?: of (?:that|it|the (?:total|price|bill|cost)))?(?: (?:is|be|would be"
    r"|comes to|then|would that be))*\W*$"
    r"|\b(?:how|what) (?:would|does|do|will) (?:that|it|the (?:total|price|cost|bill)) (?:split|divide"
    r"|break down)(?: per \w+| between us)?\W*$"
    r"|\bhalf of (?:that|it|the (?:total|price|bill))\b[^\n]{0,40}\b(?:pay|pays|split|half)\b"
    r"|\b(?:split|divide|share) (?:it|that|this|the (?:bill|total|cost|price)) (?:evenly|equally"
    r"|in half|fifty[ -]fifty|50/50|half)\b"
)
_EACH_BRINGS = re.compile(
    r"\b(?:what|how much)\b[^.?!\n]{0,25}\b(?:everyone|everybody"
    r"|each(?: (?:one|person|guest))?(?: of us)?|every (?:one|person|guest)|we (?:each|all)"
    r"|(?:a|per) (?:person|head))\b[^.?!\n]{0,25}\b(?:(?:throw|chip|kick|pitch|toss|put"
    r"|pay)\w*(?: in)?|owe|owes|in for)\b"
)
_IF_SPLIT = re.compile(rf"\b{_SPLIT}\b|\b(?:throw|chip|kick|pitch|toss|put)\w* in\b")
""" "If we split it, what is everybody throwing in": what the whole is for one."""
_OF_PAYING = re.compile(r"\b(?:cards?|venmo|zelle|cash|deposits?|payments?|checks?)\b")
""" "Between three cards": a way to pay."""
_WISHES = re.compile(r"\b(?:protein|upgrade|add|order|portion|dish)\w*\b")
_BESIDE = frozenset({"price_objection", "item_price", "dish_price", "per_person", "same_price", "asks_total"})


_TWO_SHARES = re.compile(
    r"\b(?:i|we|my (?:half|share|part|side)|mine|she|he|they|her|his|hers|theirs|my \w+|the others?)\b[^.?!\n\d]{0,25}\$? ?(?P<a>\d{2,4})\b(?! (?:people|guests|adults))"
    r"[^.?!\n\d]{1,30}?\b(?:i|we|my|mine|she|he|they|her|his|hers|theirs|the others?|sister|brother|friend|family)\b[^.?!\n\d]{0,25}\$? ?(?P<b>\d{2,4})\b(?! (?:people|guests|adults))"
)
_PAYS = re.compile(r"\b(?:pays?|paying|owes?|half|share|split|each|part|puts? in|chips? in|hers|his|mine)\b")


def two_shares(text: str) -> tuple[int, int] | None:
    """ "So I pay 385 and she pays 330?": what each of two is to pay, in whole units."""
    folded = fold(text)
    told = _TWO_SHARES.search(folded)
    if told is None or not _PAYS.search(told.group()) or not re.search(r"\?|\b(?:right|correct|do i|then)\b", folded):
        return None
    return int(told["a"]), int(told["b"])


_TO_DECIDE = re.compile(
    r"\b(?:sign off|agree|approve|vote|say yes|run it by|ask (?:them|everyone|the others)|check with)\b"
)
""" "We're splitting it, so the others need to sign off": no question."""


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as a question for the shares of the price that was told."""
    if not dialogue.quoted or dialogue.booked is not None or frame.items or frame.dates or frame.mentioned:
        return frame
    folded = fold(frame.text)
    shares = two_shares(frame.text)
    if frame.zip and shares is None:
        return frame
    if shares is None and (
        not (_WAYS.search(folded) or (_EACH_BRINGS.search(folded) and _IF_SPLIT.search(folded)))
        or _TO_DECIDE.search(folded)
        or _OF_PAYING.search(folded)
        or _WISHES.search(folded)
    ):
        return frame
    topics = tuple(topic for topic in frame.topics if topic not in ("price", "explain", "payment", "balance"))
    acts = (*(act for act in frame.acts if act not in _BESIDE), "shares_total")
    unknown = tuple(one for one in frame.unknown if shares and not two_shares(one))
    return frame.model_copy(update={"acts": acts, "topics": topics, "apart": (), "unknown": unknown, "guests": GuestWords(), "sizes": (), "question": True})  # fmt: skip
