"""Guests choose by the link of their party: over HTTP, as guests, host and staff meet it, and all that is refused."""

import asyncio
from collections.abc import AsyncIterator
from datetime import time, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient, Response

from hibachi.bookings import service
from hibachi.bookings.api import router
from hibachi.bookings.events import BookingChanged, BookingRequested, GuestChose
from hibachi.bookings.schemas import Booking, Change
from hibachi.channels.limits.service import Limits
from hibachi.channels.notices import matters
from hibachi.memory.service.forgetting import FIELDS
from hibachi.quotes.schemas import Party
from tests.business import client_of
from tests.parties import OLGA, SATURDAY, Shop

STAFF = {"authorization": "bookings:read bookings:write calendar:read"}
ANN: dict[str, Any] = {"key": "ann-" * 9, "name": "Ann Lee", "dishes": ["chicken", "lobster_tail"]}
BOB: dict[str, Any] = {"key": "bob-" * 9, "name": "Bob", "dishes": ["tofu"], "allergies": "sesame"}
CUTOFF = timedelta(hours=12)


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    async with client_of(shop.db, router, allowed=Limits().allowed) as spoken:
        yield spoken


class Host:
    """A party with its link, and what its host and guests send."""

    def __init__(self, client: AsyncClient, party: Booking, token: str) -> None:
        self.client, self.party = client, party
        self.at, self.token = f"/api/v1/bookings/{party.id}", {"token": token}
        self.link = ""

    async def shares(self) -> str:
        answer = await self.client.post(f"{self.at}/guests/link", params=self.token)
        assert answer.status_code == 200, answer.text
        self.link = answer.json()["link"]
        return self.link

    async def guest(self, wish: dict[str, Any], **said: Any) -> Response:
        return await self.client.put(f"/api/v1/choices/{self.link}", json=wish | said)

    async def page(self, *keys: str) -> Response:
        return await self.client.get(f"/api/v1/choices/{self.link}", params={"key": list(keys)})

    async def sees(self) -> Any:
        return (await self.client.get(f"{self.at}/guests", params=self.token)).json()

    async def looks(self, **said: Any) -> Response:
        return await self.client.post(f"{self.at}/guests/take-over-preview", params=self.token, json=said)

    async def takes(self, seen: Any, **said: Any) -> Response:
        yes = {"revision": seen["change"]["revision"], "choices": seen["choices"]}
        return await self.client.post(f"{self.at}/guests/take-over", params=self.token, json=yes | said)

    async def now(self) -> Any:
        return (await self.client.get(self.at, params=self.token)).json()


async def host(client: AsyncClient, shop: Shop, **said: Any) -> Host:
    """Dana's confirmed party, and its link."""
    party = await shop.confirmed(**said)
    token = (await shop.rows("SELECT hold_token FROM bookings WHERE id = :id", id=party.id))[0][0]
    made = Host(client, party, token)
    await made.shares()
    return made


async def test_a_link_shows_the_day_and_the_menu_and_nothing_of_the_party(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop, location="12 Elm St", phone="(510) 555-0142")
    page = (await dana.page()).json()
    assert (page["host"], page["day"], page["places"], page["closed"], page["mine"]) == (
        "Dana", "2026-03-14", 12, None, [],
    )  # fmt: skip
    dishes = {item["key"]: item for item in page["menu"]["items"]}
    assert (
        dishes["lobster_tail"]["allergens"] == ["crustacean_shellfish"] and dishes["lobster_tail"]["price"] == "15.00"
    )
    told = (await dana.page()).text
    for hidden in ("Ruiz", "Elm", "0142", "95112", "660", dana.token["token"], str(dana.party.id)):
        assert hidden not in told, hidden
    other = await client.get(dana.at, params={"token": dana.link})
    assert other.status_code == 404, "the link opens the choosing page alone"


