"""Where a person's data are, in every table: found over foreign keys, erased as each column says, and searched for.

A model says with `info=personal(...)` what becomes of a column when its person is forgotten, and with FORGOTTEN_ROWS on
the table that the rows go altogether. Nothing is listed twice: a new table that points to a person is found by itself.
"""

from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    LargeBinary,
    String,
    Table,
    case,
    cast,
    delete,
    func,
    null,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB

from hibachi.kit.db import Base, Tx

GONE = "[erased]"
FORGOTTEN_ROWS: dict[str, Any] = {"forgotten_rows": True}
"""For `__table_args__`: the rows of a forgotten person are deleted."""
DERIVED_ROWS: dict[str, Any] = {**FORGOTTEN_ROWS, "derived": True}
"""The same for a table whose rows are made from others of the person alone: the export tells those, not these."""
ROOT = "customers"
ERASING = text("SELECT set_config('hibachi.erasing', 'on', true)")
"""What the triggers of append-only tables ask."""
ERASED = text("SELECT set_config('hibachi.erasing', 'off', true)")
JOBS = "procrastinate_jobs"
WHO = frozenset({"name", "phone", "email", "value", "location"})
"""Columns that say who somebody is and where their party is: what stands there of others is theirs, not the forgotten one's."""
BREAK = r"\\[nrt]"
"""A line's end as JSON writes it: two signs, of which the second is a letter."""
BEGINS = rf"(?:(?<![[:alnum:]])|(?<={BREAK}))"


def personal(becomes: Any = None, *, whole: bool = False) -> dict[str, Any]:
    """For `mapped_column(info=...)`: what the value becomes when its person is forgotten; an empty one stays empty.

    whole: also where no key leads to the person and only their name or address stands in it, all of it goes.
    """
    return {"erase": becomes, "whole": whole}


def acted() -> dict[str, Any]:
    """For a column that names a colleague who did something: a customer of the same name is forgotten without them."""
    return {"acted": True}


def keeps_facts(table: str, columns: Sequence[str]) -> tuple[str, str]:
    """The statements of a trigger: in an append-only table these columns stay as they are, also where texts are erased."""
    before, after = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return (
        """
    CREATE OR REPLACE FUNCTION erasing_keeps_facts() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = TG_TABLE_NAME || ' keeps its facts';
    END $$
    """,
        f"""
    CREATE OR REPLACE TRIGGER {table}_keeps_facts BEFORE UPDATE ON {table}
    FOR EACH ROW WHEN (({before}) IS DISTINCT FROM ({after})) EXECUTE FUNCTION erasing_keeps_facts()
    """,
    )


@asynccontextmanager
async def erasing(tx: Tx) -> AsyncIterator[None]:
    """Inside, texts in append-only tables may be erased, their facts may not; the rest of the transaction changes nothing there."""
    await tx.session.execute(ERASING)
    yield
    await tx.session.execute(ERASED)


def refers_to(table: str) -> dict[str, Any]:
    """For a column that is the id of a row of another table without a foreign key."""
    return {"refers_to": table}


@dataclass(frozen=True, slots=True)
class Found:
    """A place that still holds one of the strings: table, column, and how many rows."""

    table: str
    column: str
    rows: int


Rows = dict[str, set[Any]]
"""Table → the keys of a person's rows, by its first primary key."""


async def rows_of(tx: Tx, person: UUID) -> Rows:
    """Every row that belongs to a person, over foreign keys; people who were merged into them too."""
    found: Rows = {ROOT: {person}}
    grew = True
    while grew:
        grew = False
        for table in _tables():
            known = found.get(table.name, set())
            if not _links(table, found):
                continue
            keys = set((await tx.session.scalars(select(_key(table)).where(_theirs(table, found)))).all())
            if keys - known:
                found[table.name], grew = known | keys, True
    return found


async def erase(tx: Tx, found: Rows) -> dict[str, int]:
    """Erase what the columns of a person's rows hold, as each column says; table → how many rows. Inside `erasing`."""
    done: dict[str, int] = {}
    for table in reversed(_tables()):
        keys = found.get(table.name)
        if not keys:
            continue
        mine = _mine(table, found)
        if table.info.get("forgotten_rows"):
            await tx.session.execute(delete(table).where(mine))
            done[table.name] = len(keys)
        elif values := _blank(table):
            await tx.session.execute(update(table).where(mine).values(values))
            done[table.name] = len(keys)
    return done


def ids_of(found: Rows) -> set[str]:
    """The ids of a person's things. A table of pairs has none of its own, and a counted number is no id: others have it too."""
    whole = {table.name for table in _tables() if len(table.primary_key.columns) == 1}
    return {str(key) for name, keys in found.items() if name in whole for key in keys if isinstance(key, UUID)}


