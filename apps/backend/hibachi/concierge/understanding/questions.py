"""Which questions of a message nothing that we know answers: they are said to be open, never passed over. Pure."""

from collections.abc import Sequence

from hibachi.concierge.understanding import (
    cues,
    eaten_by_diet,
    existing,
    matters,
    money_asked,
    occasions,
    reactions,
    specifics,
    subjects,
    tastes,
    topics,
)
from hibachi.concierge.understanding.clauses import LEAD, asks, clauses
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.numbers import NUMBER
from hibachi.language.openers import ASKING_VERBS, OPENERS
from hibachi.language.spans import Span, fold

_SMALL = re.compile(
    r"^(?:hibachi (?:at|in) (?:home|(?:my|our|your) (?:home|house|place|back ?yard))(?: tho(?:ugh)?"
    r"| then| huh| really| ok(?:ay)?)*|lucky (?:me|us|him|her)"
    r"|how many more questions(?: do you have| are there| to go)?(?: lol| haha)?"
    r"|(?:are|r) we done(?: yet)?|(?:you|u) (?:really )?sure(?: about (?:that|it))?"
    r"|(?:can|would|could) (?:you|u|ya) (?:even )?believe (?:it|that|this)|can (?:we|i)(?: please)?"
    r"|can (?:you|u) (?:please )?confirm(?: that| this| it)?"
    r"|isn\'?t (?:it|that|he|she) (?:great|nice|lovely|wonderful|something|sweet|funny|cute|amazing"
    r"|crazy)|don\'?t you think|guess what"
    r"|(?:can|could|will) (?:you|u|anyone|someone)(?: guys)?(?: please)? (?:save|rescue|help) (?:us|me"
    r"|the day)(?: out)?|(?:do|does|would|will|can|could) (?:you|u|ya|yall"
    r"|(?:(?:one|any|some) of )?(?:your|the|a) (?:chefs?|cooks?|guys|people|team|crew)"
    r"|some(?:one|body)|any(?:one|body))(?: guys)?(?: still| even| really| actually| be able to"
    r"| be willing to)* (?:come|travel|drive|do (?:it|that|this)|cook|bother|work|make it|go)(?: out"
    r"| up| down| over)?(?: (?:for|with) (?:that|us|so few|just us|that few|that many"
    r"|this))?(?: (?:here|there|out here|to (?:us|me|here)|(?:out )?this way))?(?: (?:too|then|anyway"
    r"|still))?|(?:would|will|does|could) (?:that|this|it) (?:work|do"
    r"|be (?:ok(?:ay)?|enough|fine))(?: (?:as|for|with) [\w ]{2,25})?"
    r"|(?:is|would|will) (?:that|this|it|there)(?: gonna| going to)?(?: be)? (?:an?|any|a big"
    r"|too big (?:of )?an?) (?:problem|issue|deal ?breaker|trouble|hassle|deal)"
    r"|(?:is|does|would|will|did|can|could)? ?(?:that|this|it|everything|we|all) (?:be )?(?:ok(?:ay)?"
    r"|alright|all right|fine|good|work|works|make sense|sound (?:ok|good|right)|possible|correct"
    r"|right|clear|cool|all set|good to go)(?: (?:for|with) (?:you|u|me|us))?"
    r"|how are (?:you|u|things)(?: doing)?(?: today)?|how'?s it going|how'?s your day(?: going)?"
    r"|what'?s up|wh?assup|how do you do|(?:are )?(?:you|u|anyone|anybody|someone) (?:still )?there"
    r"|really|seriously|for real|right|you know|ok|okay|yes|no|huh|what|why|who|hello|sound(?:s)? good"
    r"|make sense|got it|can you (?:help|help me|please help)(?: me"
    r"| us)?(?: with (?:this|that|something))?"
    r"|can i ask (?:you )?(?:a|something|another) ?(?:question|thing)?"
    r"|can (?:you|u|we|i) do (?:it|that|this)"
    r"|(?:at |in )?(?:the )?same (?:time|place|price|day|people|name|number)"
    r"|(?:is there |so )?(?:nothing|anything) (?:else )?(?:to do|you need|needed"
    r"|(?:i|we) need to do)(?: now| right)?"
    r"|what (?:can|could) (?:we|i) (?:do|get)(?: for| with| w)?(?: that| this| it)?"
    r"|what do (?:you|u) (?:mean|think|recommend|suggest)|what (?:now|next|else)"
    r"|what should (?:i|we) do(?: now| next)?|so what'?s next|what'?s the next step"
    r"|how does that sound|can you (?:repeat|say) that(?: again)?|what did you say|come again"
    r"|(?:so |wait )*(?:that'?s|thats|is that|that is) (?:it|all|everything)"
    r"|do (?:you|u) understand|why not|what'?s? that|which one|who is this|is this (?:a )?real"
    r"|what about it|are you (?:sure|serious|kidding)"
    r"|(?:can|could|will|would) (?:you|u) (?:please )?(?:note|add|write|remember|pass|put"
    r"|mark) (?:that|this|it)(?: down| on| in)?"
    r"|why (?:do|would|are) (?:you|u) (?:need|want|ask\w*)\b.*)\W*$"
)
_VAGUE_ACTS = frozenset(
    (
        "thanks greeting compliment again own_booking bye keep wants_chef same_place same_people "
        "only_emoji laughs item_price dish_price wants_more any_time same_time about_own"
    ).split()
)
_VAGUE_TOPICS = frozenset(
    (
        "about area show contact venue space setting guest_count_final cancellation deposit refund_when "
        "setup_time why_you grill menu included not_included payment hours office_hours price alcohol "
        "rain parking availability duration booking_window explain daytime"
    ).split()
)