async def test_a_device_corrects_its_own_entry_and_no_other(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop)
    made = (await dana.guest(ANN)).json()
    assert [dish["label"] for dish in made["dishes"]] == ["chicken", "lobster tail"]
    again = await dana.guest(ANN)
    assert again.json() == made and len(await shop.events("GuestChose")) == 1, "the same again changes nothing"
    corrected = await dana.guest(ANN, name="Ann Lee-Ruiz", dishes=["tofu"], diet="vegan")
    assert (corrected.json()["id"], corrected.json()["diet"]) == (made["id"], "vegan")
    taken = await dana.guest(BOB, name="ann  lee-RUIZ")
    assert (taken.status_code, taken.json()["code"]) == (409, "guest_name_taken")
    assert (await dana.guest(BOB)).status_code == 200
    mine = (await dana.page(BOB["key"], "z" * 36)).json()["mine"]
    assert [(one["name"], one["key"]) for one in mine] == [("Bob", BOB["key"])]
    assert len((await dana.sees())["choices"]) == 2


async def test_wrong_links_and_wrong_wishes_change_nothing(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop)
    await dana.guest(BOB)
    before = await shop.rows("SELECT * FROM guest_choices"), await shop.rows("SELECT * FROM guest_links")
    for said, code in (
        ({"dishes": ["chicken"] * 3}, "choice_invalid"),
        ({"dishes": ["dragon"]}, "choice_invalid"),
        ({"age": "toddler"}, "choice_invalid"),
        ({"name": " "}, "invalid_input"),
        ({"name": "A\x00"}, "invalid_input"),
        ({"total": 1}, "invalid_input"),
    ):
        answer = await dana.guest(ANN, **said)
        assert (answer.status_code, answer.json()["code"]) == (422, code), said
    for link in ("nobody-knows-this", "%00", dana.token["token"]):
        for answer in (
            await client.get(f"/api/v1/choices/{link}"),
            await client.put(f"/api/v1/choices/{link}", json=ANN),
        ):
            assert answer.status_code in (404, 422), link
    stranger = await client.get(f"{dana.at}/guests", params={"token": dana.link})
    assert (stranger.status_code, stranger.json()["code"]) == (404, "booking_unknown")
    assert before == (await shop.rows("SELECT * FROM guest_choices"), await shop.rows("SELECT * FROM guest_links"))


async def test_a_renewed_link_ends_the_old_one_and_keeps_the_entries(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop)
    await dana.guest(ANN)
    old = dana.link
    assert await dana.shares() != old
    dead = await client.put(f"/api/v1/choices/{old}", json=BOB)
    assert (dead.status_code, dead.json()["code"]) == (404, "guest_link_unknown")
    assert [one["name"] for one in (await dana.page(ANN["key"])).json()["mine"]] == ["Ann Lee"]


async def test_the_link_closes_with_the_menu_and_ends_with_the_party(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop)
    shop.clock.set(dana.party.event_start - CUTOFF)
    assert (await dana.guest(ANN)).status_code == 200, "the last instant still counts"
    shop.later(seconds=1)
    late = await dana.guest(BOB)
    assert (late.status_code, late.json()["code"]) == (409, "choosing_closed")
    page = (await dana.page(ANN["key"])).json()
    assert page["closed"]["code"] == "menu_final" and page["mine"][0]["name"] == "Ann Lee"
    await shop.do(service.cancel, booking_id=dana.party.id, reason="ill")
    assert (await dana.page()).json()["code"] == "guest_link_unknown"
    refused = await client.post(f"{dana.at}/guests/link", params=dana.token)
    assert (refused.status_code, refused.json()["code"]) == (409, "party_not_live")
    assert (await dana.sees())["link"] is None and len((await dana.sees())["choices"]) == 1


async def test_the_last_place_is_one_guests(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop, party=Party(adults=2))
    assert (await dana.guest(ANN)).status_code == 200
    late = [dana.guest(BOB, key=f"{number}" * 36, name=f"Bob {number}") for number in range(4)]
    answers = await asyncio.gather(*late)
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"guests_full"}
    choices = (await dana.sees())["choices"]
    struck = await client.delete(f"{dana.at}/guests/{choices[1]['id']}", params=dana.token)
    assert [one["name"] for one in struck.json()["choices"]] == ["Ann Lee"]
    assert [changes["name"]["old"] for changes in await shop.audits("guest_strike")] == [choices[1]["name"]]
    assert set((await shop.audits("guest_strike"))[0]) <= set(FIELDS), "who is forgotten is forgotten here too"
    gone = await client.delete(f"{dana.at}/guests/{choices[1]['id']}", params=dana.token)
    assert (gone.status_code, gone.json()["code"]) == (404, "guest_choice_unknown")
    assert (await dana.guest(BOB)).status_code == 200, "the place is free again"


