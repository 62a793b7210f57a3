"""Messages that want nothing: praise, a joke, a look around. They are met in kind and read as nothing else. Pure.

"My husband thinks he can flip shrimp better than your chef", "the steak pics have me drooling", "just browsing, nothing to book".
"""

from hibachi.concierge.understanding.clauses import questions_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

KINDS = ("browses", "praises", "jests")
_ONLY = r"(?:just|only|simply|merely|purely|mostly|still|really just|basically)"
_LOOKS = (
    r"(?:looking(?: around| it over| into (?:it|this|things))?(?! for (?!now|the moment|fun|info\w*|ideas"
    r"|prices))|browsing|window[- ]shopping|curious|nosy|poking around|snooping|shopping around"
    r"|comparing(?: \w+){0,3}|(?:gathering|collecting|getting) (?:\w+ )?(?:info\w*|ideas|prices|quotes"
    r"|numbers|details)|checking (?:you|it|things|prices|you guys) out|checking prices|exploring|dreaming"
    r"|wondering|daydreaming)"
)
_BROWSES = re.compile(
    rf"\b{_ONLY} (?:here )?{_LOOKS}\b|\b(?:i'?m|we'?re|i am|we are|im) {_ONLY} (?:{_LOOKS}"
    r"|at the (?:idea|planning|early) stage)\b|\b(?:browsing|window[- ]shopping)\b"
    r"|\b(?:idea|early|planning|research|info(?:rmation)?[- ]gathering) stages?\b"
    r"|\b(?:no|not) (?:need|necessary) to sell\b|\b(?:don'?t|not) (?:sell|pressure|push) me\b"
    r"|\bno (?:sales )?pressure\b"
    r"|(?:\b(?:not|nothing|no intention of|far from|nowhere near)|n't|\bdont) (?:actually |really "
    r"|even |yet |ready (?:to|for) |going to |gonna |about to |here to |looking to |planning to "
    r"|want(?:ing)? to |trying to )*(?:book|booking|buy|buying|commit|committing|decid\w+|order"
    r"|ordering|reserve|reserving)\b(?! (?:anything|something) else)(?: anything| yet| today| now"
    r"| right now| just yet)*"
    r"|\b(?:just|only) (?:wanted|want|needed|need) (?:a |the |some )?(?:rough )?(?:ball ?park|idea"
    r"|estimate|info\w*|number)\b",
    re.I,
)
_PRAISE = re.compile(
    r"\b(?:drool\w*|mouth ?water\w*|hungry|starving)\b"
    r"|\b(?:you'?re|youre|you are|ur|u r) (?:so |too |pretty |really )*(?:hilarious|funny"
    r"|a (?:riot|hoot|comedian|gem|star|hero|genius|lifesaver)|lovely|sweet)\b"
    r"|\b(?:rav(?:ed|es|ing)|gush\w*|can'?t stop talking|(?:still |always |keeps? )(?:talk\w*|rav\w+)"
    r"|spoke (?:so )?highly|told (?:me|us) (?:such )?(?:great|good|amazing|wonderful) things)\b"
    r"|\b(?:dream\w+|fantasi[sz]ing|craving|obsessed|thinking) (?:of|about|with)? ?(?:hibachi|your|you"
    r"|it|that|those|this)\b"
    r"|\b(?:volcano|show|trick\w*|chef|food|photos?|pics?|pictures?|videos?|reviews?|website|page"
    r"|instagram|feed|reels?|onion)\b[^.?!\n]{0,20}\b(?:is|are|was|were|look\w*|made|makes?|had"
    r"|ha[sv]e?|got|sounds?)\b[^.?!\n]{0,15}\b(?:insane|incredible|amazing|awesome|unreal|great"
    r"|delicious|so good|sooo?|beautiful|wild|epic|fire|killer|legendary|drooling|hungry|laugh\w*|wow"
    r"|hooked|crazy)\b|\bfan of (?:yours|you|you guys|your)\b",
    re.I,
)
_JEST = re.compile(r"\b(?:lol|lmao|rofl|jk|just kidding|kidding|ha(?:ha)+|hehe+|😂|🤣)\b|[😂🤣😆😹]|\b(?:ha){2,}", re.I)
_ASKS = re.compile(
    r"\?|\b(?:how much|whats?|hows|when|wheres?|which|price|cost|can (?:you|we|i)|could (?:you|we|i)"
    r"|do you|does|is there|are there|is it|(?:are|is|were) (?:you|u|this|it|they)|am (?:i|we))\b"
    r"|\b(?:curious|wondering)\b(?=[^.!\n]* (?:are|is|do|does|can|if|whether|how|what|why|who"
    r"|where)\b)|(?:^|[.!,;\n] ?|\b(?:and|but|so|ok|lol|haha|hey|hi) )(?:can|could|is|are|does|do|will"
    r"|would|should|did|has|have|how|who|why) (?:the|your|ur|my|our|a|an|he|she|they|it|there|this"
    r"|that|someone|anybody|anyone|many|chefs?)\b",
    re.I,
)
_WISHES = re.compile(r"\b(?:want|need|would like|we'?d like|i'?d like|add|give|get|make|please|pls|order|swap|instead)\b", re.I)  # fmt: skip
_NOW = re.compile(r"today|tonight|tomorrow|now|this week|right now", re.I)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as praise, a joke or a look around, where it is nothing more; a look around beside a question is marked."""
    if {"yearns", *KINDS} & set(frame.acts):
        return frame
    if "about_own" in frame.acts or "own_booking" in frame.acts and frame.question:
        return frame
    folded = fold(frame.text)
    looks = _BROWSES.search(folded) is not None
    if looks and _NOW.fullmatch((frame.date_said or "").strip()):
        none = {"dates": (), "date_said": None, "date_problem": None, "other_dates": (), "times": (), "time_part": None}
        frame = frame.model_copy(update=none)
    asks = (
        frame.question
        or "send_quote" in frame.acts
        or _ASKS.search(folded) is not None
        or (looks and bool(questions_of(folded)))
    )
    if _tells(frame, looks=looks) or asks:
        return frame.model_copy(update={"acts": (*frame.acts, "looks_around")}) if looks else frame
    kind = "browses" if looks else _kind(frame, folded) or _pleased(frame, dialogue)
    if kind is None:
        return frame
    acts = tuple(act for act in frame.acts if act in ("greeting", "thanks", "bye", "how_are_you", "good_news"))
    return frame.model_copy(update={
        "acts": (*acts, kind), "topics": (), "apart": (), "unknown": (), "mentioned": (), "items": (), "answer": None, "name": None, "event_type": None,
        "asked_diets": (), "dietary": (), "venue": None, "evidence": (), "choice": None, "conditional": False,
    })  # fmt: skip


def _kind(frame: Frame, folded: str) -> str | None:
    if frame.trouble or "price_objection" in frame.acts or "minimum_objection" in frame.acts:
        return None
    if _PRAISE.search(folded):
        return "praises"
    jest = "laughs" in frame.acts or _JEST.search(folded)
    longer = len(folded.split()) >= LEAST_WORDS and frame.event_type is None
    return "jests" if jest and longer and frame.answer is None and not _WISHES.search(folded) else None


def _pleased(frame: Frame, dialogue: Dialogue) -> str | None:
    """ "THAT IS AMAZING IM IN TEARS" after a price: the joy is met before the next question."""
    only = set(frame.acts) <= {"compliment", "laughs", "good_news"} and "compliment" in frame.acts
    return "pleased" if only and dialogue.quoted and dialogue.booked is None and frame.answer is None else None


LEAST_WORDS = 5
"""A "lol ok" is an answer; a joke has a few words."""


def _tells(frame: Frame, *, looks: bool) -> bool:
    """Whether a message tells something of a party, or deals with one."""
    wished = any(item.count or item.share or item.role != "included" for item in frame.items)
    party = frame.guests.stated or wished or frame.zip or frame.city or frame.dates or frame.times or frame.month
    who = frame.phone or frame.email or frame.address or frame.budget is not None or frame.sizes or frame.no_extras
    deeds = {"book", "hold", "cancel", "change", "paid_claim", "handover", "injection", "off_topic", "gives_up", "keep", "thinking", "new_contact", "again"}  # fmt: skip
    return bool(party or who or deeds & set(frame.acts) or (frame.time_part and looks))
