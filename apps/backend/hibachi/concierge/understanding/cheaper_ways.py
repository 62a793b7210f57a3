"""After a price was told: a cheaper way that somebody names is an objection to it. Pure.

"My brother in law says he'd grill for us for like 300", "I could get a taco truck for half".
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.roster.words import RELATION
from hibachi.language.small_numbers import TWO_TO_NINE

_MAN = rf"(?:{RELATION}|guy)(?:'s \w+)?(?:[- ]in[- ]law)?"
_WHO = (
    rf"(?:(?:my|our|his|her|a|the|some|this|that) (?:\w+ )?{_MAN}|somebody|someone|a guy"
    r"|(?:we|i)(?: could|'d| would| can|'ll)?(?: just)?"
    rf"|(?:the|a|some|another|other|one|local) (?:\w+ ){{0,3}}(?:caterers?|trucks?|guy|restaurants?|place"
    r"|company|chef|deli|bbq|buffet|stand|vendor|costco)|costco|safeway|benihana|doordash|panda express"
    r"|chipotle)"
)
_WAY = (
    r"(?:grill|cook|cater|bbq|barbecue|feed|serve|make|smoke|do|does|charg\w+|quoted?|asks?|asked"
    r"|want(?:s|ed)?|get|gets|buy|order|take|go|went|cost\w*|run|runs|offered|pay|paid|hire)\w*"
)
_AMOUNT = (
    r"(?:(?:for|only|just|like|about|around|under|maybe|at|me|us|him|her|it|was|is"
    rf"|be)\s){{0,3}}(?:\$ ?\d{{2,4}}|\d{{2,4}}(?: ?(?:bucks|dollars|total|all in|a head|a person|pp|each"
    rf"|flat|tops))?|a (?:hundred|few hundred|couple hundred)|(?:{TWO_TO_NINE}) hundred|free|nothing"
    r"|half(?: (?:of )?(?:that|this|the price|as much))?"
    r"|a (?:third|quarter|fraction)(?: of (?:that|this|it|the (?:price|cost)))?"
    r"|(?:way |much |a lot |so much )?(?:less|cheaper)(?: money)?)"
)
_CHEAPER = re.compile(
    rf"\b{_WHO}\b[^.?!\n]{{0,40}}\b(?:{_WAY}\b[^.?!\n]{{0,40}}\b(?:for|only|just|like|about|around"
    rf"|under|us|me|is|was|be)|charges?|charged|quoted|asks|asked|wants|costs?) {_AMOUNT}(?=\W*$"
    r"|[.,!?;]|\s(?:and|but|so|tho|though|lol|total|instead|max|including|with|or so|all in)\b)",
    re.I,
)
_OF_PEOPLE = re.compile(
    r"\b\d{1,3} (?:people|ppl|guests|adults|kids|of us|pm|am)\b|\b(?:budget|deposit|paid|will pay|pay for it|order)\b",
    re.I,
)
_ABOUT_THEM = re.compile(
    r"\b(?:you|u|your|ur|yall) (?:can|could|do|would|will)\b"
    r"|\b(?:can|could|would|will) (?:you|u|ya|yall|(?:we|i) (?:get|do|have) (?:it|this|that))\b",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as an objection to the price, where a price was told and a cheaper way is named."""
    if not dialogue.quoted or "price_objection" in frame.acts or "discount" in frame.topics:
        return frame
    if _OF_PEOPLE.search(frame.text) or _ABOUT_THEM.search(frame.text) or not _CHEAPER.search(frame.text):
        return frame
    return frame.model_copy(update={"acts": (*frame.acts, "price_objection"), "unknown": ()})
