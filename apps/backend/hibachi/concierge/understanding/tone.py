"""In which tone a person is called: what somebody suffered is regretted first, whatever they ask for. Words alone, pure.

"My mother has a second-degree burn, who do I talk to" asks for a person; "Of course!" would be a cold answer to it.
"""

from typing import Literal

from hibachi.concierge.understanding import manner
from hibachi.concierge.understanding.asked_if_noted import LEFT_OUT
from hibachi.concierge.understanding.schemas import Emotion, Frame
from hibachi.kit import lazy_re as re

Tone = Literal["grief", "hurt", "illness", "hard_time", "amiss"]
FELT = 0.4
"""How strong a feeling has to be that alone decides the tone."""
_HURT = re.compile(
    r"\b(?:burn(?:s|ed|t|ing)? (?:on|by|from|my|his|her|our|their|me|him|himself|herself)"
    r"|(?:\w+[- ])?degree burns?|got burn\w*|injur\w*|hurt|bleed\w*|bled|blood|stitches|scald\w*"
    r"|blister\w*|hives|swollen|swelling|choked|concussion|fractured?"
    r"|broke (?:my|his|her) (?:\w+ )?(?:arm|leg|wrist|ankle|tooth)|chipped (?:my|his|her|a) tooth"
    r"|ambulance|paramedics?|urgent care|emergency room|food poison\w*|(?:threw|throwing) up|vomit\w*"
    r"|allergic reaction|quem(?:ó|aron|adura\w*)|enferm\w+|herid\w+|lastim\w+|slipped"
    r"|fell (?:over|on|off))\b",
    re.I,
)
_AMISS = re.compile(
    r"\b(?:broke\w*|damag\w+|ruin\w+|scratch\w*|stain\w*|dent(?:ed|s)?|crack\w*|melt(?:ed|ing)"
    r"|burn marks?|scorch\w*|wrong|mistake|messed up|mess|screw\w* up|problems?|issues?|trouble"
    r"|complain\w*|missing|forgot|forgotten"
    r"|never (?:came|got|showed|called|answered|heard|received|arrived)|no[- ]?show|late|cold|raw"
    r"|undercooked|rude|upset\w*|unhappy|disappoint\w*|frustrat\w+|annoy\w*|confus\w+|useless"
    r"|not (?:help\w*|working|understand\w*|getting (?:it|this|anywhere))|stop repeating|refund\w*"
    r"|overcharged|double[- ]?charged|charged (?:me|us|my card)|dispute|owe[sd]?"
    r"|(?:asked|told|said|written|called|emailed|texted)\b[^.?!\n]{0,25}\b(?:already|twice|times"
    r"|before|again)|(?:second|third|fourth|\d(?:nd|rd|th)) time"
    r"|still (?:no|not|waiting|haven'?t|nothing)|waiting (?:for|since)|queja|reembolso|tarde"
    r"|problema\w*|p[eé]simo\w*|going in circles|ridiculous|joke)\b",
    re.I,
)
_OF_TROUBLE: dict[str, Tone] = {"grief": "grief", "illness": "illness", "called_off": "hard_time"}
OF_WHAT_WENT_WRONG = frozenset({"complaint", "injury", "legal"})
"""Matters whose own words are regret already."""


def of(text: str, frame: Frame, emotion: Emotion, kind: str) -> Tone | None:
    """The tone for a matter of this kind; None where a friendly word is right."""
    trouble = _OF_TROUBLE.get(frame.trouble or "")
    if trouble == "grief":
        return "grief"
    if kind in OF_WHAT_WENT_WRONG:
        return None
    if _HURT.search(text):
        return "hurt"
    if trouble is not None or kind == "allergy":
        return trouble if kind != "allergy" else None
    low = emotion.label in ("angry", "disgusted", "sad") and emotion.intensity >= FELT
    return "amiss" if low or (kind in ("person", "unsure") and _AMISS.search(text)) else None


_CALL = re.compile(
    r"\b(?:call|phone|ring) (?:me|us)\b(?! (?:a|an|the)\b)|\bcall ?back\b"
    r"|\bgive (?:me|us) a (?:call|ring|shout|buzz)\b"
    r"|\b(?:need|want|like|get|expect|have) (?:a|someone to|somebody to|the owner to"
    r"|a manager to) (?:phone )?call\b",
    re.I,
)


def asks_for_a_call(text: str) -> bool:
    """Whether somebody wishes to be called: the wish is passed on and heard."""
    return bool(_CALL.search(text))


def only_doubts(frame: Frame) -> bool:
    """ "Is this legit, how do I know you're no scam?": a question of trust, no accusation."""
    if manner.ACT in frame.acts or frame.claimed:
        return not _ACCUSES.search(frame.text) and not _FURIOUS.search(frame.text)
    doubts = "trust" in frame.topics or LEFT_OUT in frame.acts
    return doubts and not _ACCUSES.search(frame.text)


_FURIOUS = re.compile(
    r"\b(?:unacceptable|furious|ridiculous|lied|liars?|lying|refund|complain\w*|lawyer|scam\w*|bait|never again|angry"
    r"|overcharged|charged (?:me|us)|terrible|horrible|worst|awful|fed up|wtf|bullshit|disappoint\w*)\b",
    re.I,
)
_ACCUSES = re.compile(
    r"\b(?:scammed|stole|ripped (?:me|us) off|took (?:my|our)|my money|our money"
    r"|you(?:'re| are| guys are)? (?:a |all )?(?:scammers?|frauds?|thie\w+"
    r"|crooks?))\b(?<!not scammers)",
    re.I,
)
