"""The one gate for words to many: a letter leaves when every amount, dish and date in it traces to what is true now."""

from collections.abc import Sequence

from hibachi.concierge.facts import Fact
from hibachi.concierge.gather import price_list
from hibachi.concierge.validator import check
from hibachi.conversations.schemas import CheckedText
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.policies import service as policies


async def checked_letter(tx: Tx, *, text: str, links: Sequence[str], news: Sequence[str]) -> CheckedText | list[str]:
    """The letter sealed, or why it may not leave, a sentence a problem.

    links: addresses that it may show; news: what the owner says happens (days and times come from there, amounts never).
    """
    profile = (await policies.current(tx)).profile
    zone, at = profile.business.timezone, tx.now.isoformat()
    facts = [
        Fact("house:price_list", "price_list", {}, price_list(profile), at),
        Fact("house:letter", "letter", {}, {"links": [link.rstrip("/") for link in links]}, at),
    ]
    verdict = check(
        text,
        facts=facts,
        said=list(news),
        today=wall(tx.now, zone).date(),
        zone=zone,
        channel="email",
        profile=profile,
    )
    return verdict.checked or [f"“{one.words}”: {one.why}" if one.words else one.why for one in verdict.errors]
