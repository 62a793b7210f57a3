"""The words in which a party is told as parts of a whole: wholes, who the rest are, whose part a number is."""

from hibachi.kit import lazy_re as re
from hibachi.language.roster.words import ADJECTIVES

KIDS = frozenset("kids children kid child kiddos kiddo minors youngsters kidz littles".split())
SMALL = frozenset("toddlers toddler babies baby infants infant newborns newborn".split())
TEENS = frozenset("teens teen teenagers teenager".split())
GROWN = frozenset("adults adult grown-ups grownups grown-up grownup grown parents adlts seniors".split())
THEM = frozenset("them us those whom which these".split())
ARE = frozenset(
    "are is r am being be will would 're 's re s who that only just actually all turned turning already now still an a also just really about like".split()
)
VERBS = frozenset("are is r being be will 're 's re s who that turned turning aged age ages".split())
OTHERS = frozenset(("rest", "others", "remaining", "remainder", "other"))
ALL = frozenset(("everyone", "everybody", "all"))
BUT = frozenset(("but", "except", "besides", "minus", "save", "excluding", "excepting", "bar", "barring"))
FRACTIONS = {"half": (1, 2), "third": (1, 3), "quarter": (1, 4), "fourth": (1, 4), "thirds": (2, 3)}
BETWEEN = frozenset(
    ", ; : . - ( ) / = \n · & and with but where so though although including incl includes counting plus then there there's we we've we'll have has"
    " that's that means which in at zip to be will is are it's it its like ie i.e aka split they them n as follows total just only also while whereas us".split()
    + ["\u2013", "\u2014", "!", ">", "\u2022", "*"]
)
ADDING = frozenset(("plus", "+", "and", "&", "n"))
FILLING = ADJECTIVES
TAKEN = "\u00b7"
COUNTED_IN = re.compile(
    r"(?<=[a-z\d]),? ?\(?(?:including|incl\.?|counting|that(?: already)? (?:includes|counts)) (?:me|myself|us|yours truly)(?: (?:and|&|\+) my (?:wife|husband|hubby|partner|spouse|fianc[eé]e?|girlfriend|boyfriend))?\)?(?! (?:and|&|plus)|,? my|\w)"
    r"|(?<=[a-z\d]),? ?\(?(?:that(?: already)? (?:includes|counts)|including|incl\.?|counting) my (?:wife|husband|hubby|partner|spouse|girlfriend|boyfriend) (?:and|&|\+) (?:me|myself|i)\)?"
    r"|(?<=[a-z\d]),? ?\(?(?:me|myself|us) (?:included|incl\.?|counted(?: in)?)\)?"
)
""" "11 adults, me included", "counting my wife and me": nobody more."""
WHOLE_LEADS = (
    "headcount is", "headcount", "head count is", "head count", "guest count is", "guest count", "group of", "party of", "party for", "group is",
    "we're", "we are", "we will be", "we'll be", "we would be", "we'd be", "there'll be", "there will be", "there're", "there are", "there's", "there is",
    "it's", "it is", "it'll be", "it will be", "its", "were", "we r", "total is", "total of", "total", "totaling", "out of the", "out of", "of the", "for",
    "of all", "all", "makes", "made up of", "make it", "say", "about", "around", "be",
)  # fmt: skip
