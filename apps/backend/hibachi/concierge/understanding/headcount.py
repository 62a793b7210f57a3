"""Which people of a message count: guests of the party, not those who are only spoken of; ages in a row; a dish for all."""

from dataclasses import replace

from hibachi.concierge.understanding import comings, joined_ages, no_heads, occasions, questions, tastes
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, GuestWords, ItemWords
from hibachi.kit import lazy_re as re
from hibachi.language.amounts import marked_spans
from hibachi.language.date_words import MONTH
from hibachi.language.day_names import WEEKDAY
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import OLDEST_CHILD, Ages, Headcount, Party
from hibachi.language.small_numbers import ONE_TO_NINE
from hibachi.language.spans import Span, fold, span_of
from hibachi.policies.schemas import Profile

_EVERYONE = re.compile(
    r"\b(?:everybody|everyone|every guest|all of (?:us|them)|all \d{1,2}(?: of (?:us|them))?"
    r"|all [a-z]+ of (?:us|them)|we all|they all|the whole (?:group|party))\b[^.?!\n]{0,20}\b(?:had"
    r"|has|have|got|gets?|takes?|took|did|does?|do|went|goes|wants?|wanted|upgraded?)\b",
    re.I,
)
_WITHOUT_KIDS = re.compile(
    r"\b(?:scratch|forget|drop|skip|remove|cancel|lose) (?:the|our|my|all the|all) (?:kids|children)\b(?! (?:menu|meals?|price|table|and|who|under|of)\b)"
    r"|\b(?:take|leave) (?:the|our|my) (?:kids|children) (?:off|out)\b|"
    r"\b(?:without|minus|leave out|not counting|no|zero|0) (?:the |my |our |any )?(?:kids|kiddos"
    r"|children)\b(?! (?:under|below|younger))"
    r"|\b(?:with |for )?(?:only|just) (?:the|us) (?:\w+ )?(?:adults|grown[- ]?ups)\b"
    r"|\b(?:kids|children)(?: (?:all|both|will|would|might|are|were|be))* (?:stay|staying|stayed|sleep"
    r"|sleeping) (?:(?:at )?home\b|(?:over )?(?:with"
    r"|at) (?:(?:my|our|the|a|their|his|her) )?(?:grand\w*|nana|granny|mom|mum|parents|in-?laws|sister"
    r"|brother|aunt\w*|uncle|friends?|neighbou?rs?|baby ?sitter|sitter|nanny)\b)"
    r"|(?<!of )\b(?:the|our|my) (?:kids|children) (?:won'?t|will not|can'?t|cannot|are not|aren'?t"
    r"|don'?t|do not) (?:be )?(?:com(?:e|ing)|mak(?:e|ing) it|join(?:ing)?|there|attend(?:ing)?)\b",
    re.I,
)
_ONE = re.compile(
    r"\b(?:one|1|a|an|any|each|every|some) (?:of (?:us|them|my|our|the) ?)?(?:\w+ )?(?:guests?|person"
    r"|kid|child|adult|friend|girl|guy|lady|man|woman)\b|\bone of (?:us|them|my|our)\b",
    re.I,
)
_PARTY_PRICE = re.compile(
    r"\b(?:how much|price|cost|total|quote)\b[^.?!\n]{0,20}\bfor (?:just |only )?(?:one|1|a|an)\b"
    r"|\bfor just (?:one|1|me)\b",
    re.I,
)
_NUMBERS = re.compile(r"\W*\d{1,2}(?:(?:\W+|\W+and\W+)\d{1,2})+\W*(?:years? old|yrs?|yo)?\W*", re.I)


def everyone(text: str) -> list[Span]:
    """Where a text says that all do the same: "all 9 do" is no number of guests and no day."""
    return [Span(*match.span(), match.group()) for match in _EVERYONE.finditer(fold(text))]


_COUNTED = re.compile(rf"\b{NUMBER}\b")


def the_same_ones(text: str, uncounted: bool) -> list[Span]:
    """Who only does the same as all; "all 10 of us get lobster" counts the guests where nobody counted them before."""
    return [span for span in everyone(text) if not (uncounted and _COUNTED.search(span.text))]


