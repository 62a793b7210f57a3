"""Emotions: GoEmotions in the taxonomy of Ekman, and its sentiment."""

from pathlib import Path

from evals.figures import Figure, Section
from evals.heads import emotions

from hibachi.language.embedding.model import Model
from hibachi.language.heads.emotions import NAMES, EmotionHead

ABOUT = """
Multi-label macro-F1 on the test split; learnt from the train split, thresholds chosen on dev, the test split measured with
what ships. The encoder stays as it was published (it serves the intents and the search too); the head is linear on the highest
and mean states of its upper layers and on hashed words, pairs of words and emojis. Macro-F1 on dev of what was tried (Ekman
/ sentiment): linear on the sentence vector 0.517 / 0.588, a perceptron of 256 on it 0.523 / 0.613, linear on the upper layers
0.589 / 0.663, with hashed words 0.594 / 0.671 (what ships), a perceptron of 192 on the same 0.593 / 0.677, both added 0.595 /
0.675; so more than a linear head brings nothing on this embedding. docs/decisions/0041 has the table.
"""


def measure(datasets: Path) -> list[Section]:
    """GoEmotions, test."""
    asked = emotions.part(Model.read(), datasets / "goemotions" / "test.jsonl")
    scores = emotions.measure(EmotionHead.read(), asked)
    ekman, sentiment = emotions.macro(scores)
    count = len(asked.texts)
    figures = [
        Figure("macro-F1, Ekman's six and neutral", ekman, None, count, "BERT tuned whole: 0.64 (paper), 0.624"),
        Figure("macro-F1, sentiment", sentiment, None, count, "BERT tuned whole: 0.69 (paper), 0.701"),
        *(Figure(f"F1, {name}", float(scores[number])) for number, name in enumerate(NAMES)),
    ]
    return [Section("Emotions (GoEmotions)", ABOUT, figures)]
