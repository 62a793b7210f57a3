"""What somebody says while thinking: "um", "let's see", "hang on", a word said twice, an aside to somebody else in the room."""

from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_TWELVE

_ALWAYS = re.compile(
    r"(?:,? ?(?<![\w'])(?:u+m+|u+h+(?![- ]+(?:huh|oh))|(?<!the )(?<!an )(?<!to )(?<!our )e+r+m*"
    r"|(?<=\w )(?:a+h|hmm+)|(?<!\blet )(?<!\blets )(?<!\bletting )(?<!\bas )(?<!\bdo )(?<!\bwill "
    r")(?<!\bwould )(?<!\bdid )you know(?! (?:if|which|what|how|who|when|where|why|that|the|a|about"
    r"|anyone|any|of|our|my|your|we|it|i|whether))"
    r"|let'?s see(?! (?:if|how|what|whether|about|you|the))|lemme see(?! (?:if|how|what))"
    r"|let me (?:see|think)(?!\W*$| (?:if|about|it|how|what|on|over|that|this|the|and))"
    r"|how (?:do|should) i (?:say|put) (?:it|this)|what'?s it called|what (?:do|d') ?(?:you|ya|we) call (?:it|them|those|that)"
    r"|what (?:is|are) (?:it|they) called)(?![\w'])[,.…]*)+",
    re.I,
)
_LIKE = re.compile(
    r"(?<=[a-z0-9] )hang on(?:,? a (?:sec|second|minute|moment))?[,.…]* (?=\w)|(?<=\bof )well (?=us)"
    r"|(?:(?<=\band )|(?<=\bfor )|(?<=\bin )|(?<=\bare )|(?<=\bat )|(?<=\bis ))well (?!done|known"
    r"|behaved|lit|equipped)"
    r"|(?:(?<=\d )|(?<=[a-z] ))(?:i guess|so yeah|okay so|i'd say"
    r"|actually) (?=(?:adults?|grown|kids?|people|guests|of us)\b)"
    r"|(?<=[a-z] )like (?=(?:adults|kids|people|guests|of us)\b)|(?<=\bhow )like (?=much|many)"
    r"|(?<=\bfor )like (?=\d|\w+teen\b)|(?<=\bis )like(?= \d)",
    re.I,
)
_LIKE_A = re.compile(
    r"\b(is there|are there|do you have|do you|do we|what's|whats|have|need) like (?=an?\b|the\b|any\b|some\b)", re.I
)
""" "Is there like a deposit"."""
_HELD = re.compile(
    r"(?<![\w'])(?:hang on|hold on|wait|one)(?: (?:a|one|just a))? ?(?:sec(?:ond)?|minute"
    r"|moment)?(?: [a-z]+){0,2}? (?:turn (?:it|that|the \w+) (?:down|off|up)|stop (?:it|that)|be quiet"
    r"|quiet|get down|come here|sit down|not now|shush|hush|go away)"
    r"(?: (?:please|honey|sweetie|buddy))?,?(?: (?:sorry|sorry about that|excuse me))?(?![\w'])",
    re.I,
)
"""What is said to somebody else in the room: "wait one sec Harold turn that down sorry"."""
_WAITS = re.compile(
    r"(?<![\w'])(?:oh,? )?(?:wait|hold on|hang on|just|give me|gimme) (?:one"
    r"|a)(?: more)? (?:sec(?:ond)?|moment|minute)\b(?! (?:of|to|for|before|notice))[,.\u2026]*",
    re.I,
)
""" "Four kids oh wait one second somebody's at the door": no one kid."""
_SCOLDS = (
    r"(?:(?:put|take|turn) (?:that|it|the \w+) (?:down|off|back|away|out)|stop (?:it|that|this)|be quiet"
    r"|(?:get|come|sit|climb) (?:down|back|here|off)(?: from there)?|not now|no not now|hush|shush|shh+"
    r"|leave (?:it|that|him|her|the \w+)(?: alone)?|let go|give (?:it|that) back|drop (?:it|that)"
    r"|go (?:play|outside|to your room|ask \w+)|don'?t (?:touch|do|eat|throw|hit) (?:that|it|him|her))"
)
_IN_DASHES = re.compile(
    rf"\s*[—–-]{{1,2}}\s+(?:no[, ]+)?(?:[a-z]+,? )?{_SCOLDS}(?: (?:now|please|honey|sweetie|buddy"
    rf"|[a-z]+))?\s*(?:[—–-]{{1,2}}(?:\s+(?:sorry|sorry about that|anyway|okay so)\b,?)?\s*|$)",
    re.I,
)
""" "— Mateo put that down —", "— no not now —": said to a child."""
_TO_A_CHILD = re.compile(
    r"(?<=[a-z0-9] )(?:no )?(?:stop (?:it|that)|be quiet|put that down|get down|sit down|not now|hush"
    r"|leave it alone) (?:please |honey |sweetie "
    r"|buddy )?(?:sorry )?(?=(?:so |and |okay |how much|what|we|it's|for|in|the|zip|\d|sorry))",
    re.I,
)
_TWICE = re.compile(
    r"\b(i|we|the|a|in|is|and|it's|we're|so|on|at|my|our|how much|can you|could you|do you)(?:,? \1\b)+", re.I
)
_COUNT = rf"(?:\d{{1,3}}|{ONE_TO_TWELVE}|\w+teen|twenty|thirty)"
_TAKEN_BACK = re.compile(
    rf"\b{_COUNT}(?: (?:\w+ )?)(?:no|no no|no wait|wait no|sorry|no sorry|i mean|make that"
    rf"|scratch that)[,.]* (?P<meant>{_COUNT} (?:(?:little|older|small) )?(?:grand(?:child|son"
    r"|daughter|kid)\w*|child(?:ren)?|kids?|adults?|toddlers?|bab(?:y|ies)|teens?|guests?|people))",
    re.I,
)
"""A count that is taken back in the same breath: "two no one grandchild"."""

_SECOND_THOUGHT = re.compile(r"\b(?:on|upon) (?:a )?second thoughts?\b", re.I)
"""What turns a wish round, and is no second of a month."""


def without_fillers(text: str) -> str:
    """The text without sounds of thinking; what is left stands in its order."""
    said = _TO_A_CHILD.sub("", _IN_DASHES.sub(" ", text))
    said = _WAITS.sub(",", _HELD.sub(" ", said))
    plain = _HELD.sub(" ", _LIKE_A.sub(r"\1 ", _LIKE.sub("", _ALWAYS.sub(" ", said))))
    plain = _TWICE.sub(r"\1", _SECOND_THOUGHT.sub("actually", plain))
    plain = _TAKEN_BACK.sub(lambda said: said["meant"], plain)
    if plain == text:
        return text
    kept = "\n".join(" ".join(line.split()) for line in plain.split("\n")).strip()
    return kept if re.search(r"\w", kept) else text
