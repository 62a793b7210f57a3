"""The owner's scripts in a conversation: said in their situation, once, with the amounts of now; never at the answer's cost."""

import pytest

from hibachi.concierge.proving import problems_of_script, situation_of
from hibachi.policies.schemas import Profile
from hibachi.policies.scripts import SITUATIONS, facts_of, filled
from tests.concierge.local.talk import PROFILE, Talk

QUOTED = "how much for 12 adults in 94539?"
FAR = "how much for 12 adults in 95014? and travel?"
SAID = {
    "objection_price": ("For {adult_price} a guest the whole evening comes to your garden.", (QUOTED, "that's way too expensive")),
    "objection_minimum": ("The {party_minimum} brings the chef, and upgrades count towards it.", ("how much for 4 adults in 94539?", "why is there a minimum, we're only 4?")),
    "objection_travel": ("The chef drives to you with the whole kitchen on board.", ("how much for 12 adults in 95814? and the travel?", "the travel fee is way too expensive")),
    "objection_again": ("Let me see what fits, without any pressure.", (QUOTED, "that's way too expensive", "still too expensive for us")),
    "thinking": ("Sleep on it, the grill is patient.", (QUOTED, "let me think about it")),
    "upsell": ("Many hosts love the {upgrade}, for {upgrade_price} more a person.", ("how much for 12 adults in 94539?",)),
    "greeting": ("Welcome to {business}, where the grill comes to you!", ("hello!",)),
    "thanks": ("It is our joy to cook for you!", (QUOTED, "thank you!")),
    "farewell": ("Until the grill sings!", (QUOTED, "bye!")),
}  # fmt: skip


def having(*scripts: tuple[str, str], active: bool = True) -> Profile:
    """The shipped profile with these scripts."""
    written = {
        f"own_{number}": {"situation": of, "text": text, "active": active} for number, (of, text) in enumerate(scripts)
    }
    document = PROFILE.model_dump(mode="json")
    return Profile.model_validate({**document, "sales": {**document["sales"], "scripts": written}})


def talk_of(profile: Profile, lines: tuple[str, ...], seed: str = "script") -> list[str]:
    """What is answered to these lines; each answer is one that may leave."""
    talk = Talk(channel="web_chat", profile=profile, seed=seed)
    answers = [talk.say(line) for line in lines]
    assert all(one.verdict.ok for one in answers), [one.refused for one in answers]
    return [one.text for one in answers]


@pytest.mark.parametrize("situation", list(SITUATIONS))
def test_a_script_is_said_in_its_situation_while_it_is_active(situation: str) -> None:
    text, lines = SAID[situation]
    words = filled(text, facts_of(PROFILE))
    spoken = talk_of(having((situation, text)), lines)
    assert words in spoken[-1], spoken
    assert all(words not in one for one in spoken[:-1]), "and not before it"
    assert all(words not in one for one in talk_of(having((situation, text), active=False), lines))


def test_a_script_is_not_said_twice_and_two_take_turns() -> None:
    lines = (*SAID["thinking"][1], "ok. hmm, let me think about it some more")
    one, other = "Sleep on it, the grill is patient.", "Ask your guests, we are here."
    both = talk_of(having(("thinking", one), ("thinking", other)), lines)
    assert sorted(text for text in (one, other) for said in both if text in said) == sorted((one, other))
    alone = talk_of(having(("thinking", one)), lines)
    assert sum(one in said for said in alone) == 1


def test_a_script_that_the_validator_refuses_costs_no_answer() -> None:
    false = "Your chef is available tomorrow evening at no charge."
    assert problems_of_script(false, at=Talk().now, profile=PROFILE), "it would not be released either"
    talk = Talk(channel="web_chat", profile=having(("objection_price", false)))
    talk.say(QUOTED)
    answer = talk.say("that's way too expensive")
    assert answer.verdict.ok and len(answer.refused) == 1
    assert false not in answer.text and "chef" in answer.text, "said in our own words"


def test_an_sms_keeps_its_length_with_a_script() -> None:
    long = " ".join(["The grill, the show and the chef come to your very own garden."] * 8)
    talk = Talk(channel="sms", profile=having(("objection_price", long)))
    talk.say(QUOTED)
    answer = talk.say("that's way too expensive")
    assert answer.verdict.ok and len(answer.text) <= PROFILE.business.brand_voice.sms_max_chars


@pytest.mark.parametrize(
    ("question", "situation"),
    [
        ("that's way too expensive", "objection_price"),
        ("why is there a minimum, we're only 4?", "objection_minimum"),
        ("the travel fee is way too much", "objection_travel"),
        ("let me think about it", "thinking"),
        (QUOTED, None),
    ],
)
def test_what_a_customer_objects_to_is_read(question: str, situation: str | None) -> None:
    assert situation_of(question, at=Talk().now, profile=PROFILE) == situation
