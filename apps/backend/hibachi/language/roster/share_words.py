"""The words in which a party is told as parts of a whole: wholes, who the rest are, whose part a number is."""

KIDS = frozenset(
    (
        "kids children kid child kiddos kiddo minors youngsters kidz littles grandkids grandchildren "
        "grandchild nephews nieces"
    ).split()
)
ADORNED = frozenset("paying full little small young younger of legal great sweet lovely".split())
SMALL = frozenset("toddlers toddler babies baby infants infant newborns newborn".split())
TEENS = frozenset("teens teen teenagers teenager".split())
GROWN = frozenset("adults adult grown-ups grownups grown-up grownup grown parents adlts seniors".split())
THEM = frozenset("them us those whom which these".split())
ARE = frozenset(
    (
        "are is r am being be will would 're 's re s who that only just actually all turned turning "
        "already now still an a also just really about like"
    ).split()
)
VERBS = frozenset("are is r being be will 're 's re s who that turned turning aged age ages".split())
OTHERS = frozenset(("rest", "others", "remaining", "remainder", "other"))
ALL = frozenset(("everyone", "everybody", "all", "everyone's", "everybody's"))
BUT = frozenset(("but", "except", "besides", "minus", "save", "excluding", "excepting", "bar", "barring"))
FRACTIONS = {"half": (1, 2), "third": (1, 3), "quarter": (1, 4), "fourth": (1, 4), "thirds": (2, 3)}
ADDING = frozenset(("plus", "+", "and", "&", "n"))
TAKEN = "\u00b7"
WHOLE_LEADS = (
    "headcount is", "headcount", "head count is", "head count", "guest count is", "guest count", "group of", "party of", "party for", "group is",
    "we're", "we are", "we will be", "we'll be", "we would be", "we'd be", "there'll be", "there will be", "there're", "there are", "there's", "there is",
    "it's", "it is", "it'll be", "it will be", "its", "were", "we r", "total is", "total of", "total", "totaling", "out of the", "out of", "of the", "for",
    "of all", "all", "makes", "made up of", "make it", "say", "about", "around", "be",
)  # fmt: skip
LEADS_FROM = {
    first: tuple((lead, tuple(lead.split())) for lead in WHOLE_LEADS if lead.split()[0] == first)
    for first in {lead.split()[0] for lead in WHOLE_LEADS}
}
"""The leads that begin with a word, in their order, each with its words."""