async def test_a_smaller_party_has_no_more_entries_than_guests(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop, party=Party(adults=4))
    for number in range(4):
        assert (await dana.guest(BOB, key=f"{number}" * 36, name=f"Bob {number}")).status_code == 200
    await shop.do(service.change, actor=OLGA, booking_id=dana.party.id, change=Change(adults=2), by_staff=True)
    for left in (3, 2):
        first = (await dana.sees())["choices"][0]
        struck = await client.delete(f"{dana.at}/guests/{first['id']}", params=dana.token)
        assert len(struck.json()["choices"]) == left
        late = await dana.guest(ANN)
        assert (late.status_code, late.json()["code"]) == (409, "guests_full"), "seats are free, places are not"
    first = (await dana.sees())["choices"][0]
    await client.delete(f"{dana.at}/guests/{first['id']}", params=dana.token)
    assert (await dana.guest(ANN)).status_code == 200 and (await dana.page()).json()["places"] == 0


async def test_taking_over_shows_the_difference_first_and_waits_for_the_yes(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop, dietary=["one vegan"], party=Party(adults=12, upgrades={"filet_mignon": 1}))
    assert (await dana.looks()).json()["code"] == "guests_none_chose"
    await dana.guest(ANN)
    await dana.guest(BOB)
    before = await dana.now()
    seen = (await dana.looks()).json()
    assert [(one["label"], one["portions"], one["upgrade"]) for one in seen["dishes"]] == [
        ("chicken", 1, False), ("tofu", 1, False), ("lobster tail", 1, True),
    ]  # fmt: skip
    assert seen["change"]["allowed"] and seen["change"]["difference"] == "10.00", "a filet goes, a lobster comes"
    assert await dana.now() == before, "nothing happens before the yes"
    declined = (await dana.looks(declined=[(await dana.sees())["choices"][0]["id"]])).json()
    assert declined["change"]["difference"] == "-5.00" and len(declined["dishes"]) == 2
    await dana.guest(ANN, dishes=["lobster_tail", "lobster_tail"])
    stale = await dana.takes(seen)
    assert (stale.status_code, stale.json()["code"]) == (409, "choices_stale")
    assert await dana.now() == before, "the yes was to another price"
    taken = (await dana.takes((await dana.looks()).json())).json()
    assert taken["total_amount"] == "690.00" and taken["dietary"] == ["one vegan", "Bob: allergic to sesame"]
    assert taken["proteins"] == {"proteins": {"tofu": 1}, "upgrades": {"lobster_tail": 2}, "extra_proteins": {}}
    await dana.guest(BOB, allergies="soy")
    again = (await dana.takes((await dana.looks()).json())).json()
    assert again["dietary"] == ["one vegan", "Bob: allergic to soy"] and again["total_amount"] == "690.00"
    assert await shop.problems() == []


async def test_the_chef_serves_no_upgrade_that_the_host_declined(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop)
    await dana.guest(ANN)
    await dana.guest(BOB, dishes=["filet_mignon", "tofu"])
    ann = (await dana.sees())["choices"][0]["id"]

    async def served() -> list[list[str]]:
        sheet = await client.get("/api/v1/admin/run-sheet", headers=STAFF, params={"day": SATURDAY.isoformat()})
        return [guest["dishes"] for guest in sheet.json()["parties"][0]["guests"]]

    async def taken(**said: Any) -> None:
        assert (await dana.takes((await dana.looks(**said)).json(), **said)).status_code == 200

    await taken(declined=[ann])
    assert await served() == [["chicken"], ["tofu", "filet mignon"]]
    await dana.guest(ANN, diet="no spice")
    assert await served() == [["chicken"], ["tofu", "filet mignon"]], "another word of hers pays for no lobster"
    await taken()
    assert await served() == [["chicken", "lobster tail"], ["tofu", "filet mignon"]]


