"""What Meta's payloads say: kinds, words, and what is nobody's message to us. Samples of our own making."""

from datetime import UTC, datetime
from typing import Any

import pytest

from hibachi.channels.meta import reading, rules, service
from hibachi.channels.meta.schemas import Accounts
from hibachi.channels.schemas import Arrived
from hibachi.channels.webhooks.errors import Unreadable
from hibachi.channels.webhooks.schemas import Echoed, NewEvent, Reported, ReportedUntil, StoredEvent
from hibachi.kit.ids import new_id
from tests.simulators.meta import INSTAGRAM, PAGE, WHATSAPP, MetaSimulator

OURS = Accounts(PAGE, INSTAGRAM, WHATSAPP)
NOW = datetime(2026, 3, 4, 18, tzinfo=UTC)
META = MetaSimulator(lambda: NOW)
Item = dict[str, Any]


def stored(event: NewEvent) -> StoredEvent:
    """An event as it is kept."""
    return StoredEvent(
        id=new_id(),
        provider=event.provider,
        event_id=event.event_id,
        kind=event.kind,
        payload=event.payload,
        received_at=NOW,
    )


def happenings(payload: Item, accounts: Accounts = OURS) -> list[Any]:
    """All that a request says happened."""
    return [happening for event in rules.events(payload) for happening in service.happened(stored(event), accounts)]


def messaging(channel: str, *items: Item, account: str | None = None) -> Item:
    account = account or {"facebook": PAGE, "instagram": INSTAGRAM}[channel]
    name = "page" if channel == "facebook" else "instagram"
    return {"object": name, "entry": [{"id": account, "time": 1, "messaging": list(items)}]}


def whatsapp(*changes: Item) -> Item:
    return {"object": "whatsapp_business_account", "entry": [{"id": "waba", "changes": list(changes)}]}


def test_a_message_with_all_that_it_carries() -> None:
    item = META.said("instagram", "13579", "Yes", quick_reply={"payload": "YES"}, reply_to={"mid": "m_1"})
    [arrived] = happenings(messaging("instagram", item))
    assert isinstance(arrived, Arrived)
    assert (arrived.channel, arrived.text, arrived.addressed_to) == ("instagram", "Yes", INSTAGRAM)
    assert (arrived.contact.handle, arrived.contact.phone) == ("13579", None), "an account proves no number"
    assert arrived.metadata == {"quick_reply": "YES", "reply_to": {"mid": "m_1"}, "account_id": INSTAGRAM}


def test_a_batch_of_several_people_keeps_its_order() -> None:
    items = [META.said("facebook", sender, words) for sender, words in (("1", "a"), ("2", "b"), ("1", "c"))]
    assert [(one.contact.handle, one.text) for one in happenings(messaging("facebook", *items))] == [
        ("1", "a"), ("2", "b"), ("1", "c"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ({"attachments": [{"type": "image", "payload": {"url": "https://a.example/x.jpg"}}]}, "[image]"),
        ({"attachments": [{"type": "image"}, {"type": "audio"}]}, "[image] [audio]"),
        ({"text": "our garden", "attachments": [{"type": "image"}]}, "our garden"),
        ({"attachments": [{"type": "fallback", "payload": {"title": "A page"}}]}, "[fallback]"),
    ],
)
def test_what_is_no_text_is_noted_and_said(message: Item, text: str) -> None:
    [arrived] = happenings(messaging("facebook", META.item("facebook", "1", message={"mid": "m", **message})))
    assert arrived.text == text
    assert len(arrived.metadata["attachments"]) == len(message["attachments"])


@pytest.mark.parametrize(
    "content",
    [
        {"reaction": {"mid": "m", "action": "react", "reaction": "love"}},
        {"message": {"mid": "m", "is_deleted": True}},
        {"message": {"mid": "m", "is_unsupported": True}},
        {"message": {"mid": "m", "attachments": [{"type": "story_mention"}]}},
        {"message": {"mid": "m"}},
        {"optin": {"type": "notification_messages"}},
        {"referral": {"ref": "x"}},
        {"pass_thread_control": {"new_owner_app_id": "1"}},
        {"read": {}},
        {"delivery": {"mids": []}},
        {"something_new": {"a": 1}},
        {},
    ],
)
def test_what_asks_for_no_answer_gets_none(content: Item) -> None:
    assert happenings(messaging("facebook", META.item("facebook", "1", **content))) == []


def test_a_button_is_words() -> None:
    item = META.item("facebook", "1", postback={"mid": "m_1", "title": "Get a quote", "payload": "QUOTE"})
    [arrived] = happenings(messaging("facebook", item))
    assert (arrived.text, arrived.metadata["postback"], arrived.provider_message_id) == ("Get a quote", "QUOTE", "m_1")
    untitled = META.item("facebook", "1", postback={"payload": "QUOTE"})
    [arrived] = happenings(messaging("facebook", untitled))
    assert arrived.text == "QUOTE" and arrived.provider_message_id, "an old one without an id has one of ours"


def test_another_accounts_messages_are_not_ours() -> None:
    item = META.said("facebook", "1", "hello")
    assert happenings(messaging("facebook", item, account="999")) == []
    assert happenings(messaging("facebook", item), Accounts(instagram=INSTAGRAM)) == []
    assert happenings({"object": "permissions", "entry": [{"id": "1", "messaging": [item]}]}) == []


