"""The head of mentions that ships: made from the lines that lie there, and right on lines that it never saw."""

import json
from hashlib import sha256

import numpy as np
import pytest
from evals.heads import features, mentions

from hibachi.concierge.understanding.only_mentioned import SURE
from hibachi.language.embedding.model import Model
from hibachi.language.heads.intents import FILES
from hibachi.language.heads.mentions import MentionHead


def test_it_was_made_from_these_lines() -> None:
    recipe = json.loads((FILES / "mentions.json").read_text())["recipe"]
    assert recipe["examples_sha256"] == sha256(mentions.LEARNT.read_bytes()).hexdigest(), (
        "run `make train ONLY=mentions`"
    )


def test_no_line_is_held_out_and_learnt() -> None:
    assert not set(mentions.read(mentions.LEARNT)[0]) & set(mentions.read(mentions.HELD_OUT)[0])


@pytest.mark.slow
def test_what_tells_is_hardly_ever_taken_for_a_mention() -> None:
    texts, only_mention = mentions.read(mentions.HELD_OUT)
    told = np.array(MentionHead.read().of(texts, list(features.of(Model.read(), texts))))
    assert ((told > 0.5) == only_mention).mean() >= 0.94
    assert (told[~only_mention] >= SURE).mean() <= 0.02
    assert (told[only_mention] >= SURE).mean() >= 0.8