_IN_PLACE_OF = re.compile(
    r"\b(?:instead of|rather than|not(?: the)?|(?:up|down) from|no longer) (?:the |our |just "
    rf"|only )?(?:{NUMBER}) (?:adults?|people|ppl|guests?|persons?|grown[- ]?ups|of us|kids"
    r"|children)\b"
)


_PEOPLE_BEFORE = re.compile(
    rf"\b(?:{NUMBER}) (?:adults?|people|ppl|guests?|persons?|grown[- ]?ups|of us|kids|children)\b"
)


def in_place_of(text: str) -> list[Span]:
    """Where a text says how many it was before, once it has said how many it is: "12 adults and 2 kids instead of 14 adults"."""
    folded = fold(text)
    found = [Span(*match.span(), match.group()) for match in _IN_PLACE_OF.finditer(folded)]
    return [span for span in found if _PEOPLE_BEFORE.search(folded[: span.start])]


_AGE = rf"(?!\d{{3}})(?:{NUMBER})"
_AGES_TOLD = re.compile(
    r"\b(?:(?:grand ?)?(?:kids|children|sons|daughters)|boys|girls|nephews|nieces|little ones"
    r"|ages)(?:'re| are| r| is|:| who are| of| at|,| -)?(?: aged?| all| now| like| uh+"
    rf"| um+)* (?P<list>{NUMBER}(?:(?:,? and |, ?| ?& ?| ){_AGE}){{1,9}})\b"
    rf"|\b(?:ages?|aged):? (?P<aged>{NUMBER}(?:(?:,? and |, ?| ?& ?){_AGE}){{1,9}})(?! ?(?:adults"
    r"|people|guests|of us))\b"
    rf"|\((?:ages?:? |aged )?(?P<inside>{NUMBER}(?:(?:,? and |, ?| ?& ?| ){_AGE}){{1,9}})\)"
)


def ages_told(text: str) -> list[Span]:
    """Where the ages of children stand in a row: "the grandchildren are two four seven and twelve" spells no ZIP code."""
    folded = fold(text)
    found = [match for match in _AGES_TOLD.finditer(folded) if not _spells_a_zip(match, folded)]
    return [
        span_of(text, *match.span("list" if match["list"] else "aged" if match["aged"] else "inside"))
        for match in found
    ]


_COUNT_BEFORE = re.compile(rf"\b(?P<n>no|{NUMBER}) (?:\w+ )?$")
ZIP_DIGITS = 5


def _spells_a_zip(row: re.Match[str], folded: str) -> bool:
    """Whether five digits after a group of another size are no ages: "no kids nine four five three eight"."""
    digits = re.findall(NUMBER, row["list"] or "")
    if len(digits) != ZIP_DIGITS or any((to_int(one) or 0) > 9 for one in digits):
        return False
    before = _COUNT_BEFORE.search(folded[: row.start()])
    return before is not None and to_int(before["n"]) != ZIP_DIGITS


_PAID_FOR = re.compile(
    r"\b(?:pay|pays|paying|paid|charged?|charging|billed|billing)(?: us| me)? for (?:the price of "
    rf"|like )?(?:{NUMBER})(?: (?:people|ppl|guests?|adults?|persons?|heads))?\b(?=[^.?!\n]*\b(?:when"
    r"|though|tho|although|while|but|if (?:we'?re|we are|it'?s|there|only|just)|since|only|just"
    r"|instead)\b)"
)
_QUOTED_ELSEWHERE = re.compile(
    r"\b(?:quotes?|quoted|offer|offered|price|bid|estimate|charge[sd]?)\b[^.?!\n]{0,20}?\b(?:for|of|at"
    r"|me|us|is|was|got) \$?\d{2,5}\b(?=[^.?!\n]{0,20}\b(?:from|by|with|elsewhere|somewhere) ?(?:some"
    r"|an?other|a different|the other|your competit|them\b|him\b|her\b|$|[.!?\n]))"
)


_STILL_COSTS = re.compile(
    r"\b(?:it|that|this|price|total|cost|same|minimum|we|pay)(?:'s"
    r"|s)?(?: (?:is|be|stays?|remains?|would|will|still|only|just|about|the|same|now|at|pay"
    r"|all))* \$?\d{3,4}\b(?! ?(?:people|ppl|guests?|adults?|persons?|of us|kids|pm|am"
    r"|[a-z]+ (?:people|guests)))"
)
""" "So it's still 550?": a price that was told, once a party has one."""


