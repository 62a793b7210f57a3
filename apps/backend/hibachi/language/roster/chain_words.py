"""The words that hold a chain of guests together."""

LONGEST = 40
VERBS = frozenset(
    (
        "is are was were has have had wants want turns turn loves love likes like will would can could "
        "says said thinks needs need"
        " made does did don't doesn't and's told asked should get gets both"
    ).split()
)
INCLUDES = frozenset("including incl includes counting".split())
MARKS = frozenset(("total", "altogether"))
LEADS = frozenset(
    (
        "so that makes that's thats makes making which is means we're were we are it's its = for a total "
        "of in all the altogether there are there's = -"
    ).split()
)
FAMILIES = frozenset(("families", "households", "family", "sides", "side"))
PARTNERS = frozenset(
    "husbands wives spouses partners boyfriends girlfriends fiances fiancés dates plus-ones others".split()
)
PAIRS = frozenset(("couple", "couples"))
AGAIN = frozenset(("(", ",", ":", "-", ";", "=", "/", "so", "aka"))
CHILDREN = frozenset("kids kiddos children boys girls sons daughters nephews nieces grandkids".split())
BANDS = frozenset(
    "adult adults grownups grown kid kids child children toddler toddlers baby babies infant infants".split()
)
PEOPLE = frozenset(
    "people ppl persons guests heads pax humans folks peeps individuals souls attendees invitees diners".split()
)
