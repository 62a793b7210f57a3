"""A message as its readers take it: noise gone, words as they are spelt, several messages in a row as one."""

from hibachi.concierge.understanding import (
    ages_in_words,
    ages_said_again,
    bare_totals,
    beside_own,
    children_away,
    diets_counted,
    dish_enough,
    dish_instead,
    dish_numbers,
    dish_pronouns,
    dishes,
    kids_left_open,
    party_corrected,
    party_inside,
    party_told_plainly,
    short_names,
    size_asked_again,
    staying_away,
    tag_questions,
)
from hibachi.concierge.understanding.frames import words_of_places
from hibachi.concierge.understanding.parties import bands_of
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language import counts_become, counts_moved, grown_children, guests_retold, several_leaving, whose_children
from hibachi.language.aged_words import plainly
from hibachi.language.ages_after import told_before
from hibachi.language.ages_by_share import in_one_row
from hibachi.language.ages_in_rows import listed
from hibachi.language.autocorrected import as_meant
from hibachi.language.calculations import as_money
from hibachi.language.card_numbers import without_cards
from hibachi.language.counted_with import as_people
from hibachi.language.counts_in_words import counted, with_the_forgotten
from hibachi.language.counts_left_open import as_ranges
from hibachi.language.couples import by_heads
from hibachi.language.deposit_named import by_its_name
from hibachi.language.dictated import as_numbers, punctuated, said_once, with_zip_in_digits, without_numbering
from hibachi.language.dish_sayings import by_liking, in_plain_words
from hibachi.language.edges import core
from hibachi.language.fillers import without_fillers
from hibachi.language.joining_told import joining_plainly
from hibachi.language.kids_by_age import by_age
from hibachi.language.kids_in_groups import in_one
from hibachi.language.money_sayings import asked_plainly
from hibachi.language.names_anew import named_plainly
from hibachi.language.numbers import NUMBER
from hibachi.language.pictures import without_pictures
from hibachi.language.pleasantries import without_wished_days
from hibachi.language.run_together import told_apart
from hibachi.language.said_anew import once
from hibachi.language.slips import respelt
from hibachi.language.spacing import spaced
from hibachi.language.spanglish import in_english
from hibachi.language.spoken_zips import settled_zips
from hibachi.language.textspeak import written_out
from hibachi.language.them_and_us import in_one as them_and_us
from hibachi.language.told_by_reference import pointed_out
from hibachi.language.told_twice import once as without_repeats
from hibachi.language.unchanged import without_the_unchanged
from hibachi.language.usual_words import in_usual_words
from hibachi.language.wholes_told import added_up
from hibachi.policies.schemas import Profile

_BULLET = re.compile(r"(?m)^[ \t]*[-–—*•]{1,3}[ \t]+(?=\S)")
"""The sign of a list at the start of a line: "-- 12 adults" are not minus twelve."""
_WITHOUT = re.compile(r"\bw/(?:o|out)\b ?", re.I)
_BREATH = re.compile(
    r"\b(?P<who>wife|husband|girlfriend|boyfriend|partner|fianc[eé]e?|spouse|mom|mum|dad|son|daughter"
    r"|sister|brother|parents|in-laws)(?= (?:\d{5}|how much|what(?:'s| is| would))\b)",
    re.I,
)
""" "Just me and my wife 94536": a row of people ends where something else begins."""
NAME_WORDS = 3
"""A message that is hardly more than a name: nothing in it is put right where a name was asked for."""
_OPEN_WORDS = frozenset({"name", "contact", "venue", "dietary"})
"""What was asked for and may be any word: nothing in a short answer to it is put right."""


