"""CNV-13: a long thread stays below what a model may read, and what it told of the party is still known."""

import pytest

from hibachi.concierge.agents import prompts
from hibachi.concierge.agents.history import LONGEST_LINE, MOST_LETTERS, MOST_LINES, earlier_messages
from hibachi.concierge.turn import Line
from hibachi.kit.clock import SettableClock
from tests.concierge.bench import bench_on


@pytest.mark.anyio
async def test_a_long_thread_stays_below_the_window_and_keeps_what_was_told(
    database_url: str, clock: SettableClock
) -> None:
    async with bench_on(database_url, clock) as bench:
        turn = bench.turn
        turn.dialogue = turn.dialogue.model_copy(update={"zip": "94539", "name": "Dana Ruiz", "dietary": ("no nuts",)})
        newest = turn.lines[-len(turn.new) :]
        turn.lines = [Line("customer", f"{number}: {'x' * 3000}", turn.now) for number in range(100)] + newest
        read = [part.content for message in earlier_messages(turn) for part in message.parts]
        assert sum(len(text) for text in read) <= MOST_LETTERS
        assert [text.split(":")[0] for text in read] == [str(number) for number in range(100 - len(read), 100)]
        turn.lines = [Line("customer", "y" * 50_000, turn.now)] + newest
        assert [len(part.content) for message in earlier_messages(turn) for part in message.parts] == [LONGEST_LINE]
        turn.lines = [Line("human", str(number), turn.now) for number in range(100)] + newest
        assert len(earlier_messages(turn)) == MOST_LINES
        for told in ("Dana Ruiz", "94539", "no nuts"):
            assert told in prompts.instructions(turn).rsplit("Told by the customer so far", 1)[1]
