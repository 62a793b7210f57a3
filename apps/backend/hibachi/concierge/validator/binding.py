"""Which role the words around an amount give it: "a $100 deposit", "travel: $108", "4 lobster at $15 each are $60"."""

import re
from dataclasses import dataclass, replace

from hibachi.concierge.validator.roles import ACCEPTS, PER_HEAD, Mention, Wanted, any_of, item_roles

_DOLLARS = r"\s*(?:dollars?|bucks|usd)?"
_EACH = re.compile(
    _DOLLARS + r"\s*(?!for everyone)(?:extra |more |additional )?(?:"
    r"(?P<mile>(?:per|a|an|each|every|/|for each|for every) ?(?:\w+ )?(?:mile|mi\b))"
    r"|(?P<adult>(?:per|an?|each|every|/|for each|for every|for an?) ?(?:adult|grown-?up))"
    r"|(?P<child>(?:per|an?|each|every|/|for each|for every|for a) ?(?:child|kid))"
    r"|(?P<toddler>(?:per|a|each|/) ?toddler)"
    r"|(?P<each>(?:per|an?|each|every|/|for each|for every) ?(?:paying |extra )?(?:person|guest|head|ea\b|portion|plate|order|upgrade|serving|tail|piece|one|of them)\b"
    r"|each\b|ea\b|apiece\b|p\.?p\b))"
)
_NOUN = re.compile(
    _DOLLARS
    + r"[ -](?:(?:is|was|as|for|being|goes|went|of it|of that|of which|up front|upfront|down|due now|now|paid|will be|would be|what's|is what's) ){0,4}"
    r"(?:(?:the|a|an|your|our|in) )?"
    r"(?:(?:refundable|fixed|flat|non-refundable|remaining|required|small|one-time|kids?'?|regular|standard|suggested|usual),? ){0,2}"
    r"(?:(?P<deposit>deposit|down payment|up ?front\b|down\b|now\b|today\b|(?:comes |goes |taken )?(?:right )?off (?:your|the) )|(?P<minimum>(?:party |food )?minimum)|(?P<reschedule>resched\w+ (?:fee|charge)|(?:date[- ]change|change) fee)"
    r"|(?P<travel>travel(?: fee| cost| charge)?\b|mileage|drive\b|(?:few )?(?:extra )?miles\b)|(?P<refund>refund\b|(?:comes |goes )?(?:right )?back\b|of it\b)"
    r"|(?P<balance>balance|left\b|later\b|(?:due )?(?:any ?time )?(?:by|at or before|on or before|before|up to|at) (?:the |your )?(?:day|party|event)\b|after (?:the|your) deposit|follows\b|(?:is |would be |will be |are )?(?:still )?(?:left|remaining|due on the day|due (?:on|by|before) the (?:day|party)|outstanding)"
    r"|remains|remaining|(?:is |to be )?(?:paid|due) on the day)"
    r"|(?P<total>total\b|all[- ]in\b|altogether|in all\b|all\b(?= *[.,!?]| *$)|overall)|(?P<proteins>upgrades\b(?! at))"
    r"|(?P<extra_protein>(?:extra |third )?(?:portion|protein)\b)|(?P<guests>guests\b|everybody\b|everyone\b)|(?P<food>food\b|sub-?total|before (?:travel|it|that|the minimum)|plus travel)"
    r"|(?P<hold>(?:to |will |would |is all it takes to |and (?:it|that) )?(?:hold|secure|lock|reserve|save|confirm|keep)s?\b)"
    r"|(?P<adult>adults?\b(?! deposit))|(?P<child>(?:child|kid)(?:ren|s)?\b))"
)
_LINK = re.compile(
    r"^\s*(?:fee|charge|price|cost|upgrades?|amount|s|due|total|paid)?\s*(?:\([^()]{0,40}\))?\s*"
    r"(?::|=|-|is|are|of|was|at|comes? to|would be|will be|'s|runs|costs?|stays at|to|adds?(?: up to| on)?|makes?|totals?|remains|stays)?\s*"
    r"(?:just|only|still|about|around|exactly|now|a|an|the|then|back|up to|roughly)?\s*\(?\+?$"
)
_FOLLOWS = re.compile(
    r"^\s{2,}$|^[^.$]{0,24}?(?:,? ?so(?: that's| it's)?|,? ?makes?|=|:|are|is|for|,? ?which (?:is|makes|comes to)|,? ?that's|,? ?comes? to|,? ?totals?|,? ?adds? up to)\s*"
    r"(?:a |an |about |exactly |just |only )?$"
)
_FOOD_CUE = re.compile(r"\b(?:travel|mileage|food|minimum|before|without|guests|zip|plus)\b")
_HOLDS = re.compile(
    r"\b(?:to|will|would|it|that|which) (?:hold|secure|lock|reserve|save|confirm|keep)s?\b|\b(?:holds|secures|locks|reserves) (?:it|your|the|that)\b"
)
_HOLDS_BEFORE = re.compile(r"\b(?:to|that) (?:hold|secure|lock|reserve)s?\b[^,;]*$")
_TIMES = re.compile(
    r"(?:x|×|@)\s*$|(?<!looking )(?<!you )(?<!you're )(?<!be )(?<!in )(?<!stays )(?<!is )(?<!stay )\bat\s*$"
)
_MILES = re.compile(r"\b(?:miles?|mi|billed|charged|past our|beyond|travel)\b[^$]{0,60}$")
_STANDS_AT = re.compile(r"\b(?:at|is|it's|got|to|total)\s*$")
_PRICED = ("adult", "child", "toddler", "extra_protein")


