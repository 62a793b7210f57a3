"""How customers feel, off the reply's path: a job a message, deferred with it, and a sweep for jobs that were lost."""

from datetime import timedelta
from uuid import UUID

from hibachi.concierge.hearing import Hearing, text_of
from hibachi.concierge.understanding import emotions
from hibachi.conversations import service as conversations
from hibachi.kit.auth import AI
from hibachi.kit.db import Database, Tx
from hibachi.kit.jobs import Jobs, NewJob
from hibachi.language.heads.schemas import Mood

FEEL = "concierge.feel"
OVERDUE = timedelta(minutes=10)
EVERY_QUARTER = "*/15 * * * *"


class Feelings:
    """Analyses messages. The floor (words that nobody could miss) always counts, the trained head refines it."""

    def __init__(self, db: Database, hearing: Hearing) -> None:
        self._db = db
        self._hearing = hearing

    async def defer(self, tx: Tx, message_id: UUID) -> None:
        """Have a message analysed: the job is written in the message's transaction."""
        await tx.defer_together(self.job(message_id))

    def job(self, message_id: UUID) -> NewJob:
        """The job that analyses a message."""
        return NewJob(FEEL, {"message_id": str(message_id)})

    async def feel(self, message_id: UUID) -> None:
        """Analyse a message once; a failure is the job's to try again. The model runs without an open transaction."""
        async with self._db.transaction(AI) as tx:
            message = await conversations.unfelt(tx, message_id=message_id)
        if message is None:
            return
        heard = await self._hearing.patiently(message.content, message.channel)
        felt = emotions.feel(text_of([message.content], message.channel), heard.hunch, heard.mood)
        mood = Mood(
            label=felt.label,
            intensity=felt.intensity,
            sentiment=emotions.sentiment(felt, heard.mood),
            scores=heard.mood.scores,
        )
        async with self._db.transaction(AI) as tx:
            await conversations.note_mood(tx, message_id=message_id, mood=mood)

    async def feel_missed(self) -> None:
        """Defer what has no feeling long after it came."""
        async with self._db.transaction(AI) as tx:
            for message_id in await conversations.without_feeling(tx, longer_than=OVERDUE):
                await self.defer(tx, message_id)

    def declare(self, jobs: Jobs) -> None:
        """Register the job and its sweep."""

        async def feel(message_id: str) -> None:
            await self.feel(UUID(message_id))

        jobs.add(FEEL, feel)
        jobs.add("concierge.feel_missed", self.feel_missed, cron=EVERY_QUARTER)
