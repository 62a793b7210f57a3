"""A guest's words in a letter: from what is published when it is drafted, and only while it is."""

from typing import Any
from uuid import UUID

from hibachi.growth.newsletters import rules
from hibachi.growth.newsletters.models import NewsletterRow
from hibachi.growth.reviews import service as reviews
from hibachi.growth.reviews.schemas import PublicPage
from hibachi.kit.db import Tx

FROM_STARS = 5
LONGEST = 200
WITHDRAWN = "A guest's words in it are not published any more."


async def newest(tx: Tx) -> dict[str, Any] | None:
    """The newest published review with the most stars and a few words: review_id, words, name."""
    for review in (await reviews.shown(tx, wanted=PublicPage(limit=20))).reviews:
        if review.rating >= FROM_STARS and 0 < len(review.words) <= LONGEST:
            return {"review_id": str(review.id), "words": " ".join(review.words.split()), "name": review.name}
    return None


async def problems(tx: Tx, row: NewsletterRow) -> list[str]:
    """Why a letter may not say what it quotes; nothing where it does not, or the review is still as it was quoted."""
    if row.praise is None or not rules.quotes(row.body, row.praise["words"]):
        return []
    public = await reviews.published_words(tx, review_id=UUID(row.praise["review_id"]))
    return [] if public is not None and " ".join(public.split()) == row.praise["words"] else [WITHDRAWN]
