"""Follow-ups to a quote in many wordings, each with what it does to the party that was quoted."""

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Quoted:
    """A party as the first message tells it."""

    adults: int
    ages: tuple[int, ...] = ()
    upgrades: tuple[tuple[str, int], ...] = ()
    addons: tuple[tuple[str, int], ...] = ()


Effect = Callable[[Quoted], Quoted]
TWELVE = Quoted(12)
TWENTY = Quoted(20)
TEN_WITH_KIDS = Quoted(10, (6, 8, 12))
WITH_KIDS = Quoted(14, (6, 7, 9, 11))
WITH_FILET = Quoted(14, (6, 7), (("filet_mignon", 6),))
WITH_LOBSTER = Quoted(12, (), (("lobster_tail", 4),))
WITH_ADDONS = Quoted(11, (), (), (("edamame", 5), ("yakisoba_noodles", 11)))


def more(number: int) -> Effect:
    return lambda party: replace(party, adults=party.adults + number)


def so_many(number: int) -> Effect:
    return lambda party: replace(party, adults=number)


def kids(*ages: int) -> Effect:
    return lambda party: replace(party, ages=party.ages + ages)


def are_kids(*ages: int) -> Effect:
    return lambda party: replace(party, adults=party.adults - len(ages), ages=party.ages + ages)


def no_kids(party: Quoted) -> Quoted:
    return replace(party, ages=())


def lines_of(told: str) -> list[str]:
    """The wordings of an entry: parted by lines and strokes."""
    return [line for row in told.split("\n") for line in row.split("|") if line]


def _with(items: tuple[tuple[str, int], ...], changed: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((key, number) for key, number in {**dict(items), **changed}.items() if number))


def upgrade(**numbers: int) -> Effect:
    return lambda party: replace(party, upgrades=_with(party.upgrades, numbers))


def addon(**numbers: int) -> Effect:
    return lambda party: replace(party, addons=_with(party.addons, numbers))


