"""Every write route of the product with a request that does something: what tests of all routes are driven by."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from hibachi.channels.feedback.links import Link
from hibachi.channels.unsubscribe import links
from hibachi.concierge.crm.service import CrmWriter
from hibachi.knowledge import changing
from hibachi.knowledge import service as knowledge
from hibachi.knowledge.changing import Draft
from tests.api.stage import JSON, Asked, Stage

Make = Callable[[Stage], Awaitable[Asked]]


def of(path: str, made: Callable[[Stage], Awaitable[Any]], body: JSON | None = None, other: JSON | None = None) -> Make:
    """A request about something made for it: {} in the path is its id, or its id and token."""

    async def asked(stage: Stage) -> Asked:
        thing = await made(stage)
        parts = thing if isinstance(thing, tuple) else (thing,)
        return Asked(path.format(*parts), body, other)

    return asked


def plain(path: str, body: JSON, other: JSON) -> Make:
    """A request about nothing that is there already."""

    async def asked(stage: Stage) -> Asked:
        return Asked(path, body, other)

    return asked


async def new_hold(stage: Stage) -> Asked:
    return Asked("/holds", stage.wish(), stage.wish())


async def new_booking(stage: Stage) -> Asked:
    return Asked("/bookings", {"token": (await stage.held())["token"]}, {"token": (await stage.held())["token"]})


async def new_import(stage: Stage) -> Asked:
    return Asked("/admin/bookings/import", stage.wish(status="confirmed"), stage.wish(status="confirmed"))


async def new_placement(stage: Stage) -> Asked:
    party = await stage.homeless()
    return Asked(
        f"/admin/bookings/{party}/place",
        {"date": stage.day(), "time": "15:00:00"},
        {"date": stage.day(), "time": "15:00:00"},
    )


async def new_block(stage: Stage) -> Asked:
    return Asked("/admin/blocks", await stage.block(), await stage.block())


async def lifted_block(stage: Stage) -> Asked:
    return Asked(f"/admin/blocks/{(await stage.post('/admin/blocks', await stage.block()))['id']}")


async def new_chef(stage: Stage) -> Asked:
    station = await stage.station()
    return Asked("/admin/chefs", {"station_id": station, "name": "Kenji"}, {"station_id": station, "name": "Aiko"})


async def entry(stage: Stage) -> str:
    stage.days += 1
    words = {"title": f"What is secret {stage.days}?", "text": f"It is kept in box {stage.days}."}
    return str((await stage.post("/admin/knowledge", words))["id"])


async def learnt(stage: Stage) -> str:
    reply = (await stage.thread())["reply"]["id"]
    return str((await stage.post("/admin/knowledge/candidates", {"message_id": reply}))["id"])


async def learnt_reply(stage: Stage) -> Asked:
    """Each reply once: another one is another candidate."""
    first, second = [(await stage.thread())["reply"]["id"] for _ in range(2)]
    return Asked("/admin/knowledge/candidates", {"message_id": first}, {"message_id": second})


async def waiting_version(stage: Stage) -> int:
    """A refresh that was built with one candidate and compared."""
    stage.days += 1
    async with stage.runtime.db.transaction() as tx:
        draft = Draft(
            f"learned:{stage.days}", f"Q: May we paint wall {stage.days}?", f"Paint {stage.days}.", "learned", "own"
        )
        vectors = [[1.0 if n == stage.days else 0.0 for n in range(384)]] * 2
        await changing.write(tx, draft, vectors, state="candidate")
    await entry(stage)
    number = (await stage.post("/admin/knowledge/versions"))["version"]
    assert number is not None
    await knowledge.compare(stage.runtime.db, stage.runtime.searcher)
    return int(number)


async def new_version(stage: Stage) -> Asked:
    return Asked("/admin/knowledge/versions")


async def old_version(stage: Stage) -> int:
    for _ in range(2):
        await entry(stage)
    shown = await stage.client.get("/api/v1/admin/knowledge/versions", headers=stage.staff)
    return int(next(one["id"] for one in shown.json() if one["state"] == "superseded"))


async def lead(stage: Stage) -> str:
    found: str = (await stage.post("/admin/leads", {"name": "Lee", "phone": "(408) 555-0188"}))["id"]
    return found


async def key(stage: Stage) -> str:
    found: str = (await stage.post("/admin/api-keys", {"name": "till", "scopes": ["crew:read"]}))["key"]["id"]
    return found


async def handed(stage: Stage) -> str:
    return str((await stage.thread())["conversation_id"])


async def noted(stage: Stage) -> str:
    thread = await handed(stage)
    runtime = stage.runtime
    await CrmWriter(runtime.settings, runtime.db, runtime.models).write(UUID(thread))
    notes = await stage.client.get(f"/api/v1/admin/conversations/{thread}/notes", headers=stage.staff)
    return str(notes.json()[0]["id"])


async def new_merge(stage: Stage) -> Asked:
    kept, gone = await stage.two()
    path = f"/admin/customers/{kept}/merge"
    return Asked(path, {"gone": gone, "reason": "one person"}, {"gone": gone, "reason": "the same number"})


async def merge_looked_at(stage: Stage) -> Asked:
    kept, gone = await stage.two()
    return Asked(f"/admin/customers/{kept}/merge-preview", {"gone": gone}, {"gone": kept})


async def known(stage: Stage) -> str:
    """Somebody without a party, of whom something is remembered: the path of their memories."""
    thread = await handed(stage)
    found = (await stage.client.get(f"/api/v1/admin/conversations/{thread}", headers=stage.staff)).json()
    return f"/admin/customers/{found['conversation']['user_id']}"


async def remembered(stage: Stage) -> str:
    path = f"{await known(stage)}/memory"
    memories = (await stage.post(path, {"kind": "important_date", "date": "2026-07-15"}))["memories"]
    return f"{path}/{memories[0]['id']}"


async def forgotten(stage: Stage) -> Asked:
    path = await known(stage)
    order = {"why": "they_asked", "confirm": path.rsplit("/", 1)[1]}
    return Asked(f"{path}/forget", order, order | {"why": "law"})


async def accepted_mail(stage: Stage) -> Asked:
    party, _ = await stage.pending()
    path = f"/admin/payments/notices/{await stage.payment_mail()}/accept"
    return Asked(path, {"booking_id": party}, {"booking_id": party, "note": "said so"})


async def new_vote(stage: Stage) -> Asked:
    reply = (await stage.thread())["reply"]["id"]
    return Asked(
        "/ai/orchestrator/feedback",
        {"log_id": reply, "feedback": "helpful"},
        {"log_id": reply, "feedback": "not_helpful"},
    )


SCRIPT = {"situation": "greeting", "text": "Welcome, the grill comes to you!", "note": "warmer"}


async def rewritten(stage: Stage) -> Asked:
    where = await stage.reply_of_the_ai()
    path = f"/admin/conversations/{where['conversation_id']}/messages/{where['ai_message_id']}"
    return Asked(path, {"content": "Better so.", "reason": "tone"}, {"content": "So.", "reason": "tone"})


async def improved_anew(stage: Stage) -> Asked:
    words = await stage.reply_of_the_ai()
    return Asked(
        "/admin/human-feedback",
        words | {"improved_response": "Happy to help! Which day do you have in mind?", "tags": ["tone"]},
        words | {"improved_response": "Which day do you have in mind?", "tags": ["length"]},
    )


async def new_survey(stage: Stage) -> Asked:
    thread = await stage.booked_by_chat()
    return Asked("/ai/feedback/survey", {"id": thread, "score": 5}, {"id": thread, "score": 1})


async def thumb(stage: Stage) -> Asked:
    return Asked(f"/ai/feedback?id={(await stage.thread())['reply']['id']}&vote=up")


async def survey_page(stage: Stage) -> Asked:
    thread = UUID(await stage.booked_by_chat())
    token = stage.runtime.feedback_links.token(Link("survey", thread), now=stage.clock.now())
    return Asked(f"/feedback/{token}", {"score": "5"}, {"score": "1"})


async def end_of_mails(stage: Stage) -> Asked:
    token = links.token(stage.runtime.settings, UUID(await stage.person()), "email")
    return Asked(f"/unsubscribe/{token}")


async def new_claim(stage: Stage) -> Asked:
    code, party, token = await stage.friend()
    said = {"booking_id": party, "token": token}
    return Asked("/referrals/claims", {"code": code, **said}, {"code": await stage.code(), **said})


async def new_code(stage: Stage) -> Asked:
    one, other = await stage.two()
    return Asked("/admin/referrals/codes", {"customer_id": one}, {"customer_id": other})


async def new_review(stage: Stage) -> Asked:
    token = await stage.asked_to_review()
    return Asked("/reviews", {"token": token, "rating": 5}, {"token": token, "rating": 1})


async def new_yes(stage: Stage) -> Asked:
    said = {"token": await stage.subscriber("confirm")}
    return Asked("/newsletter/confirm", said, {"token": await stage.subscriber("confirm")})


async def new_leaving(stage: Stage) -> Asked:
    said = {"token": await stage.subscriber("leave")}
    return Asked("/newsletter/leave", said, {"token": await stage.subscriber("leave")})


async def new_letter_approved(stage: Stage) -> Asked:
    letter = await stage.letter()
    return Asked(f"/admin/newsletters/{letter['id']}/approve", {"digest": letter["digest"]}, {"digest": "another"})


async def letter_id(stage: Stage) -> str:
    return str((await stage.letter())["id"])


async def taken_over(stage: Stage) -> Asked:
    at, token, choice = await stage.chosen()
    look = f"{at}/take-over-preview?token={token}"
    seen, other = await stage.post(look), await stage.post(look, {"declined": [choice]})
    yes = {"revision": seen["change"]["revision"], "choices": seen["choices"]}
    return Asked(f"{at}/take-over?token={token}", yes, {**yes, "choices": other["choices"], "declined": [choice]})


ILL, MOVED = {"reason": "ill"}, {"reason": "moved"}
MORE, FEWER = {"adults": 14}, {"adults": 13}
TRIED: JSON = {
    "changes": {"prices": {"adult": {"amount": "60.00"}}},
    "sample": {"adults": 12, "event_date": "2026-03-14"},
}
WRITES: dict[str, Make] = {
    "POST /api/v1/quotes": plain("/quotes", {"adults": 12}, {"adults": 13}),
    "POST /api/v1/holds": new_hold,
    "POST /api/v1/bookings": new_booking,
    "POST /api/v1/bookings/{booking_id}/change-preview": of(
        "/bookings/{0}/change-preview?token={1}", Stage.pending, MORE, FEWER
    ),
    "POST /api/v1/bookings/{booking_id}/change": of("/bookings/{0}/change?token={1}", Stage.pending, MORE, FEWER),
    "POST /api/v1/bookings/{booking_id}/cancel-preview": of("/bookings/{0}/cancel-preview?token={1}", Stage.pending),
    "POST /api/v1/bookings/{booking_id}/cancel": of("/bookings/{0}/cancel?token={1}", Stage.pending, ILL, MOVED),
    "PUT /api/v1/choices/{link}": of(
        "/choices/{0}",
        Stage.shared,
        {"key": "ann-" * 9, "name": "Ann", "dishes": ["tofu"]},
        {"key": "bob-" * 9, "name": "Bob"},
    ),
    "POST /api/v1/bookings/{booking_id}/guests/link": of("/bookings/{0}/guests/link?token={1}", Stage.pending),
    "DELETE /api/v1/bookings/{booking_id}/guests/{choice_id}": of("{0}/{2}?token={1}", Stage.chosen),
    "POST /api/v1/bookings/{booking_id}/guests/take-over-preview": of(
        "{0}/take-over-preview?token={1}", Stage.chosen, {}, {"declined": [str(UUID(int=0))]}
    ),
    "POST /api/v1/bookings/{booking_id}/guests/take-over": taken_over,
    "PATCH /api/v1/admin/customers/{customer_id}": of(
        "/admin/customers/{0}", Stage.person, {"name": "Dana R"}, {"name": "Dana S"}
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/take-over": of(
        "/admin/conversations/{0}/take-over", handed, {"reason": "asked for"}, MOVED
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/reply": of(
        "/admin/conversations/{0}/reply", Stage.taken_over, {"text": "Hello, this is Olga."}, {"text": "Hello!"}
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/hand-back": of(
        "/admin/conversations/{0}/hand-back", Stage.taken_over
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/close": of(
        "/admin/conversations/{0}/close", Stage.taken_over, {"successful": True}, {"successful": False}
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/satisfaction": of(
        "/admin/conversations/{0}/satisfaction", handed, {"score": 5}, {"score": 1}
    ),
    "PATCH /api/v1/admin/conversations/{conversation_id}/messages/{message_id}": rewritten,
    "POST /api/v1/admin/human-feedback": improved_anew,
    "POST /api/v1/admin/scripts/proposals": plain("/admin/scripts/proposals", SCRIPT, SCRIPT | {"note": "other"}),
    "POST /api/v1/admin/scripts/{key}/removal": of(
        "/admin/scripts/{0}/removal", Stage.script, {"note": "worn"}, {"note": "dull"}
    ),
    "POST /api/v1/admin/scripts/proposals/{proposal_id}/release": of(
        "/admin/scripts/proposals/{0}/release", Stage.proposal, {}, {"text": "The grill and the show come to you."}
    ),
    "POST /api/v1/admin/scripts/proposals/{proposal_id}/reject": of(
        "/admin/scripts/proposals/{0}/reject", Stage.proposal, {"reason": "worn"}, {"reason": "dull"}
    ),
    "POST /api/v1/admin/scripts/proposals/{proposal_id}/undo": of(
        "/admin/scripts/proposals/{0}/undo", Stage.released, {"reason": "worn"}, {"reason": "dull"}
    ),
    "PATCH /api/v1/admin/crm-notes/{note_id}": of(
        "/admin/crm-notes/{0}",
        noted,
        {"summary": "They want it.", "next_step": "Call them."},
        {"summary": "They do not.", "next_step": "Nothing to do."},
    ),
    "POST /api/v1/admin/customers/{customer_id}/memory": of(
        "{0}/memory", known, {"kind": "preferred_name", "text": "Dani"}, {"kind": "preferred_name", "text": "Dan"}
    ),
    "POST /api/v1/admin/customers/{customer_id}/memory/{memory_id}/confirm": of("{0}/confirm", remembered),
    "DELETE /api/v1/admin/customers/{customer_id}/memory/{memory_id}": of("{0}", remembered),
    "POST /api/v1/admin/customers/{customer_id}/forget": forgotten,
    "POST /api/v1/admin/customers/{customer_id}/merge": new_merge,
    "POST /api/v1/admin/customers/merges/{merge_id}/undo": of(
        "/admin/customers/merges/{0}/undo", Stage.merged, {"reason": "two people"}, MOVED
    ),
    "POST /api/v1/admin/customers/{customer_id}/merge-preview": merge_looked_at,
    "POST /api/v1/admin/customers/merges/{merge_id}/undo-preview": of(
        "/admin/customers/merges/{0}/undo-preview", Stage.merged
    ),
    "POST /api/v1/admin/customers/{customer_id}/opt-outs": of(
        "/admin/customers/{0}/opt-outs",
        Stage.person,
        {"channel": "sms", "words": "no more texts"},
        {"channel": "email", "words": "no more mails"},
    ),
    "POST /api/v1/admin/policies/preview": plain("/admin/policies/preview", TRIED, TRIED | {"changes": {}}),
    "POST /api/v1/admin/payments/notices/{notice_id}/accept": accepted_mail,
    "POST /api/v1/admin/payments/notices/{notice_id}/dismiss": of(
        "/admin/payments/notices/{0}/dismiss", Stage.payment_mail, {"reason": "a friend"}, {"reason": "a mistake"}
    ),
    "POST /api/v1/admin/payments/instructions/{booking_id}/sent": of(
        "/admin/payments/instructions/{0}/sent", lambda stage: stage.pending()
    ),
    "POST /api/v1/ai/orchestrator/feedback": new_vote,
    "POST /api/v1/ai/feedback/survey": new_survey,
    "POST /api/v1/admin/feedback/approvals/{draft_id}": of(
        "/admin/feedback/approvals/{0}", Stage.approved, {"good": True}, {"good": False}
    ),
    "POST /api/v1/admin/knowledge-gaps/{gap_id}/close": of(
        "/admin/knowledge-gaps/{0}/close", Stage.gap, {"resolution": "said better"}, {"resolution": "no gap"}
    ),
    "PUT /api/v1/admin/drafts/modes": plain(
        "/admin/drafts/modes",
        {"channel": "sms", "drafting": True, "reason": "new"},
        {"channel": "sms", "drafting": False, "reason": "new"},
    ),
    "POST /api/admin/emails/{draft_id}/open": of("/api/admin/emails/{0}/open", Stage.draft),
    "POST /api/admin/emails/{draft_id}/approve": of(
        "/api/admin/emails/{0}/approve", Stage.draft, {}, {"confirm_amounts": True}
    ),
    "PUT /api/admin/emails/{draft_id}/edit": of(
        "/api/admin/emails/{0}/edit", Stage.draft, {"content": "Hello, Dana."}, {"content": "Hello!"}
    ),
    "POST /api/admin/emails/{draft_id}/reject": of("/api/admin/emails/{0}/reject", Stage.draft, ILL, MOVED),
    "POST /api/v1/admin/notices/recipients": plain(
        "/admin/notices/recipients", {"kind": "slack", "address": "default"}, {"kind": "slack", "address": "kitchen"}
    ),
    "DELETE /api/v1/admin/notices/recipients/{recipient_id}": of("/admin/notices/recipients/{0}", Stage.recipient),
    "POST /api/v1/admin/knowledge": plain(
        "/admin/knowledge",
        {"title": "Is there a dress code?", "text": "Come as you like."},
        {"title": "Can we dance?", "text": "As long as you like."},
    ),
    "PUT /api/v1/admin/knowledge/{entry_id}": of(
        "/admin/knowledge/{0}",
        entry,
        {"title": "May we sing?", "text": "Loudly."},
        {"title": "May we whistle?", "text": "Softly."},
    ),
    "POST /api/v1/admin/knowledge/{entry_id}/confirm": of("/admin/knowledge/{0}/confirm", entry),
    "POST /api/v1/admin/knowledge/versions": new_version,
    "POST /api/v1/admin/knowledge/versions/{number}/approve": of(
        "/admin/knowledge/versions/{0}/approve", waiting_version
    ),
    "POST /api/v1/admin/knowledge/versions/{number}/reject": of(
        "/admin/knowledge/versions/{0}/reject", waiting_version
    ),
    "POST /api/v1/admin/knowledge/versions/{number}/roll-back": of(
        "/admin/knowledge/versions/{0}/roll-back", old_version
    ),
    "POST /api/v1/admin/knowledge/candidates": learnt_reply,
    "POST /api/v1/admin/knowledge/candidates/{candidate_id}/accept": of(
        "/admin/knowledge/candidates/{0}/accept",
        learnt,
        {"title": "May we drum?", "text": "With both hands."},
        {"title": "May we hum?", "text": "All evening."},
    ),
    "POST /api/v1/admin/knowledge/candidates/{candidate_id}/dismiss": of(
        "/admin/knowledge/candidates/{0}/dismiss", learnt
    ),
    "POST /api/v1/admin/knowledge-gaps/{gap_id}/answer": of(
        "/admin/knowledge-gaps/{0}/answer",
        Stage.gap,
        {"title": "May we knit?", "text": "By the fire."},
        {"title": "May we nap?", "text": "In the shade."},
    ),
    "DELETE /api/v1/admin/knowledge/{entry_id}": of("/admin/knowledge/{0}", entry),
    "DELETE /api/v1/admin/users/{user_id}/second-factor": of("/admin/users/{0}/second-factor", Stage.secured),
    "POST /api/v1/admin/leads": plain("/admin/leads", {"phone": "(408) 555-0199"}, {"phone": "(408) 555-0198"}),
    "POST /api/v1/admin/leads/{lead_id}/follow-up": of(
        "/admin/leads/{0}/follow-up", lead, {"notes": "called"}, {"notes": "wrote"}
    ),
    "POST /api/v1/admin/leads/{lead_id}/lost": of("/admin/leads/{0}/lost", lead, ILL, MOVED),
    "POST /api/v1/leads": plain(
        "/leads",
        {"name": "Dana", "phone": "(408) 555-0199"},
        {"name": "Dana", "phone": "(408) 555-0198"},
    ),
    "POST /api/v1/referrals/mine": of("/referrals/mine?booking_id={0}&token={1}", Stage.pending),
    "POST /api/v1/referrals/claims": new_claim,
    "POST /api/v1/admin/referrals/codes": new_code,
    "POST /api/v1/admin/referrals/{referral_id}/settle": of(
        "/admin/referrals/{0}/settle",
        Stage.earned,
        {"how": "paid", "note": "Zelle"},
        {"how": "applied", "note": "her party"},
    ),
    "POST /api/v1/admin/referrals/{referral_id}/void": of("/admin/referrals/{0}/void", Stage.earned, ILL, MOVED),
    "POST /api/v1/newsletter/confirm": new_yes,
    "POST /api/v1/newsletter/leave": new_leaving,
    "POST /api/v1/admin/newsletters": plain("/admin/newsletters", {"news": ["We moved"]}, {"news": ["We grew"]}),
    "PUT /api/v1/admin/newsletters/{newsletter_id}": of(
        "/admin/newsletters/{0}", letter_id, {"subject": "Hi", "body": "Hello."}, {"subject": "Ho", "body": "Hello."}
    ),
    "POST /api/v1/admin/newsletters/{newsletter_id}/approve": new_letter_approved,
    "POST /api/v1/admin/newsletters/{newsletter_id}/stop": of("/admin/newsletters/{0}/stop", letter_id, ILL, MOVED),
    "POST /api/v1/reviews": new_review,
    "POST /api/v1/admin/reviews/{review_id}/publish": of("/admin/reviews/{0}/publish", Stage.review),
    "POST /api/v1/admin/reviews/{review_id}/decline": of("/admin/reviews/{0}/decline", Stage.review, ILL, MOVED),
    "PUT /api/v1/admin/reviews/{review_id}/reply": of(
        "/admin/reviews/{0}/reply", Stage.review, {"text": "Thank you!"}, {"text": "Thanks!"}
    ),
    "POST /api/v1/admin/reviews/{review_id}/reply/approve": of(
        "/admin/reviews/{0}/reply/approve", Stage.reply_drafted, {"text": "Thank you!"}, {"text": "No thanks!"}
    ),
    "POST /api/v1/admin/stations": plain(
        "/admin/stations", {"name": "South", "zip": "95112"}, {"name": "East", "zip": "95112"}
    ),
    "POST /api/v1/admin/chefs": new_chef,
    "PATCH /api/v1/admin/chefs/{chef_id}": of("/admin/chefs/{0}", Stage.chef, {"name": "Ken"}, {"name": "Ren"}),
    "POST /api/v1/admin/blocks": new_block,
    "DELETE /api/v1/admin/blocks/{block_id}": lifted_block,
    "PATCH /api/v1/admin/{booking_id:uuid}": of("/admin/{0}", Stage.confirmed, MORE, FEWER),
    "POST /api/v1/admin/bookings/import": new_import,
    "POST /api/v1/admin/bookings/{booking_id}/change-preview": of(
        "/admin/bookings/{0}/change-preview", Stage.confirmed, MORE, FEWER
    ),
    "POST /api/v1/admin/bookings/{booking_id}/deposit": of(
        "/admin/bookings/{0}/deposit",
        Stage.pending,
        {"amount": "100.00", "method": "zelle"},
        {"amount": "100.00", "method": "cash"},
    ),
    "POST /api/v1/admin/bookings/{booking_id}/payments": of(
        "/admin/bookings/{0}/payments",
        Stage.pending,
        {"amount": "100.00", "method": "zelle"},
        {"amount": "100.00", "method": "cash"},
    ),
    "POST /api/v1/admin/bookings/{booking_id}/payments/{entry_id}/refunds": of(
        "/admin/bookings/{0}/payments/{1}/refunds",
        Stage.paid,
        {"amount": "30.00", "reason": "fewer guests"},
        {"amount": "40.00", "reason": "fewer guests"},
    ),
    "POST /api/v1/admin/bookings/{booking_id}/invoices": of("/admin/bookings/{0}/invoices", Stage.pending),
    "POST /api/v1/admin/bookings/{booking_id}/invoices/{invoice_id}/void": of(
        "/admin/bookings/{0}/invoices/{1}/void", Stage.invoiced, {"reason": "another name"}, {"reason": "a mistake"}
    ),
    "POST /api/v1/admin/bookings/{booking_id}/place": new_placement,
    "POST /api/v1/admin/bookings/{booking_id}/cancel-preview": of(
        "/admin/bookings/{0}/cancel-preview", Stage.confirmed
    ),
    "POST /api/v1/admin/bookings/{booking_id}/cancel": of("/admin/bookings/{0}/cancel", Stage.confirmed, ILL, MOVED),
    "POST /api/v1/admin/bookings/{booking_id}/no-show": of(
        "/admin/bookings/{0}/no-show", lambda stage: stage.ended("completed"), ILL, MOVED
    ),
    "POST /api/v1/admin/bookings/{booking_id}/complete": of(
        "/admin/bookings/{0}/complete", lambda stage: stage.ended("no_show"), ILL, MOVED
    ),
    "PATCH /api/v1/admin/policies": plain(
        "/admin/policies",
        {"changes": {"business": {"phone": "+14085550100"}}, "note": "moved"},
        {"changes": {"business": {"phone": "+14085550101"}}, "note": "moved"},
    ),
    "PATCH /api/v1/admin/users/{user_id}": of("/admin/users/{0}", Stage.colleague, {"name": "Ken"}, {"name": "Ren"}),
    "DELETE /api/v1/admin/api-keys/{key_id}": of("/admin/api-keys/{0}", key),
}
SHOWN_ONCE: dict[str, Make] = {
    "POST /api/v1/admin/users": plain(
        "/admin/users",
        {"email": "new@example.com", "name": "New", "roles": ["chef"]},
        {"email": "old@example.com", "name": "Old", "roles": ["chef"]},
    ),
    "POST /api/v1/admin/users/{user_id}/password": of("/admin/users/{0}/password", Stage.colleague),
    "POST /api/v1/admin/api-keys": plain(
        "/admin/api-keys", {"name": "one", "scopes": ["crew:read"]}, {"name": "two", "scopes": ["crew:read"]}
    ),
}
"""Writes whose answer holds a secret: kept nowhere, so a second time is told that it was done."""
PAGES: dict[str, Make] = {
    "POST /api/v1/ai/feedback": thumb,
    "POST /feedback/{token}": survey_page,
    "POST /api/v1/unsubscribe/{token}": end_of_mails,
}
"""What a browser or a mail program sends without a header of its own: the link names what is done, so it is done once."""
WEBHOOKS = {
    "POST /api/v1/webhooks/meta",
    "POST /api/v1/webhooks/ringcentral/{secret}",
    "POST /api/v1/webhooks/twilio/sms",
    "POST /api/v1/webhooks/twilio/status/{outbox_id}",
    "POST /api/v1/stripe/webhook",
}
"""Events that a provider signs and repeats by an id of its own (tests/channels/webhooks)."""
CARDS = {
    "POST /api/v1/stripe/checkout",
    "POST /api/v1/admin/bookings/{booking_id}/payments/checkout",
    "POST /api/v1/admin/payments/card-refunds",
}
"""Several transactions around a call to Stripe, each the same when it is asked for again (tests/payments/test_cards.py)."""
LETTERS = {"POST /api/v1/newsletter/subscribe"}
"""Refused where no mail leaves; asked for again it is the same, with or without a key (tests/growth/test_newsletters.py)."""
TURNS = {"POST /api/v1/chat/messages", "POST /api/v1/chat/stream"}
"""A turn of the concierge is several transactions; its key is the message's own id."""
QUESTIONS = {"POST /api/v1/admin/assistant/ask"}
"""Read in transactions that the database keeps from writing: nothing is done, once or twice (tests/concierge/assistant)."""
TOKENS = {
    f"POST /api/v1/auth/{name}"
    for name in (
        *("token", "refresh", "logout", "password"),
        *("second-factor", "second-factor/confirm", "second-factor/off"),
    )
}
"""Signing in and out: answers that are never kept."""