@dataclass(frozen=True, slots=True)
class Bound:
    """The roles that an amount may have.

    item: what it is the price of, when that is a price each; product: it is such a price times a number;
    used: up to where the words behind it were its own.
    """

    wanted: Wanted
    item: str | None = None
    product: bool = False
    used: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """An amount at [start, end) of a sentence, between the amounts before and after it.

    last: how the one before was bound; known: "lobster_tail+line" for each line of the facts, and "proteins";
    premium: the proteins; included: those without an upgrade; asked: what alone the customer asked the price of.
    """

    text: str
    named: list[Mention]
    start: int
    end: int
    previous: int
    following: int
    last: Bound | None
    known: frozenset[str]
    premium: frozenset[str]
    included: frozenset[str]
    asked: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        return self.text[self.previous : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.following]

    @property
    def earlier(self) -> list[Mention]:
        """What is named between the amount before and this one."""
        first = max(self.previous, self.last.used if self.last else 0)
        return [mention for mention in self.named if first <= mention.start and mention.end <= self.start]


def bind(a: Around) -> Bound:
    """The role of an amount; what stands behind an equals sign is never a price each."""
    bound = _bind(a)
    if not re.search(r"=\s*$", a.before) or all("unit" in roles for roles in bound.wanted):
        return bound
    return replace(bound, wanted=tuple(roles for roles in bound.wanted if "unit" not in roles))


def _bind(a: Around) -> Bound:
    """The role of an amount: by what follows it, what stands right before it, the label of its line, the sentence."""
    if each := _EACH.match(a.after):
        return _each(a, str(each.lastgroup))
    if product := _product(a):
        return product
    if re.search(r"=\s*$", a.before) and re.search(r"\+|\bplus\b", a.text[: a.start]):
        return Bound(any_of("total") if "travel" in a.text[: a.start] else (*any_of("total"), *ACCEPTS["food"]))
    direct = a.earlier[-1] if a.earlier and _LINK.match(a.text[a.earlier[-1].end : a.start]) else None
    if direct and direct.aside:
        direct = _instead(a, direct)
    noun = _NOUN.match(a.after)
    if (
        noun
        and noun.lastgroup == "deposit"
        and re.search(r"\b(?:now|today)$", noun.group())
        and _STANDS_AT.search(a.before)
    ):
        noun = None
    if direct and noun and noun.lastgroup == "total":
        direct = None
    if direct:
        wanted = _of(a, direct)
        spaced = not a.text[direct.end : a.start].strip()
        return (
            _bound((*wanted, *_noun(str(noun.lastgroup))), a, direct) if noun and spaced else _bound(wanted, a, direct)
        )
    if noun:
        kind = str(noun.lastgroup)
        if kind in ("adult", "child") and re.search(r"\bfor (?:the|all)\b", noun.group()):
            return Bound(any_of(f"{kind}+line"))
        if kind == "proteins":
            return Bound(any_of("proteins") if "proteins" in a.known else any_of("line"))
        return Bound(_noun(kind), used=a.end + noun.end())
    if item := _item_after(a):
        if (
            item.role.startswith("item:")
            and re.search(r"\+\s*$", a.before)
            and re.search(r"\b(?:each|per|a head)\b", a.text)
        ):
            return Bound(_unit_roles(a, item), item.role)
        return _bound(_of(a, item), a, item) if not _is_for_all(a, item) else Bound((frozenset({item.role, "line"}),))
    if label := _label(a):
        return Bound(_of(a, label))
    if _HOLDS.search(a.after) or _HOLDS_BEFORE.search(a.before):
        return Bound(ACCEPTS["deposit"])
    return _by_sentence(a)


