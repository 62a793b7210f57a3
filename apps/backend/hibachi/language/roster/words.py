"""The nouns of guests: what one of each is, how many it is, and whether it needs a number or somebody's "my" to count."""

import re
from dataclasses import dataclass
from typing import Literal

NounKind = Literal["adults", "people", "children", "toddlers", "girls", "family"]


@dataclass(frozen=True, slots=True)
class Noun:
    """heads: how many one of them is; plural: needs a number, or ages, to be counted; alone: how many "my ..." are without one."""

    kind: NounKind
    heads: int = 1
    plural: bool = False
    alone: int | None = None
    age: int | None = None
    relation: bool = False
    whole: bool = False


def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}

    def put(words: str, noun: Noun) -> None:
        found.update(dict.fromkeys(words.split(), noun))

    put(
        "wife husband hubby wifey spouse partner fiance fiancee fiancé fiancée boyfriend girlfriend "
        "bf gf mom mum mama mommy"
        " mother dad daddy papa father grandma grandpa grandmother grandfather granny grandad "
        "granddad nana nanny babysitter"
        " gran gramps grampa gramma grams papaw meemaw aunt auntie uncle boss stepmom stepdad "
        "stepmother stepfather mother-in-law father-in-law brother-in-law"
        " sister-in-law son-in-law daughter-in-law godmother godfather landlord grandparent parent ex "
        "teacher coach pastor"
        " chaperone housekeeper au-pair midwife mentor supervisor manager secretary assistant"
        " bride groom captain chief lieutenant sergeant principal director president professor priest rabbi reverend",
        Noun("adults", relation=True),
    )
    put("adult grownup grown-up senior chaperone", Noun("adults"))
    put("man woman lady guy dude gentleman", Noun("adults"))
    put(
        "bro sis brother sister sibling cousin friend bestie buddy roommate flatmate housemate roomie "
        "mate workmate schoolmate neighbor neighbour colleague coworker co-worker classmate"
        " teammate relative in-law bff pal stepbrother stepsister",
        Noun("people", relation=True),
    )
    put("guest person player", Noun("people"))
    put(
        "son daughter nephew niece grandson granddaughter grandchild grandkid stepson stepdaughter godson goddaughter",
        Noun("children", relation=True),
    )
    put("kid kiddo child boy girl", Noun("children"))
    put("teen teenager", Noun("children", age=13))
    put("baby toddler infant newborn", Noun("toddlers"))
    put("grandbaby", Noun("toddlers", relation=True))
    put(
        "parents grandparents in-laws inlaws folks stepparents godparents",
        Noun("adults", plural=True, alone=2, relation=True),
    )
    put("moms mums mothers dads fathers", Noun("adults", plural=True, relation=True))
    put(
        "wives husbands spouses boyfriends girlfriends grandmas grandpas grandmothers grandfathers "
        "aunts aunties uncles bosses"
        " nannies babysitters mothers-in-law sisters-in-law brothers-in-law teachers coaches",
        Noun("adults", plural=True, relation=True),
    )
    put(
        "adults adlts grown-ups grownups grown seniors chaperones chaperons women men ladies "
        "bridesmaids groomsmen hosts",
        Noun("adults", plural=True),
    )
    put("adult", Noun("adults"))
    put(
        "brothers sisters siblings cousins friends besties buddies roommates flatmates housemates "
        "roomies mates workmates schoolmates neighbors neighbours colleagues coworkers"
        " co-workers classmates teammates relatives guys dudes gals pals employees players members "
        "students family-members firefighters firemen nurses doctors officers soldiers volunteers engineers dancers"
        " musicians realtors residents interns"
        " clients golfers runners homies singles",
        Noun("people", plural=True, relation=True),
    )
    put(
        "people ppl persons guests heads pax peeps humans souls individuals attendees mouths others diners",
        Noun("people", plural=True, whole=True),
    )
    put(
        "sons daughters nephews nieces grandsons granddaughters grandchildren grandkids stepsons stepdaughters",
        Noun("children", plural=True, relation=True),
    )
    put("kids kiddos children boys childs kidz chidren youngsters minors", Noun("children", plural=True))
    put("girls", Noun("girls", plural=True))
    put("preschooler kindergartner kindergartener preteen", Noun("children"))
    put("preschoolers kindergartners kindergarteners preteens", Noun("children", plural=True))
    put("teens teenagers", Noun("children", plural=True, age=13))
    put("tweens", Noun("children", plural=True))
    put("babies toddlers infants newborns littles tots", Noun("toddlers", plural=True))
    put("twins", Noun("children", 2, alone=2, relation=True))
    put("triplets", Noun("children", 3, alone=3, relation=True))
    put("quadruplets quads", Noun("children", 4, alone=4, relation=True))
    put("couple", Noun("people", 2))
    put("couples", Noun("people", 2, plural=True))
    put("family household side", Noun("family"))
    put("families households", Noun("family", plural=True))
    return found


NOUNS = _nouns()


def _relations(*kinds: NounKind) -> str:
    single = (word for word, noun in NOUNS.items() if noun.relation and not noun.plural and noun.heads == 1)
    return "|".join(sorted((re.escape(word) for word in single if NOUNS[word].kind in kinds), key=len, reverse=True))


GROWN_RELATION = _relations("adults", "people")
RELATION = _relations("adults", "people", "children", "toddlers")
"""One person by what they are to the customer ("sister-in-law", "boss"), as alternatives of a pattern."""
CALLED = frozenset(
    (
        "mom mum mama mommy dad daddy papa grandma grandpa granny nana grandmother grandfather wife "
        "husband hubby wifey partner spouse"
    ).split()
)
"""Who is named without anybody's "my": "me, grandma and 6 cousins"."""
SELF = frozenset(("me", "myself", "i"))
HAD_BY_SOMEBODY = frozenset(
    (
        "zip",
        "zipcode",
        "address",
        "place",
        "house",
        "home",
        "yard",
        "backyard",
        "name",
        "number",
        "phone",
        "email",
        "party",
        "birthday",
    )
)
""" "14 adults, her zip is 94588": hers, and no guest."""
OWN = frozenset(("my", "our", "his", "her", "their", "the", "your", "these", "those", "some"))
ARTICLES = frozenset(("a", "an", "one", "another"))
ADJECTIVES = frozenset(
    (
        "other others more good best close closest nearest dearest favorite dear old older younger elder "
        "eldest oldest youngest little big small young grown adult"
        " married single extra additional hungry sweet lovely beautiful own new twin dear great total "
        "tiny wee work school college"
        " high immediate whole entire extended teenage teen step newborn infant baby full paying fellow "
        "nice few awesome crazy"
        " different separate birthday"
    ).split()
)
TEENAGE = frozenset(("teenage", "teen"))
SMALL = frozenset(("newborn", "infant", "baby"))
MORE = frozenset(("more", "extra", "additional", "another"))
YEARS = frozenset(
    (
        "year years yr yrs yo y/o y.o yos year-old years-old yr-old year-olds yrs-old yearold yearolds "
        "years-olds yr-olds yrold"
    ).split()
)
MONTHS = frozenset(
    (
        "month months mo mos mth mths month-old months-old month-olds mo-old week weeks wk wks week-old "
        "weeks-old day-old days-old"
    ).split()
)
OLD = frozenset(("old", "olds"))