def test_a_thread_that_another_app_holds_is_left_alone() -> None:
    payload = {"object": "page", "entry": [{"id": PAGE, "standby": [META.said("facebook", "1", "hello")]}]}
    assert [event.kind for event in rules.events(payload)] == ["standby"]
    assert happenings(payload) == []


def test_an_echo_of_ours_says_so_and_anothers_does_not() -> None:
    own = new_id()
    ours = META.echo({"account": PAGE, "to": "1", "id": "m_1", "text": "Hi"}, metadata=str(own))
    assert happenings(messaging("facebook", ours)) == [Reported("facebook", "m_1", "sent", None, own)]
    theirs = META.echo({"account": PAGE, "to": "1", "id": "m_2", "text": "Dana here"}, app_id=26, metadata="x")
    assert happenings(messaging("facebook", theirs)) == [Echoed("facebook", "1", "m_2", "Dana here")]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "y", "title": "Yes"}}}, "Yes"),
        ({"type": "interactive", "interactive": {"type": "list_reply", "list_reply": {"id": "2", "title": "6 PM"}}}, "6 PM"),
        ({"type": "button", "button": {"text": "Book", "payload": "BOOK"}}, "Book"),
        ({"type": "image", "image": {"id": "1", "caption": "our garden"}}, "our garden"),
        ({"type": "audio", "audio": {"id": "1"}}, "[audio]"),
        ({"type": "location", "location": {"latitude": 37.5, "longitude": -122.0}}, "[location]"),
    ],
)  # fmt: skip
def test_the_kinds_of_whatsapp(content: Item, text: str) -> None:
    [arrived] = happenings(whatsapp(META.whatsapp("15105550142", None, **content)))
    assert (arrived.channel, arrived.text, arrived.addressed_to) == ("whatsapp", text, WHATSAPP)
    contact = arrived.contact
    assert (contact.handle, contact.phone, contact.name) == ("+15105550142", "+15105550142", "Dana Ruiz")


@pytest.mark.parametrize("kind", ["reaction", "system", "unsupported", "order", "something_new"])
def test_what_whatsapp_tells_and_nobody_wrote(kind: str) -> None:
    assert happenings(whatsapp(META.whatsapp("15105550142", None, type=kind))) == []


def test_statuses_of_whatsapp_carry_our_own_id() -> None:
    own = new_id()
    told = META.status({"id": "wamid.1", "to": "1"}, "failed", 131026)
    told["value"]["statuses"][0]["biz_opaque_callback_data"] = str(own)
    assert happenings(whatsapp(told)) == [Reported("whatsapp", "wamid.1", "failed", "131026", own)]
    assert happenings(whatsapp(META.status({"id": "wamid.1", "to": "1"}, "warning"))) == []


@pytest.mark.parametrize(("kind", "state"), [("delivery", "delivered"), ("read", "read")])
def test_messenger_names_an_instant_and_no_message(kind: str, state: str) -> None:
    item = META.item("facebook", "1", **{kind: {"watermark": 1772647200000}})
    assert happenings(messaging("facebook", item)) == [ReportedUntil("facebook", "1", NOW, state)]


def test_a_name_that_somebody_gave_themselves() -> None:
    odd = "Dana\u200d👩‍🍳\nRuiz" + "x" * 300
    [arrived] = happenings(whatsapp(META.whatsapp("15105550142", "hi", name=odd)))
    assert arrived.contact.name is not None and arrived.contact.name.isprintable()
    assert arrived.contact.name.startswith("Dana") and len(arrived.contact.name) <= 200
    [nameless] = happenings(whatsapp(META.whatsapp("15105550142", "hi", name="\u200d\n")))
    assert nameless.contact.name is None


def test_one_event_has_one_id_whatever_company_it_comes_in() -> None:
    one, other = META.said("facebook", "1", "a"), META.said("facebook", "1", "b")
    alone = [event.event_id for event in rules.events(messaging("facebook", one))]
    together = [event.event_id for event in rules.events(messaging("facebook", other, one))]
    assert alone[0] == together[1] != together[0]
    deleted = {**one, "message": {"mid": one["message"]["mid"], "is_deleted": True}}
    assert [event.event_id for event in rules.events(messaging("facebook", deleted))] != alone


def test_a_long_id_is_kept_by_its_digest() -> None:
    mid = "m_" + "A" * 400
    item = META.item("instagram", "1", message={"mid": mid, "text": "hi"})
    [event] = rules.events(messaging("instagram", item))
    [arrived] = happenings(messaging("instagram", item))
    assert len(event.event_id) <= 200 and len(arrived.provider_message_id) <= 200
    read = META.item("instagram", "1", read={"mid": mid})
    assert happenings(messaging("instagram", read)) == [Reported("instagram", rules.short(mid), "read")]


@pytest.mark.parametrize("item", [{"message": {"mid": {}, "text": [1]}}, {"message": {"mid": "m", "text": "x", "attachments": [{"payload": 1}]}}])  # fmt: skip
def test_an_item_of_another_shape_is_refused_by_itself(item: Item) -> None:
    for event in rules.events(messaging("facebook", META.item("facebook", "1", **item))):
        with pytest.raises(Unreadable):
            service.happened(stored(event), OURS)


def test_text_of_reading_is_pure_words() -> None:
    assert reading.printable(None) is None
    assert reading.own_id("not an id") is None
