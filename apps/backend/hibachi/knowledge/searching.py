"""A question → the passages in force that answer it, with how certain that is, and the owner's values of this moment."""

import logging
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.knowledge import retrieval_repository as retrieval
from hibachi.knowledge import rules, topics, unanswered
from hibachi.knowledge.rendering import Passage, rendered
from hibachi.knowledge.schemas import Found, Hit
from hibachi.knowledge.topics import About
from hibachi.language.embedding.embedder import Embedder
from hibachi.language.embedding.errors import ModelMissing
from hibachi.language.spans import fold
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile

log = logging.getLogger(__name__)
MOST = 3
LOOKED_AT = 12
"""How many are read, so that enough are left when some may not be told."""
KEPT = 512
LONGEST = 500
"""Characters of a question that are read; what comes after says nothing more of the matter."""


class Searcher:
    """Finds passages. Keeps the words of the version in force and the rankings of impersonal questions, never an answer.

    What is kept is keyed by version, so that a swap empties it; texts and prices are read anew each time.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._terms: tuple[UUID, retrieval.Terms] | None = None
        self._ranked: OrderedDict[tuple[UUID, str], retrieval.Ranking] = OrderedDict()
        self._vectors: OrderedDict[str, list[float]] = OrderedDict()
        self._told: Told | None = None

    async def vector(self, text: str) -> list[float] | None:
        """What a text means, 384 numbers; None where the model is missing: then words alone find."""
        known = self._vectors.get(text)
        if known is not None:
            return known
        try:
            await unanswered.read(self._embedder.vector)
            found = [float(value) for value in await self._embedder.vector(text)]
        except ModelMissing as problem:
            log.error("knowledge is searched by words alone: %s", problem)
            return None
        self._vectors[text] = found
        if len(self._vectors) > 4 * KEPT:
            self._vectors.popitem(last=False)
        return found

    def passages(self, profile: Profile) -> dict[str, Passage]:
        """The passages that a profile makes, by key; kept for the profile in force."""
        return self._as_told(profile).passages

    def _as_told(self, profile: Profile) -> "Told":
        if self._told is None or self._told.profile is not profile:
            passages = rendered(profile)
            served = frozenset(topics.of_key(key) for key in passages)
            self._told = Told(profile, passages, served, profile.model_dump(mode="json"))
        return self._told

    async def find(
        self,
        tx: Tx,
        question: str,
        *,
        vector: Sequence[float] | None,
        most: int = MOST,
        inside: bool = False,
        version: tuple[int, UUID] | None = None,
    ) -> Found:
        """The best passages of the version in force. vector: `vector(question)`, made before the transaction was opened.

        inside: also what is for a model's eyes alone. version: another one than that in force, by number and token.
        """
        started = time.perf_counter()
        begun = await retrieval.start(tx, question[:LONGEST])
        live = version or begun.live
        if live is None or not question.strip():
            return Found(question=question, known=False, hits=(), version=live[0] if live else None)
        profile = (await policies.current(tx)).profile
        told, today = self._as_told(profile), wall(tx.now, profile.business.timezone).date()
        about = About.of(topics.of_vectors([vector]) if vector is not None else {}, told.served)
        keys = topics.looked_up(about.chances, told.passages)
        rows, cached = await self._rows(tx, live, question[:LONGEST], begun.words, vector, keys, keep=version is None)
        hits = [
            hit
            for row in rows
            if (row.audience == "customer" or inside)
            and rules.holds_on(today, row.valid_from, row.valid_until)
            and (hit := _hit(row, told, today, about)) is not None
        ]
        ordered = _certain(hits, vector)[:most]
        known = bool(ordered) and ordered[0].certainty >= rules.CERTAIN
        took = (time.perf_counter() - started) * 1000
        return Found(
            question=question, known=known, hits=tuple(ordered), version=live[0], milliseconds=took, cached=cached
        )

    async def _rows(
        self,
        tx: Tx,
        live: tuple[int, UUID],
        question: str,
        words: Sequence[str],
        vector: Sequence[float] | None,
        keys: Sequence[str],
        *,
        keep: bool,
    ) -> tuple[Sequence[Any], bool]:
        version, token = live
        key = (token, fold(question).strip())
        kept = self._ranked.get(key)
        if keep and kept is not None:
            self._ranked.move_to_end(key)
            return await retrieval.ranked(tx, kept), True
        rows = await self.ranked(tx, version=version, token=token, words=words, vector=vector, keys=keys)
        if keep and vector is not None:
            self._ranked[key] = retrieval.Ranking.of(rows)
            if len(self._ranked) > KEPT:
                self._ranked.popitem(last=False)
        return rows, False

    async def ranked(
        self,
        tx: Tx,
        *,
        version: int,
        token: UUID,
        words: Sequence[str],
        vector: Sequence[float] | None,
        texts: bool = True,
        most: int = LOOKED_AT,
        keys: Sequence[str] = (),
    ) -> Sequence[Any]:
        """The passages of any version as the database ranks them; vector None or texts False: one half alone.

        words: of the question, as `retrieval.start` gives them. keys: of passages that are ranked in any case.
        """
        terms = await self._words(tx, version, token)
        weights = rules.weights(words, terms.frequency, terms.passages)
        asked = retrieval.Asked(
            headed=[rules.query_of(word, "A") for word in weights],
            anywhere=[rules.query_of(word) for word in weights],
            weights=list(weights.values()),
            any=rules.looked_for(weights, terms.frequency, terms.passages),
        )
        return await retrieval.search(
            tx, version=version, vector=vector, asked=asked, most=most, texts=texts, keys=keys
        )

    async def _words(self, tx: Tx, version: int, token: UUID) -> retrieval.Terms:
        if self._terms is None or self._terms[0] != token:
            self._terms = (token, await retrieval.terms_of(tx, version))
        return self._terms[1]


@dataclass(frozen=True, slots=True)
class Told:
    """What a profile says: its passages by key, the topics that they answer, and its values in plain JSON."""

    profile: Profile
    passages: dict[str, Passage]
    served: frozenset[str]
    document: dict[str, Any]


def _hit(row: Any, told: Told, today: date, about: About) -> Hit | None:
    """A passage as it is true now; None where it no longer is: its rule is gone or over, or a policy's amount another."""
    title, text, paths = row.title, row.text, row.metadata.get("paths", [])
    if row.source_type == "profile":
        passage = told.passages.get(row.key)
        if passage is None or not rules.holds_on(today, None, passage.valid_until):
            return None
        title, text, paths = passage.title, passage.text, passage.paths
    elif not rules.still_true(_amounts(row), paths, told.document):
        return None
    topic, unserved = _about(row, about)
    return Hit(
        id=row.id, key=row.key, title=title, text=text, category=row.category, source_type=row.source_type,
        cosine=float(row.cosine), support=float(row.support), words=float(row.words), score=float(row.score), certainty=0.0,
        topic=topic, unserved=unserved,
        answers=tuple(row.metadata.get("answers", ())), facts=rules.facts_of(told.document, paths),
    )  # fmt: skip


