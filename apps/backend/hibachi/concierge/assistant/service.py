"""Answering staff: the tools read in transactions that the database keeps from writing, within what the role may see."""

import csv
import io
from datetime import date

from hibachi.concierge.assistant.catalogue import TOOLS, Tool, can_do
from hibachi.concierge.assistant.errors import MayNotExport
from hibachi.concierge.assistant.proposing import deed_in, proposed
from hibachi.concierge.assistant.reports.parties import chef_names
from hibachi.concierge.assistant.rules import csv_cell, span
from hibachi.concierge.assistant.schemas import Answer, Report, ReportFilter, ToolName
from hibachi.concierge.assistant.understanding import NEAR_ENOUGH, Understood, by_words, masked, understood
from hibachi.concierge.assistant.wording import Desk, worded
from hibachi.kit.auth import Principal
from hibachi.kit.clock import wall
from hibachi.kit.db import Database
from hibachi.knowledge.service import Searcher
from hibachi.llm.service import ModelChain
from hibachi.policies import service as policies
from hibachi.settings import Settings

MOST_SHOWN = 100
UNKNOWN = "I do not understand that. I answer questions about parties, chefs, money, messages, leads and reviews."


class Assistant:
    """Answers questions about the business. It reads; a deed is proposed for a person to confirm."""

    def __init__(self, settings: Settings, db: Database, models: ModelChain, searcher: Searcher) -> None:
        self._settings = settings
        self._db = db
        self._models = models
        self._searcher = searcher
        self._examples: list[tuple[ToolName, list[float]]] = []

    async def ask(self, who: Principal, question: str) -> Answer:
        """What the database says to a question, what a deed would do, or that it was not understood."""
        async with self._db.reading(who.actor) as tx:
            profile = (await policies.current(tx)).profile
            chefs = await chef_names(tx) if "bookings:read" in who.permissions else {}
        zone = profile.business.timezone
        today = wall(self._db.clock.now(), zone).date()
        if wanted := deed_in(question, chefs):
            async with self._db.transaction(who.actor) as tx:
                return await proposed(tx, wanted, today, who.permissions)
        if told := await self._told(who, question, profile.business.name, zone, today):
            return told
        name = by_words(question, chefs) or await self._nearest(masked(question, today))
        if name is None:
            return Answer(understood=False, said=UNKNOWN, can_do=can_do(who.permissions))
        return await self._answer(who, understood(question, name, today, chefs), zone)

    async def read(self, who: Principal, name: ToolName, asked: ReportFilter, zone: str | None = None) -> Report | str:
        """One report; words where the role may not see it. The database refuses every write meanwhile."""
        tool = TOOLS[name]
        if tool.needs not in who.permissions:
            return f"Your role may not see {tool.noun}. Ask an administrator for the permission."
        async with self._db.reading(who.actor) as tx:
            known = zone or (await policies.current(tx)).profile.business.timezone
            return await tool.run(tx, asked, known)

    async def export(self, who: Principal, name: ToolName, asked: ReportFilter) -> str:
        """A whole report as CSV. Raises MayNotExport."""
        report = await self.read(who, name, asked)
        if isinstance(report, str) or not _exports(TOOLS[name], who):
            raise MayNotExport()
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow([column.name for column in report.columns])
        for row in report.rows:
            writer.writerow([csv_cell(column, cell) for column, cell in zip(report.columns, row, strict=True)])
        return written.getvalue()

    async def _told(self, who: Principal, question: str, business: str, zone: str, today: date) -> Answer | None:
        async def read(name: ToolName, asked: ReportFilter) -> Report | str:
            return await self.read(who, name, asked, zone)

        desk = Desk(read, business, f"{today:%A}, {today.isoformat()}", zone)
        words = await worded(self._models, self._settings, question, desk)
        if words is None:
            return None
        said, model = words
        return _shown(desk.reports[-1], who).model_copy(update={"said": said, "model": model})

    async def _answer(self, who: Principal, wanted: Understood, zone: str) -> Answer:
        report = await self.read(who, wanted.tool.name, wanted.asked, zone)
        if isinstance(report, str):
            return Answer(understood=True, said=report)
        return _shown(report, who)

    async def _nearest(self, question: str) -> ToolName | None:
        """The tool with the example that is most like the question; None below the threshold, or without the model."""
        asked = await self._searcher.vector(question) if question else None
        if asked is None:
            return None
        if not self._examples:
            self._examples = await self._learnt()
        near = [(_cosine(asked, vector), name) for name, vector in self._examples]
        likeness, name = max(near, default=(0.0, None))
        return name if likeness >= NEAR_ENOUGH else None

    async def _learnt(self) -> list[tuple[ToolName, list[float]]]:
        today = self._db.clock.now().date()
        examples = [(tool.name, masked(example, today)) for tool in TOOLS.values() for example in tool.examples]
        vectors = [(name, await self._searcher.vector(words)) for name, words in examples]
        return [(name, vector) for name, vector in vectors if vector is not None]


def _cosine(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _exports(tool: Tool, who: Principal) -> bool:
    return not tool.exports or tool.exports in who.permissions


def _shown(report: Report, who: Principal) -> Answer:
    asked = report.asked
    export = None
    if _exports(TOOLS[report.tool], who) and report.rows:
        given = asked.model_dump(mode="json", exclude_defaults=True)
        query = "&".join(f"{name}={str(value).lower() if value is True else value}" for name, value in given.items())
        export = f"/api/v1/admin/assistant/reports/{report.tool}.csv{f'?{query}' if query else ''}"
    return Answer(
        understood=True,
        said=report.said,
        report=report.model_copy(update={"rows": report.rows[:MOST_SHOWN]}),
        total_rows=len(report.rows),
        period=f"{span(asked.first, asked.last)}, by the clock of {report.zone}" if asked.first or asked.last else None,
        export=export,
    )