_YOUNG_ONES = r"(?:kids|children|boys|girls|nephews|nieces|cousins|little ones|teens|grand ?(?:kids|children))"
_MIGHT = (
    r"(?: (?:also|maybe|probably))* (?:might|may|could)(?: (?:also|still|maybe))* (?:come|join|show up"
    r"|be there|make it|drop by|stop by)"
)
_UNSURE = re.compile(
    rf"\b(?:{NUMBER}) of (?:the|my|our|those|these) {_YOUNG_ONES}{_MIGHT}"
    rf"|\b(?:my|our|his|her|their) (?:{NUMBER}) (?:\w+ )?{_YOUNG_ONES}{_MIGHT}"
)
""" "Two of the kids might come later", "my two nephews might come too": who is not sure is not counted in place of the others."""
_OF_AN_UPGRADE = re.compile(
    rf"\b(?:upgrades?|add-?ons?)\b(?: (?:price|cost|costs|total))? for (?:{NUMBER}) (?:people|ppl"
    r"|guests|persons|of us)\b"
)


def _beside_the_party(folded: str, dialogue: Dialogue) -> list[re.Match[str]]:
    """Numbers of guests, once the party was counted, that only tell who may come or for how many a dish is asked."""
    counted = bool(dialogue.party.adults or dialogue.party.unsplit)
    found = [*_UNSURE.finditer(folded), *_OF_AN_UPGRADE.finditer(folded), *no_heads.room_for(folded)]
    without = [f"{folded[: match.start()]} # {folded[match.end() :]}" for match in found]
    return [match for match, rest in zip(found, without, strict=True) if counted or _PEOPLE_BEFORE.search(rest)]


_ONE_THING = re.compile(
    r"(?<!twenty )(?<!twenty-)(?<!thirty )\b(?:the|that|this|(?<!of )which|last|first|second|third"
    r"|fourth|next|other|big|bigger|biggest|smaller|cheaper|cheapest|earlier|later|latest|only|same"
    r"|new|old|good|nice|best|better|another|whichever|any|either)"
    r" one\b(?! (?:\w+ )?(?:adults?|kids?|child|person|guests?|teen|toddler|baby)\b)"
    r"|\bone (?:things?|questions?|quick|moment|sec|second|minute|day|time|week"
    r"|more (?:thing|question|time|day|quick|change)"
    r"|of (?:the|those|these|your) (?!is\b|are\b|kids|guests|adults|people|us|children|girls"
    r"|boys)\w+)\b"
)
""" "Let's do the last one", "one more thing": a thing that is counted, nobody."""
_PAID = re.compile(
    r"\b(?:pay|paying|paid|cover|owe)(?: (?:you|for|the|that|those|about|a|full|whole"
    r"|flat))* \$?\d{2,5}\b(?! ?(?:people|ppl|guests?|adults?|persons?|kids|of us|heads))"
)
""" "It's ok, I pay the 200"."""


_BIRTHDAY_OF = re.compile(
    r"\b(?:the|our|my|their|his|her) (?:twins|triplets|kids|boys|girls|sons"
    r"|daughters)['\u2019]? (?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|eleventh|twelfth) (?:birthday|bday|b-day)"
)
_TURNING = re.compile(
    r"\b(?:our|my|their|his|her) (?:twins|triplets|girls|boys|sons"
    r"|daughters)(?: (?:are|r|will be|both|all|just))* (?:turn(?:s|ing|ed)?|becom\w+|gonna be"
    rf"|going to be|will be) (?:{NUMBER})(?: and (?:{NUMBER}))?\b(?! (?:kids|adults|people))"
)
""" "My twins turn 9! It's 12 kids": whose birthday it is, where all the children are counted beside."""
_YOUNG_COUNTED = re.compile(
    r"\b(?:it'?s|it is|it will be|it'?ll be|there'?s|there are|there will be|we'?re|we are|we'?ll be"
    rf"|we'?d have|total of|have|having) (?:a total of |about |like )?(?:{NUMBER}) (?:kids|children)\b"
)
""" "The triplets' 9th birthday": why there is a party; who comes is told beside it."""
_UNBORN = re.compile(
    r"\bpregnant\b[^.?!\n]{0,25}\b(?:the|a|our|her|his) (?:baby|bump|little one)\b"
    r"|\b(?:expecting|pregnant with|due with|about to have"
    r"|having) (?:(?:a|an|our|my|her|their|another|the|second|third|first|little|new) )*(?:baby|babies"
    r"|twins|child|kid|boy|girl|little one)\b(?! (?:chair|seat)| ?\("
    r"|,? (?:who|ages?|aged|and|plus|of|\d)\b)(?: number \w+)?(?: in \w+| any day| soon)?"
    r"|\b(?:unborn|future) (?:baby|babies|child|twins)\b"
    r"|\b(?:(?:and|plus|with) )?(?:(?:a|an|our|my|her|their|another|the) )?(?:(?:new|little|third"
    r"|second|first) )*(?:baby|babies|one|bun|twins) (?:(?:that'?s|that is|is|who is) )?(?:on the way"
    r"|in the oven|due(?: (?:in|on|next|any|this|late|early) \w+)?)(?! to)\b",
    re.I,
)
""" "We're expecting a baby in June": nobody who comes yet."""


