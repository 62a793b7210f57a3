"""What a pure reading returned is remembered inside a block alone, by the words and by nothing that only looks like them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from hibachi.concierge.understanding import cues, dishes, limits, parties, specifics
from hibachi.kit import once
from hibachi.language import diets, numbers, replies, spans
from hibachi.policies.service import DEFAULT_PATH, read_profile

PROFILE = read_profile(DEFAULT_PATH)
TEXTS = (
    "no nuts for us, vegan for two",
    "fifteen no wait sixteen people",
    "and what about parking?",
    "stop",
    "",
    "lobster for 3",
)
READINGS: tuple[Callable[[str], object], ...] = (
    spans.quiet,
    replies.opt_keyword,
    numbers.settled,
    diets.diets,
    specifics.of_clause,
    lambda text: dishes.find(text, PROFILE),
    lambda text: cues.places(cues.TOPICS, text),
    lambda text: limits.limits_of(PROFILE),
    lambda text: parties.bands_of(PROFILE),
)


class Counted:
    """A marked reading that knows how often it was made."""

    def __init__(self) -> None:
        self.made: list[tuple[object, ...]] = []
        self.read = once.only(self._read)

    def _read(self, *given: object, mark: str = "") -> object:
        self.made.append(given)
        return object()


@pytest.mark.parametrize("read", READINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_marked_reading_reads_the_same_remembered_or_not(read: Callable[[str], object], text: str) -> None:
    plain = read(text)
    with once.meanwhile():
        assert read(text) == plain
        assert read(text) == plain
    assert read(text) == plain


def test_outside_a_block_nothing_is_remembered() -> None:
    one = Counted()
    assert one.read("a") is not one.read("a")
    with once.meanwhile():
        first = one.read("a")
        assert one.read("a") is first
    with once.meanwhile():
        assert one.read("a") is not first


def test_other_words_other_names_and_other_things_are_other_readings() -> None:
    one, same, like = Counted(), [1], [1]
    with once.meanwhile():
        readings = [
            one.read("a"),
            one.read("A"),
            one.read("a", mark="x"),
            one.read("a", mark="y"),
            one.read(same),
            one.read(like),
        ]
        assert len(set(map(id, readings))) == len(readings)
        assert one.read(same) is readings[4]


def test_what_is_told_apart_by_identity_lives_as_long_as_it_is_remembered() -> None:
    one = Counted()
    with once.meanwhile():
        seen = {id(one.read([number])) for number in range(100)}
        assert len(one.made) == len(seen) == 100


def test_a_block_inside_a_block_is_the_outer_one() -> None:
    one = Counted()
    with once.meanwhile():
        with once.meanwhile():
            first = one.read("a")
        assert one.read("a") is first


def test_a_reading_that_fails_is_made_again() -> None:
    tries = []

    @once.only
    def fails(text: str) -> str:
        tries.append(text)
        raise ValueError(text)

    with once.meanwhile():
        for _ in range(2):
            with pytest.raises(ValueError, match="a"):
                fails("a")
    assert tries == ["a", "a"]


async def test_two_turns_at_once_share_nothing() -> None:
    one = Counted()

    async def turn() -> object:
        with once.meanwhile():
            first = one.read("a")
            await asyncio.sleep(0)
            assert one.read("a") is first
            return first

    assert len(set(map(id, await asyncio.gather(*(turn() for _ in range(5)))))) == 5


async def test_a_task_of_a_turn_shares_its_memory() -> None:
    one = Counted()

    async def part() -> object:
        return one.read("a")

    with once.meanwhile():
        first, second = await asyncio.gather(part(), part())
        assert first is second


def test_another_thread_remembers_for_itself() -> None:
    one = Counted()
    with once.meanwhile(), ThreadPoolExecutor(1) as pool:
        first = one.read("a")
        assert pool.submit(one.read, "a").result() is not first


def test_a_number_is_not_the_truth_value_that_equals_it() -> None:
    one = Counted()
    with once.meanwhile():
        assert len({id(one.read(value)) for value in (1, True, 1.0)}) == 3
    assert one.made == [(1,), (True,), (1.0,)]