def _amounts(row: Any) -> list[int]:
    kept: list[int] | None = row.metadata.get("amounts")
    return rules.amounts_in(f"{row.title} {row.text}") if kept is None else kept


def _about(row: Any, about: About) -> tuple[float, float]:
    """How likely the question is about what a passage is about, and about what nothing answers.

    One of the policies answers the topic of its name. Of another one the head knows less than its own wordings do: where
    they are all but the question, it is about that.
    """
    own: topics.Topics | None = row.metadata.get("topics")
    if own is None and row.source_type == "profile":
        own = {topics.of_key(row.key): 1.0}
        return about.shared(own), about.beside(own)
    other = 1 - rules.alike(float(row.cosine))
    return 1 - (1 - about.shared(own or {})) * other, about.beside(own or {}) * other


def _certain(hits: Sequence[Hit], vector: Sequence[float] | None) -> list[Hit]:
    """Each with its certainty, the best first."""
    if vector is None:
        return _certain_by_words(hits)
    strengths = [rules.strength(cosine=hit.cosine, words=hit.words, topic=hit.topic) for hit in hits]
    unknown = unanswered.nearest(vector)
    certain = []
    for hit, share in zip(hits, rules.shares(strengths), strict=True):
        left = unanswered.nearest(vector, but=hit.answers) if hit.answers else unknown
        value = rules.certainty(share=share, over=hit.cosine - left, unserved=hit.unserved)
        certain.append(hit.model_copy(update={"certainty": value}))
    order = sorted(range(len(hits)), key=lambda place: -strengths[place])
    return [certain[place] for place in order]


def _certain_by_words(hits: Sequence[Hit]) -> list[Hit]:
    """The same where no vector is there: by the lead over the best other passage, in the order of the database."""
    first, second, *_ = [*sorted((hit.words for hit in hits), reverse=True), 0.0, 0.0]
    leads = [hit.words - (second if hit.words == first else first) for hit in hits]
    return [
        hit.model_copy(update={"certainty": rules.certainty_by_words(words=hit.words, lead=lead)})
        for hit, lead in zip(hits, leads, strict=True)
    ]
