"""A guest's words in a letter: only while anybody may read them."""

from typing import Any
from uuid import UUID

import pytest

from hibachi.concierge.letters import checked_letter
from hibachi.growth.newsletters import links, rules, service, subscribing
from hibachi.growth.newsletters.errors import Unfounded
from hibachi.growth.newsletters.praise import WITHDRAWN
from hibachi.growth.newsletters.schemas import NewNewsletter, NewsletterDetail, NewsletterEdit, Subscription
from hibachi.growth.newsletters.sending import Letters
from hibachi.growth.reviews import service as reviews
from hibachi.settings import Settings
from tests.growth.test_reviews import give, over, the_review
from tests.parties import OLGA, Shop

SETTINGS = Settings(PUBLIC_URL="https://here.example")
GATE: dict[str, Any] = {"settings": SETTINGS, "check": checked_letter}
PRAISE = "Our chef was so funny. Everybody loved it!"


async def reader(shop: Shop) -> UUID:
    """Somebody who confirmed that they want letters: the customer."""
    await shop.do(subscribing.subscribe, wanted=Subscription(email="ann@example.com"))
    [(subscriber, person)] = await shop.rows("SELECT id, customer_id FROM newsletter_subscribers")
    link = links.confirm(SETTINGS, subscriber, now=shop.clock.now())
    assert link is not None and isinstance(person, UUID)
    await shop.do(subscribing.confirm, settings=SETTINGS, token=link.split("confirm=")[1])
    return person


async def praised(shop: Shop) -> UUID:
    """A published review that letters quote, and one reader of letters."""
    await give(shop, await over(shop), 5, PRAISE)
    review = await the_review(shop)
    await shop.do(reviews.publish, actor=OLGA, review_id=review.id)
    await reader(shop)
    return review.id


async def drafted(shop: Shop) -> NewsletterDetail:
    return await shop.do(service.draft, actor=OLGA, wanted=NewNewsletter(), **GATE)


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        (f"Hello,\n\nMaria S. wrote to us: “{PRAISE}”", True),
        ("One guest said: our chef was so funny. Come!", False),
        ("One guest said: “Our chef was so funny”", True),
        ("Our chefs are funny. Loved it!", False),
        ("", False),
    ],
)
def test_what_is_somebodys_words(body: str, quoted: bool) -> None:
    assert rules.quotes(body, PRAISE) is quoted


async def test_words_that_were_taken_down_leave_in_no_letter(shop: Shop) -> None:
    """Seen in the draft, refused at the yes, and stopped where the yes was given before."""
    review_id = await praised(shop)
    approved, waiting = await drafted(shop), await drafted(shop)
    assert PRAISE in waiting.body and waiting.problems == []
    yes = {"newsletter_id": approved.id, "digest": approved.digest}
    await shop.do(service.approve, actor=OLGA, **yes, **GATE)
    await shop.do(reviews.decline, actor=OLGA, review_id=review_id, reason="they asked us to")
    assert (await shop.do(service.get, newsletter_id=waiting.id, **GATE)).problems == [WITHDRAWN]
    with pytest.raises(Unfounded):
        await shop.do(service.approve, actor=OLGA, newsletter_id=waiting.id, digest=waiting.digest, **GATE)
    await Letters(shop.db, SETTINGS, checked_letter).send()
    stopped = await shop.do(service.get, newsletter_id=approved.id, **GATE)
    assert stopped.state == "stopped" and WITHDRAWN in (stopped.stopped_reason or "")
    assert stopped.figures.sent == 0
    assert PRAISE not in (await drafted(shop)).body


async def test_a_draft_without_the_words_may_go(shop: Shop) -> None:
    review_id = await praised(shop)
    letter = await drafted(shop)
    await shop.do(reviews.decline, actor=OLGA, review_id=review_id, reason="they asked us to")
    wanted = NewsletterEdit(subject="News", body="Hello, our menu is new.")
    edited = await shop.do(service.edit, actor=OLGA, newsletter_id=letter.id, wanted=wanted, **GATE)
    assert edited.problems == []
    await shop.do(reviews.publish, actor=OLGA, review_id=review_id)
    again = NewsletterEdit(subject="News", body=letter.body)
    assert (await shop.do(service.edit, actor=OLGA, newsletter_id=letter.id, wanted=again, **GATE)).problems == []