def _instead(a: Around, aside: Mention) -> Mention | None:
    """ "The total for 25 adults is $1,691" is of the total, "travel for 54 miles: $108" is of the travel."""
    main = [mention for mention in a.earlier if not mention.aside and not _is_priced(mention)]
    if main:
        return main[-1]
    return aside if re.search(r"[:=(]\s*$|\b(?:of|is|are|at)\s*$", a.before) else None


def _bound(wanted: Wanted, a: Around, mention: Mention) -> Bound:
    unit = _is_priced(mention) and _TIMES.search(a.before)
    return Bound(wanted, mention.role if unit else None)


def _is_priced(mention: Mention) -> bool:
    return mention.role.startswith("item:") or mention.role in _PRICED


def _each(a: Around, kind: str) -> Bound:
    if kind == "mile" or (kind == "each" and _MILES.search(a.text[: a.start])):
        return Bound(ACCEPTS["per_mile"], "per_mile")
    if kind in _PRICED:
        return Bound(ACCEPTS[kind], kind)
    dishes = [mention for mention in a.named if _is_priced(mention)]
    near = [mention for mention in dishes if mention.end <= a.start][-1:] or [m for m in dishes if _is_beside(a, m)][:1]
    if not near:
        hinted = tuple(frozenset({role, "unit"}) for role in a.asked if role.startswith("item:"))
        if "miles" in a.known and kind == "each" and re.match(r"\s*each\b", a.after):
            return Bound((*PER_HEAD, *hinted, *ACCEPTS["per_mile"]), "any")
        return Bound((*PER_HEAD, *hinted), "adult")
    role = near[0].role
    if role == "adult":
        return Bound((*ACCEPTS["adult"], *any_of("per_person")), role)
    if role[5:] in a.premium and _is_extra(a, near[0]):
        return Bound(
            (frozenset({role, "premium_extra"}), frozenset({role, "extra_protein", "unit"}), *_plain(a, role)), role
        )
    return Bound(item_roles(role, False, True), role)


def _is_beside(a: Around, mention: Mention) -> bool:
    """ "$5 each (salmon)", "$5 each for filet": named right behind the price."""
    return a.end <= mention.start < a.following and bool(
        re.search(r"[(:]\s*$|\bfor (?:the |a )?$", a.text[a.end : mention.start][-14:])
    )


def _is_extra(a: Around, mention: Mention) -> bool:
    """ "extra lobster", "2 extra chicken": a portion on top, which costs the extra protein too."""
    return bool(
        re.match(r"extra\b|additional\b", a.text[mention.start :])
        or re.search(r"\b(?:extra|additional) (?:portions? of )?$", a.text[: mention.start])
    )


def _plain(a: Around, role: str) -> Wanted:
    """An extra portion of an included protein costs what any extra protein costs."""
    return ACCEPTS["extra_protein"] if role[5:] in a.included else ()


def _product(a: Around) -> Bound | None:
    """ "at $15 each are $60", "$2 a mile, so $108": what a price each, times its number, makes."""
    if a.last is None or a.last.item is None or not _FOLLOWS.match(a.before) or re.match(r"\s*\+", a.after):
        return None
    if _item_after(a):
        return None
    if any(not _is_priced(mention) and mention.role not in ("per_mile", "per_head") for mention in a.earlier):
        return None
    if any(_is_priced(mention) and mention.role != a.last.item for mention in a.earlier):
        return None
    item = a.last.item
    if item == "any":
        return Bound(any_of("line", "travel_fee", "total"), product=True)
    if item == "per_mile":
        return Bound(any_of("travel_fee"))
    wanted = (frozenset({item, "line"}), frozenset({item, "extra_protein", "line"}))
    if item in ("adult", "child"):
        return Bound((*wanted, *any_of("total")), product=True)
    return Bound((*wanted, frozenset({item, "premium_extra"})), product=True)


def _noun(kind: str) -> Wanted:
    if kind == "hold":
        return ACCEPTS["deposit"]
    if kind == "food":
        return any_of("food", "subtotal", "total")
    if kind == "guests":
        return any_of("food", "subtotal", "adult+line", "total")
    return ACCEPTS[kind]