async def of_others(tx: Tx, found: Rows, patterns: Mapping[str, str], *, tables: Collection[str]) -> set[str]:
    """Which strings (string → its pattern) stand in the named columns of somebody else's rows in these tables, as a part too."""
    shared: set[str] = set()
    for table in _tables():
        if table.name not in tables:
            continue
        strangers = _key(table).not_in(found.get(table.name, set()))
        for column in (one for one in table.columns if one.name in WHO):
            for said in patterns.keys() - shared:
                theirs = select(_key(table)).where(strangers, cast(column, String).op("~*")(patterns[said])).limit(1)
                if await tx.session.scalar(theirs) is not None:
                    shared.add(said)
    return shared


async def replace(tx: Tx, patterns: Sequence[str], token: str, *, ours: Collection[str] = ()) -> None:
    """Replace every match of the patterns (PostgreSQL's regular expressions, any case) in every column but of `ours`. Inside `erasing`."""
    pattern = _any(patterns)
    for table in _tables(but=ours):
        for column in _texts(table):
            where = _as_text(column).op("~*")(pattern)
            if not await tx.session.scalar(select(func.count()).select_from(table).where(where)):
                continue
            replaced = func.regexp_replace(_as_text(column), pattern, token, "gi")
            value = column.info["erase"] if column.info.get("whole") else cast(replaced, column.type)
            await tx.session.execute(update(table).where(where).values({column: null() if value is None else value}))
    args = text(
        f"UPDATE {JOBS} SET args = regexp_replace(args::text, :pattern, :token, 'gi')::jsonb WHERE "
        "args::text ~* :pattern"
    )
    await tx.session.execute(args, {"pattern": pattern, "token": token})


async def search(tx: Tx, patterns: Sequence[str], *, ours: Collection[str] = ()) -> list[Found]:
    """Where anything that matches a pattern stands, in every column of every table but `ours`."""
    pattern, found = _any(patterns), []
    for table in _tables(but=ours):
        for column in _texts(table):
            where = _as_text(column).op("~*")(pattern)
            rows = await tx.session.scalar(select(func.count()).select_from(table).where(where))
            if rows:
                found.append(Found(table.name, column.name, rows))
    return found


async def export(tx: Tx, found: Rows) -> dict[str, list[dict[str, Any]]]:
    """Every row of a person as JSON, by table; keys and digests of our own are left out."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in _tables():
        if found.get(table.name) and not table.info.get("derived"):
            row = func.to_jsonb(table.table_valued()).label("row")
            rows = (await tx.session.scalars(select(row).where(_mine(table, found)).order_by(_key(table)))).all()
            told[table.name] = [{name: value for name, value in one.items() if "token" not in name} for one in rows]
    return told


def pattern_of(said: str) -> str:
    """A pattern that finds these words, whatever stands between them, as a word of its own."""
    words = [_quoted(word) for word in said.split()]
    return BEGINS + rf"(?:[\s_.,-]|{BREAK})+".join(words) + r"(?![[:alnum:]])"


def pattern_of_number(e164: str) -> str:
    """A pattern that finds a telephone number with any signs between its digits, its country said or not."""
    digits = [letter for letter in e164 if letter.isdigit()]
    national = digits[1:] if e164.startswith("+1") else digits
    return BEGINS + r"(?:\+?1[\s.()-]{0,3})?\(?" + r"[\s.()-]{0,3}".join(national) + r"(?![[:alnum:]])"


def _quoted(word: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" for letter in word)


def _any(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{one})" for one in patterns)


def _tables(*, but: Collection[str] = ()) -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in but]


def _key(table: Table) -> Column[Any]:
    """The column by which rows are told apart here; where several columns are the key, the first."""
    return next(iter(table.primary_key.columns))


def _mine(table: Table, found: Rows) -> Any:
    """The person's rows of a table; of a table of pairs those whose links are theirs, since half a key is others' too."""
    if len(table.primary_key.columns) > 1:
        return _theirs(table, found)
    return _key(table).in_(found[table.name])


def _links(table: Table, found: Mapping[str, Collection[Any]]) -> list[tuple[Column[Any], str]]:
    """The columns by which a table points to rows that are known to be the person's."""
    links = [
        (link.parent, link.column.table.name)
        for link in table.foreign_keys
        if link.column is _key(link.column.table) and found.get(link.column.table.name)
    ]
    named = [(column, column.info["refers_to"]) for column in table.columns if column.info.get("refers_to") in found]
    return [*links, *named]


def _theirs(table: Table, found: Rows) -> Any:
    return or_(*(column.in_(found[parent]) for column, parent in _links(table, found)))


def _blank(table: Table) -> dict[Column[Any], Any]:
    values: dict[Column[Any], Any] = {}
    for column in table.columns:
        if "erase" in column.info:
            gone = column.info["erase"]
            empty = null() if gone is None else case((column.is_(None), null()), else_=cast(gone, column.type))
            values[column] = empty
    return values


def _as_text(column: Column[Any]) -> ColumnElement[str]:
    return func.encode(column, "escape") if isinstance(column.type, LargeBinary) else cast(column, String)


def _texts(table: Table) -> list[Column[Any]]:
    kinds = String | JSONB | LargeBinary
    return [one for one in table.columns if isinstance(one.type, kinds) and not one.info.get("acted")]