_INTERJECTION = re.compile(
    r"^\W*(?:(?:ugh|wow|omg|damn|dang|oh man|oof|huh|whoa|yikes|man|dude|aw+|jeez|lol|haha)\W+)+"
)


def unanswered(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The questions that no topic, no slot and no act of ours covers; spans are what was understood.

    A clause that only goes on about what another one named ("and does she get food too?") is answered with that one.
    """
    found: list[str] = []
    answerable = False
    whole = fold(text)
    for at, part in clauses(whole):
        if not asks(part) and not (_NEEDS.search(part) and is_beyond(part)):
            continue
        if _is_of_taste_or_diet(part, whole) or not _is_open(part, at, spans):
            answerable = True
        elif is_beyond(part) or not (answerable and follows(part)):
            found.append(" ".join(text[at : at + len(part)].split()))
    return tuple(found)


_NEEDS = re.compile(
    r"\b(?:needs?|wants?|requires?|asks? for|asking for|insists?|worr\w+|concern\w*|afraid|wondering)\b"
)
""" "Our HOA needs proof of insurance": as good as a question."""


def _is_of_taste_or_diet(part: str, whole: str) -> bool:
    """Whether a clause goes on about what somebody dislikes or may not eat, which another clause of the message names."""
    if tastes.dislikes(whole):
        return tastes.asks_for_other(part)
    of_food = occasions.speaks_of_diet(whole) and not occasions.speaks_of_diet(part)
    return of_food and bool(
        topics.asks_what_contains(part) or _OTHER_FOOD.search(part) or eaten_by_diet.asks_for_food(part)
    )


_OTHER_FOOD = re.compile(
    r"\b(?:alternatives?|substitut\w*|replace\w*|instead|leave (?:it|that|them) (?:out|off)"
    r"|without (?:it|that|them)|make (?:it|something) (?:without|else)|work around"
    r"|(?:anything|something|what)\b[^.?!]{0,15}\b(?:safe|ok(?:ay)?) (?:for|to)"
    r"|(?:avoid|stay away from|steer clear|watch out for|skip|pass on|leave out))\b"
)


_STILL = re.compile(
    r"\b(?:canopy|canopies|tents?|umbrellas?|tarps?|awning|gazebo|covered|pop[- ]?up)\b"
    r"|^(?:so |and )?what (?:do|should|can|would|will) (?:we|i|you) do\b"
    r"|\b(?:still|anyway|even then|regardless)\b"
    r"|\b(?:cook|grill|come|happen|do it)\b[^.?!]{0,12}\b(?:outside|outdoors|in (?:that|the rain))\b",
    re.I,
)
"""Whether it takes place all the same: asked beside the weather, the rule for rain says it."""


def still_open(unknown: tuple[str, ...], topics: tuple[str, ...], acts: tuple[str, ...]) -> tuple[str, ...]:
    """Of the clauses that no rule reads, those that nothing else in the message answers."""
    answered = (
        ("rain" in topics, _STILL),
        (bool({"menu", "choose", "included"} & set(topics)), _SO_MANY_EACH),
        ("show" in topics, _COOKS),
        ("show" in topics, _DOES),
        ("in_english" in acts, _ENGLISH),
        ("where_to_write" in acts, _WRITE),
        (bool({"paid_claim", "deposit_state"} & set(acts)), _ARRIVED),
        ("status" in acts, _MY_BOOKING),
        ("gratuity" in topics, _USUAL),
        ("same_every_day" in topics, _GOES_UP),
        ("menu_change" in topics, _TELL_BEFORE),
        (bool(topics), _OF_THE_SAME),
    )
    left = (one for one in unknown if not any(so and words.search(one) for so, words in answered))
    beside = bool(topics or _DOUBTS.intersection(acts) or "dish_price" in acts)
    return tuple(one for one in left if not (beside and says_nothing_of_its_own(one)))


def points_back(clause: str) -> bool:
    """ "Is that doable?", "would that work?": what was just told is asked about, and nothing else."""
    return bool(_OF_THE_SAME.search(clause)) or says_nothing_of_its_own(clause)


def says_nothing_of_its_own(clause: str) -> bool:
    """ "Could you do that for them?", "how come?", "and how many does each get?": the clause beside it says of what."""
    return set(re.findall(r"[a-z]+", clause.lower().replace("'", ""))) <= _OF_NOTHING


_USUAL = re.compile(
    r"\b(?:what'?s|whats|what is|what do (?:people|most|others|guests))\b[^.?!\n]{0,20}\b(?:normal|usual"
    r"|customary|typical|standard|common|expected|appropriate|polite|give|do|leave)\b",
    re.I,
)
""" "Is gratuity included? If not, what's normal?"."""
_DOUBTS = frozenset({"price_objection", "minimum_objection"})
_OF_NOTHING = frozenset(
    (
        "a again all also an and any anything are around as at be been being bit but by can cant come "
        "could day did do does doing done dont"
        " each either else extra even ever every everybody everyone everything few for from get gets "
        "getting give go goes going good got guys had"
        " happen happens has have he her here hers hey hi him his hm how i id if ill im in is it its ive "
        "just k like lol lot make makes"
        " many maybe me mean mine much my myself need no not now of off ok okay on one ones only or other "
        "our ours ourself ourselves out please pls possible"
        " r really right same say see she should so some somebody someone something still sure tell than "
        "that thats the their theirs them"
        " then there these they thing things this those though to too u uh um up us very want was we well "
        "were what whats when where"
        " which while who whole why will with without wont work works would y ya yall yeah yes yet you your yours"
    ).split()
)


_OF_THE_SAME = re.compile(
    rf"^\W*(?:(?:{OPENERS}|or|like)\W+)*(?:(?:do|does|would|can|will) (?:you|u|yall|they|we"
    r"|it)(?: guys)? (?:\w+ )?(?:serve|have|sell|provide|offer|bring|use|get|contain|include|take"
    r"|carry) (?:any|some|one|those|these|that|it|them)(?: of (?:that|those|it|them|these))?"
    r"|(?:is|are) (?:any|some|either|all|one|none) of (?:that|those|it|them|these"
    rf"|this)\b[^.?!]{{0,35}}|what (?:then|now|happens(?: then| next| in that case)?"
    r"|do (?:i|we) do(?: then)?)|how (?:does|do|would|will) (?:that|it|this|those|you handle that"
    r"|you do that)(?: all)?(?: work| go| look)?"
    r"|(?:do|will|would) (?:i|we) (?:lose|get|owe|pay) (?:anything|something|everything|it all|money"
    r"|it|that|(?:all )?(?:of )?(?:our|my|the) (?:money|deposit|hundred))(?: back)?"
    r"|(?:is|would|will) (?:that|it|this)(?: be)? (?:ok|okay|possible|fine|doable|alright|a problem"
    r"|an issue|allowed|at all possible)(?: with you)?|can (?:you|u|we|i) do (?:that|it|this)"
    r"|(?:would|does|will|can) (?:that|it|this) work"
    r"|what(?:'?s| is) the (?:deal|story|rule|policy))\W*$",
    re.I,
)
""" "And later we have to cancel, what then?": nothing of its own is asked, the clause beside it says of what."""
_SO_MANY_EACH = re.compile(
    rf"^\W*(?:(?:{OPENERS}|or) )*how many (?:of (?:them|those) )?(?:do|does|can|will|would"
    r"|are)? ?(?:each|every|everyone|everybody|we|they|you|people|guests?|a"
    r"|one)(?: (?:person|guest|one|adult|of us))?(?: (?:get|have|pick|choose|included|allowed))*\W*$",
    re.I,
)
_GOES_UP = re.compile(r"\bprices?\b[^.?!]{0,20}\b(?:go(?:es)? up|higher|rise|increase|different|more|change)\b", re.I)
""" "Does the price go up for New Year's Eve": the same on any day."""
_TELL_BEFORE = re.compile(r"\b(?:have|need) to (?:tell|let|decide|choose|pick|say|know|order)\b", re.I)
_COOKS = re.compile(
    r"^\W*(?:and |or |who )*(?:does|do|is|who|cooks?|doing|actually|really)\b.{0,12}\bcook\w*\W*$", re.I
)
""" "... a real person who comes out and does the cooking?": half of one question."""
_DOES = re.compile(
    r"\bwhat (?:does|do|will|would|is|are) (?:the |your )?(?:chefs?|cooks?|he|she|they)\b.{0,15}\b(?:do"
    r"|doing)\W*$",
    re.I,
)
""" "What does the chef actually do?" beside the onion volcano."""
_ARRIVED = re.compile(
    r"\b(?:did|have|has|do) (?:you|u|yall|it|that)(?: guys)? (?:get|got|receive[d]?|see|seen|gotten"
    r"|come|arrived?|go|gone)\b|\b(?:is|are) (?:it|that|we) (?:in|there|good|all set)\b",
    re.I,
)
_MY_BOOKING = re.compile(r"\b(?:my|our) (?:booking|party|reservation)\W*$", re.I)
_ENGLISH = re.compile(r"\benglish\b", re.I)
_WRITE = re.compile(r"\b(?:send|give|put|write|tell|enter|share|submit|address|name|number|details?)\b", re.I)


AS_FOOD = frozenset({"fish", "shellfish"})
"""Diets whose words are food first: "is the seafood fresh or frozen" asks for no allergen."""


def without_diet(topics: tuple[str, ...], unknown: tuple[str, ...], asked: Sequence[str]) -> tuple[str, ...]:
    """The topics without diets, where no diet is named and what is asked is beyond our facts ("which oil do you use")."""
    open_ones = [fold(one) for one in unknown if is_beyond(fold(one))]
    as_food = AS_FOOD.intersection(*map(diets, open_ones)) if open_ones else frozenset()
    if not open_ones or not as_food.issuperset(asked):
        return topics
    return tuple(topic for topic in topics if topic != "dietary")


def beyond(text: str) -> tuple[str, ...]:
    """The topics that only questions about things beyond our facts seemed to name."""
    parts = clauses(fold(text))
    vague = {
        topic
        for _, part in parts
        if asks(part) and is_beyond(part)
        for topic in (*cues.found(cues.TOPICS, part), *specifics.of_clause(part))
    }
    known = [one for _, part in parts for one in (_known_of(part) if asks(part) and is_beyond(part) else (part,))]
    kept = {topic for part in known for topic in cues.found(cues.TOPICS, part)}
    return tuple(sorted((vague & _VAGUE_TOPICS) - kept))


def _known_of(part: str) -> tuple[str, ...]:
    """ "Is there music or a show": of what a clause leaves the choice between, what is not beyond our facts."""
    first, *others = part.split(" or ")
    asked = " ".join(first.split()[:2])
    choices = (first, *(f"{asked} {one}" for one in others)) if others else ()
    return tuple(one for one in choices if not is_beyond(one))


_SMALL_PARTY = re.compile(
    r"^how (?:very |truly )?(?:splendid|lovely|nice|wonderful|great|fun|exciting|sweet|kind|cool|funny"
    r"|perfect|delightful|thoughtful|charming|marvell?ous|generous|neat)(?: of (?:you|them))?$"
    r"|^(?:is that (?:too|to) (?:few|small|little)"
    r"|(?:do|can|would|will|could) (?:you|u|ya|yall|the chef|someone)(?: guys| all| even| still"
    r"| also)* (?:come|do (?:that|it|this|small\w*|tiny)|cook|cater|take (?:us|that|it)|work)(?: out"
    r"| over)?(?: (?:for|with|to) (?:just |only |so |such )?(?:us|that|that few|so few|few|a few"
    r"|small\w*|a (?:small|tiny) \w+|that (?:small|little|many)"
    r"|(?:the )?\w+ (?:of us|people|adults|ppl|persons)))?(?: (?:then|though|anyway))?)$"
)
""" "Can you still come?" beside a count: the price of the party answers it."""
_ASKS_THE_PRICE = re.compile(
    r"^(?:what(?:'s|s| is| are| would| will| does|'d)?|how much(?:'s| is| would| will)?"
    r"|whats) (?:(?:it|that|this|we|i|the (?:price|total|cost|damage|number|bill"
    r"|new one))(?:'s)?\b ?)(?:(?:be|is|come|comes|to|out|cost|now|then|at|make|pay|owe|looking|total"
    r"|altogether|like that|for (?:each|both|either|that|those"
    r"|all)(?: (?:case|one|option|of (?:them|those|us)))?|in (?:each|both) cases?)\b ?)*$"
    r"|^(?:what|how much) (?:would|do|will|did) (?:you|u|ya|yall)(?: guys)? (?:charge|ask|want"
    r"|take)(?: (?:us|me))?(?: for (?:that|it|this|us|all (?:of )?(?:that|it|this)))?$"
    r"|^(?:does|do|will|would|did|so does) (?:that|this|it|they)(?: all| then| now)? (?:change|affect"
    r"|alter|impact|move|raise|lower|make)(?: it| things| anything| something| much| a lot"
    r"| (?:any|a|much of a) (?:difference|change)| the (?:price|total|number|cost)"
    r"| what (?:we|i) (?:pay|owe))?(?: then| now| at all| for (?:us|the price|me))?$"
)
""" "What is it then", "what is the price for each case": the price of what was just said, nothing of its own."""


def asks_the_price(clause: str) -> bool:
    """Whether a folded clause asks for nothing but the price of what was just said."""
    return bool(_ASKS_THE_PRICE.match(LEAD.sub("", clause).strip(" ?")))


_TELLS = re.compile(
    r"^(?:(?:there )?(?:would|will|'ll|'d) be (?:about |around |like |maybe )?\d"
    r"|(?:who|which|that) (?:are|is|will be|would be|turn|turns) (?:about |all |only |just )?\d"
    r"|will (?:send|text|tell|give|get|let|call|e-?mail|pay|check|confirm|know|update|ask|do so|share"
    r"|forward)\b)"
)
""" "There would be 15 adults", "who are 7, 8 and 10": told, though it begins as a question may."""
_TORN = re.compile(r"\b(?:the|a|an|of|with|to|for|my|your|our)$")
""" "Does that come with the, what do you call it": half a question is none."""


def is_beyond(clause: str) -> bool:
    """Whether a clause names what no fact of ours tells."""
    return subjects.subject_of(clause) is not None


_FOLLOWS = re.compile(
    rf"^(?:(?:{OPENERS}|or) )*(?:(?:do|does|did|is|are|can|could|will|would|should|has|have"
    r"|how(?: (?:long|many|much|often|old))?|what|when|where|which|why|who) )*(?:\w+ )?(?:he|she|it"
    rf"|they|that|this|those|these|him|her|them|its|one)\b(?:[^?]{{0,30}})$"
    rf"|^(?:(?:{OPENERS}|or) )*(?:is|are|would|will) there (?:be )?(?:an?|any|some) (?:extra "
    r"|additional |other )?(?:charge|fee|cost|penalty|limit|catch)s?(?: for (?:that|it|this))?$"
    rf"|^(?:(?:{OPENERS}|or|when|how|where|what) )*(?:{ASKING_VERBS}) (?:you|u|ya|yall|we|i"
    r"|they)(?: guys)? (?:still |also |even |have to "
    r"|need to )?\w+(?: (?:for|to|with|about|on|anything for|extra for))? (?:him|her|them|it|that"
    r"|this|those|one)(?: too| as well| then)?$"
    rf"|^(?:(?:{OPENERS}|or) )*(?:{ASKING_VERBS})\b[^?]{{0,25}}\b(?:there|here|on (?:it|that|top)"
    r"|in there|under (?:it|that)|along|with you)$"
    rf"|^(?:(?:{OPENERS}|or) )*how many (?:per|each|for each|of (?:them|those|each)|can|could|do we"
    rf"|do i|people did|did)\b[^?]{{0,25}}$"
)
""" "And does she get food too", "how many per person": about what was named before, nothing of its own."""


def follows(clause: str) -> bool:
    """Whether a folded clause only goes on about what another one named."""
    return bool(_FOLLOWS.match(LEAD.sub("", clause).strip(" ?")))


OVER_SUBJECTS = frozenset({"chef_extra", "shared_grill", "rain", "comes_to_you"})
"""What a fact answers though its words name a subject that none tells ("do we rent the grill", "do you rent tents")."""


_ASKS_THE_MENU = re.compile(
    r"\b(?:what|which|show|see|send|list|have)\b[^.?!\n]{0,25}\b(?:menu|included|extras|upgrades"
    r"|add-?ons|proteins|choose|choices|options)\b"
)


def only_declines(folded: str, acts: Sequence[str]) -> bool:
    """Whether extras are named only to do without them: "we don't want any upgrades" asks for no list of them."""
    return "decline_extras" in acts and not _ASKS_THE_MENU.search(folded)


_SUMS_UP = re.compile(
    r"which (?:leaves|makes|brings|means|puts|gets|is"
    r"|would (?:be|make|leave))(?: (?:us|it|that|we'?re|we are|only|just|now|at|to|with|down|up"
    rf"|a total of|about))* {NUMBER}\b"
)
""" "Three can't make it, which leaves nine"."""
_OF_AGE = re.compile(
    r"who(?:'s|'re| is| are| has| have| was| were| will be"
    r"|'ll be)?(?: (?:just|now|both|all|already|almost|only|recently|about|to|be|turned|turns|turning"
    rf"|turn|been|aged?))* {NUMBER}(?:(?:,? and |, ?| ?& ?| )(?:{NUMBER}|an?"
    r"|(?:years?|yrs?|months?|weeks?)(?: old)?|yo|now|already|each|too|respectively|in \\w+))*"
)
""" "Our twins, who just turned 13": how old somebody is told of is, no question."""


def _is_open(part: str, at: int, spans: Sequence[Span]) -> bool:
    bare = LEAD.sub("", _INTERJECTION.sub("", part)).strip(" ?")
    if matters.find(part):
        return False
    if is_beyond(part):
        named = subjects.subject_of(part) == subjects.SAUCES and diets(part)
        return not (named or OVER_SUBJECTS & set(specifics.of_clause(part)))
    if not bare or len(bare.split()) < 2 or _SMALL.match(bare) or _OF_AGE.fullmatch(bare) or _SUMS_UP.match(bare):
        return False
    if _TELLS.match(bare) or _TORN.search(bare) or _SMALL_PARTY.match(bare) or _ASKS_THE_PRICE.match(bare):
        return False
    if specifics.of_clause(part):
        return False
    if cues.elliptical(part) or cues.found(cues.TOPICS, part) or set(cues.found(cues.ACTS, part)) - _VAGUE_ACTS:
        return False
    if "per_person" in money_asked.acts(part):
        return False
    if reactions.of(bare) or existing.asks_about_own(part) or occasions.speaks_of_diet(part):
        return False
    return not any(at <= span.start < at + len(part) for span in spans)
