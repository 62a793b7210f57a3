"""The guests of a message: the row of people that it tells, else whatever each plainer reader finds. Pure."""

from collections import Counter

from hibachi.concierge.understanding import (
    ages_corrected,
    all_of_an_age,
    children_spoken_of,
    comings,
    headcount,
    kids_again,
    kids_joining,
    kids_told,
    named_ages,
    no_toddlers,
    portions_told,
    recount,
    roster_told,
    stories,
    told_by_age,
)
from hibachi.concierge.understanding.parties import Bands, bands_of
from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.concierge.understanding.words import Words
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.roster.words import RELATION
from hibachi.language.spans import Span
from hibachi.policies.schemas import Profile

_ON_TOP = re.compile(r"^\W*(?:(?:oh|ok|okay|yes|yeah|and|also)\W+)*(?:and|plus|also|\+)\b", re.I)
"""Guests who come on top of those named before: "and 2 kids", "plus my 3 cousins"."""


_COMES_TOO = re.compile(
    r"\b(?:is|are|'s|r|will be) (?:also )?(?:coming|joining|tagging)(?: along| in| us)? (?:too|as well|also)\b", re.I
)
_ALL_GROWN = re.compile(
    r"\b(?:all|we'?re all|they'?re all|everyone'?s"
    r"|everybody'?s)(?: (?:are|of us|of them|of us are))? (?:an )?(?:adults?|grown[- ]?ups?"
    r"|over (?:18|21))\b",
    re.I,
)
_YOUNG = re.compile(r"\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|year[- ]?olds?|yo|little ones)\b", re.I)
_ADULTS_IN_ALL = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:adults|grown[- ]?ups) (?:altogether|all together|in (?:all|total)|all told|total)\b"
)
""" "Our family and friends, it will be 18 adults altogether"."""

TWICE = 2


def read(text: str, folded: str, words: Words, dialogue: Dialogue, profile: Profile) -> GuestWords:
    """The guests of a message; girls and boys who are "all adults" are grown; unclear where parts come to no sum."""
    read = _read(text, folded, words, dialogue, profile)
    guests = _not_twice(_whole(_once(read) if words.roster is None else read, folded), folded)
    guests = children_spoken_of.counted_in(_kids_changed(guests, folded, dialogue), folded, dialogue)
    days, hours = [one.span for one in words.days], [one.span for one in words.times.mentions]
    taken = [*words.places.spans, *words.dishes.spans, *days, *hours, *stories.spans(text)]
    guests = _of_the_grown(_one_for_children(guests, folded, dialogue), folded)
    guests = _of_one_age(guests, folded, bands_of(profile))
    guests = _without_portions(guests, folded, words)
    most = profile.booking.guests.max
    if (guests.people or 0) > most and not _COUNTS_PEOPLE.search(folded):
        return GuestWords()  # "can you do 600?"
    if portions_told.are_eaters(guests, folded, words, dialogue) or _are_named_only(guests, folded, dialogue):
        return GuestWords()
    if portions_told.are_portions(guests, folded, words, dialogue):
        return GuestWords()
    guests = _without_the_honoured(_spoken_child(guests, folded, dialogue), folded, bands_of(profile))
    guests = _small_ones_of_them(guests, folded, dialogue)
    guests = no_toddlers.told(_by_their_ages(guests, bands_of(profile)), folded, dialogue, bands_of(profile))
    doubtful = words.roster is None and roster_told.in_doubt(text, guests, dialogue, taken)
    doubtful = doubtful or roster_told.leaves_open(text, guests, dialogue, taken)
    if doubtful and (whole := _ADULTS_IN_ALL.search(folded)) and not (_YOUNG.search(folded) or guests.ages):
        return GuestWords(adults=to_int(whole["n"]))
    if doubtful or roster_told.sum_differs(folded, guests, dialogue):
        return GuestWords(unclear=True)
    young = (guests.children or 0) + (guests.toddlers or 0)
    if not young or guests.ages or not _ALL_GROWN.search(folded) or _YOUNG.search(folded):
        return guests
    return guests.model_copy(
        update={"adults": (guests.adults or 0) + young, "children": None, "toddlers": None, "people": None}
    )


_BUT_ONE = re.compile(
    r"\b(?:except|besides|but|other than|apart from|aside from|only"
    r"|just)(?: (?:for|just|only|maybe|that|then))* (?:my|our|the|his|her|an?|one|two|\d)\b"
)
""" "No kids except my 6 year old"."""


