"""The words of a follow-up as tokens of a few kinds; a word of no kind ends the reading. Pure."""

from dataclasses import dataclass
from functools import lru_cache

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, find_numbers, to_int

_N = rf"(?:{NUMBER})"
_YEARS = r"(?:[- ]?(?:years?|yrs?|yr)[- ]?olds?|[- ]?(?:yo|y/o|yrs?)\b)"
_LIST = rf"{_N}(?:(?: (?=\\d)| ?, ?(?:and |& )?| and | ?& ?| ?\+ ?| ?/ ?){_N})+"
_ONLY_ONE = (
    r"(?:dad|mom|mum|mother|father|grandma|grandpa|grandmother|grandfather|nana|papa|wife|husband|hubby"
    r"|fianc[eé]e?|partner|girlfriend|boyfriend|gf|bf|boss|son|daughter|sister|brother|aunt|uncle|groom"
    r"|bride|host|hostess|graduate|grad|guest of honou?r"
    r"|(?:b-?day|birthday) (?:boy|girl|kid|child|man|lady|person|guy)|mother-in-law|father-in-law|mil|fil"
    r"|best man)"
)
_TWO = (
    r"(?:parents|folks|grandparents|in-laws|inlaws|couple|newlyweds|birthday couple|anniversary couple"
    r"|happy couple|bride and groom|mom and dad|mum and dad|grandma and grandpa)"
)
_GROWN = (
    r"(?:(?:each|every) (?:adult|grown[- ]?up)|adults?|adlts?|grown[- ]?ups?|grownups?|parents|aunts"
    r"|aunties|uncles|ladies|women|men|guys|moms|dads|mums|fathers|mothers|grandparents|teens?|teenagers?)"
)
_YOUNG = (
    r"(?:kids?|kiddos?|kiddies|child(?:ren)?|little ones|little guys|littles|nephews?|nieces?|grand ?kids?"
    r"|grand ?child(?:ren)?|sons|daughters|boys|girls|youngsters|minors)"
)
_FOLK = r"(?:people|ppl|peeps|yeses|rsvps|persons?|guests?|heads|folks|of us|bodies)"
_OTHERS = (
    r"(?:friends?|cousins?|relatives|co-?workers?|colleagues?|budd(?:y|ies)|neighbou?rs?|pals?|mates"
    r"|invitees|classmates|teammates|in-laws)"
)
_AWAY = (
    r"(?:(?:has|have|had|just|already|might|may) )*(?:drop(?:s|ping)? out|dropped(?: out)?(?! the| @)"
    r"|flaked?(?: out)?|flakes|flaking|bail(?:s|ed|ing)?(?: out| on (?:us|me))?|back(?:s|ed|ing)? out"
    r"|cancel(?:s|l?ed|l?ing)?|pull(?:s|ed)? out|quit|say no|said no|no[- ]?shows?"
    r"|call(?:s|ed|ing)? (?:in sick|out(?: sick)?|off)|test(?:s|ed)? positive(?: for covid)?)\b"
    r"|(?:(?:is|are|were|will|would|do|does|did|can|could|end up) ?(?:not|n'?t)|isn'?t|aren'?t|won'?t"
    r"|wont|can'?t|cant|cannot|couldn'?t|don'?t|dont|doesn'?t|doesnt|didn'?t|arent|isnt|not"
    r"|no longer)(?: (?:even|all|be|end up|wanna|want to|able to))* (?:come|coming|comes|make it"
    r"|making it|join|joining|show(?: up)?|showing up|attend|attending|there|be there|going|go"
    r"|able to come)(?: (?:after all|anymore|along|with us))?"
    r"|(?:(?:will|would|'ll|are|is) )?(?:stay|stays|stayed|staying|remain|remains|remained"
    r"|leave(?! out)|left|goes|go|went|spend the night)(?: (?:(?:at|with|w/?|over at|to|by"
    r"|back at) )?(?:home|behind|away|out"
    r"|(?:(?:the|their|my|our|his|her|a|some) )?(?:grandma|grandpa|grandparents|nana|grandmother"
    r"|grandmas|aunt|auntie|uncle|sitter|babysitter|nanny|parents|dad|dads|mom|moms|friends?"
    r"|neighbou?rs?|sleepover|sister|mother|mother in law"
    r"|in-laws)(?:'?s)?(?: (?:place|house))?))+(?: (?:instead|that (?:night|day|evening)"
    r"|for the (?:night|evening)|then))*"
    r"|(?:are|r|is|they'?re|he'?s|she'?s) (?:out|away|elsewhere|gone)\b"
    r"|(?:(?:will be|will have|are|r|be|is|have|has|having|going|are going) )?(?:at|with|w/?|to"
    r"|over at|on|a|having) (?:(?:a|the|their|our|my|his|her|summer|soccer|school|some) )*(?:camp"
    r"|sleepover|daycare|school trip|field trip|baby ?sitter|sitter|nanny|grandma'?s|grandmas"
    r"|grandparents'?|nana'?s|parents|parents'|dad'?s|dads|mom'?s"
    r"|moms)(?: (?:place|house))?(?: (?:that|the|this) (?:night|week|weekend|day|evening))?(?!\w)"
    r"|(?:(?:is|are|got|gets|fell|have|has|had|caught|came down with|woke up) )+(?:sick|ill|covid"
    r"|the flu|a cold|the stomach flu|food poisoning|strep|in the hospital|stuck at work|out of town"
    r"|other plans|to work|a conflict)\b(?:,? (?:and|so) (?:they|he|she)?(?:'re|'s| are| is)? ?(?:out"
    r"|not coming|(?:won'?t|wont|can'?t|cant|cannot|will not)(?: be able to| be)? (?:come|coming"
    r"|make it|there)))?"
)
_WITHOUT = (
    r"without(?: (?:any|all|the|our))*|w/o(?: the)?|minus"
    r"|(?<!price )(?<!total )(?<!cost )(?<!it )drop(?:ping)?|remov(?:e|ing)|skip(?:ping)?"
    r"|los(?:e|ing|t)|pass(?:ing)? on|scratch|scrap|nix|ditch|kill|axe|wo|forget(?: about)?"
    r"|never ?mind|nvm|cut(?:ting)?(?: out)?|delete|exclud(?:e|ing)|leave out|leaving out"
    r"|take (?:off|out|away)|get rid of|no need for|sans|down by|knock(?:ing)? off|shav(?:e|ing) off"
    r"|leaving(?= (?:the |our |my )?(?:kids|children|little))"
    r"|(?:(?:decided|we'?ve decided|going|gonna) )?(?:not|never|won'?t|wont|don'?t|dont|will not"
    r"|do not)(?: (?:going|gonna|be|to))*(?: to)? (?:bring|bringing|have|having|include|take"
    r"|taking)(?: along)?(?= (?:the |our |my |any )*(?:kids|children|kiddos|little))"
    r"|(?:do not|don'?t|dont|doesn'?t|doesnt) (?:need|want|do|get|include|count)(?! to)|not do(?:ing)?"
    r"|hold the|none of|nobody|no one|subtract|(?:get|got|find|have) an? (?:baby)?sitter for"
    r"|leave(?= (?:the |our |my )?(?:kids|children|little))"
)
_OFF_AFTER = r"(?:can |could |should |may )?(?:come off|go away|off|go(?! )|out|away|at home|home)\b"
_MORE = r"(?:more|extra|additional|further|another|on top(?: of (?:that|those|them|it))?|besides|beside)"
_LESS = r"(?:less|fewer)"
_PLUS = (
    r"(?:\+|plus|add(?:ing)?|adds|throw(?:ing)? in|squeez(?:e|ing) in|fit(?:ting)? in|toss in|tack on"
    r"|invit(?:e|ing)|bring(?:s|ing)?(?: along)?)"
)
_COMES = (
    r"(?:(?:decid(?:e|ed) to |want(?:s)? to |wanna |would like to |are going to |might |may |do |can "
    r"|could |will )*(?:come|comes|coming|join|joins|joining|show(?:s|ing)? up|tag(?:s|ging)? along"
    r"|turn(?:s)? up|attend|attending|are in|there too)(?: (?:us|along|too|as well|after all|with us))*)"
)
_INSTEAD = r"(?:instead of|rather than|than|in place of|not|over|in lieu of)"
_EVERYONE = (
    r"(?:(?:all|each|every one|everyone|everybody) of (?:us|them)|every ?one|every ?body"
    r"|every (?:person|guest)|all (?:the )?(?:guests|people)|all around|across the board"
    r"|the whole (?:group|party|gang|crew|family)|we all|us all|they all)"
)
_BUT = r"(?:but|except(?: for)?|apart from|aside from|besides|minus|save|excluding|other than|without)"
_LEFT = (
    rf"(?:(?P<left>{_N}) (?:of (?:us|them)|person|people|guests?)|{_N}(?! ?(?:{_YOUNG}|{_GROWN}))"
    rf"|me(?: and (?:my )?{_ONLY_ONE})?|myself|(?:for )?(?:my |the |our )?{_ONLY_ONE})"
)
_EAT = (
    r"(?:gets?|got|getting|has|have|having|had|takes?|took|eats?|wants?|wanted|want|like|likes|do|does"
    r"|ordered|tries|try|go for|went for|upgrades?|upgraded|ups?)"
)
_PRICE = (
    r"(?:(?:does|would|will|do) (?:the )?(?:price|total|cost) (?:drop|go down|go up|change|come down"
    r"|get cheaper|stay the same)|(?:plain|normal|regular|basic|simple) (?:totals?|price)|how much"
    r"|price[ds]?|pricing|costs?|quotes?|totals?|money|pay(?:ing)?|expensive|cheaper|amounts?|sum"
    r"|comes? to|number|figure|the damage|tab|bill"
    r"|(?:what|wat)(?:'?s| is| would| will| does| do|d)? (?:it|that|this|we|i)(?: be| come to| cost| run"
    r"| make| then| now)*|whats?|what'?s)"
)
_IF = (
    r"(?:what if|how about if|what about if|and if|if|suppose|supposing|imagine|in case|hypothetically"
    r"|would it|does (?:it|that)|say)"
)
_SETS = (
    r"(?:make (?:it|that|us)(?: an?)?|(?:let'?s|lets) (?:say|make it)|change (?:it|that) to"
    r"|put us down for|we'?re|we are|were|total|altogether|only|just)"
)
_SETTLED = (
    r"(?:(?:round|bump|cut|bring|take|knock|trim)(?: it| us| that)? (?:up|off"
    r"|down)?(?: to)?(?= (?:an even )?\d|(?: an even)? (?:ten|twenty|thirty|forty|fifty))|call it"
    r"|(?:make it |let'?s say )?an even|up to|down to|more like)"
)
FILLING = frozenset(
    """and so ok okay k kk hm hmm hmmm oh ooh ah aw wait well um uh hi hey hello yes yeah yep yup please pls plz thanks thank thx you ya lol haha ha btw
    actually sorry sry srry my mine our ours the a an this that these those it its it's is are r was were be been being would will could can should shall might
    may let let's lets we we've we'd we'll i i'm i'd i'll i've they they're they'd he she him her them to at as in on of then there now too also about
    around roughly maybe perhaps again update updated redo refresh recalculate give tell me for from w w/ by how one's same but really still even like
    guess think know forgot got gets get getting us up's does do did change changes changed mean meant right correct cool great nice good fine perfect
    tempting hah what where whats what'd who which or ends end up new us' ' ' not's no nope nah forgot mention kind your ur
    go went said says call instead though tho also-- ones any some dear team regards going gonna take off set put out hes shes night evening day
    already make down wanna somehow else party plan planning leave rather every all both whole menu case way difference matter decided turn turns out-- today could've would've kindly roughly best regards n""".split()
)
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "g",
        (
            r"\(?(?:(?:both |all )?(?:ages?|aged)|they'?(?:re| are)|who'?(?:s| are| is)|both"
            rf"|all)?:? ?\(?(?:{_LIST}){_YEARS}?\)?"
        ),
    ),
    ("g", rf"(?:age |aged |who'?s |is only ){_N}(?! ?(?:of|more))\b{_YEARS}?|\(?{_N}{_YEARS}\)?"),
    ("D", r"@\d+"),
    (
        "F",
        (
            r"(?:\d+ )?(?:bride and groom|mom and dad|mum and dad|grandma and grandpa"
            rf"|me and (?:my )?{_ONLY_ONE}|(?:my )?{_ONLY_ONE} and (?:me|i)|the two of us|both of us"
            r"|both (?:my )?(?:parents|grandparents)"
            r"|[a-z]+ (?:and|&|n) (?:his|her) (?:husband|wife|girlfriend|boyfriend|gf|bf|partner|fianc[eé]e?"
            rf"|date|plus one)|my {_TWO}|the {_TWO}|(?:his|her|[a-z]+'s) {_TWO})\b(?! of)"
        ),
    ),
    ("u", r"(?:upgrades?|add[- ]?ons?|extras)(?= *(?:$|[,.?!]|please|pls|then|off|too|all))"),
    ("x", _AWAY),
    (
        "o",
        (
            rf"of (?:(?:the|those|these|our) {_N}(?: (?:adults|grown[- ]?ups|people|guests|ppl|of us))?"
            r"|(?:the|those|these) (?:adults|grown[- ]?ups|people|guests|ppl)|them|those|these|us)(?!\w)"
        ),
    ),
    ("c", r"(?:and |&|\+) *(?=(?:my )?(?:aunties|aunts|uncles|grandparents))"),
    ("E", rf"(?:{_EVERYONE}|all) {_BUT} {_LEFT}\b(?! (?:other|of the))"),
    (
        "e",
        (
            rf"{_EVERYONE}|all(?! (?:of )?(?:the |my |our |us |those |these )*(?:{_N} )?(?:of us )?(?:{_GROWN}"
            rf"|{_YOUNG}|in\b|set|good))"
        ),
    ),
    ("h", r"half(?: (?:of )?(?:us|them|the (?:group|party|guests|people|adults)))?"),
    ("s", _SETTLED),
    ("-", _WITHOUT),
    ("i", _INSTEAD),
    ("I", r"instead(?! of)"),
    (
        "w",
        (
            r"(?:switch(?:es|ing)?(?: over)?|swap(?:ped|ping)?|chang(?:e|ing)|replac(?:e|ing)|trad(?:e|ing)"
            r"|exchange)(?=[^.?!]*@)|make (?:it|those|them|that|these)(?= @)"
        ),
    ),
    ("t", r"same (?:thing |party |quote |deal |everything )?but(?: with)?|(?:the )?same(?: thing| party)?(?=,)"),
    ("G", r"(?:(?:of )?the )?same age(?:s)?(?: as (?:them|him|her|those|mine|the \w+))?"),
    ("-", r"no(?: more)?(?= (?:kids|children|little ones|@|upgrades?|add|extras))"),
    (
        "J",
        (
            r"(?:only|just)(?= (?:(?:the|us|for|for the|if the|its the|it's the) )?(?:adults|grown[- ]?ups))"
            r"|(?:adults|grown[- ]?ups)[- ]only"
        ),
    ),
    ("l", _LESS),
    ("n", r"(?:an? )?couple(?: of)?(?= (?:more|extra|of|people|friends|kids|adults|less|fewer))"),
    ("+", r"\+ ?(?=\d)"),
    ("n", rf"(?<!coming ){_N}(?![\w:/%]|[.]\d)"),  # "this coming one": a day
    ("C", _COMES),
    ("M", _MORE),
    ("y", _YOUNG),
    ("a", _GROWN),
    ("p", _FOLK),
    ("b", rf"(?:of (?:my|our|his|her|their) )?{_OTHERS}"),
    ("f", rf"(?:(?:my |the )*|[a-z]+'s ){_ONLY_ONE}|myself|(?<=for )me\b"),
    ("s", _SETS),
    ("?", _IF),
    ("q", _PRICE),
    ("+", _PLUS),
    ("W", r"with|w/?(?= )"),
    ("r", r"(?:of )?(?:orders?|portions?|sides?|servings?|plates?)(?: of)?"),
    ("v", _EAT),
    ("z", _OFF_AFTER),
)
_CLAUSE = re.compile(
    r"[.!?;\n]+(?!\d)|,? so (?=(?:maybe |probably |prob |about |around "
    r"|roughly )?(?:it'?s (?:only |just |now |down to )?\d+|that'?s|thats|minus|plus|now|we'?re|just"
    r"|only|\d+|one|two|three|four|five|six)\b)"
    r"|,(?= (?:what|how much|whats|new total|does that|does it|would that)\b)|\.$"
)
_WORD = re.compile(r"[a-z'&+/-]+")


