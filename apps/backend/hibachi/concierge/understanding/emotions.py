"""How a message feels: a deterministic floor (what nobody could miss), refined by the trained head, and anger that builds."""

from collections.abc import Sequence

from hibachi.concierge.understanding import asides, matters
from hibachi.concierge.understanding.figures import without_figures
from hibachi.concierge.understanding.schemas import Emotion
from hibachi.kit import lazy_re as re
from hibachi.language.heads.schemas import Hunch, Mood, Sentiment
from hibachi.language.openers import ASKING

ALONE = 0.6
"""So likely must a feeling be that the head names where the floor sees none."""
FEWEST_WORDS = 4
""" "No", "nope", "not that one": an answer, no anger."""
OF_A_COMPLAINT = 0.5
"""The anger that a complaint has at least, in however calm words."""
FELT, BUILDS, REMEMBERED = 0.4, 0.15, 3
"""Anger of at least FELT in one of the last REMEMBERED messages makes the next one louder by BUILDS."""
_SORRY = re.compile(r"\b(?:sorry|apolog\w+|my (?:bad|mistake)|oops|pardon)\b", re.I)
_ASKS = re.compile(rf"\?|^\s*(?:{ASKING}|any)\b", re.I)

_REFUSES = re.compile(
    r"\W*(?:(?:no+|nope|nah|please|pls|thanks?|thank you|sorry|i|we|just|rather|really|actually|don'?t|do not|want|need|like|wanna"
    r"|to|change|move|cancel|book|add|keep|leave|stay|it|that|this|them|anything|as|is|it'?s|the|my|our|party|booking|date"
    r"|day|time|start|people|guests|not|now|then|for|at|all)\b\W*)+",
    re.I,
)
""" "No, please don't move it": what was shown is not wished, and nothing else is said."""

_WORDS: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (label, weight, re.compile(rf"\b(?:{words})\b", re.I))
    for label, weight, words in (
        (
            "angry",
            0.85,
            (
                r"unacceptable|furious|livid|outrag\w+|pissed|ruined|scam\w*|worst(?![- ](?:case|comes?))|wtf"
                r"|bullshit|disgrace\w*|su(?:e|ing) (?:you|u|your|them)"
                r"|(?:my|our|a|the) (?:lawyer|attorney)s? (?:will|is going to|says|said|told|is on)"
                r"|hear from (?:my|our) (?:lawyer|attorney)|fed up|how dare"
            ),
        ),
        (
            "angry",
            0.6,
            (
                r"angry|annoy\w*|frustrat\w*|ridiculous|terrible|horrible|awful|rude|disappoint\w*"
                r"|upset(?! (?:tummy|stomach|belly))|mad at|useless|worthless"
                r"|(?:stupid|dumb|crappy|shitty|lousy) (?:bot|robot|machine|ai|chat ?bot|service|company)"
                r"|(?:you|this|it) sucks?|waste of (?:my |our )?(?:time|money)"
            ),
        ),
        ("disgusted", 0.7, r"disgust\w*|gross|nasty|inedible|revolting"),
        (
            "sad",
            0.7,
            (
                r"passed away|funeral|died|in the hospital|cancer|heartbroken"
                r"|lost (?:my|our|his|her) (?:mom|dad|mother|father|son|daughter|husband|wife|job|grandma"
                r"|grandpa)|miscarriage|emergency surgery"
            ),
        ),
        (
            "sad",
            0.4,
            (
                r"sad|unfortunately|sorry to say|bummed|hospital"
                r"|(?:(?:my|our|his|her|one|some|little) (?:\w+ ){1,2}(?:is|are|got|was|were)|i'?m|i am|we'?re"
                r"|s?he'?s|they'?re|got|fell|home|feeling|too) (?:really |very |so |still )?sick(?! of)"
            ),
        ),
        (
            "fearful",
            0.5,
            (
                r"worried|nervous|scared|(?<!i'm )(?<!i’m )(?<!i am )(?<!im )afraid|afraid of|anxious|panic\w*"
                r"|help!+"
            ),
        ),
        ("surprised", 0.4, r"wow|whoa|omg|no way|really\?|oh no|yikes"),
        (
            "happy",
            0.5,
            (
                r"awesome|amazing|love(?:d)?|excited|can'?t wait|yay|perfect|great|fantastic|wonderful|yess+"
                r"|so happy|birthday"
            ),
        ),
    )
)