def without_children(guests: GuestWords, folded: str) -> GuestWords:
    """The guests of a message that says "no kids": whose child is only spoken of by an age does not come."""
    if guests.ages_alone and not _BUT_ONE.search(folded):
        return guests.model_copy(update={"children": None, "ages": (), "ages_alone": False, "no_children": True})
    return guests if guests.children else guests.model_copy(update={"no_children": True})


_ALL_SO_OLD = re.compile(
    r"\b(?:they'?re|they are|theyre|all(?: of them)?|both) (?:all |both |only |about |like |around "
    rf"|just )*(?P<age>{NUMBER})\b(?! ?(?:people|adults|guests|kids|of|and|,|pm|am)\b)"
)


def _of_one_age(guests: GuestWords, folded: str, bands: Bands) -> GuestWords:
    """ "3 more friends, they are 14": the age of all who join, and nobody besides."""
    more, told = guests.add.get("unsplit", 0), _ALL_SO_OLD.search(folded)
    if told is None or set(guests.add) != {"unsplit"} or more < 1 or guests.ages != (to_int(told["age"]),):
        return guests
    if guests.adults or guests.people or (guests.children or 0) > 1:
        return guests
    if (band := bands.of(guests.ages[0])) == "adults":
        return GuestWords(add={"unsplit": more})
    return GuestWords(add={band: more}, add_ages=guests.ages * more)


_OF_THEM = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:out )?of (?:them|us|those|these|whom"
    r"|the adults)(?: (?:are|is|being|will be|r|actually|really|just|only))* (?:kids|children|kiddos"
    r"|little ones|boys|girls)\b"
)


_GROWN_COUNT = re.compile(rf"\b{NUMBER} (?:adults?|grown[- ]?ups)\b")


def _of_the_grown(guests: GuestWords, folded: str) -> GuestWords:
    """ "12 adults on March 14, but two of them are kids": the children were counted among the adults."""
    told = _OF_THEM.search(folded)
    if told is None or guests.people is not None or guests.add or not (guests.adults and guests.children):
        return guests
    if any(count.start() > told.start() for count in _GROWN_COUNT.finditer(folded)):
        return guests  # "two of them are kids, so 10 adults and 2 kids": they were taken off already
    if not guests.people_is_total or to_int(told["n"]) != guests.children or guests.children >= guests.adults:
        return guests
    whole = guests.adults + guests.children
    if any(to_int(one["n"]) == whole for one in _GROWN_UPS.finditer(folded)):
        return guests  # "14 adults, but three of those are children, that makes it 11 and 3"
    return guests.model_copy(update={"adults": guests.adults - guests.children, "people_is_total": False})


_GROWN_UPS = re.compile(rf"\b(?P<n>{NUMBER}) (?:adults|grown[- ]?ups|people|guests)\b")


_ONE_AWAY = re.compile(
    r"\b(?:minus|take off|drop|lose|without|remove|subtract|less) (?:my|our"
    rf"|one) (?:[a-z]+ )?(?:{RELATION})\b[^.?!\n]{{0,12}}\b(?:plus|add|bring|and)\b"
)


def _one_for_children(guests: GuestWords, folded: str, dialogue: Dialogue) -> GuestWords:
    """ "Minus my cousin plus his two girls, 6 and 12": one of the grown-ups goes, and children come."""
    counted = dialogue.party.adults or dialogue.party.unsplit
    if not counted or not guests.children or guests.add or not _ONE_AWAY.search(folded):
        return guests
    return GuestWords(add={"unsplit": -1, "children": guests.children}, add_ages=guests.ages)


def _without_portions(guests: GuestWords, folded: str, words: Words) -> GuestWords:
    """ "14 adults with ... for 3": so many of a dish whose name was not understood, beside the grown-ups."""
    few = guests.people
    if not few or few >= (guests.adults or 0) or guests.people_is_total or not words.dishes.mentioned:
        return guests
    bare = (to_int(one["n"]) for one in _FOR_SO_MANY.finditer(folded))
    return guests.model_copy(update={"people": None}) if few in bare else guests


_FOR_SO_MANY = re.compile(
    rf"\bfor (?:the |just |only |about )?(?P<n>{NUMBER})\b(?! (?:more|others?|friends|kids|people who))"
)
_COUNTS_PEOPLE = re.compile(
    r"\b(?:people|ppl|guests?|persons?|adults?|of us|heads|attendees|employees|coming|party of|group of|we|we'?re)\b"
)
_FOR_SOME = re.compile(
    r"\bfor (?:the|my|our|her|his|their) (?:[a-z-]+ ){0,2}(?:couple|parents|grandparents|in-laws"
    r"|newlyweds|bride|groom|boys|girls|ladies|guys|kids|honou?ree|boy|girl)\b"
)


