"""Play the questions of this folder through the built-in model, without HTTP: `python -m evals.answers.asking worked|kept|all`.

A third of each file is "kept": put aside by a hash before anything was mended, asked at the end.
"""

import asyncio
import hashlib
import re
import sys
import threading
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from evals.knowledge.asking import known

from hibachi.concierge.hearing import Heard, Hearing
from hibachi.concierge.tools.knowledge import told
from hibachi.founding import migrate
from hibachi.kit.postgres import throw_away
from hibachi.language.heads.listener import Listener
from tests.concierge.local.talk import Answer, Talk, party_on

HERE = Path(__file__).parent
UNKNOWN = r"not sure|nothing on record|don't (?:know|have (?:that|anything|information))|can't (?:say|tell)\b|no information|can't promise who|rather not guess|don't want to guess"
INVENTED = r"^(?:Yes|No)\b|\binsured\b.*\bwe are\b"
BEFORE = {"quoted": "how much for 12 adults in 94539", "booking": "book april 18 at 6pm, 12 adults, 94539"}
LEFT_ASIDE = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A message with where it is asked; every pattern of `holds` must be in the reply, none of `lacks`."""

    group: str
    text: str
    where: str | None
    holds: tuple[str, ...]
    lacks: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Whether it was put aside while the causes were mended."""
        return hashlib.sha256(self.text.encode()).digest()[0] % LEFT_ASIDE == 0


@dataclass(frozen=True, slots=True)
class Played:
    question: Question
    answer: Answer
    wrong: tuple[str, ...]


def questions() -> list[Question]:
    """All questions of the folder."""
    return [*_of("facts"), *_of("pairs"), *_of("open")]


def _of(group: str) -> Iterator[Question]:
    for line in (HERE / f"{group}.tsv").read_text().splitlines():
        if line.startswith("#") or not line:
            continue
        *musts, lacks, text = line.split("\t")
        where = re.match(r"\[(\w+)\] ", text)
        none = UNKNOWN if group == "facts" else None
        yield Question(
            group,
            text[where.end() :] if where else text,
            where[1] if where else None,
            tuple(part for must in musts for part in must.split(" & ")) if group != "open" else (UNKNOWN,),
            tuple(
                part for part in (none, INVENTED if group == "open" else None, None if lacks == "-" else lacks) if part
            ),
        )


class Room:
    """The product's search and heads, asked from outside their loop."""

    def __init__(self, url: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._known = known(url)
        self._db, self._searcher = self._wait(self._known.__aenter__())
        self._listener = Listener()
        self._hearing = Hearing(self._listener, within=30)

    def close(self) -> None:
        self._listener.close()
        self._wait(self._known.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def knows(self, question: str) -> dict[str, Any]:
        return dict(self._wait(self._search(question)))

    async def _search(self, question: str) -> dict[str, Any]:
        vector = await self._searcher.vector(question)
        async with self._db.transaction() as tx:
            return told(await self._searcher.find(tx, question, vector=vector))

    def hears(self, new: list[str], channel: str) -> Heard | None:
        heard: Heard | None = self._wait(self._hearing.of(new, channel))
        return heard


@contextmanager
def room() -> Iterator[Room]:
    """A throw-away database with the passages of the shipped profile."""
    with throw_away("answers") as server:
        with psycopg.connect(server.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CREATE DATABASE answers")
        migrate(server.url("answers"))
        opened = Room(server.url("answers"))
        try:
            yield opened
        finally:
            opened.close()


def play(opened: Room, question: Question) -> Played:
    """One question in its conversation, judged."""
    talk = Talk(channel="web_chat", hears=opened.hears, knows=opened.knows, seed=question.text)
    if question.where == "own":
        talk.bookings = [party_on("2026-04-11")]
    for line in [BEFORE[question.where]] if question.where in BEFORE else []:
        talk.say(line)
    for line in question.text.split("||"):
        answer = talk.say(line.strip())
    return Played(question, answer, tuple(_wrong(question, answer)))


def _wrong(question: Question, answer: Answer) -> Iterator[str]:
    passed_on = question.group == "open" and answer.turn.escalation is not None
    for must in question.holds if not passed_on else ():
        if not re.search(must, answer.text, re.I):
            yield f"lacks {must}"
    for never in question.lacks:
        if re.search(never, answer.text, re.I):
            yield f"says {never}"
    if answer.refused or not answer.verdict.ok:
        yield f"refused {answer.refused}"


def main(part: str, *groups: str) -> None:
    """Print what failed and the rates."""
    chosen = [one for one in questions() if part == "all" or one.kept == (part == "kept")]
    chosen = [one for one in chosen if not groups or one.group in groups]
    with room() as opened:
        played = [play(opened, one) for one in chosen]
    for one in played:
        if one.wrong and part != "kept":
            print(
                f"{one.question.group} [{one.question.where}] {one.question.text}\n    << {one.answer.text}\n    {'; '.join(one.wrong)} | {one.answer.turn.reading.frame.topics} {one.answer.turn.reading.frame.acts} {one.answer.turn.reading.frame.unknown} {one.answer.turn.escalation and one.answer.turn.escalation.reason}"
            )
    for group in ("facts", "pairs", "open"):
        print(group, *_rate([one for one in played if one.question.group == group]))


def _rate(played: Sequence[Played]) -> tuple[int, str, int]:
    return sum(not one.wrong for one in played), "of", len(played)


if __name__ == "__main__":
    main(*sys.argv[1:])