def unborn(text: str) -> list[Span]:
    """Where a text tells of a baby that is not born yet."""
    return [span_of(text, *match.span()) for match in _UNBORN.finditer(fold(text))]


_WHO_EAT = re.compile(
    rf"\bfor (?:the |our |my |about |like )*{NUMBER} (?:of (?:us|them)|people|ppl|guests?|persons?"
    r"|adults?|kids?|friends?)(?:,)? who(?: (?:is|are|'re|'s|has|have|can|can'?t|cannot|do(?:es)?n'?t"
    r"|eat|want|don'?t|need)|'s|'re)\b"
)
""" "Skip the rice for 2 people who are keto": some of the guests, by what they eat."""


def no_guests(text: str, dialogue: Dialogue) -> list[Span]:
    """Numbers that count nobody: what is paid for though fewer come ("paying for 10 when we're 6"), a price, ours or another's."""
    folded = fold(text)
    patterns = [
        _PAID_FOR,
        _QUOTED_ELSEWHERE,
        _ONE_THING,
        _PAID,
        _UNBORN,
        _BIRTHDAY_OF,
        *([_TURNING] if _YOUNG_COUNTED.search(folded) else []),
        _WHO_EAT,
    ] + [_STILL_COSTS] * dialogue.quoted
    matches = [match for pattern in patterns for match in pattern.finditer(folded)]
    found = [span_of(text, *match.span()) for match in (*matches, *_beside_the_party(folded, dialogue))]
    return [*found, *marked_spans(text), *no_heads.spans(text, dialogue)]


_ADULTS = re.compile(rf"\b(?P<n>{NUMBER}) (?:adults?|adlts|grown[- ]?ups)\b")
_FAMILIES = re.compile(
    r"\b(?:families|households|couples|(?:their|our|my|the other|second|first|one) family|each family)\b"
)
_VERSIONS = re.compile(r"\b(?:two|2|both|three|3) (?:options|versions|variants|quotes|prices|scenarios|offers)\b")


def of_several_families(guests: GuestWords, folded: str) -> GuestWords:
    """Grown-ups told family by family add up; told once for each version of a price they are the same ones."""
    told = [to_int(match["n"]) or 0 for match in _ADULTS.finditer(folded)]
    if len(told) < 2 or guests.adults is None:
        return guests
    if _VERSIONS.search(folded) and len(set(told)) == 1:
        return guests.model_copy(update={"adults": told[0]})
    if _FAMILIES.search(folded) and guests.adults in told:
        return guests.model_copy(update={"adults": sum(told)})
    return guests


def left_out(text: str) -> list[Span]:
    """Where a text leaves the children out."""
    return [Span(*match.span(), match.group()) for match in _WITHOUT_KIDS.finditer(fold(text))]


def without_kids(folded: str) -> bool:
    """Whether the children are left out."""
    return bool(_WITHOUT_KIDS.search(folded))


def dish_for_all(
    folded: str, mentioned: tuple[str, ...], profile: Profile, dialogue: Dialogue
) -> tuple[ItemWords, ...]:
    """ "What if everybody had the filet", "and if all 9 do?": an upgrade for all, also when it is only supposed."""
    if not _EVERYONE.search(folded):
        return ()
    upgrades = (
        list(dialogue.party.upgrades)
        if not mentioned and len(dialogue.party.upgrades) == 1
        else [key for key in mentioned if key in profile.menu.upgrades_per_person]
    )
    return tuple(ItemWords(key=key, role="upgrade", share="all") for key in upgrades[:1])