def _are_named_only(guests: GuestWords, folded: str, dialogue: Dialogue) -> bool:
    """ "What can you add for the birthday couple and their parents?": whom something is for, once the guests were counted."""
    counted = dialogue.party.adults or dialogue.party.unsplit
    numbered = re.search(rf"\b{NUMBER}\b", folded) or guests.add or guests.ages
    return bool(counted and guests.stated and "?" in folded and not numbered and _FOR_SOME.search(folded))


_OWN_CHILD = re.compile(
    r"\b(?:my|our|the) (?:little |youngest |oldest |older |younger |baby )?(?:son|daughter|kid|child"
    r"|boy|girl|toddler|baby|nephew|niece|grandson|granddaughter|grandchild|little one)\b"
)


def _spoken_child(guests: GuestWords, folded: str, dialogue: Dialogue) -> GuestWords:
    """ "Ten adults plus my daughter", of whose age the talk was just before: the child that was spoken of."""
    young = (guests.children or 0) + (guests.toddlers or 0)
    if young != 1 or guests.ages or len(dialogue.spoken_ages) != 1 or not _OWN_CHILD.search(folded):
        return guests
    return guests.model_copy(update={"children": 1, "toddlers": None, "ages": dialogue.spoken_ages})


_TURNING = re.compile(
    r"\b(?:my|our|his|her|their) (?:[a-z]+ )?(?:twins|triplets|son|daughter|sons|daughters|boys?"
    r"|girls?|kids?|nephew|niece|grandson|granddaughter|nephews|nieces)\b[^.!?\n]{0,15}\b(?:turn|turns"
    r"|turning|turned|will be|birthday)\b"
)


_TURNS_GROWN = re.compile(
    rf"\b(?:son|daughter|boy|girl|kid|nephew|niece|grandson|granddaughter)(?:'s| is)? (?:turns|turning"
    rf"|will be|turned) (?P<age>{NUMBER})\b"
)


def _without_the_honoured(guests: GuestWords, folded: str, bands: Bands) -> GuestWords:
    """Whoever turns so old is one of the children that are counted, and children among the guests are not all grown."""
    young = (guests.children or 0) + (guests.toddlers or 0)
    more = len(guests.ages) - young
    grown = _TURNS_GROWN.search(folded)
    if young == 1 and guests.adults and not guests.ages and grown and bands.of(to_int(grown["age"]) or 0) == "adults":
        guests = guests.model_copy(update={"children": None, "on_top": False})
    if guests.children and more > 0 and _TURNING.search(folded):
        guests = guests.model_copy(update={"ages": guests.ages[more:]})
    if guests.all_adults and any(bands.of(age) != "adults" for age in guests.ages):
        guests = guests.model_copy(update={"all_adults": False})
    return guests


_KIDS_CHANGED = re.compile(
    r"\b(?P<sign>plus|add(?:ing)?|\+|minus|less|drop(?:ping)?|remov(?:e|ing)|los(?:e|ing)|without"
    r"|take off|subtract)\b(?:(?!\b(?:plus|add|minus|less|drop|remove|so|now|total|make)\b"
    rf"|\+)[^.?!\n])*?\b(?P<n>{NUMBER}) (?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies))\b"
)
""" "Add 2 adults 1 kid", "minus one adult plus two kids"."""


def _kids_changed(guests: GuestWords, folded: str, dialogue: Dialogue) -> GuestWords:
    """Children who are named beside a change of the grown-ups come, or go, with them."""
    counted = dialogue.party.adults or dialogue.party.unsplit
    told = _KIDS_CHANGED.search(folded)
    if not counted or told is None or not guests.add or not guests.children or to_int(told["n"]) != guests.children:
        return guests
    more = told["sign"].startswith(("plus", "add", "+"))
    step = guests.children if more else -guests.children
    ages = guests.ages if more else ()
    return guests.model_copy(
        update={"children": None, "ages": (), "add": {**guests.add, "children": step}, "add_ages": ages}
    )


