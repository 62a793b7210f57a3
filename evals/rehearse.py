"""Play conversation scenarios in this process, without a server or a database: `python -m evals.rehearse FILES [--jobs N]`.

Understanding, policy, words, prices, distances, calendar and validator are the product's own; only storage, consent and
delivery are played (tests/concierge/local/talk.py). Some ten times faster than a sandbox, so that a change can be tried on all
that was ever written; the sandbox (evals/gate.py) has the last word. The scorer is run.py of the scenarios' folder.
"""

import argparse
import asyncio
import importlib.util
import json
import multiprocessing
import sys
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from evals.said_otherwise import otherwise

from hibachi.concierge.facts import Fact
from hibachi.concierge.hearing import Heard, Hearing
from hibachi.concierge.service_lines import STARTED, STOPPED
from hibachi.concierge.turn import Contact, Turn
from hibachi.concierge.understanding.leaning import spoken_of
from hibachi.language.heads.listener import Listener
from hibachi.language.replies import opt_keyword
from tests.concierge.local.talk import PROFILE, Talk, party_on

Row = dict[str, Any]
SCORER = Path("../shared/scenarios/run.py")
HEARING_SECONDS = 30.0
"""A busy machine must not take the heads' opinion away."""
LAW = {"stop": STOPPED, "start": STARTED}
CLOSED = ("cancelled", "completed")


def scorer(path: Path) -> ModuleType:
    """run.py, as a module."""
    spec = importlib.util.spec_from_file_location("scenario_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"No scorer at {path}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Stage:
    """The three calls of run.py's Server, answered in this process."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._hearing = Hearing(Listener(), within=HEARING_SECONDS)
        self._talk = Talk()
        self._given: dict[str, Row] = {}
        self._quote: Row | None = None
        self._escalation: Row | None = None
        self._opted_out = False

    def reset(self, scenario: Row) -> None:
        """A world that holds what the scenario gives."""
        given = scenario.get("given", {})
        contact = {"name": None, "phone": None, "email": None, "handle": None, **scenario.get("customer", {})}
        self._talk = Talk(
            channel=scenario["channel"],
            now=datetime.fromisoformat(scenario["now"]),
            contact=Contact(**contact, proven=scenario["channel"] != "web_chat"),
            full=_full(given),
            seed=scenario["id"],
            hears=self._hears,
        )
        own = [one for one in given.get("bookings", []) if one.get("of") != "other"]
        self._talk.bookings = [self._party(one, contact) for one in own]
        self._given = {one["id"]: dict(one) for one in self._talk.bookings}
        self._quote, self._escalation, self._opted_out = None, None, False

    def say(self, _scenario: Row, _conversation: str | None, text: str) -> Row:
        """One message of the customer, and the concierge's answer; silence after a hand-over and from STOP on."""
        word = opt_keyword(text)
        if self._escalation or (self._opted_out and word != "start"):
            return self._said(None)
        answer = self._talk.say(text)
        if answer.turn.reading.opt_out in LAW:
            self._opted_out = answer.turn.reading.opt_out == "stop"
            return self._said(LAW[answer.turn.reading.opt_out].format_map({"business": PROFILE.business.name}))
        self._note_quote(answer.turn)
        handed = answer.turn.escalation
        self._escalation = {"reason": handed.reason, "summary": handed.summary} if handed else None
        return self._said(answer.text, answer.turn.facts)

    def outcome(self, _conversation: str) -> Row:
        """What the conversation led to, in the sandbox's form."""
        kept = [one for one in self._talk.bookings if one["status"] != "held"]
        touched = [one for one in kept if self._given.get(one["id"]) != one]
        return {
            "quote": self._quote,
            "booking": touched[-1] if touched else None,
            "bookings": kept,
            "escalation": self._escalation,
            "opted_out": self._opted_out,
        }

    def _said(self, text: str | None, facts: Sequence[Fact] = ()) -> Row:
        tools = [{"name": fact.tool, "arguments": fact.arguments, "result": fact.result} for fact in facts]
        reply = {"text": text} if text else None
        return {"conversation_id": "rehearsal", "reply": reply, "tools": tools, "escalation": self._escalation}

    def _hears(self, new: list[str], channel: str) -> Heard | None:
        noun = spoken_of(self._talk.dialogue)
        return self._loop.run_until_complete(self._hearing.of(new, channel, noun=noun))

    def _party(self, given: Row, contact: Row) -> Row:
        told = {key: given[key] for key in ("adults", "children", "zip", "status", "name")}
        party = party_on(given["date"], given["time"], **told, phone=contact["phone"], email=contact["email"])
        total = Decimal(self._talk._priced(party)["total"])
        return {**party, "total": f"{total:.2f}", "balance": f"{total - Decimal(party['deposit_paid']):.2f}"}

    def _note_quote(self, turn: Turn) -> None:
        for fact in turn.facts:
            quote = fact.result if fact.tool == "calculate_party_quote" else fact.result.get("quote")
            if isinstance(quote, dict) and "total" in quote:
                self._quote = {**quote, **self._asked(fact.arguments)}

    def _asked(self, arguments: Row) -> Row:
        own = next((one for one in self._talk.bookings if one["id"] == arguments.get("booking_id")), {})
        extra = arguments.get("extra_proteins") or 0
        return {
            **{key: arguments.get(key, own.get(key, 0)) for key in ("adults", "children", "toddlers")},
            "upgrades": arguments.get("protein_selections") or {},
            "addons": arguments.get("addons") or {},
            "extra_proteins": sum(extra.values()) if isinstance(extra, dict) else extra,
        }


def _full(given: Row) -> set[tuple[str, str]]:
    """The starts without a chef: those that are said to be full, and those that two parties have."""
    taken = [(one["date"], one["time"]) for one in given.get("bookings", []) if one["status"] not in CLOSED]
    said = {(slot["date"], slot["time"]) for slot in given.get("full_slots", [])}
    return said | {slot for slot in taken if taken.count(slot) > 1}


def play(path: Path, rows: Sequence[Row]) -> list[Row]:
    """Each scenario's transcript and what is wrong with it; what fails is printed at once."""
    run, stage, results = scorer(path), Stage(), []
    for row in rows:
        result = {"group": row["group"], **run.play(stage, row)}
        results.append(result)
        if result["wrong"]:
            print(f"FAIL {row['id']}: " + "; ".join(result["wrong"][:4]), flush=True)
    return results


def main() -> None:
    """Play, print the rate, write the results; exit status 1 where a scenario fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument(
        "--otherwise", type=int, metavar="SEED", help="say the customers' lines in other words and edges"
    )
    options = parser.parse_args()
    rows = scorer(options.scorer).load(options.files)
    if options.otherwise is not None:
        rows = [otherwise(row, options.otherwise) for row in rows]
    shares = [rows[at :: options.jobs] for at in range(options.jobs)]
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        results = [result for share in pool.map(partial(play, options.scorer), shares) for result in share]
    if options.out:
        options.out.write_text(json.dumps(results, indent=1, default=str))
    failed = sum(bool(result["wrong"]) for result in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
