"""Scripts from end to end: proposed by whoever talks to customers, said only once an owner released them, taken back."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2

from hibachi.kit.clock import SettableClock
from tests.channels.office import QUESTION, Office, office_on
from tests.simulators.model_server import Answer, Request, Say, model_server

SCRIPTS = "/api/v1/admin/scripts"
TOO_MUCH = "that's way too expensive"
WORDS = "For {adult_price} a guest the whole evening comes to your garden."
SAID = "For $55 a guest the whole evening comes to your garden."
NEW = {"situation": "objection_price", "text": WORDS, "note": "sells better"}


async def post(office: Office, path: str, who: dict[str, str], **body: Any) -> httpx2.Response:
    return await office.client.post(f"{SCRIPTS}{path}", json=body, headers=who)


async def made(office: Office, path: str, who: dict[str, str], **body: Any) -> dict[str, Any]:
    """A write that must succeed."""
    answer = await post(office, path, who, **body)
    assert answer.status_code < 300, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def told(office: Office, phone: str) -> str:
    """What somebody new is told who finds the price too high."""
    for words in (QUESTION, TOO_MUCH):
        await office.ask(words, phone=phone)
    return str(office.shop.carrier.texts[-1])


async def counts(office: Office) -> list[Any]:
    """What a refused request must leave as it is."""
    return await office.rows(
        "SELECT (SELECT count(*) FROM policy_versions), (SELECT count(*) FROM audit_log), "
        "(SELECT array_agg(id::text || state ORDER BY id) FROM script_proposals)"
    )


async def test_nothing_is_said_before_an_owners_yes_and_a_way_back_brings_the_old_words(
    database_url: str, clock: SettableClock
) -> None:
    async with office_on(database_url, clock) as office:
        proposal = await made(office, "/proposals", office.agent, **NEW)
        assert (proposal["key"], proposal["state"], proposal["says"]) == ("objection_price", "waiting", SAID)
        before = await counts(office)
        release = f"/proposals/{proposal['id']}/release"
        for who, status in (({}, 401), (office.chef, 403), (office.agent, 403)):
            assert (await post(office, release, who)).status_code == status
        for body in (
            NEW | {"text": "It is $55 a guest."},
            NEW | {"text": "It is {price_of_caviar} a guest."},
            NEW | {"text": "We give you a discount."},
            NEW | {"text": "Adults are {child_price}."},
            NEW | {"text": "No nuts in our kitchen."},
        ):
            refused = await post(office, "/proposals", office.agent, **body)
            assert (refused.status_code, refused.json()["code"]) == (422, "script_unsupported"), body
            assert refused.json()["details"]["problems"]
        unknown = await post(office, "/proposals", office.agent, **NEW, key="nobodys")
        assert (unknown.status_code, unknown.json()["code"]) == (404, "script_not_found")
        assert await counts(office) == before
        old = await told(office, "+15105550150")
        assert SAID not in old, "a proposal changes nothing that is said"

        both = await asyncio.gather(*(post(office, release, office.admin) for _ in range(2)))
        assert sorted(one.status_code for one in both) == [200, 409], "one yes, one release"
        assert SAID in await told(office, "+15105550151")
        prices = {"changes": {"prices": {"adult": {"amount": "57.00"}}}, "note": "dearer"}
        await office.client.patch("/api/v1/admin/policies", json=prices, headers=office.admin)
        assert SAID.replace("$55", "$57") in await told(office, "+15105550152"), "the policy's amount of now"

        undo = f"/proposals/{proposal['id']}/undo"
        assert (await post(office, undo, office.agent, reason="worse")).status_code == 403
        back = await made(office, undo, office.admin, reason="it sold worse")
        assert back["state"] == "undone" and back["undone_version"] > back["policy_version"]
        said = await told(office, "+15105550153")
        assert "the whole evening comes" not in said and "chef" in said
        assert (await post(office, undo, office.admin, reason="again")).json()["code"] == "script_not_released"
        acts = [row["action"] for row in await office.rows("SELECT action FROM audit_log ORDER BY id")]
        kept = [act for act in acts if act.startswith("script_")]
        assert kept == ["script_propose", "script_release", "script_undo"]
        assert acts.count("policies.change") == 3, "each is a dated version of the policies"


async def test_a_change_is_over_the_words_that_its_writer_saw(database_url: str, clock: SettableClock) -> None:
    async with office_on(database_url, clock) as office:
        first = await made(office, "/proposals", office.agent, **NEW)
        twin = await made(office, "/proposals", office.agent, **NEW | {"text": "The whole grill comes to you."})
        for one in (first, twin):
            await made(office, f"/proposals/{one['id']}/release", office.admin)
        book = (await office.client.get(SCRIPTS, headers=office.agent)).json()
        assert [one["key"] for one in book["scripts"]] == ["objection_price", "objection_price_2"], "both stand"
        edits = [
            await made(office, "/proposals", office.agent, **NEW | {"key": "objection_price", "text": text})
            for text in ("The chef, the grill and the show for {adult_price} a guest.", "It is a show, not a meal.")
        ]
        better = {"text": "Chef, grill and show, for {adult_price} a guest."}
        both = await asyncio.gather(
            *(post(office, f"/proposals/{one['id']}/release", office.admin, **better) for one in edits)
        )
        assert sorted(one.status_code for one in both) == [200, 409], "neither is written over unseen"
        if both[0].status_code == 409:
            edits.reverse()
        late = next(one for one in both if one.status_code == 409)
        assert late.json()["code"] == "script_changed"
        stale = await post(office, f"/proposals/{first['id']}/undo", office.admin, reason="no")
        assert stale.json()["code"] == "script_not_released", "only what is in force is taken back"
        await made(office, f"/proposals/{edits[1]['id']}/reject", office.admin, reason="not ours")
        gone = await made(office, "/objection_price_2/removal", office.agent, note="once is enough")
        await made(office, f"/proposals/{gone['id']}/release", office.admin)
        await made(office, f"/proposals/{edits[0]['id']}/undo", office.admin, reason="the first was better")
        book = (await office.client.get(SCRIPTS, headers=office.agent)).json()
        assert [(one["key"], one["text"]) for one in book["scripts"]] == [("objection_price", WORDS)]
        decided = await office.client.get(f"{SCRIPTS}/proposals?shelf=decided&limit=2", headers=office.agent)
        assert len(decided.json()["proposals"]) == 2 and decided.json()["next"]
        waiting = (await office.client.get(f"{SCRIPTS}/proposals", headers=office.agent)).json()
        assert waiting == {"proposals": [], "next": None}


async def test_a_release_for_later_is_taken_back_before_it_begins_and_nothing_takes_its_place(
    database_url: str, clock: SettableClock
) -> None:
    async with office_on(database_url, clock) as office:
        later = (clock.now() + timedelta(minutes=5)).isoformat()
        dated = await made(office, "/proposals", office.agent, **NEW)
        dated = await made(office, f"/proposals/{dated['id']}/release", office.admin, effective_from=later)
        at_once = await made(office, "/proposals", office.agent, **NEW | {"text": "The whole grill comes to you."})
        at_once = await made(office, f"/proposals/{at_once['id']}/release", office.admin)
        assert (dated["key"], at_once["key"]) == ("objection_price", "objection_price_2"), "each has a place of its own"
        clock.set(clock.now() + timedelta(minutes=6))
        book = (await office.client.get(SCRIPTS, headers=office.agent)).json()
        assert [one["text"] for one in book["scripts"]] == [WORDS, "The whole grill comes to you."]

        later = (clock.now() + timedelta(minutes=5)).isoformat()
        third = await made(office, "/proposals", office.agent, **NEW | {"text": "It is a show, not a meal."})
        await made(office, f"/proposals/{third['id']}/release", office.admin, effective_from=later)
        back = await made(office, f"/proposals/{third['id']}/undo", office.admin, reason="we thought better")
        assert back["state"] == "undone"
        clock.set(clock.now() + timedelta(minutes=6))
        book = (await office.client.get(SCRIPTS, headers=office.agent)).json()
        assert [one["text"] for one in book["scripts"]] == [WORDS, "The whole grill comes to you."]


async def test_a_configured_model_reads_a_script_while_it_is_in_force(database_url: str, clock: SettableClock) -> None:
    def kind(request: Request) -> Answer:
        return Say("I hear you.")

    with model_server(kind) as server:
        async with office_on(database_url, clock, OPENAI_BASE_URL=server.url, AI_MODEL="m") as office:
            proposal = await made(office, "/proposals", office.agent, **NEW)
            await office.ask(TOO_MUCH)
            assert SAID not in str(server.requests[-1])
            await made(office, f"/proposals/{proposal['id']}/release", office.admin)
            await office.ask(TOO_MUCH, phone="+15105550160")
            prompt = str(server.requests[-1])
            assert SAID in prompt and "{adult_price}" not in prompt
            assert "The customer finds the price too high" in prompt
            await made(office, f"/proposals/{proposal['id']}/undo", office.admin, reason="no")
            await office.ask(TOO_MUCH, phone="+15105550161")
            assert SAID not in str(server.requests[-1])
