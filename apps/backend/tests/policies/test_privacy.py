"""The privacy page's words: the owner's own, with facts in force, and nothing that nobody knows."""

from datetime import time
from typing import Any

import pytest
from httpx2 import AsyncClient
from pydantic import SecretStr, ValidationError

from hibachi.language.written import clock, listed, telephone
from hibachi.policies import rules
from hibachi.policies.privacy import PLACEHOLDERS, as_shipped, lasting
from hibachi.policies.processors import processors
from hibachi.policies.public import PublicPrivacy
from hibachi.policies.schemas import Profile
from hibachi.settings import Settings

WRITE = {"Authorization": "policies:read policies:write"}


def other(profile: Profile, **patch: Any) -> Profile:
    return Profile.model_validate(rules.merge(profile.model_dump(mode="json"), patch))


def words(profile: Profile) -> str:
    return "\n".join(one.text for one in PublicPrivacy.of(profile).sections)


def test_another_caterer_has_their_own_name_number_and_days(profile: Profile) -> None:
    business = {"name": "Teppan Tom", "phone": "+442071838750", "email": "tom@teppan.example"}
    said = words(other(profile, business=business, memory={"parties_for_days": 365, "words_for_days": 90}))
    for fact in ("Teppan Tom", "+44 20 7183 8750", "tom@teppan.example", "deleted after 1 year", "after 90 days"):
        assert fact in said
    assert profile.business.name not in said and "{" not in said


def test_the_shipped_words_hold_no_number_of_their_own() -> None:
    for section in as_shipped().sections:
        assert not any(character.isdigit() for character in section.title + section.text)


def test_every_placeholder_is_filled(profile: Profile) -> None:
    text = " | ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    said = words(other(profile, privacy={"sections": [{"title": "All", "text": text}]}))
    assert len(said.split(" | ")) == len(PLACEHOLDERS) and "{" not in said and all(said.split(" | "))


@pytest.mark.parametrize("text", ["{owner}", "{phone", "phone}", "{{phone}}", "{}", "{phone.__class__}", "{phone!r}"])
def test_what_nothing_fills_is_refused(profile: Profile, text: str) -> None:
    with pytest.raises(ValidationError, match="what is filled in is one of"):
        other(profile, privacy={"sections": [{"title": "Ours", "text": text}]})


def test_an_old_version_without_the_words_has_the_shipped_ones(profile: Profile) -> None:
    document = profile.model_dump(mode="json")
    del document["privacy"]
    assert Profile.model_validate(document).privacy == as_shipped()


def test_facts_are_written_as_people_say_them() -> None:
    assert [lasting(days) for days in (1, 30, 365, 366, 730, 1096, 1826, 1000)] == [
        "1 day", "30 days", "1 year", "1 year", "2 years", "3 years", "5 years", "1000 days",
    ]  # fmt: skip
    assert [clock(time(21)), clock(time(9, 30)), clock(time(0))] == ["9 PM", "9:30 AM", "12 AM"]
    assert [listed(items, "or") for items in (["cash"], ["a", "b"], ["a", "b", "c"])] == ["cash", "a or b", "a, b or c"]
    assert telephone("+19165550148") == "(916) 555-0148"


async def test_what_the_owner_writes_is_read_by_visitors_at_once(client: AsyncClient) -> None:
    change = {"changes": {"privacy": {"sections": [{"title": "Ours", "text": "Ask {email}."}]}}, "note": "lawyer"}
    assert (await client.patch("/api/v1/admin/policies", json=change, headers=WRITE)).status_code == 200
    shown = (await client.get("/api/v1/policies/public")).json()["privacy"]
    assert shown == {"sections": [{"title": "Ours", "text": "Ask hello@myhibachichef.example."}]}


def test_only_connected_services_are_named() -> None:
    alone = Settings(_env_file=None)  # type: ignore[call-arg]
    assert processors(alone.model_copy(update={"openai_api_key": None})) == ()
    connected = alone.model_copy(
        update={"openai_api_key": SecretStr("key"), "openai_base_url": "https://models.own.example/v1"}
    )
    assert [one.name for one in processors(connected)] == ["models.own.example"]
    paid = alone.model_copy(update={"stripe_secret_key": SecretStr("key"), "twilio_account_sid": "AC1"})
    assert [one.name for one in processors(paid)] == ["Stripe", "Twilio"]


@pytest.mark.parametrize(
    "own", ["http://localhost:11434/v1", "http://10.0.0.5/v1", "http://[::1]:80/v1", "http://ai.local/v1"]
)
def test_a_model_of_ones_own_gives_nothing_away_and_its_name_is_nobodys(own: str) -> None:
    keyed = {"openai_api_key": SecretStr("key"), "openai_base_url": own}
    assert processors(Settings(_env_file=None).model_copy(update=keyed)) == ()  # type: ignore[call-arg]