_COMES_TO = re.compile(
    r"(?:\b(?:so|now|makes|make|leav(?:es|ing)|left with|total(?: of)?|down to|up to|that'?s|thats"
    r"|which is)|=)(?: (?:it'?s|it|us|that'?s|that|is|now|we'?re|we are|just|only|at|with|about"
    rf"|a total of|total))* (?P<n>{NUMBER})\b"
)
""" "18 adults, then 2 dropped out, so 16 now": what all of it comes to."""


_MAKES_ALL = re.compile(
    r"\b(?:that|which|it)(?:'ll| would| will)? (?:makes?|comes? to|adds? up to)(?: us"
    rf"| about)* (?P<n>{NUMBER}) (?:people|of us|in (?:all|total)|total|altogether)\b"
)
""" "... my wife and me, that makes 10 people": whoever of them was read."""


def _whole(guests: GuestWords, folded: str) -> GuestWords:
    """The guests of a text that says what its changes come to, without these changes."""
    told = guests.adults or guests.people
    total = _MAKES_ALL.search(folded)
    number = to_int(total["n"]) if total else None
    young = (guests.children or guests.toddlers or guests.ages) and not _ALL_GROWN.search(folded)
    if number and told and number > told and not young and not guests.add:
        return GuestWords(people=number, all_adults=bool(_ALL_GROWN.search(folded)))
    whole = {to_int(match["n"]) for match in _COMES_TO.finditer(folded)}
    return guests.model_copy(update={"add": {}}) if guests.add and told in whole else guests


def _not_twice(guests: GuestWords, folded: str) -> GuestWords:
    """ "16 adults? 16 not 61", "two kids, 7 and 12. 12 adults and 2 kids": the same ones told once more."""
    if guests.adults and guests.people == guests.adults and re.search(rf"\b{guests.adults},? not \d", folded):
        return guests.model_copy(update={"people": None})
    aged, children = len(guests.ages), guests.children or 0
    told = [to_int(one["n"]) for one in _SO_MANY_KIDS.finditer(folded)]
    beside = re.search(r"(?:\+|\bplus|\band) (?:our|my|his|her|their) ", folded)
    if aged and children == 2 * aged and told == [aged, aged] and not guests.add and not beside:
        return guests.model_copy(update={"children": aged})
    return guests


def _by_their_ages(guests: GuestWords, bands: Bands) -> GuestWords:
    """ "4 little ones: 12, 9, 5 and 3": they are called small, and their ages say who is."""
    small = guests.toddlers or 0
    young = (guests.children or 0) + small
    if not small or guests.add or len(guests.ages) != young:
        return guests
    if sum(bands.of(age) == "toddlers" for age in guests.ages) >= small:
        return guests
    return guests.model_copy(update={"children": young, "toddlers": None})


_OF_WHOM_SMALL = re.compile(
    rf"\b(?P<n>{NUMBER}) of (?:them|those|these|the (?:kids|children|little ones)) (?:are|is|r) (?:only |just |still )?"
    r"(?:toddlers?|bab(?:y|ies)|infants?)\b"
)


def _small_ones_of_them(guests: GuestWords, folded: str, dialogue: Dialogue) -> GuestWords:
    """ "10 adults and 4 kids, 2 of them are toddlers": of the children who are told or were counted, nobody besides."""
    told = _OF_WHOM_SMALL.search(folded)
    number = to_int(told["n"]) if told else None
    young = guests.children if guests.children is not None else dialogue.party.children
    if guests.children and all(to_int(one["n"]) != guests.children for one in _SO_MANY_KIDS.finditer(folded)):
        return guests  # they were taken off already
    if not number or number != guests.toddlers or not young or young < number or guests.add or dialogue.party.toddlers:
        return guests
    ages = guests.ages if len(guests.ages) in (0, young) else ()
    if ages:
        return guests.model_copy(update={"toddlers": None, "people_is_total": False})
    left = {"children": young - number, "toddlers": number, "ages": (), "people_is_total": False}
    return guests.model_copy(update=left)


_SO_MANY_KIDS = re.compile(rf"\b(?P<n>{NUMBER}) (?:kids?|children|kiddos|little ones|boys|girls)\b")


def _once(guests: GuestWords) -> GuestWords:
    """The ages of so many children told twice are theirs once: "two kids, seven and ten. The kids are seven and ten"."""
    told = Counter(guests.ages)
    young = guests.children or 0
    if not young or len(guests.ages) <= young or max(told.values()) < TWICE:
        return guests
    times, rest = divmod(len(guests.ages), young)
    if not rest and not any(count % times for count in told.values()):
        return guests.model_copy(update={"ages": guests.ages[:young]})
    if len(told) != young or len(guests.ages) > TWICE * young:
        return guests
    small = {} if (guests.toddlers or 0) > 1 else {"toddlers": None}  # "and the baby is two ... eight, ten and two"
    return guests.model_copy(update={"ages": tuple(told), **small})