def of(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """A message as its readers take it: dictated signs set, slips of the pen put right, words and numbers apart."""
    asked = bool(_OPEN_WORDS & set(dialogue.expecting))
    said = core(in_usual_words(without_pictures(text)), *((1,) if asked else ()))
    text = without_the_unchanged(without_wished_days(said))
    text = named_plainly(in_english(without_cards(without_fillers(text))))
    region = profile.travel.base.zip[0]
    text = with_zip_in_digits(text, region)
    text = them_and_us(text, known=bool(dialogue.party.adults or dialogue.party.unsplit))
    text = party_inside.all_grown(text, dialogue, bands_of(profile))
    text = as_ranges(with_the_forgotten(by_liking(_EM.sub("them", _AND.sub("and", as_meant(text))))))
    text = as_people(text)
    text = in_one(ages_in_words.plainly(diets_counted.of_all(text, dialogue), dialogue, bands_of(profile)))
    text = joining_plainly(once(staying_away.as_absence(children_away.without_them(text, dialogue))))
    text = plainly(listed(without_repeats(told_before(by_age(counted(added_up(in_one_row(by_heads(text)))))))))
    text = asked_plainly(_HOW_COME.sub("why", text))
    text = said_once(settled_zips(punctuated(without_numbering(text)), region))
    text = _IN_PLACE_OF.sub("instead of", text)
    text = _WITHOUT.sub("without ", as_numbers(with_zip_in_digits(text, region)))
    if len(text.split()) <= NAME_WORDS and asked:
        return tag_questions.asked(bare_totals.plainly(short_names.spelt_out(spaced(text), dialogue), dialogue))
    keep = words_of_places(profile.travel.base.state)
    plain = spaced(respelt(told_apart(written_out(spaced(text), dishes.foods(profile)), keep), keep=keep))
    plain = kids_left_open.as_kids(plain, dialogue)
    plain = ages_said_again.plainly(in_plain_words(plain), dialogue)
    plain = whose_children.named(
        several_leaving.plainly(bare_totals.plainly(grown_children.as_adults(plain), dialogue))
    )
    plain = party_told_plainly.plainly(plain, bands_of(profile))
    plain = party_inside.plainly(
        party_corrected.plainly(plain, dialogue, bands_of(profile), profile.travel.base.city),
        dialogue,
        bands_of(profile),
    )
    plain = beside_own.plainly(counts_moved.plainly(counts_become.plainly(guests_retold.plainly(plain))))
    plain = by_its_name(plain, profile.prices.deposit // 100)
    plain = _STARTS_AT.sub(lambda said: _as_minimum(said, profile.prices.party_minimum // 100), plain)
    plain = as_money(pointed_out(_BREATH.sub(r"\g<who>,", plain)), _amounts(profile))
    plain = _LITTLE_ONE.sub(lambda one: f"{one['whose']} little {_CALLED[one['who'].lower()]}", plain)
    plain = dish_numbers.counted(plain, profile)
    plain = dish_enough.counted_anew(plain, dialogue, profile)
    plain = dish_pronouns.named_again(short_names.spelt_out(plain, dialogue), profile)
    plain = dish_instead.but_some(dish_instead.named(plain, dialogue, profile), dialogue, profile)
    plain = size_asked_again.as_guests(plain, dialogue, profile)
    return tag_questions.asked(_SAME_FEW.sub("the same ones", plain))


_SAME_FEW = re.compile(
    r"\bthe same (?:2|two|3|three)(?=\W*$|\W*[?!.]| (?:proteins?|meats?|things?|items?|choices))", re.I
)
""" "The same 2": what is picked, no day and no count."""
_IN_PLACE_OF = re.compile(rf"\bin place of(?= (?:the )?(?:{NUMBER})\b)", re.I)
""" "Sixteen adults in place of eighteen"."""
_EM = re.compile(r"(?<=\bof )'?em\b", re.I)
_AND = re.compile(r"(?:^|(?<=[a-z\d)] ))n(?= (?:an?|one|two|three|four|five|six|\d|my|our|the|we|she|he)\b)", re.I)
""" "A 2 yr old n a 4 yr old"."""
_HOW_COME = re.compile(r"\bhow come (?:it'?s|its|it is|that'?s|that is)(?= \$?\d)", re.I)
_CALLED = dict.fromkeys(("guy", "man", "dude", "buddy", "prince", "fella", "fellow", "mister", "bro"), "boy")
_CALLED |= dict.fromkeys(("princess", "lady", "gal", "miss", "diva", "queen"), "girl")
_LITTLE_ONE = re.compile(
    rf"\b(?P<whose>my|our|the|his|her) (?:lil'?|little|littlest|youngest|tiny|wee) (?P<who>{'|'.join(_CALLED)})\b", re.I
)
""" "My lil guy": what a small child is called at home."""


_STARTS_AT = re.compile(
    r"(?:\b(?:it|this|that|(?:the |your )?(?:prices?|pricing|packages?|part(?:y|ies))|everything|so it) )?"
    r"\b(?:starts?|starting|begins?) (?:at|from|with) \$? ?(?P<n>\d{3,4})\b(?! ?(?:[ap]\.?m\b|:\d|each|per\b|a (?:person|head)))"
    r"(?P<asked>(?:,? (?:right|correct|yes|yeah))?\W*$)?",
    re.I,
)


def _as_minimum(said: re.Match[str], minimum: int) -> str:
    """ "Starts at 550, right?": the minimum, and no hour."""
    if int(said["n"]) != minimum:
        return said.group()
    return f"the minimum is ${minimum}" if said["asked"] is None else f"is the minimum ${minimum}?"


def _amounts(profile: Profile) -> frozenset[int]:
    """What a guest pays, in whole units."""
    prices = profile.prices
    return frozenset(one // 100 for one in (prices.adult.amount, prices.child.amount))


_UNFINISHED = re.compile(
    r"\b(?:how|for|in|with|at|on|and|to|the|a|an|is|are|we|me|you|can|would|my|our|of|want|need|price"
    r"|much|be|it|tell|about|zip|\d)$",
    re.I,
)
_BEGINS_ANEW = re.compile(
    r"^(?:hi|hey|hello|yo|ok|okay|oh|also|sorry|wait|actually|yes|no|thanks?|and how|how|what|when"
    r"|where|can|could|do|is|\?|!)",
    re.I,
)


def in_a_row(texts: list[str]) -> str:
    """Several messages as one: a line each, but where one breaks off in the middle of what it says."""
    said = ""
    for text in filter(None, texts):
        goes_on = (
            said
            and _UNFINISHED.search(said)
            and not ("\n" in text or _BEGINS_ANEW.match(text) and not _HANGS.search(said))
        )
        said += (" " if goes_on else "\n" if said else "") + text
    return _BULLET.sub("", said)


_HANGS = re.compile(r"\b(?:for|in|with|at|on|and|to|the|a|an|me|tell|about|my|our|of)$", re.I)
"""Words after which nothing begins anew."""
