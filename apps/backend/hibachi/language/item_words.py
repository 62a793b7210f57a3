"""How people say how many of a dish: patterns over settled() text, and the words that may stand between the two."""

from hibachi.kit import lazy_re as re
from hibachi.language import eaters
from hibachi.language.date_words import MONTH
from hibachi.language.numbers import NUMBER

AND_WITH = re.compile(r"(?: tails?| mignons?)?,? and (?:also )?with (?:the |some )?")

LINK_WORDS = frozenset([
    "of", "us", "them", "em", "'em", "now", "the", "our", "my", "your", "a", "an", "adults", "adult", "adlts", "guests", "guest",
    "people", "ppl", "persons", "person", "kids", "kid", "children", "orders", "order", "portions", "portion",
    "sides", "side", "servings", "serving", "plates", "plate", "pieces", "piece", "pcs", "x", "extra", "extras",
    "add", "adding", "added", "want", "wants", "wanting", "would", "like", "likes", "love", "upgrade", "upgrades",
    "upgraded", "upgrading", "to", "with", "w", "get", "gets", "getting", "take", "takes", "taking", "have", "has",
    "having", "prefer", "prefers", "do", "doing", "switch", "switching", "swap", "swapping", "go", "goes", "going",
    "trade", "trades", "trading", "replace", "replaces", "replacing", "sub", "subs", "subbing", "exchange", "exchanging",
    "for", "just", "'d", "'ll", "will", "be", "need", "needs", "some", "third", "3rd", "protein", "proteins",
    "additional", "more", "others", "other", "choose", "chooses", "choosing", "eat", "eats", "eating", "ordering", "and-the", "who",
    "also", "premium", "their", "they'd", "we'd", "i'd", "they", "we", "i", "can", "could", "should", "please", "pls",
    "include", "including", "plus", "on", "top", "as", "dishes", "dish", "trays", "tray", "bowls", "bowl",
    "another", "those", "these", "ladies", "guys", "women", "men", "girls", "boys", "gals", "her", "his", "it", "make", "makes", "making", "per", "each", "is", "are", "that",
    "wanna", "gonna", "usual", "simply", "plain", "regular", "normal", "ordinary", "simple", "basic", "standard", "grilled", "namely", "each", "good", "nice",
])  # fmt: skip
STOP_WORDS = frozenset([
    "but", "if", "or", "without", "no", "not", "instead",
])  # fmt: skip
_EVEN_KIDS = (
    r"(?:,? ?\(?(?:incl|incl\.|including|even|counting|plus|and) (?:the |my |our |all )?(?:kids|children"
    r"|little ones)(?: too| as well)?\)?)?"
)
ALL = _EVEN_KIDS.join(
    (
        "(?:every ?(?:one|body|1)(?:'s|s)?",
        (
            r"|(?:each and )?every (?:single )?(?:person|one(?: of us)?|guest|body|soul|plate|seat)"
            r"|all(?: of (?:us|them|the (?:guests|people)))?(?! (?:of )?(?:the |our )?adults| grown)"
            r"|we all|they all|each(?: (?:of us|person|guest))?(?! adult)|the whole (?:party|group)"
            r"|all (?:guests|people|the guests)|\d+ each)"
        ),
    )
)
WHOM = r"(?:us|them|(?:the|our|my) (?:adults|guests|group|people|party|crowd|crew|table))"
HALF = rf"(?:half(?! (?:an? )?dozen)(?: (?:of )?{WHOM})?)"
PART = (
    rf"(?:(?:an?|one|two|three) (?:thirds?|quarters?|fifths?)(?! (?:proteins?|one|option|portion))(?: (?:of )?{WHOM})?)"
)
BUT = (
    r"(?:,? (?:except|but|minus|besides|apart from|other than|save|excluding"
    rf"|not)(?: for)? (?:for )?(?:(?P<but>{NUMBER})(?: (?:of (?:us|them)|vegetarians?|vegans?|veggies"
    r"|guests?|people|persons?|kids?|children|adults?|ladies|guys|friends))?"
    rf"|(?P<but_kids>{eaters.CHILDREN})|(?P<but_who>{eaters.PERSONS})))"
)
REST = (
    r"(?:(?<!\d )(?<!one )(?<!two )(?<!three )(?<!four )(?<!five )(?<!six )(?:the )?(?:rest|others"
    r"|remaining|remainder|everyone else|everybody else)(?: of (?:us|them|the (?:adults|guests|group)))?)"
)
QUANTITY = re.compile(
    rf"(?:(?P<rest>{REST})|(?P<half>{HALF})|(?P<part>{PART})|(?P<all>{ALL}){BUT}?"
    rf"|(?P<adults>{eaters.ADULTS})|(?P<children>{eaters.CHILDREN})|(?P<who>{eaters.PERSONS})"
    rf"|(?P<n>(?:an? )?couple(?: of)?|{NUMBER}){eaters.OUT_OF}?(?P<apiece>(?: (?:orders?|portions?"
    r"|sides?|servings?|plates?))? (?:each(?= of)|of each(?: of)?))?)(?: ?x\b|\b)"
)
REMOVE = re.compile(
    r"\b(?:drop(?:ping)?|remove|removing|without|skip(?:ping)?|cancel|take (?:off|out|away)|minus"
    r"|forget(?: about)?|scratch|lose|leave out|leave off|no more|don'?t (?:want|need)"
    r"|do not (?:want|need)|nix|cut|delete|hold|no|not|nobody (?:wants|gets)"
    r"|none of (?:us|them) (?:wants?|gets?)|instead of|rather than|get rid of|ditch"
    r"|never ?mind)(?: (?:the|any|those|that|my|our|all|about|on|all the|of|with))*(?: extra)? ?$"
)
ADD = re.compile(
    r"\b(?:add(?:ing)?|plus|also|another|more|additional|in addition|on top of that|throw in|toss in"
    r"|tack on|as well)\b|(?<!\w)\+ ?$"
)
MORE = re.compile(r"\b(?:more|another|additional)\b")
EXTRA = re.compile(
    r"\b(?:(?:third|3rd|fourth|4th|extra|additional|another|more|3|three)(?: [a-z]+)? proteins?"
    r"|(?:as|for) (?:an? |their |the |our |my |his |her |your )?(?:third|3rd|extra|additional)"
    r"|(?:on top of|in addition to|additional(?:ly)? to|added to|besides?|as well as|along with"
    r"|together with|plus|beyond|over and above) (?:the|their|our|his|her|your|those|both"
    r"|my) (?:(?:normal|usual|regular|included|standard|two|2|both|other|own|basic) )*(?:proteins?|two"
    r"|2|usual|regular|normal|included)\b|third one|3rd one"
    r"|(?:third|3rd) (?:meat|choice|pick|portion of|serving of))\b"
)
EXTRA_BEFORE = re.compile(
    r"\b(?:extra|third|3rd) $|\b(?:extra|additional) (?:orders?|portions?|servings?|helpings?) of $"
)
PROTEIN_ONLY = re.compile(
    r"\b(?:(?P<article>an? )?(?:third|3rd|extra|additional|another) (?:portions? of )?proteins?"
    r"|an? (?:extra )?(?:third|3rd) one(?=:|,| -| \())(?!\w)"
    r"|\b(?:three|3) proteins?(?: each)?,? (?:instead of|rather than|not) (?:just |only |the )?(?:two|2)\b"
)
NONE = re.compile(
    r"\b(?:no|without(?: any)?|zero|not? any|don'?t (?:want|need)(?: any)?"
    r"|do not (?:want|need)(?: any)?|skip(?: (?:the|all|any))?|nothing|none of the"
    r"|no need for(?: any)?|drop (?:all|the)|remove (?:all|the)|not interested in(?: any)?) ?(?:the "
    r"|other |more |further |of the |special |such )*(?:extras?|upgrades?|upgrading|add[- ]?ons?"
    r"|addons?|adds|sides?|additions|additional items|extra stuff|bells and whistles"
    r"|frills)\b(?! (?:for|to) the kids)"
    r"|\bnothing (?:extra|else|more|on top|fancy|special)\b"
    r"|\bjust (?:the )?(?:basic|basics|standard|regular|normal|included"
    r"|base)(?: (?:menu|package|stuff|proteins|one|food|meal))?\b"
    r"|\bkeep it (?:simple|basic|standard)\b|\bno upgrades\b"
    r"|\b(?:upgrades?|extras?|add[- ]?ons?)\s?(?::|-) ?(?:none|no|0)\b"
)
NOTHING_ELSE = re.compile(
    r"\b(?:nothing|not anything) (?:else|more|further|on top)\b"
    r"|\bthat(?:'?s| is| will be|'?ll be) (?:it|all)\b|\bno other (?:extras|upgrades|add-?ons)\b"
    r"|\bjust (?:that|those|the \d+)\b"
)
FOR_AFTER = re.compile(
    r"^\)?(?: as (?:an? |the |their |our )?(?:extra |paid |premium |additional |separate |third "
    r"|3rd )*(?:upgrades?|swaps?|add-?ons?|sides?|extras?|proteins?|options?|choices?|treats?|third"
    r"|3rd)| (?:upgrades?|orders?|portions?|tails?|protein|option|dinner|please|pls|only"
    r"|just))?(?: (?:cost|costs|run|be|come to|add|on|in))?(?: (?:for|x|times|by))(?: (?:just|only"
    r"|about|like|maybe|another(?= \w+ ?(?:of|adults|people|guests|$|[.,;)]))|all(?= \d)|those|these"
    r"|(?:each|every one|all|both) of (?:the|our|my|those"
    rf"|these)(?= {NUMBER}\b)))? (?:(?P<rest>{REST})|(?P<half>{HALF})|(?P<part>{PART})"
    rf"|(?P<all>{ALL}){BUT}?|(?P<adults>{eaters.ADULTS})|(?P<children>{eaters.CHILDREN})"
    rf"|(?P<who>{eaters.PERSONS})|(?P<n>{NUMBER}){eaters.OUT_OF}?)\b(?P<noun> ?(?:of (?:us|them"
    r"|the (?:adults|guests|people))|adults?|people|ppl|guests?|persons?|kids?|children|orders?"
    r"|portions?))?(?![\w:/]|[.,]\d| ?(?:am|pm|o'?clock|dollars|bucks))"
)
COUNT_AFTER = re.compile(
    r"^(?: (?:upgrades?|orders?|portions?|tails?|servings?)(?= ?[(:=x*\u00d7-]))? ?(?:(?:\(|:|=|-|x"
    rf"|\*|\u00d7) ?)(?:x ?)?(?P<n>{NUMBER})(?:x\b|\b)(?:\))?(?![\w:/]|[.,]\d| ?(?:am|pm))"
    rf"|^,? (?P<n3>{NUMBER}) (?:orders?|portions?|pieces?|servings?|plates?|sides?)\b"
    r"|^(?: instead| please| pls| then| too)?, (?:like |maybe |about "
    rf"|say )?(?P<n4>{NUMBER})(?=\s*(?:$|[.;!?]|please|pls|of (?:them|those|it)|then\b))"
    rf"|^:?,? (?P<n5>{NUMBER})(?= of (?:them|us|those|the (?:adults|guests|people|guys|girls))\b)"
    rf"|^ (?P<n2>\d{{1,3}})(?:x(?![\w.,]*\d))?(?=\s*(?:$|[,;.]|and\b|\+|&))(?![.,]\d)"
    rf"|^(?: (?:orders?|portions?))?,? (?P<n6>{NUMBER}) times\b"
)
SUMMED = re.compile(
    rf"^[^.;!?\n]{{0,60}}?\b(?:so|that'?s|thats|makes|which is|meaning|being"
    r"|=)(?: (?:that'?s|thats|makes|it'?s|be|a total of|is|like"
    rf"|just))* (?P<n>{NUMBER})(?: (?:of (?:them|those|it|us)|total|in (?:all|total)|lobsters?|tails?"
    r"|filets?|orders?|portions?|upgrades?))?(?= ?(?:$|[.,;!?]|of (?:them|us|those|it)|put|please|pls"
    r"|total|in|altogether))"
)
EACH_OF = re.compile(
    rf"\b(?P<n>{NUMBER})(?: (?:orders?|portions?|sides?|servings?|plates?))? (?:each of"
    rf"|of each(?: of)?):? [a-z ,&]{{2,80}}(?:,|\band|&) ?(?:the |an? )?$"
)
PER = re.compile(
    r"^(?: (?:add-?ons?|upgrades?|orders?|portions?|sides?|each))? ?(?:per|for (?:every|each)|every"
    rf"|each) (?P<per>{NUMBER})? ?(?:people|ppl|persons?|guests?|heads?|of us|adults?)\b"
)
TO_NUMBER = re.compile(rf"^ (?:to|down to|up to) (?P<n>{NUMBER})(?![\w:/]|[.,]\d)")
PROTEIN_SAID = re.compile(
    r"\b(?:proteins?|third one|3rd one|upgrades?|add-?ons?) ?$"
)  # "a 3rd protein (more steak)" goes on
ENDS_CLAUSE, PARTS = re.compile(r"[.;!?\n()]"), {"third": 3, "quarter": 4, "fifth": 5}
ASKED = re.compile(
    r"\b(?:how much|what(?:'s| is| does| would)|price (?:of|for)|cost(?:s)? (?:of|for)?"
    r"|do you (?:have|do|offer|serve)|is (?:there|the)|are (?:there|the)"
    r"|can (?:you|we|i) (?:get|have|do)|does it"
    r"|(?:do|does|will|would) (?:your|ur|the|any of (?:your|the))|tell me about|whats)\b[^.!?]{0,40}$"
)
MOST_PORTIONS = 500  # a greater number is a ZIP
MOST, REACH = 60, 160  # items read of one text; how far before an item its quantity may stand
WORD = re.compile(r"'?[a-z0-9]+(?:'[a-z]+)?|[+&,:/-]")
BUT_AFTER = re.compile(rf"^(?: (?:tails?|mignons?|upgrades?|dinners?))?{BUT}")
""" "Everyone gets filet except grandma": who is left out, told behind the dish."""
_GUYS = (
    r"(?:guys|men|gentlemen|gents|lads|boys|dudes|ladies|women|girls|gals|couples?|grandparents|parents"
    r"|cousins|teens|teenagers|friends|adults|kids|seniors|elders|coworkers|uncles|aunts|brothers|sisters)"
)
FOR_GROUP = re.compile(
    r"^(?: (?:upgrades?|orders?|portions?|tails?))?(?P<each> each| apiece)?,? for (?:all |just "
    rf"|only )?(?:(?:the|our|my|all) )?(?:(?P<n2>{NUMBER}) )?{_GUYS}(?:,? ?\(?(?:so |that'?s |="
    rf"|there'?s |there are )*(?P<n>{NUMBER})(?: of (?:them|us))?\)?)?(?![\w:/])"
)
""" "Each for the guys (4)", "for the 4 guys": how many a group of the guests is."""
GUESTS_BEFORE = re.compile(rf"\b{NUMBER} ?(?:adults?|grown[- ]?ups?|people|persons?|ppl|guests?|of us|friends)\b")
""" "12 adults, lobster for 4 in 94536": the party is counted already, so the four are those who eat it."""
GUESTS_WITH = re.compile(rf"{GUESTS_BEFORE.pattern} with (?:the |some |an? )?$")
OF_A_MONTH = re.compile(rf"\b{MONTH}\.? (?:the )?$")
MONTH_LETTERS = 16
""" "For August 22 please add the lobster": a day, no number of lobsters."""
HUNGRY = re.compile(
    r"^ (?:of (?:them|us|the \w+) )?(?:(?:are|r|is|who|eat|eats|being|super|really|very|so|big|huge"
    r"|always|extra|like|horses?|pigs|wolves|lions|hungry|starving|eaters|guys|boys|athletes|football"
    r"|players|a lot|lots) ?){1,8},? ?(?:and|so|who|that"
    r"|,)? ?(?:can (?:they|those|we|he|she) (?=get|have)|(?=they\b|want|would|wants|need|get))"
)
""" "4 of them super hungry and want a third protein": why, between how many and what."""
GROUP_BEFORE = re.compile(rf"\b{_GUYS} \((?P<n>{NUMBER})(?: of (?:them|us))?\),?$")
ASKS_FOR = re.compile(
    r"\b(?:wants?|gets?|has|have|having|getting|takes?|taking|would|will|needs?|prefers?|gonna|wanna"
    r"|goes|going|orders?|ordering|upgrad\w+|swap\w*|do|does)\b|'d\b|'ll\b|: ?$"
)
LIKES = re.compile(r"\b(?:likes|loves|love)\b")
"""Behind one person: what they ask for, and what they merely love."""
ONE_MORE = re.compile(
    r"\b(?:another|one more|an (?:extra|additional))(?: (?:order|portion|serving|plate|side))?(?: of)? $"
)
KEEPING = re.compile(
    r"\b(?:keep(?:s|ing)?|stay(?:s|ing)? with"
    r"|still (?:have|has|get|gets|take|want|keep)) (?:both(?: of)? )?(?:their|our|his|her|my|the"
    r"|your)?(?: ?(?:two|2|usual|regular|normal|included|standard|own|other|both"
    r"|free))*(?: (?:proteins?|meats?|picks?|choices|ones))?,? (?:and|but|plus|then) (?:also |then "
    r"|just |would )*(?=(?:get|gets|getting|add|adds|adding|want|wants|take|takes|taking|have|has"
    r"|having|order|orders|like|a|an|one)\b)"
)
""" "Three keep their two proteins and get a lobster": what they keep is no dish of the bill and no number."""
EXTRA_AFTER = re.compile(r"(?: (?:tails?|mignons?))? extra(?= ?(?:$|[.,;!?\n]|and\b|please|pls|for\b|each\b|&|\+))")
""" "3 shrimp extra"."""
IN_PLACE = re.compile(
    r" (?:tails? |mignons? )?(?:in place of|instead of|in lieu of|to replace|replacing) (?:one|1|a|an"
    r"|either|any)\b(?! (?:extra|third|3rd))"
)
""" "Scallops in place of one of his two"."""
EACH_AFTER = re.compile(r" (?:each|apiece|per person|a head)\b")
""" "One more chicken each": as many as those are who were told before."""
_USUAL = r"(?:(?:two|2|both|regular|usual|normal|standard|included|own|other|free) )*"
OF_PROTEINS = re.compile(
    r" (?:proteins?|3rd|third)\b| (?:out )?of (?:the|their|our|my|his|her|your|those"
    rf"|these) {_USUAL}(?:proteins?|meats?|picks?|choices|(?<=two )|(?<=2 )|(?<=both ))(?![a-z])"
)
""" "One of their proteins": what is given up for a dish, no number of guests."""
ONE_PROTEIN = re.compile(
    rf"\b(?:{NUMBER}|an?|either|any) (?:out )?of (?:the|their|our|my|his|her|your|those"
    rf"|these) {_USUAL}(?:proteins?|meats?|picks?|choices|(?<=two )|(?<=2 )|(?<=both ))(?![a-z])"
    r"|\b(?:one|1) (?:protein|meat|pick)\b"
)
GIVEN_UP = re.compile(r"^ (?:instead of|in place of|rather than) (?:the |our |their |my )?(?:[a-z]+ )?[a-z]+(?= for )")
""" "Noodles instead of the rice for 6": what goes stands between a dish and its number."""
SO_MANY_BEFORE = re.compile(rf"\b{NUMBER} (?:[a-z]+ ){{1,3}}$")
""" "Two guests each": the number is told before."""
ALL_ALIKE = re.compile(rf"\((?:all |{NUMBER} )*(?:adults?|grown[- ]?ups|of (?:us|them)|people|guests)(?: only)?\)")
""" "All 10 of us (adults) get": what stands in brackets parts no sentence."""
_SOME_OF = re.compile(
    r"^ of (?:the|our|my|those|these) (?:(?:hungry|big|older|younger|little|other|grown|teenage|male|female) )*[a-z]+\b"
)
""" "Three of the gentlemen": whoever they are."""


def kept(said: re.Match[str]) -> str:
    """What somebody keeps, in as many characters: both proteins kept, the dish comes on top of them."""
    both = re.search(r"\b(?:two|2|both)\b", said.group())
    return ("plus the usual" if both else "").ljust(len(said.group()))[: len(said.group())]


def bare(between: str) -> str:
    """What stands between a number and its dish, without why, without who they are and without the protein that goes."""
    return ONE_PROTEIN.sub(" ", HUNGRY.sub(" ", ALL_ALIKE.sub(" ", _SOME_OF.sub(" ", between))))