# fmt: off
FOLLOW_UPS: tuple[tuple[Quoted, Effect, str], ...] = (
    (TWELVE, more(3), """
and for 3 more?|what about 3 more|with 3 more people?|and 3 more adults?|+3|plus 3|3 more are coming, whats the total now
we got 3 more adults|add 3 adults|can you add 3 more people|how much with 3 extra people|so if 3 more come what is it|what if 3 more ppl come
and if three more show up?|wait so if 3 more come its the same money??|3 more grown ups joining, new total?
my brother wants to bring 3 buddies. whats it then|ok so 3 more of us|three more than that?|and with three more guests, what would it be?
if we end up with 3 more adults what does it come to|3 extra, how much|what would 3 more people make it
oh and 3 coworkers are coming too, what's the new price|Could you please update the quote for three additional adults?
if 3 of my cousins join?|how about 3 more|does it change with 3 more?|what does it go up to with 3 more|same with 3 more
same thing but 3 more ppl|so whats the price w 3 more adults
"""),
    (TWELVE, more(1), """
one more person|what about one more|and one more?|add one more adult|plus 1|my sister in law is coming too so one more
and if my boss comes too?
"""),
    (TWELVE, more(-2), """
2 less|two less|minus 2|and without 2 of them?|2 dropped out|two flaked, so whats it now|2 people cant make it|take 2 off|what if 2 fewer
and for 2 fewer?|two fewer adults|if two cancel?|what if 2 dont show up|2 of them bailed, new total?|what about 2 less people|drop two
if 2 of us cant come how much|minus two people what is it|my parents can't come, so 2 less|hm if two drop out does it get cheaper
so with two less its?|and if 2 people back out?
"""),
    (TWELVE, so_many(23), """
no sry 23|so 23 then|make it 23|make it an even 23|actually 23|23 not 12|we're 23 now|what about 23|and for 23?|how about 23 people
23 instead|if it was 23?|ok what if were 23|scratch that, 23|sorry i meant 23|oops 23 adults|23 adults instead of 12|lets say 23|and 23?
how much for 23 then|ok 23 it is|hmm more like 23|final count 23|what would 23 be|and at 23 people?|change that to 23|turns out we're 23
ok bump it to 23|23 ppl total now|could you redo that for 23 adults|what's it for 23|and say 23?|ok so twenty three then
"""),
    (TWELVE, so_many(10), """
so 10 then|ok just 10|only 10|just 10 of us|make it 10|and for 10?|10 instead|no sorry 10|cut it down to 10|what if only 10 come
if only ten of us make it?|and if its only 10|what about 10 people
"""),
    (TWELVE, so_many(30), """
make it an even thirty|make it thirty|let's round up to 30|round it up to 30|an even 30 then|call it 30
"""),
    (TWELVE, kids(7, 9), """
and 2 kids, 7 and 9?|plus 2 kids ages 7 and 9|add two kids (7 and 9)|what if we bring 2 kids, 7 and 9|and with 2 kids 7 & 9?
oh and two children, they're 7 and 9|my nephews 7 and 9 are coming too|with my two boys (7, 9) on top?|my sister brings her two, 7 and 9
2 kids on top of that, 7 and 9|and if my two nieces come, 7 and 9|how much if 2 kids join (7 and 9)
"""),
    (WITH_KIDS, kids(7, 9), """
and 2 more kids, 7 and 9?|plus 2 more kids ages 7 and 9|add two more kids (7 and 9)|and if two more kids come, 7 and 9?|2 more kids 7 & 9
another 2 kids, 7 and 9|what if 2 more children come, ages 7 and 9
"""),
    (TWELVE, kids(9), """
and a 9 year old?|plus one 9 yr old|add a 9 year old|and my 9 year old|what if I bring my 9 year old|my 9 yo is coming too|and one kid, 9
"""),
    (WITH_KIDS, no_kids, """
And if the kids stay with grandma that night?|and without the kids?|no kids then|if the kids stay home?|kids stay home
what if we leave the kids home|what if the kids don't come|adults only then|just the adults?|and just the grownups|and if its only the adults
what would it be adults only|without kids|minus the kids|kids aren't coming after all|what about without the little ones
if we get a sitter for the kids?|suppose the kids go to a sleepover instead|how much w/o the kids|what if we skip the kids|take the kids off
drop the kids|and if my kids stay at their dads|so if the kids are not there
What would it come to if the children stayed with their grandparents?|hm and with no kids|what if none of the kids come|scratch the kids
let's do it without the kids
"""),
    (WITH_FILET, no_kids, """
And if the kids stay with grandma that night?|and without the kids?|no kids then|if the kids stay home?|just the adults?|minus the kids
"""),
    (TWELVE, are_kids(6, 10), """
two of them are kids, 6 and 10|2 of those are kids, 6 and 10|actually 2 of the 12 are kids (6 and 10)
oh two of those 12 are my nephews, 6 and 10|and if two of them are kids, 6 and 10?|2 of us are kids btw, 6 and 10
what if two of the 12 are kids 6 and 10|i forgot, two of them are 6 and 10|two of the adults are actually kids, 6 and 10
wait 2 of the 12 are children ages 6 and 10|hm ok and if two of those 12 are my nephews, 6 and 10
"""),
    (TWELVE, are_kids(9), """
one of them is 9|one of those is a kid, 9|actually one of the 12 is 9 years old|one of us is only 9|and if one of them is my 9 year old?
"""),
    (WITH_KIDS, upgrade(filet_mignon=14), """
same but filet for the adults|same but with filet for all the adults|filet for all adults|and with filet for the grown ups?
what if the adults get filet|what if all 14 adults get filet|the adults want filet|filet mignon for every adult
and if the grownups had filet?|What would be the amount for the same, but with filet mignon for all the adults?|all the adults with filet
filet for us adults|filet just for the adults|what about filet for the 14 adults|how much if only the adults get filet
if the 14 of us grown ups got filet, does that change the total?|same party, filet for the adults|upgrade the adults to filet
can the adults get filet, whats it then
"""),
    (WITH_KIDS, upgrade(filet_mignon=18), """
same but filet for everyone|filet for everybody|what if everyone gets filet|and with filet for all of us?|filet for all 18
upgrade everyone to filet|everybody filet|and filet all around?
"""),
    (WITH_KIDS, upgrade(filet_mignon=4), """
filet for the kids|what if the kids get filet|the kids want filet too|and filet for the 4 kids?|filet just for the children
"""),
    (TWELVE, upgrade(filet_mignon=8), """
filet for the 8 parents|ok filet for the 8 parents|ooh ok filet for the 8 parents + aunties|filet for 8|and with filet for 8 of us?
filet for 8 of them|what if 8 of us get filet|8 of them want filet|8 filet|8 filets please|with 8 filet?|add 8 filet|make it filet for 8
and 8 with filet mignon|what if my 8 uncles had filet|8 of the guys want filet|upgrade 8 people to filet|filet for 8 ppl, new total?
and if 8 of the adults take filet
"""),
    (TWELVE, upgrade(lobster_tail=2), """
could just mom and dad have the lobster|lobster for my parents|lobster for mom and dad|lobster just for the bride and groom
lobster for the two of us|lobster for my wife and me|lobster for me and my husband|what if my parents get lobster|and lobster for the couple
lobster for both grandparents
"""),
    (TWELVE, upgrade(lobster_tail=1), """
lobster for the birthday girl|lobster for my dad|one lobster|lobster just for me|what if my mom gets lobster|and lobster for the groom
lobster for one person
"""),
    (TWELVE, upgrade(filet_mignon=6), """
filet for half of them|half of them filet|half of us want filet|what if half get filet|filet for half the group|half filet
"""),
    (WITH_LOBSTER, upgrade(lobster_tail=6), """
2 more lobster|two more lobsters|add 2 more lobster|and 2 more with lobster|2 more lobster tails please
"""),
    (WITH_LOBSTER, upgrade(lobster_tail=3), """
one less lobster|1 less lobster|one fewer lobster|take one lobster off|minus one lobster|drop one lobster
"""),
    (WITH_LOBSTER, upgrade(lobster_tail=2), """
just 2 lobster|lobster for 2 only|only 2 lobsters|make it 2 lobster|lobster for just 2|lobster for 2 instead of 4
actually only 2 lobster tails|change the lobster to 2
"""),
    (WITH_LOBSTER, upgrade(lobster_tail=0), """
ok without the upgrade|without the upgrade|without the lobster|no lobster|take the lobster off|drop the lobster|skip the lobster
and without lobster?|ok no lobster then|leave out the lobster|what if we skip the lobster|minus the lobster|how much without lobster
lose the lobster|forget the lobster|without upgrades|no upgrades then|remove the lobster please|scratch the lobster|take off the upgrade
nvm the lobster|and if nobody gets lobster|what's it without the lobster tails|just the regular then, no upgrades|cancel the lobster
ok lets not do the lobster
"""),
    (WITH_LOBSTER, upgrade(lobster_tail=0, scallops=4), """
instead of lobster scallops|scallops instead of lobster|scallops instead|make it scallops instead|swap the lobster for scallops
change lobster to scallops|what if its scallops instead of lobster|same but scallops|same but with scallops instead
and with scallops instead of the lobster?|switch to scallops|rather scallops than lobster|scallops rather than lobster
replace the lobster with scallops|not lobster, scallops
"""),
    (WITH_ADDONS, addon(edamame=0), """
take the edamame off|no edamame|drop the edamame|without edamame?|skip the edamame|leave the edamame out|remove the edamame|minus the edamame
and without the edamame|lose the edamame|forget the edamame|nix the edamame|edamame off please|ok no edamame then|we dont need the edamame
scrap the edamame|edamame can go|cancel the edamame|what if we skip the edamame|the edamame can come off
"""),
    (TWELVE, addon(edamame=3), """
add 3 edamame|and 3 edamame?|plus 3 edamame|with 3 orders of edamame|3 edamame on top|what if we add 3 edamame|same plus 3 edamame
and 3 orders of edamame, whats it then|and if we want 3 edamame with it
"""),
    (TWELVE, addon(yakisoba_noodles=12), """
noodles for everyone|add noodles for everybody|and with noodles for all of us?|noodles for all 12
"""),
    (TWENTY, more(4), """
ok we've got 4 more now|4 additional guests, updated price please?|we may have 4 extra. total?|and what would 4 more adults run us
sooo 4 more people said yes|my cousins want in, so 4 more|could we squeeze in 4 more? whats the price then|+ 4 ppl
say 4 more show up, what then|4 more pls|make that 4 more|how about if another 4 join us|and another four?
we need to add four more adults to that|if four more of my coworkers come along what's it
"""),
    (TWENTY, more(-3), """
3 fewer actually|we lost 3|3 of us are out|take three people off|3 can't come anymore|subtract 3|if three people bail what is it
whats it if 3 dont come|three ppl less|3 less people, new price?|so minus 3
"""),
    (TWENTY, so_many(16), """
16 now|wait no 16|it'll be 16 actually|correction: 16|actually we're only 16|16 not 20|i miscounted, its 16|sorry, 16 people|we're down to 16
only 16 of us|ok for 16 then|16 in total
"""),
    (TEN_WITH_KIDS, no_kids, """
what about no kids|and kid free?|if its adults only?|kids are out|the kids won't be there|turns out the kids aren't coming
what if the children don't join|just grown ups then|how much is it for only the adults|the kids will stay with a babysitter
let's leave the kids out of it|without the 3 kids?
"""),
    (TEN_WITH_KIDS, upgrade(filet_mignon=10), """
can all the grownups upgrade to filet|adults get filet|what if we do filet for the 10 adults
and filet mignon for all of the adults, kids regular|filet for the adults only pls|so filet for each adult
"""),
    (TWENTY, upgrade(scallops=5), """
5 scallops|and 5 of us want scallops|scallops for five people pls|make 5 of those scallops|put 5 down for scallops
5 people would like scallops|can 5 of us get scallops|add scallops for 5
"""),
    (WITH_LOBSTER, upgrade(lobster_tail=0), """
hmm no lobster after all|we'll pass on the lobster|skip lobster|i changed my mind, no lobster|let's drop the lobster tails
can you take off the lobster|whats the price if we dont get lobster|nah forget the lobster|and w/o the lobster tail?
"""),
    (WITH_LOBSTER, upgrade(lobster_tail=0, filet_mignon=4), """
can we do filet instead of the lobster|what if its filet not lobster|change the lobster to filet|filet mignon instead of lobster for those 4
make those filet|swap lobster w filet
"""),
    (TWENTY, are_kids(7, 9), """
oh 2 of the 20 are kids, 7 and 9|2 of those 20 are kids btw (7 & 9)|does it change if two of them are kids, ages 7 and 9
two of us are actually children: 7 and 9|forgot to say 2 of them are 7 and 9
"""),
)
"""A party, what each of the lines makes of it, and the lines."""
ASKED: tuple[tuple[str, str], ...] = (
    ("$55", """
per head?|whats that per person|so per person?|how much a head|what is it each|each?|what does that come to per adult
so how much is everyone paying|if we split it how much each|and per person that's?|divided by all of us?
"""),
    ("$560", """
so what's left after the deposit?|what do i owe after the deposit|and the balance?|after the 100 down whats left|whats the rest
how much is left to pay on the day|minus deposit?|and whats due at the party then|so after deposit?|remaining balance?
what would be left to pay|and the remainder is
"""),
    ("$100", """
k and deposit stays same right|deposit still 100?|and what do I pay upfront on that|how much up front|does the deposit change
is the deposit the same|and deposit?|whats the deposit on that|what do i pay now|how much do i need to put down|how much down
"""),
    ("$660", """
so 660 all in?|660 total right?|thats 660 all in, no travel?|so the total is 660?|and that's everything, 660?|so 660 flat
no other fees? just 660|total again?|whats the total again|so what's the total|remind me what the total was|is that the total|all in?
"""),
)
"""Of twelve adults: the amount that answers each of the lines."""
# fmt: on
