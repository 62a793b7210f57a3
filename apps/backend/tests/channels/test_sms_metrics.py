"""CHN-11: after a booking by SMS its delivery, the time to reply and the conversion are there, with the conversation."""

from datetime import timedelta
from uuid import uuid4

from hibachi.channels.delivery import report
from hibachi.conversations import rules
from hibachi.kit.clock import SettableClock
from tests.channels.office import office_on

BOOK = "I'd like to book Saturday March 21 at 6pm for my birthday, 12 adults, no extras, ZIP 94539. I'm Dana Ruiz."
METRICS = "/api/v1/admin/conversations/sms-metrics"


async def test_a_booking_by_sms_is_measured(database_url: str, clock: SettableClock) -> None:
    async with office_on(database_url, clock) as office:
        empty = (await office.client.get(METRICS, headers=office.agent)).json()
        assert (empty["sent"], empty["delivery_rate"], empty["median_response_seconds"]) == (0, None, None)
        await office.shop.arrives(BOOK)
        clock.advance(timedelta(seconds=20))
        thread = await office.ask("thanks")
        await office.ask("yes please book it")
        await office.ask("hello", phone="+15105550143")
        await office.ask("a mail", channel="email", email="x@example.com")
        for row in await office.rows("SELECT * FROM outbox WHERE channel = 'sms' AND state = 'sent' ORDER BY sequence"):
            if row["sequence"] % 2:
                async with office.shop.db.transaction() as tx:
                    known = {"provider": row["provider"], "provider_message_id": row["provider_message_id"]}
                    await report(tx, **known, state="delivered")
        shown = (await office.client.get(METRICS, headers=office.agent)).json()
        rows = await office.rows("SELECT state FROM outbox WHERE channel = 'sms'")
        delivered = sum(row["state"] == "delivered" for row in rows)
        assert (shown["sent"], shown["delivered"], shown["failed"]) == (len(rows), delivered, 0)
        assert shown["delivery_rate"] == round(delivered / len(rows), 4) and 0 < delivered < len(rows)
        assert (shown["conversations"], shown["booked"], shown["conversion_rate"]) == (2, 1, 0.5)
        assert shown["booking_value"] == "660.00"
        assert (shown["replies"], shown["p95_response_seconds"]) == (3, 20.0)
        one = (
            await office.client.get(f"/api/v1/admin/conversations/{thread}/sms-metrics", headers=office.agent)
        ).json()
        assert one["booking_converted"] and one["booking_value"] == "660.00"
        assert [line["role"] for line in one["history"]][:3] == ["user", "user", "assistant"]
        assert {line["state"] for line in one["history"] if line["role"] == "user"} == {None}
        assert {line["state"] for line in one["history"] if line["role"] == "assistant"} <= {"sent", "delivered"}
        mail = await office.one("SELECT id FROM conversations WHERE channel = 'email'")
        for other in (mail["id"], uuid4()):
            address = f"/api/v1/admin/conversations/{other}/sms-metrics"
            assert (await office.client.get(address, headers=office.agent)).status_code == 404


def test_percentiles_are_of_the_nearest_rank() -> None:
    values = [float(n) for n in range(1, 21)]
    assert (rules.percentile(values, 50), rules.percentile(values, 95)) == (10.0, 19.0)
    assert (rules.percentile([7.0], 50), rules.percentile([7.0], 95), rules.percentile([], 50)) == (7.0, 7.0, None)