_DAY_TOLD = re.compile(rf"\b(?:{MONTH}|{WEEKDAY})\b(?![^.?!\n]*\b(?:years?|yo|old|ages?)\b)", re.I)
"""A day with its name is no age, though ages are waited for."""


_AN_HOUR = re.compile(
    r"\W*(?:at |yes,? |ok,? )?\d{1,2}(?: (?:works|is (?:good|fine|ok|perfect|best)|sounds good"
    r"|would be (?:great|good|best|perfect)|please|pls|it is|then|o'?clock)\b.*)",
    re.I,
)
""" "6 works": a start of ours, no age."""


def awaits_ages(text: str, dialogue: Dialogue) -> bool:
    """Whether bare numbers are ages: they were asked for, or the children of a summary have none yet."""
    party, open_yes = dialogue.party, "yes" in dialogue.expecting and dialogue.pending is not None
    if lists_ages(text, dialogue):
        return True
    if _DAY_TOLD.search(text) or ("time" in dialogue.expecting and _AN_HOUR.fullmatch(text)):
        return False
    if "ages" in dialogue.expecting:
        return True
    return open_yes and (party.children or 0) > len(party.ages) and bool(_SPEAKS_OF_AGES.search(fold(text)))


_SPEAKS_OF_AGES = re.compile(
    r"\b(?:years?|yrs?|yo|y/o|old|ages?|aged|oldest|youngest|turn\w*|months?)\b"
    r"|\b(?:kids|children|boys|girls|twins|they|little ones)(?:'re| are| r| is)\b"
    rf"|\A(?:\W|(?:{NUMBER}|and|n|yes|yeah|ok|so|the|um|sorry|is|are)\b)+\Z"
)
""" At an open yes a number is an age only where ages are spoken of: "where does the 18 come from? 14 and 3" tells none."""


def lists_ages(text: str, dialogue: Dialogue) -> bool:
    """ "6 8 and 11" when three children have no age yet: one age for each, though something else was asked."""
    unaged = (dialogue.party.children or 0) - len(dialogue.party.ages)
    if unaged < 2 or not _NUMBERS.fullmatch(text):
        return False
    numbers = [int(found) for found in re.findall(r"\d+", text)]
    return len(numbers) == unaged and max(numbers) <= OLDEST_CHILD


def only_spoken_of(guests: GuestWords, topics: tuple[str, ...], folded: str, dialogue: Dialogue) -> bool:
    """Whether the people named are only spoken of ("is a 5 year old free?", "one guest avoids soy"): no size of a party."""
    if not guests.stated or guests.add or comings.brings_somebody(folded) or "kids" in dialogue.expecting[:1]:
        return False
    if guests.people_is_total and guests.children:
        return False
    total = (guests.adults or 0) + (guests.people or 0)
    if guests.ages_alone and len(guests.ages) > 1 and "ages" in dialogue.expecting:
        return False  # "8, 10 and 14. Is 14 a kid?"
    going_on = dialogue.answered[-1:] == ("children",) and "children" in topics
    if tastes.dislikes(folded) and guests.ages and not total and not dialogue.party.adults:
        return True
    if "alcohol" in topics and guests.ages and total <= 1 and not dialogue.party.adults:
        return True
    if going_on and not total and guests.ages_alone and len(guests.ages) == 1:
        return True
    if "children" in topics and not total and not dialogue.party.children:
        return True
    eaters = occasions.speaks_of_diet(folded) or questions.is_beyond(folded) or "?" in folded
    alone = total + (guests.children or 0) + (guests.toddlers or 0) <= 1
    return alone and eaters and bool(_ONE.search(folded)) and not _PARTY_PRICE.search(folded)


