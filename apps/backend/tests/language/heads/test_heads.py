"""The heads that ship: what they say, how they are calibrated, and that training them twice gives the same."""

import json
from pathlib import Path

import numpy as np
import pytest
from evals.heads import asked, examples, intents, linear
from evals.heads import emotions as emotion_training
from hypothesis import given, settings
from hypothesis import strategies as st

from hibachi.language.embedding import weights
from hibachi.language.embedding.embedder import Embedder
from hibachi.language.embedding.model import FEATURES, Model
from hibachi.language.heads.emotions import EmotionHead
from hibachi.language.heads.grams import SIZE, grams
from hibachi.language.heads.intents import FILES, SEEN, IntentHead
from hibachi.language.heads.listener import Listener

FEWEST = 60
"""Utterances an intent."""


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.read()


@pytest.fixture(scope="module")
def intent_head() -> IntentHead:
    return IntentHead.read()


@pytest.fixture(scope="module")
def emotion_head() -> EmotionHead:
    return EmotionHead.read()


def test_intents_of_unseen_utterances_are_right_more_often_than_nine_times_in_ten(
    model: Model, intent_head: IntentHead
) -> None:
    score = intents.measure(intent_head, model)
    assert score.cases >= 400
    assert score.intent > 0.9
    assert score.right_of_sure >= 0.95 and score.sure > 0.5


def test_every_intent_has_its_utterances_and_none_is_held_out_too() -> None:
    learnt, held_out = examples.read(examples.LEARNT), examples.read(examples.HELD_OUT)
    counts = {one.intent: sum(other.intent == one.intent for other in learnt) for one in learnt}
    assert min(counts.values()) >= FEWEST
    assert {one.name for one in held_out} <= {one.name for one in learnt}
    folded = [{" ".join(one.text.lower().split()) for one in part} for part in (learnt, held_out)]
    assert len(folded[0] & folded[1]) <= 8, "greetings and thanks have few words to choose from"


def test_the_recipes_name_what_the_weights_were_made_from() -> None:
    for name in ("intents", "emotions", "asked"):
        recipe = json.loads((FILES / f"{name}.json").read_text())
        assert recipe["recipe"]["encoder_sha256"] == weights.SHA256
        assert recipe["evaluation"]
        assert (FILES / f"{name}.npz").stat().st_size < 1_000_000
    told = json.loads((FILES / "intents.json").read_text())["recipe"]
    assert told["examples_sha256"] == examples.digest(examples.LEARNT), "the examples changed: run `make train`"
    assert told["held_out_sha256"] == examples.digest(examples.HELD_OUT)
    about = json.loads((FILES / "asked.json").read_text())
    assert about["recipe"]["examples_sha256"] == examples.digest(asked.LEARNT), "run `make train ONLY=asked`"
    assert set(about["names"]) == {asked.named(one) for one in examples.read(asked.LEARNT)}


def test_probabilities_add_up_and_an_intent_is_its_topics(model: Model, intent_head: IntentHead) -> None:
    features = model.features(["what happens if it rains"])
    assert intent_head.chances(features).sum() == pytest.approx(1, abs=1e-5)
    hunch = intent_head.of(features[0])
    assert hunch.intents[0][0] == "policy" and hunch.topics[0][0] == "rain"
    assert hunch.intents[0][1] >= hunch.topics[0][1]
    assert [chance for _, chance in hunch.intents] == sorted((chance for _, chance in hunch.intents), reverse=True)