def _of(a: Around, mention: Mention) -> Wanted:
    """The roles of an amount that a mention introduces: "adults: $1,100", "deposit is $100"."""
    role = mention.role
    adds = any_of("difference") if re.search(r"\badds?(?: on)?\s*$", a.before) else ()
    if not _is_priced(mention):
        food = ACCEPTS["food"] if role == "total" and _FOOD_CUE.search(a.after) else ()
        return (*ACCEPTS[role], *food, *adds)
    if re.match(r"\s*(?:x|×|\*)", a.after) or _TIMES.search(a.before):
        return _unit_roles(a, mention)
    if mention.counted and role in ("adult", "child", "toddler"):
        return adds or _of_guests(a, role)
    if role.startswith("item:"):
        return (*_of_item(a, mention), *adds)
    single = a.text[mention.start : mention.end] in ("adult", "child", "kid", "toddler")
    return (*item_roles(role, mention.counted, single and not mention.counted), *adds)


def _of_guests(a: Around, role: str) -> Wanted:
    """ "20 adults: $1,100" is a line or, for adults, the total; "10 adults + 4 kids = $670" a sum."""
    guests = {other.role for other in a.earlier if other.role in ("adult", "child", "toddler")}
    if len(guests) > 1:
        line = () if a.before.rstrip().endswith("=") else (frozenset({role, "line"}),)
        cue = a.before.rstrip().endswith("=") or _FOOD_CUE.search(a.before + a.after)
        return (*line, *any_of("total"), *(ACCEPTS["food"] if cue else ()))
    food = ACCEPTS["food"] if _FOOD_CUE.search(a.before + a.after) or a.before.rstrip().endswith("=") else ()
    return (frozenset({role, "line"}), *((*any_of("total"), *food) if role == "adult" else ()))


def _of_item(a: Around, mention: Mention) -> Wanted:
    """An item's price each, or its line: the line where the sentence counts it or breaks a sum down."""
    role = mention.role
    if role[5:] in a.premium and (_is_extra(a, mention) or _is_third(a, mention)):
        each = (frozenset({role, "premium_extra"}), frozenset({role, "extra_protein"}), *_plain(a, role))
        return (frozenset({role, "extra_protein", "line"}),) if mention.counted else each
    with_guests = mention.end <= a.start and any(
        other.counted and other.role in ("adult", "child") for other in a.earlier
    )
    group = re.search(r"\bfor (?:\d+|all|the) (?:of |guests|people|adults|persons)", a.text[mention.end : a.start])
    broken = (
        a.last is not None
        and not re.search(r"\b(?:each|per|apiece|a head)\b", a.text)
        and re.search(r"[:(=]|\bof which\b|\binclud", a.text[: a.start])
        and f"{role[5:]}+line" in a.known
    )
    line = item_roles(role, mention.counted or bool(group) or bool(broken), False)
    return any_of("total") if with_guests else line


def _is_third(a: Around, mention: Mention) -> bool:
    """ "If the third one is lobster, it's $25": the extra protein and the upgrade, but for a part of that sum."""
    part_of = a.last is not None and any("premium_extra" in roles for roles in a.last.wanted)
    around = a.text[max(0, mention.start - 40) : mention.end + 14]
    return bool(re.search(r"\b(?:third|3rd)\b", around)) and not part_of


def _unit_roles(a: Around, mention: Mention) -> Wanted:
    if mention.role[5:] in a.premium and _is_extra(a, mention):
        return (
            frozenset({mention.role, "premium_extra"}),
            frozenset({mention.role, "extra_protein", "unit"}),
            *_plain(a, mention.role),
        )
    return item_roles(mention.role, False, True)


def _item_after(a: Around) -> Mention | None:
    """ "$15 lobster upgrade", "$5 (salmon)", "$60 for the lobster"."""
    for mention in a.named:
        if a.end <= mention.start < a.following and _is_priced(mention):
            between = a.text[a.end : mention.start]
            if re.fullmatch(
                _DOLLARS + r"\s*(?:\(|(?:for|in) (?:the |a |an |each |all )?(?:\w+ )?|upgrade to |extra for )?", between
            ):
                return mention
    return None


def _is_for_all(a: Around, item: Mention) -> bool:
    """ "$550 for the adults", and "$60 for the lobster" where the sentence has counted the lobster."""
    if not re.search(r"\bfor (?:the |all )", a.text[a.end : item.start]):
        return False
    counted = any(mention.counted for mention in a.named if mention.role == item.role)
    listed = f"{item.role[5:]}+line" in a.known and not re.search(r"\b(?:each|per|apiece|a head)\b", a.text)
    return item.role in ("adult", "child", "toddler") or counted or listed


def _label(a: Around) -> Mention | None:
    """The first role of a line "Travel (83.4 miles, 54 billed at $2 each): $108"; the amount is the last of its line."""
    if not re.search(r":\s*$", a.before) or a.following != len(a.text):
        return None
    inside = [mention for mention in a.named if mention.end <= a.start]
    return (
        inside[0]
        if inside
        and re.match(r"\s*(?::|\(|at\b|x\b|×|@|for\b|upgrade|of\b|in\b|to\b|\s*$)", a.text[inside[0].end : a.start])
        else None
    )