def _read(text: str, folded: str, words: Words, dialogue: Dialogue, profile: Profile) -> GuestWords:
    """The guests of a message: the row of people that it tells, else whatever each reader finds."""
    if _is_why_it_moves(folded, words, dialogue):
        return GuestWords()
    if (grown := _of_the_counted(folded, dialogue)) is not None:
        return GuestWords(adults=grown)
    if (alike := all_of_an_age.find(folded, dialogue, bands_of(profile))) is not None:
        return alike
    if words.roster is not None:
        return roster_told.words(words.roster, dialogue, bands_of(profile))
    if words.first_ages and (not words.guests.stated or _are_of_those(words)):
        return GuestWords(ages=words.first_ages, ages_alone=True)
    if words.corrected.ages:
        return ages_corrected.words(words.corrected, dialogue)
    guests = headcount.of_party(words.guests, bands_of(profile))
    guests = told_by_age.told(named_ages.told(guests, words.named_ages, text), words.listed_ages)
    guests = kids_joining.told(kids_again.told(guests, words.again), words.joining)
    once = blanked(text, [*words.again.spans, *headcount.unborn(text)])
    guests = kids_told.told(
        headcount.of_several_families(guests, folded), blanked(text, headcount.unborn(text)), dialogue, once
    )
    unserved = blanked(folded, list(words.dishes.spans))
    guests = headcount.told_anew(guests, words.recounted, unserved, counted=not recount.uncounted(dialogue))
    on_top = bool(_ON_TOP.match(folded)) and not guests.people_is_total and not words.joining.counted
    young = dialogue.party.children or dialogue.party.toddlers  # "the kids are 6 and 9, coming too": those of before
    counted = not recount.uncounted(dialogue) and not young
    if counted and _COMES_TOO.search(folded) and guests.adults is None and not guests.add:
        told = {"on_top": True, "people": None, "add": {"unsplit": guests.people} if guests.people else {}}
        return guests.model_copy(update=told)
    return guests.model_copy(update={"on_top": guests.on_top or on_top})


_AMONG_THEM = re.compile(
    rf"\b(?:the|those|our|my|these) (?:(?P<n>{NUMBER}) )?(?:kids|children|little ones|boys|girls)(?: are|'re| were)"
    r"(?: already| also| all)? (?:part of|in|included in|among|counted in|inside|within|out of) "
    rf"(?:the |those |that |my |our )(?:{NUMBER}|number|count|total|headcount)\b(?! (?:class|grade|team|yard|house|pool))"
)


def _of_the_counted(folded: str, dialogue: Dialogue) -> int | None:
    """ "The kids are part of the 12": how many grown-ups are left of those to whom the children were added."""
    told, party = _AMONG_THEM.search(folded), dialogue.party
    young = max((party.children or 0) + (party.toddlers or 0), len(party.ages))
    if told is None or not 0 < young < (party.adults or 0) or (told["n"] and to_int(told["n"]) != young):
        return None
    whole = [to_int(number) for number in re.findall(NUMBER, told.group())]
    return (party.adults or 0) - young if party.adults in whole or len(whole) <= bool(told["n"]) else None


def _are_of_those(words: Words) -> bool:
    """ "8, 10 and 14. Does the 14 year old count as a kid?": one of those whose ages were just listed, and nobody else."""
    party = words.guests
    aged = {age for group in party.ages for age in group.each}
    counted = (party.children or 0) + (party.toddlers or 0)
    grown = party.adults is not None or party.people is not None
    return not grown and bool(aged) and aged <= set(words.first_ages) and counted <= len(aged)


def _is_why_it_moves(folded: str, words: Words, dialogue: Dialogue) -> bool:
    """ "My brother can't make it, the 27th then?": another day is asked for because of him, and he is counted in."""
    moved = bool(words.days and dialogue.dates) and not (words.guests.stated or words.recounted)
    away = words.roster is None or words.roster.operation == "remove"
    return moved and away and comings.by_name(folded) < 0


def blanked(text: str, spans: list[Span], mark: str = "#") -> str:
    """The text with these places marked: a telephone number is no number of guests."""
    for span in spans:
        text = text[: span.start] + mark * (span.end - span.start) + text[span.end :]
    return text