async def test_staff_see_the_choices_on_the_party_and_on_the_run_sheet(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop)
    await dana.guest(ANN)
    await dana.guest(BOB)
    seen = (await client.get(f"/api/v1/admin/bookings/{dana.party.id}/guests", headers=STAFF)).json()
    assert [one["name"] for one in seen["choices"]] == ["Ann Lee", "Bob"] and seen["guests"] == 12
    sheet = await client.get("/api/v1/admin/run-sheet", headers=STAFF, params={"day": SATURDAY.isoformat()})
    assert sheet.json()["parties"][0]["guests"] == [
        {"name": "Ann Lee", "age": "adult", "dishes": ["chicken", "lobster tail"], "diet": None, "allergies": None},
        {"name": "Bob", "age": "adult", "dishes": ["tofu"], "diet": None, "allergies": "sesame"},
    ]


async def test_a_severe_allergy_of_a_guest_reaches_a_person_once(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop)
    await dana.guest(BOB)
    await dana.guest(ANN, allergies="shrimp, anaphylactic, I carry an EpiPen")
    for payload in await shop.events("GuestChose"):
        for _ in range(2):
            await shop.do(matters.on_guest_chose, event=GuestChose.model_validate(payload))
    packets = await shop.rows("SELECT reason, summary, urgency FROM escalations")
    assert [(row.reason, row.urgency) for row in packets] == [("severe_allergy", "urgent")]
    assert "Ann Lee, a guest, wrote: shrimp, anaphylactic" in packets[0].summary
    assert "Party of 2026-03-14 at 18:00, Dana Ruiz" in packets[0].summary


@pytest.mark.parametrize(
    ("dietary", "told"),
    [(["one guest: severe peanut allergy, carries an EpiPen"], 1), (["vegetarian", "no shellfish please"], 0), ([], 0)],
)
async def test_a_severe_allergy_in_a_form_reaches_a_person_once(shop: Shop, dietary: list[str], told: int) -> None:
    await shop.chefs(1)
    party = await shop.confirmed(dietary=dietary)
    for payload in await shop.events("BookingRequested"):
        for _ in range(2):
            await shop.do(matters.on_party, event=BookingRequested.model_validate(payload))
    packets = await shop.rows("SELECT reason, summary, urgency FROM escalations")
    assert [(row.reason, row.urgency) for row in packets] == [("severe_allergy", "urgent")] * told
    assert all("severe peanut allergy" in row.summary and str(party.id) in row.summary for row in packets)


async def test_a_change_of_the_meal_is_told_anew_and_another_change_is_not(shop: Shop) -> None:
    party = await shop.confirmed(dietary=["severe peanut allergy"])
    await shop.do(matters.on_party, event=BookingRequested.model_validate((await shop.events("BookingRequested"))[0]))
    changes = [
        (Change(location="1 Main St", notes="ring twice"), 0),
        (Change(at=time(12)), 0),
        (Change(adults=14), 1),
        (Change(upgrades={"lobster_tail": 2}), 1),
        (Change(upgrades={"lobster_tail": 3}), 1),
        (Change(dietary=["severe peanut allergy", "vegan"]), 1),
        (Change(dietary=["vegan"]), 0),
    ]
    told = 1
    for wanted, more in changes:
        changed = await shop.do(service.change, actor=OLGA, booking_id=party.id, change=wanted, by_staff=True)
        assert isinstance(changed, Booking)
        event = BookingChanged.model_validate((await shop.events("BookingChanged"))[-1])
        for _ in range(2):
            await shop.do(matters.on_party, event=event)
        told += more
        assert len(await shop.rows("SELECT 1 FROM escalations WHERE reason = 'severe_allergy'")) == told, wanted


async def test_one_address_cannot_write_without_end(client: AsyncClient, shop: Shop) -> None:
    dana = await host(client, shop, party=Party(adults=90))
    answers = [(await dana.guest(BOB, diet=f"{number}")).status_code for number in range(61)]
    assert answers == [200] * 60 + [429]
    assert (await dana.page(BOB["key"])).json()["mine"][0]["diet"] == "59", "what is refused changes nothing"
