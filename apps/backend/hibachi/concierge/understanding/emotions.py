"""The deterministic floor of emotion: what nobody could miss in a few words. A trained head may refine it later."""

import re

from hibachi.concierge.understanding.schemas import Emotion

_WORDS: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (label, weight, re.compile(rf"\b(?:{words})\b", re.I))
    for label, weight, words in (
        ("angry", 0.85, r"unacceptable|furious|livid|outrag\w+|pissed|ruined|scam\w*|worst|wtf|bullshit|disgrace\w*|su(?:e|ing) (?:you|u|your|them)|lawyer|fed up|how dare"),
        ("angry", 0.6, r"angry|annoy\w*|frustrat\w*|ridiculous|terrible|horrible|awful|rude|disappoint\w*|upset|mad at"),
        ("disgusted", 0.7, r"disgust\w*|gross|nasty|inedible|revolting"),
        ("sad", 0.7, r"passed away|funeral|died|in the hospital|cancer|heartbroken|lost (?:my|our|his|her) (?:mom|dad|mother|father|son|daughter|husband|wife|job|grandma|grandpa)|miscarriage|emergency surgery"),
        ("sad", 0.4, r"sad|unfortunately|sorry to say|bummed|hospital|(?:(?:my|our|his|her|one|some|little) (?:\w+ ){1,2}(?:is|are|got|was|were)|i'?m|i am|we'?re|s?he'?s|they'?re|got|fell|home|feeling|too) (?:really |very |so |still )?sick(?! of)"),
        ("fearful", 0.5, r"worried|nervous|scared|afraid|anxious|panic\w*|help!+|omgg+"),
        ("surprised", 0.4, r"wow|whoa|omg|no way|really\?|oh no|yikes"),
        ("happy", 0.5, r"awesome|amazing|love(?:d)?|excited|can'?t wait|yay|perfect|great|fantastic|wonderful|yess+|so happy|birthday"),
    )
)  # fmt: skip


def feel(text: str) -> Emotion:
    """The strongest feeling that words show; capitals and exclamation marks make anger louder, never make it."""
    best = Emotion()
    for label, weight, pattern in _WORDS:
        if pattern.search(text) and weight > best.intensity:
            best = Emotion.model_validate({"label": label, "intensity": weight})
    if best.label == "angry" and (text.count("!") > 1 or _shouts(text)):
        best = best.model_copy(update={"intensity": min(1.0, best.intensity + 0.1)})
    return best


def _shouts(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 15 and sum(char.isupper() for char in letters) > 0.6 * len(letters)