def of_party(party: Party, bands: Bands) -> GuestWords:
    """The guests of a message in the words of this module."""
    spread = next((one for one in party.ranges), None)
    told = [_of_one_price(_of_all(group, party), bands) for group in party.ages]
    known = tuple(age for group, ages in zip(party.ages, told, strict=True) for age in (group.each or ages))
    ages = next(
        (
            (group.low, group.high)
            for group, one in zip(party.ages, told, strict=True)
            if group.low is not None and not one
        ),
        (None, None),
    )
    invalid = bool(party.invalid)
    people = party.people if party.people is not None else party.unsaid
    return GuestWords(
        adults=party.adults,
        children=party.children,
        toddlers=party.toddlers,
        people=people,
        people_is_total=party.people_is_total,
        ages=known,
        ages_alone=bool(known)
        and not any(one.kind in ("children", "toddlers") and one.counted for one in party.mentions),
        age_low=ages[0],
        age_high=ages[1],
        no_children=party.no_children,
        all_adults=party.all_adults,
        add=_changes(party.changes),
        low=spread.low if spread else None,
        high=spread.high if spread else None,
        invalid=invalid and not party.stated,
    )


def _of_all(group: Ages, party: Party) -> Ages:
    """The only bounds that are told are those of all children: "4 families, each with two kids (6 to 10)"."""
    alone = len(party.ages) == 1 and group.low is not None and group.count is not None
    return replace(group, count=party.children) if alone and (party.children or 0) > (group.count or 0) else group


def _of_one_price(group: Ages, bands: Bands) -> tuple[int, ...]:
    """ "3 kids, all under 5": so many ages, when whatever they are within the range the price is the same."""
    if group.each or group.count is None or group.low is None or group.high is None:
        return ()
    return (group.low,) * group.count if bands.of(group.low) == bands.of(group.high) else ()


def _changes(changes: tuple[Headcount, ...]) -> dict[str, int]:
    more: dict[str, int] = {}
    for change in changes:
        kind = "unsplit" if change.kind in ("people", "unsaid") else change.kind
        sign = -1 if change.operation == "remove" else 1
        more[kind] = more.get(kind, 0) + sign * change.low
    return more


_ALL_GROWN = re.compile(r"\W*(?:(?:all|just|only|they'?re|we'?re)(?: all)? )?(?:adults|grown[- ]?ups)(?: only)?\W*")
""" "Adults" by itself, after a number."""


def told_anew(guests: GuestWords, recounted: GuestWords | None, folded: str, *, counted: bool) -> GuestWords:
    """The guests of a message with the bare number that counts them anew, and those who join or stay away by name."""
    if counted and (grown := comings.grown_joining(folded)) and not guests.stated:
        return GuestWords(add={"unsplit": grown})
    if counted and not (guests.children or guests.toddlers) and (more := comings.several_joining(folded)):
        return GuestWords(add={"unsplit": more})
    if recounted is not None:
        told = recounted.model_dump(exclude_defaults=True)
        beside = guests.children is not None or guests.toddlers is not None or guests.ages
        return guests.model_copy(update=told) if beside else recounted
    if comings.stays_the_same(folded):
        return guests.model_copy(update={"add": {}}) if guests.add else guests
    if counted and _ALL_GROWN.fullmatch(folded):
        return guests.model_copy(update={"all_adults": True})
    if not counted or guests.stated:
        return guests
    if ages := joined_ages.told(folded):
        return guests.model_copy(update={"ages": ages, "ages_alone": True, "on_top": True})
    step = comings.by_name(folded)
    return guests.model_copy(update={"add": {"unsplit": step}}) if step else guests


_OF_EATERS = re.compile(
    rf"(?<![\w:/.$])\b(?:\d{{1,2}}|{ONE_TO_NINE}"
    r"|ten)(?: of (?:us|them|the \w+))?(?: (?:is|are|r|being|who are|guests?|people))*"
    r" (?:vegan|vegetarian|vegetarians|vegans|veg|veggies?|gf|gluten|pregnant|allergic|halal|kosher"
    r"|pescatarians?|lactose|dairy|celiac|coeliac|diabetic|ha(?:ve|s)\b(?! to)|want|wants|need|needs"
    r"|eat|eats|(?:don'?t|do not|does not|doesn'?t|can'?t|cannot|can not) (?:eat|have|do)|avoid"
    r"|with (?:an? )?allerg\w+)\b",
    re.I,
)


def eaters(text: str) -> list[Span]:
    """Numbers of guests who eat, need or have something: "1 is vegan", "3 have allergies"; no days, no hours, no ages."""
    return [Span(*match.span(), match.group()) for match in _OF_EATERS.finditer(fold(text))]
