"""Only what is nothing but a follow-up is read as one; facts, days, hours, diets and deeds are other readers'."""

import pytest

from hibachi.concierge.understanding.following import reading
from hibachi.concierge.understanding.following.schemas import Dish, Heads, NoChildren, Recast

NONE = """march 5 at 6|6pm works|is gratuity included|can you come at 3|do you have 2 chefs|my name is Ann|yes|no|ok thanks|how long does it take
sat the 12th|what's included|do kids get their own menu|are there vegetarian options for 2 people|2 people are vegetarian|one is allergic to nuts
can i pay the deposit later|is the deposit refundable|when is the balance due|how do I pay the deposit|what if it rains|what if we cancel
if I cancel do I get the deposit back|do you bring tables|can we have 3 proteins each|do the kids get @0 too|is @0 fresh|how much is @0|book it
10 or 12 people|we need 2 more hours|12|the 12th|noon|3|two of the kids have nut allergies|one less thing to worry about|add 3 orders
what about the deposit if we cancel|can we change the number later|when do you need the final number|what if more people come|how much is a kid
how much is the travel fee|is there a minimum|does @0 cost extra|do we each get two proteins|what does each person get|so 55 a head for kids
what proteins can we choose|can you do 7|how about sunday|one more question|is @0 an upgrade|the kids love @0|is @0 included|make it 6|make it 6pm
i'm paying for 4 people who aren't even coming|would it be cheaper with 10?|the @0 one please|ok the one with @0|cancel it|forget it|leave it
is it less for kids|do kids pay less|who pays the deposit|what is the deposit for|can two people share one|6 and 10|the kids are 6 and 10
is that per person or for everybody?|is the tip included in this total?|what is that 108 about|18 including kids|what if someone cancels"""


@pytest.mark.parametrize("line", [line for row in NONE.split("\n") for line in row.split("|")])
def test_what_is_no_follow_up_is_left_to_others(line: str) -> None:
    assert reading.read(line.lower(), ["lobster_tail"]) is None


@pytest.mark.parametrize(
    ("line", "delta"),
    [
        ("and for 3 more?", Heads("add", 3, "people", named=False)), ("two flaked already lol", Heads("remove", 2, "people")),
        ("plus 2 more kids, 7 and 9", Heads("add", 2, "children", (7, 9))), ("if the kids stay with grandma that night?", NoChildren()),
        ("hm ok and if two of those 3 are my nephews, 6 and 10", Recast(2, (6, 10))), ("take the @0 off", Dish("lobster_tail", "off")),
        ("ooh ok @0 for the 8 parents + aunties", Dish("lobster_tail", "set", 8)), ("could just mom and dad have the @0", Dish("lobster_tail", "set", 2)),
        ("same but @0 for the adults", Dish("lobster_tail", "set", None, "adults")), ("without the upgrade", Dish(None, "off")),
    ],
)  # fmt: skip
def test_a_follow_up_is_one_typed_change(line: str, delta: object) -> None:
    follow = reading.read(line, ["lobster_tail"])
    assert follow is not None and follow.deltas == (delta,)