def _by_sentence(a: Around) -> Bound:
    """No word stands right beside the amount: the nearest that is no aside, else what a bare amount means."""
    if _TIMES.search(a.before) or re.match(r"\s*(?:x|×) ?\d", a.after):
        return _unit(a)
    if special := _in_a_sum(a):
        return Bound(special)
    main = [mention for mention in a.earlier if not mention.aside and not mention.counted]
    strong = [mention for mention in main if not _is_priced(mention)]
    if chosen := (strong or main):
        return _bound(_of(a, chosen[-1]), a, chosen[-1])
    dishes = [mention for mention in a.earlier if mention.role.startswith("item:") or mention.role == "extra_protein"]
    if dishes:
        own = () if dishes[-1].aside else _of(a, dishes[-1])
        return Bound((*own, *any_of("total", "difference")))
    if weak := _weak(a):
        return Bound(weak)
    if re.search(r"\+$", a.before):
        return Bound(any_of("difference", "line", "travel_fee"))
    if re.match(r"\s*(?:more|extra|less|additional)\b", a.after):
        return Bound(any_of("difference") if "difference" in a.known else any_of("line", "travel_fee"))
    asked = [role for role in a.asked if not role.startswith("item:")]
    if len(asked) == 1:
        return Bound(ACCEPTS[asked[0]])
    lone = () if "total" in a.known else any_of("travel_fee")
    return Bound((*any_of("total", "proteins"), *lone, *(ACCEPTS["food"] if _FOOD_CUE.search(a.text) else ())))


_CUES: dict[str, str] = {
    "deposit": r"\b(?:put(?:ting)? down|up ?front|take|takes|get started|get your|to start)\b",
    "balance": r"\b(?:owe|later|after the deposit|then|leaves?|and the other|rest)\b",
    "travel": r"\b(?:drive|the way|trip|travel|mileage|miles past)\b",
    "reschedule": r"\b(?:free (?:change|move)|this (?:one|change|move)|after that|further|second|another (?:change|move)|any more)\b",
}  # fmt: skip


def _weak(a: Around) -> Wanted:
    """What the words right before or behind hint at, where nothing firmer binds the amount."""
    behind = re.split(r"[,;.]| and | plus ", a.after)[0][:40]
    before = re.split(r"[;.]", a.before)[-1][-42:]
    for text in (behind, before):
        for role, cue in _CUES.items():
            if re.search(cue, text) and not re.search(
                r"\b(?:total|comes? to|makes?|be at|you're at|adds? up|no (?:travel|fee))\b|\bwithout\b", text
            ):
                return ACCEPTS[role]
    return ()


def _in_a_sum(a: Around) -> Wanted | None:
    if re.search(r"\bleav(?:es|ing)(?: you)?(?: with)?(?: just| only)?\s*$", a.before):
        return ACCEPTS["balance"]
    if re.search(r"\boff (?:the|your)(?: total of)?\s*$", a.before):
        return any_of("total", "food")
    if a.last is not None and a.last.item and re.search(r"\+|:", a.before) and re.match(r"\s*\+", a.after):
        return any_of("unit")
    if re.search(r"\bso\s*$", a.before) and "added" in a.before:
        return tuple(
            frozenset({mention.role, "premium_extra"}) for mention in a.named if mention.role.startswith("item:")
        )
    if re.search(r"\+\s+$", a.before) or re.match(r"\s*\+", a.after):
        fee = any_of("reschedule_fee") if "resched" in a.text else ()
        return (
            any_of("difference")
            if "difference" in a.known
            else (*any_of("line", "travel_fee", "food", "subtotal"), *fee)
        )
    if re.search(r"=\s*$", a.before):
        summed = re.search(r"\+|\bplus\b", a.text[: a.start])
        return (
            any_of("total", "food", "subtotal") if summed else any_of("line", "total", "food", "subtotal", "travel_fee")
        )
    return None


def _unit(a: Around) -> Bound:
    """ "20 x $55", "$55 x 20": the price each of what is named last before, else of a guest."""
    dishes = [mention for mention in a.named if _is_priced(mention) and mention.end <= a.start]
    if not dishes:
        if _MILES.search(a.text[: a.start]):
            return Bound(ACCEPTS["per_mile"], "per_mile")
        return Bound((*PER_HEAD, *ACCEPTS["per_mile"]), "any")
    return Bound(_unit_roles(a, dishes[-1]), dishes[-1].role)