def feel(text: str, hunch: Hunch | None = None, mood: Mood | None = None) -> Emotion:
    """The floor's feeling, or louder where the head hears the same; where the floor is silent, what the head is sure of."""
    best = floor(text)
    joked = without_figures(text) != text
    if joked and best.label == "neutral":
        return best
    if best.label != "neutral":
        same = mood is not None and mood.label == best.label
        return best.model_copy(update={"intensity": max(best.intensity, mood.intensity)}) if mood and same else best
    if hunch is not None and hunch.intent == "complaint":
        return Emotion(label="angry", intensity=OF_A_COMPLAINT)
    if mood is None or mood.scores.get(mood.label, 0.0) < ALONE or _misheard(text, mood):
        return best
    return Emotion(label=mood.label, intensity=mood.intensity)


def anger(emotion: Emotion, before: Sequence[Emotion]) -> float:
    """How angry the customer is by now, 0..1: the message, and louder for each of the last ones that was angry."""
    if emotion.label != "angry":
        return 0.0
    angry = [one for one in before[-REMEMBERED:] if one.label == "angry" and one.intensity >= FELT]
    return min(1.0, emotion.intensity + BUILDS * len(angry))


def sentiment(emotion: Emotion, mood: Mood) -> Sentiment:
    """Positive, negative or neutral: by the feeling where it has a side, else by the head."""
    if emotion.label in ("angry", "sad", "fearful", "disgusted"):
        return "negative"
    return "positive" if emotion.label == "happy" else mood.sentiment


def _misheard(text: str, mood: Mood) -> bool:
    """What the head, which learnt from talk among strangers, takes for a feeling: excuses, short answers, questions."""
    if mood.label == "sad":
        return bool(_SORRY.search(text))
    if mood.label == "surprised":
        return bool(_ASKS.search(text))
    calm = len(text.split()) < FEWEST_WORDS or bool(_REFUSES.fullmatch(text)) or matters.excused("complaint", text)
    return mood.label == "angry" and calm


def floor(text: str) -> Emotion:
    """The strongest feeling that words show; capitals and exclamation marks make anger louder, never make it.

    Hard words about somebody else, or in a question ("is this a scam?"), are no anger.
    """
    text = asides.without_workplace(_OF_THE_BODY.sub(" ", without_figures(text)))
    best, of_us = Emotion(), matters.without_excused("complaint", text)
    for label, weight, pattern in _WORDS:
        if pattern.search(of_us if label == "angry" else text) and weight > best.intensity:
            best = Emotion.model_validate({"label": label, "intensity": weight})
    if best.label == "angry" and (text.count("!") > 1 or _shouts(text)):
        best = best.model_copy(update={"intensity": min(1.0, best.intensity + 0.1)})
    return best


_OF_THE_BODY = re.compile(
    r"\b(?:stomach|tummy|belly|gut|guts|digestion|system|skin)(?:'s)?\b[^.?!\n]{0,20}\b(?:upset|mad"
    r"|angry|awful|terrible|horrible)\b"
    r"|\b(?:think|find|thinks|finds|they'?re|are)\b[^.?!\n]{0,12}\b(?:gross|nasty|icky|yucky"
    r"|disgusting)\b(?! (?:chef|food|service))"
    r"|\bupset(?:s|ting)? (?:(?:my|his|her|our|their|the|a|an|\w+'s) )?(?:\w+ )?(?:stomach|tummy|belly"
    r"|gut|guts|digestion|system)\b"
    r"|\b(?:he|she|they|dad|mom|grandma|grandpa|kids?|wife|husband|son|daughter|everyone|everybody"
    r"|people|guests)(?:'ll| will| would| might| gets?| is gonna be| are gonna be)(?: be| get)? (?:so "
    r"|very |really |pretty |a little )?(?:upset|angry|mad|annoyed|disappointed)\b(?= if| when"
    r"| without| unless)",
    re.I,
)
"""What dairy does to a stomach, and what somebody else would feel: no anger at us."""


def _shouts(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 15 and sum(char.isupper() for char in letters) > 0.6 * len(letters)