def test_what_nobody_could_tell_is_not_acted_upon(model: Model, intent_head: IntentHead) -> None:
    for text in ("", "the the the", "mfw idk about thursday purple", "1234 5678"):
        hunch = intent_head.of(model.features([text])[0])
        assert hunch.topic is None or hunch.topic in ("answer", "off_topic", "chat"), (text, hunch)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I am so furious with you people, this is horrible!!", "angry"), ("thank you, that was wonderful", "happy"),
        ("I'm so sad, my grandmother died", "sad"), ("I am really scared of the fire", "fearful"),
        ("ewww that is disgusting and gross", "disgusted"), ("wow, I did not expect that at all!", "surprised"),
        ("the party is on the 14th", "neutral"),
    ],
)  # fmt: skip
def test_plain_feelings_are_heard(model: Model, emotion_head: EmotionHead, text: str, label: str) -> None:
    mood = emotion_head.of(text, model.features([text])[0])
    assert mood.label == label
    assert (mood.intensity == 0) == (label == "neutral")


def test_louder_words_are_more_intense(model: Model, emotion_head: EmotionHead) -> None:
    quiet, loud = "I am angry about this", "I am SO ANGRY about this!!!"
    first, second = (emotion_head.of(text, model.features([text])[0]) for text in (quiet, loud))
    assert first.label == second.label == "angry"
    assert second.intensity > first.intensity


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_a_mood_between_nothing_and_all(text: str) -> None:
    if not SHARED:
        SHARED.append((Model.read(), EmotionHead.read()))
    model, head = SHARED[0]
    mood = head.of(text, model.features([text])[0])
    assert 0 <= mood.intensity <= 1
    assert all(0 <= chance <= 1 for chance in mood.scores.values()) and len(mood.scores) == 7


SHARED: list[tuple[Model, EmotionHead]] = []


def test_grams_are_stable_numbers_and_see_emojis() -> None:
    assert grams("so so mad 😡") == grams("SO so mad 😡") != grams("so so mad")
    assert all(0 <= gram < SIZE for gram in grams("one two three"))
    assert grams("") == grams(" ") and len(grams("")) == 1


async def test_the_listener_tells_both_from_one_embedding() -> None:
    embedder = Embedder()
    listener = Listener(embedder)
    listener.warm()
    listener.expect("do you bring tables")
    hunch, mood, alarm = await listener.hear("do you bring tables")
    assert hunch.intents[0][0] == "policy" and mood.label in ("neutral", "surprised")
    assert not alarm.sure
    assert embedder.passes == 1
    listener.close()


def test_the_same_examples_give_the_same_weights() -> None:
    random = np.random.default_rng(3)
    seen = random.standard_normal((90, SEEN)).astype(np.float32)
    labels = [f"intent{number % 5}/topic" for number in range(90)]
    first, second = (linear.fit(seen, labels) for _ in range(2))
    assert np.array_equal(first.weight, second.weight) and np.array_equal(first.bias, second.bias)
    assert (np.array(first.names)[first.chances(seen).argmax(axis=1)] == np.array(labels)).mean() > 0.9


def test_the_emotion_head_trains_the_same_twice_and_learns() -> None:
    words = (("rage awful", 0), ("lovely joy", 3), ("plain words", 6))
    random = np.random.default_rng(4)
    texts = [words[number % 3][0] for number in range(240)]
    truth = np.zeros((240, emotion_training.OUTPUTS), dtype=np.float32)
    for number in range(240):
        truth[number, words[number % 3][1]] = 1
    seen = random.standard_normal((240, FEATURES)).astype(np.float32) * np.float32(0.01)
    part = emotion_training.Part(texts, seen, truth)
    first, second = (emotion_training.train(part, part, epochs=30) for _ in range(2))
    assert np.array_equal(first.weight, second.weight) and np.array_equal(first.grams, second.grams)
    scores = emotion_training.measure(first, part)
    assert min(scores[0], scores[3], scores[6]) > 0.9


def test_training_without_public_data_leaves_the_emotions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from evals import train

    monkeypatch.setattr(train, "DATASETS", tmp_path / "none")
    before = (FILES / "emotions.npz").read_bytes()
    train.main(["emotions"])
    assert "left as they are" in capsys.readouterr().out
    assert (FILES / "emotions.npz").read_bytes() == before