@dataclass(frozen=True, slots=True)
class Token:
    """kind: one letter; numbers: what a number, an age or the place of a dish says."""

    kind: str
    text: str
    numbers: tuple[int, ...] = ()


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, re.compile(rf"(?<![\w@])(?:{words})(?!\w)")) for kind, words in _KINDS]


COUPLE = re.compile(
    r"\b(?<!another )(?:(?:one|1|a|the other) )?couple(?= (?:can'?t|cant|cannot|is|are|just|drop\w*"
    r"|bail\w*|cancel\w*|back\w*|won'?t|wont|isn'?t|isnt|aren'?t|flak\w*|got|has|had)\b)"
)
""" "One couple can't make it": two people."""


def sentences(folded: str) -> list[str]:
    """The sentences of a message, without what only parts them."""
    return [part for part in _CLAUSE.split(folded) if part.strip(" ,-")]


def tokens(sentence: str) -> tuple[Token, ...] | None:
    """The tokens of a sentence without the words that say nothing; None where a word is of no kind."""
    found: list[Token] = []
    at = 0
    while at < len(sentence):
        if sentence[at] in " ,()-:'\"&~*":
            at += 1
            continue
        token, end = _next(sentence, at)
        if end == at:
            return None
        at = end
        found += [token] if token is not None else []
    return tuple(found)


def _next(sentence: str, at: int) -> tuple[Token | None, int]:
    for kind, pattern in _patterns():
        match = pattern.match(sentence, at)
        if match and match.end() > at:
            return Token(kind, match.group().strip(), _numbers(kind, match.group())), match.end()
    word = _WORD.match(sentence, at)
    if word is not None and word.group().strip("'&+/-") in FILLING | {""}:
        return None, word.end()
    return None, at


def _left_out(text: str) -> int:
    """How many "everyone but me and my dad", "all except two" leaves out."""
    rest = re.split(rf" {_BUT} ", text, maxsplit=1)[1]
    told = [number for word in rest.split() if (number := to_int(word))]
    return told[0] if told else 2 if " and " in rest else 1


def _numbers(kind: str, text: str) -> tuple[int, ...]:
    if kind == "D":
        return (int(text[1:]),)
    if kind == "E":
        return (_left_out(text),)
    if kind == "n" and "couple" in text:
        return (2,)
    if kind == "n":
        number = to_int(text)
        return (number,) if number is not None else ()
    return tuple(int(one.low) for one in find_numbers(text.strip("()"))) if kind == "g" else ()
