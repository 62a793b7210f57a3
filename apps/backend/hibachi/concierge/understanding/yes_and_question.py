"""A yes with a question behind it that doubts nothing: "yes and how long is it held?" books, and is answered. Pure.

A condition, another wish, a number or a diet behind the yes may change what it is a yes to: then it is asked again.
"""

from hibachi.concierge.understanding import occasions
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import TWO_TO_TWELVE
from hibachi.language.spans import fold

_OH = r"(?:(?:oh|omg|yay|wow|haha|lol|great|perfect|awesome|ok|okay|cool|well)[ ,.!]+)*"
_YES = (
    r"(?:yes+(?:sir|ir)?|yea+h*|ye+p+|yup+|ya+h?|y|ye+|yeh|aye|sure(?: thing)?|of course|absolutely|definitely|certainly"
    r"|correct|(?:that|it)(?:'?s| is| all)? (?:all )?(?:looks? )?(?:right|correct|good|great|perfect"
    r"|works)|sounds (?:good|great|perfect)|(?:that )?works(?: for (?:me|us))?)"
)
_MORE = (
    r"(?:[ ,]+(?:please|pls|plz|thanks|thank you|ma'?am|sir|it is|it does"
    r"|that'?s (?:right|correct|it|good|fine|perfect)|looks (?:good|right|great)|sounds (?:good|great)"
    r"|all (?:good|correct|right)|book (?:it|that)|go ahead|do it))*"
)
_LATER_ON = (
    r"(?:what )?if (?:i|we|he|she|they|it|some(?:one|body)|any(?:one|body)|(?:my|our|his|her|the) \w+)\b[^.?!\n]{0,45}?"
    r"\b(?:cancel\w*|sick|ill|drops? out|bails?|hurt|emergency|can'?t (?:come|make it))\b[^.?!\n]{0,40}?,? ?(?:do|does|will|would|is|are|can|what|how|when)"
    r"\b(?=[^.?!\n]*\b(?:deposit|refund\w*|money|back|lose|fee|charged?)\b)"
)
""" "Yes please. And if my brother cancels the week before, do we lose the deposit?": what would be later is no condition of the yes."""
_LEADS = re.compile(
    rf"^\W*{_OH}{_YES}{_MORE}(?:[ ]*[.,!;–—-]+ *"
    r"|(?= (?:and|so|also|then)\b) )(?:(?:and|so|also|then|oh|btw|by the way|just|quick question"
    r"|one question|question)[ ,:]+)*(?P<asked>(?:whats?|hows?|whens?|wheres?|who|which|is|are|do|does|did"
    rf"|can|could|will|would|should|{_LATER_ON})\b[^?]*\?*)\W*$"
)
_GLAD = re.compile(
    r"^\W*(?:ok(?:ay)?|great|perfect|awesome|cool|alright|all right|wonderful|fantastic|amazing|lovely"
    r"|nice)[ ,.!]+(?:and |so |then )?(?P<asked>(?:how|where|when|what) (?:do|can|should|would|to|is"
    r"|are|happens)\b[^?]*\b(?:pay|send|deposit|next)\b[^?]*\?+)\W*$"
)
""" "Great! How do I pay the deposit?": who asks that goes on."""
_RAIN = re.compile(r"\bif (?:it|there)(?:'s| is|.s going to)? ?rain\w*")
_AT_ITS_HEAD = re.compile(rf"^{_LATER_ON}")
_LATER_ASKED = re.compile(rf"(?<=[.!?,;] )(?:(?:and|so|also|oh|but|just) )*{_LATER_ON}[^.?!\n]*\?")
_DOUBTS = re.compile(
    r"\d|\b(?:if|unless|but|instead|rather|except|only|cheaper|discount|less|lower|chang\w+|move"
    r"|switch|different|other|another|first|add|bring|more|extra|wait|sure|really|why|too"
    r"|before (?:i|we) (?:book|decide|commit)|what about|how about|what if"
    rf"|(?:can|could) we (?:do|make|have|get|also)|{TWO_TO_TWELVE}|noon)\b"
)


_OTHERS_YES = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|alright|good news|great|yay|update)[ ,.:!]+)*(?:(?:s?he|they|everyone"
    r"|everybody|(?:my|the|our) \w+|wifey?|hubby|husband|mom|boss)(?:'s| is| are|'re)? (?:just "
    r"|also )?(?:said (?:yes|ok(?:ay)?|yeah|sure|go(?: for it| ahead)?|it'?s (?:fine|ok(?:ay)?|good))"
    r"|says (?:yes|ok(?:ay)?|yeah|go(?: for it| ahead)?|it'?s (?:fine|ok(?:ay)?|good))|agree[sd]?"
    r"|approve[sd]?|in|on board|(?:fine|ok(?:ay)?|good|happy|cool) with (?:it|that))"
    r"|(?:i )?got the (?:ok(?:ay)?|green light|go[- ]ahead"
    r"|thumbs up)(?: from (?:my|the|our) \w+)?)[ ,.!]*(?:so )?(?:(?:yes|please|pls|go ahead|book it"
    r"|let'?s do it|lets do it|we'?re good|all good)[ ,.!]*)*$"
)
""" "She said yes", after somebody had to be asked: the yes that was waited for."""


_SAID_YES = re.compile(
    rf"^\W*{_OH}(?:{_YES}[ ,.!]+)?(?:(?:like|as) )?(?:i|we)(?:'ve| have)? (?:already |just |literally )*"
    r"(?:said|say|told (?:you|u|ya)|wrote|typed|answered|replied|texted|sent)(?: (?:you|u|it))?[ ,:]*['\"]?"
    rf"(?:{_YES}|(?:yes[ ,]+)?(?:please )?(?:book|reserve|confirm|do) (?:it|that)|go ahead|book)['\"]?"
    r"(?: (?:already|twice|now|before|above|\d times?|like \d times?|please|to (?:it|that|you|booking it|the booking)))*\W*$"
)
""" "I said y", "I told you yes already": the yes that was not heard."""


def without_later(text: str) -> str:
    """A folded text without a question behind its yes about what would become of the money, if the party were off one day."""
    return _LATER_ASKED.sub(" ", text)


def agreed(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame of a yes to the summary with its question, where the question takes nothing back."""
    if dialogue.pending is None or dialogue.pending.kind != "book" or "injection" in frame.acts:
        return frame
    text = " ".join(fold(frame.text).split())
    if _OTHERS_YES.match(text) or _SAID_YES.match(text):
        return frame.model_copy(update={"answer": "yes", "strength": "plain", "conditional": False})
    said = _LEADS.match(text) or _GLAD.match(text)
    if said is None or occasions.speaks_of_diet(text):
        return frame
    later = _AT_ITS_HEAD.match(said["asked"])
    told = (
        frame.zip or frame.items or frame.guests.stated or (not later and (frame.dates or frame.times or frame.month))
    )
    doubted = _DOUBTS.search(_AT_ITS_HEAD.sub("", _RAIN.sub("", said["asked"])))
    if told or doubted:
        return frame
    return frame.model_copy(update={"answer": "yes", "strength": "plain", "conditional": False})
