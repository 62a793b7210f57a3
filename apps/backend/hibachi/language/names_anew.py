"""A name that is told the other way round is told the usual way: "Ravi Menon is the name" as "the name is Ravi Menon"."""

from hibachi.kit import lazy_re as re
from hibachi.language.names import clean_name
from hibachi.language.roster.words import RELATION
from hibachi.language.slips import is_english
from hibachi.language.spans import fold
from hibachi.language.tagging import known_names

_PART = r"(?:[^\W\d_]\.|[^\W\d_][\w'’-]*)"
_WHO = rf"(?P<who>{_PART}(?: {_PART}){{0,3}})"
_ONE = rf"(?P<who>{_PART})"
_CAPITAL = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*)"
_START = r"(?P<start>(?:^|[.,;:!?\n(–—-])[ \t]*(?:(?:sorry|oh|ok|okay|and|well|hi|hello|hey|yes|no|so)[ ,]+)*)"
_IS = r"(?:'s| is|,| would be| will be| should be| goes| as)"
_WHOSE = r"(?:the|my|our|(?:my|our) \w+'?s|his|her)"
_NAME = rf"(?:{_WHOSE} )(?:(?:full|whole|real|complete|first and last|legal) )?name\b"
_OF_IT = (
    r"(?: (?:for|on|to put on|to use for|to go on) (?:it|this|that"
    r"|(?:the |this |our )?(?:booking|reservation|party|order)))?"
)
_BEHIND = re.compile(rf"{_START}{_WHO}{_IS} (?P<whose>{_NAME}){_OF_IT}", re.I)
_LAST_WORDS = re.compile(rf"\b(?P<words>{_PART}(?: {_PART}){{1,9}}){_IS} (?P<whose>{_NAME}){_OF_IT}", re.I)
""" "Okay six works alicia moreno is the name": of a caller's words in a row, those just before the cue."""
_BRACKET = re.compile(
    rf"(?P<who>(?-i:{_CAPITAL}(?: {_CAPITAL}){{0,3}})) ?\((?:that'?s|that is|it'?s|this is"
    r"|is)? ?(?:the|my|our)? ?(?:(?:full|whole|real|first and last) )?name\)",
    re.I,
)
_ASKED = re.compile(rf"\b(?P<whose>(?:my|the|full) )name ?(?:for the booking )?\?+ ?(?=(?P<who>{_PART}))", re.I)
_PUT_ON = re.compile(
    rf"\b(?:put|use|write)(?: down)? {_WHO}(?: down)? (?:on|for|as) (?:it|that|this"
    r"|(?:the |my )?(?:booking|reservation|name))\b",
    re.I,
)
_LAST_NAME = r"(?:and )?(?:(?:my|the|her|his) )?(?:last|sur|family) ?name(?:'s| is|:)?"
_LETTERS = r"(?:,? (?:that'?s )?with an? [a-z](?: [a-z]){0,2}\b)?"
_LAST = re.compile(
    r"(?:\b(?P<cue>i'?m|i am|this is|it'?s|its|name(?:'s| is|:)?) "
    r"|^(?:(?:u+m+|u+h+|er|oh|ok|okay|well|so|yes"
    rf"|sure)[ ,]+)*){_ONE}{_LETTERS}[,.;]? {_LAST_NAME} (?P<last>{_PART})",
    re.I,
)
""" "Shaniqua with a q, last name Bell"."""
_FIRST_AND_LAST = re.compile(
    rf"\bfirst(?: name)?(?:'s| is|:|,)? {_ONE}[,;/.]?(?: and)? (?:last|sur|family)(?: ?name)?(?:'s| is"
    rf"|:|,)? (?P<last>{_PART})",
    re.I,
)
_LAST_FIRST = re.compile(
    r"(?:^|[.,;!?\n] ?|\b(?:last name(?:'s| is|:)?|surname(?:'s| is|:)?|name(?:'s| is|:)?|i'?m"
    rf"|under) )(?P<last>{_PART})[,.;]? (?:and )?(?:(?:my|the) )?(?:first|given) name(?:'s| is"
    rf"|:)? {_ONE}",
    re.I,
)

_CORRECTED = re.compile(
    rf"\b{_WHO}[,.–—-]*(?:\.\.\.)? ?(?:no,? wait|wait,? no|oh no|no,? sorry|sorry,? no|i mean"
    r"|or rather|scratch that|correction"
    rf"|make that)[,.:]?(?: (?:it'?s|i mean|sorry|that'?s))?,? (?P<instead>{_PART}(?: {_PART}){{0,3}})",
    re.I,
)
""" "Roberto no wait Robert Gonzales": the name behind the correction."""

_THEIRS = re.compile(
    r"\b(?P<under>(?:under|in) (?:(?:her|his|their|(?:my|our) \w+'?s) name"
    rf"|(?:my|our) (?:{RELATION})))(?:,? (?:please|pls|if possible"
    r"|if that'?s ok(?:ay)?))*[,:.;–-]* (?:that'?s|that is|that would be|it'?s|which is|she'?s|he'?s"
    rf"|so|she is|he is|she'?s called|he'?s called) {_WHO}",
    re.I,
)
""" "Under her name please, that's Hanh Pham"."""

_SAID_TWICE = re.compile(rf"\b(?P<first>{_PART})[.,!]+ (?P<who>(?P=first) {_PART})(?=\W|$)")
""" "Greg. Greg Pollard": the whole name is the one."""
_NOT_SO = re.compile(
    r"\b(?:i'?m|i am|this is|it'?s|its|that'?s|my name is"
    rf"|name is) not (?P<wrong>{_PART})(?:[ ,.!]+(?:lol|haha+|though|but|sorry|btw|anymore|actually"
    rf"|lmao|no))*[ ,.!;–-]+(?:i'?m|i am|this is|it'?s|its|my name is|name is) {_WHO}",
    re.I,
)
""" "Im not lucia lol im jazmin"."""
_IS_FINE = re.compile(
    r"(?P<start>(?:^|[.,;:!?\n(–—-]|\b(?:yes|yeah|ok|okay"
    rf"|sure)\b)[ \t]*)(?P<who>{_PART} {_PART}(?: {_PART})?) is (?:fine|good|ok(?:ay)?|great|perfect"
    r"|right|correct)(?= *(?:$|[.,;!\n]))",
    re.I,
)
""" "Yes aisha rahman is fine", of the name for the booking."""


_BY_LETTER = re.compile(
    r"(?:(?P<cue>\b(?:my name'?s|(?:my |the )?name is|it'?s|its|it is"
    r"|that'?s)(?: (?:actually|really|just))?(?: (?:spelled|spelt|written))?|\b(?:spelled|spelt)) )?"
    r"\b(?P<who>(?!(?:with|without|no|just|only|spelled|spelt|it|its"
    rf"|name)\b){_PART}(?: {_PART})?)[, ]+(?:but )?(?:(?:spelled|spelt|written) )?(?:with(?: out|out)?"
    r"|w/o?|no|minus)(?: (?:an?|the|any|one|1|two|2|double|just one"
    r"|only one))*,? [\"']?[b-z](?: [b-z]\b)?[\"']?(?:'?s)?(?![\w'])(?: (?:at the end|in it"
    r"|in the middle|in front))?(?: actually)?(?:,? not (?:with )?(?:an? |the )?[a-z]\b)?",
    re.I,
)
""" "It's Ito without the h", "Kathryn with a K": how a name is written, no part of it."""
_RELATED = rf"(?:{RELATION}|maid of honou?r|best man|bridesmaid|planner|fianc\w+|step ?\w+)(?:[- ]in[- ]law)?"
_RELATION = re.compile(
    r"\b(?P<lead>this is|i'?m|i am|it'?s|its|here is) (?:the |my )?[^\W\d_][\w’-]*(?:'s|’s"
    rf"|s') (?:\w+ )?{_RELATED},? (?P<who>(?-i:{_CAPITAL})(?: (?-i:{_CAPITAL}))?)",
    re.I,
)
""" "This is the bride's sister Maria": who writes, by a relation to whose party it is."""
_ON_BEHALF = re.compile(
    r"\b(?P<does>(?:writing|texting|calling|asking|e-?mailing|messaging|reaching out"
    r"|helping)(?: (?:for|on behalf of|with))?(?: out)? (?:my|our"
    rf"|the) (?:\w+ )?{_RELATED}),? (?P<who>(?-i:{_CAPITAL})(?: (?-i:{_CAPITAL}))?)",
    re.I,
)
_SAYS_WHO = re.compile(r"\b(?:i'?m|i am|this is|my name is|my name'?s) (?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+)", re.I)


def _written_so(said: re.Match[str]) -> str:
    """A name of which a letter is told, as one that is spelled; other words stay."""
    who = said["who"]
    if clean_name(who) is None or not (said["cue"] or _is_name(who)):
        return said.group()
    return f"my name is spelled {who if who != who.lower() else who.title()}"


def _without_whose(text: str) -> str:
    """ "I'm Rosa, writing for my mom Elena": of two who are named, the writer."""
    return _ON_BEHALF.sub(lambda said: said["does"], text) if _SAYS_WHO.search(text) else text


def named_plainly(text: str) -> str:
    """The text with such names behind their cue; words that nobody is called stay as they are."""
    told = _BY_LETTER.sub(_written_so, text)
    told = _without_whose(_RELATION.sub(lambda said: f"{said['lead']} {said['who']}", told))
    return _behind_their_cue(told)


def _behind_their_cue(text: str) -> str:
    plain = _BEHIND.sub(lambda said: _told(said, f"{said['start']}{said['whose']} is {{}}"), text)
    plain = _LAST_WORDS.sub(_last_of, plain) if plain == text else plain
    plain = _BRACKET.sub(lambda said: _told(said, "my name is {}"), plain)
    plain = _ASKED.sub(lambda said: _told(said, f"{said['whose']}name is "), plain)
    plain = _PUT_ON.sub(lambda said: _told(said, "put it under {}"), plain)
    plain = _SAID_TWICE.sub(lambda said: said["who"] if _is_name(said["who"]) else said.group(), plain)
    plain = _NOT_SO.sub(_put_right, plain)
    plain = _IS_FINE.sub(_fine, plain)
    plain = _CORRECTED.sub(_corrected, plain)
    plain = _THEIRS.sub(lambda said: _first_of(said, f"{said['under']}, {{}}"), plain)
    for pattern in (_FIRST_AND_LAST, _LAST, _LAST_FIRST):
        plain = pattern.sub(lambda said: _told(said, "my name is {}"), plain)
    return plain


def _told(said: re.Match[str], form: str) -> str:
    last = said.groupdict().get("last")
    whole = said["who"] if last is None else f"{said['who'].rstrip('.')} {last}"
    return form.format(whole.rstrip(".")) if _is_name(whole) else said.group()


def _last_of(said: re.Match[str]) -> str:
    """The words with the name at their end behind its cue: two names that we know, or capitals."""
    words = said["words"].split()
    for many in (3, 2):
        name = words[-many:]
        known = all(word.lower().rstrip(".") in known_names() for word in name) or all(one[0].isupper() for one in name)
        if len(words) > many and known and _is_name(" ".join(name)):
            return f"{' '.join(words[:-many])}, {said['whose']} is {' '.join(name)}"
    return said.group()


def _corrected(said: re.Match[str]) -> str:
    """The words with the second name in the place of the first, where both are names of people."""
    first, instead = said["who"].split(), said["instead"]
    known = next((at for at in range(len(first)) if _is_name(" ".join(first[at:]))), None)
    name = _first_of(said, "{}", part="instead")
    if known is None or name == said.group() or not _is_name(name.split(",")[0]) or instead[:1].isdigit():
        return said.group()
    return " ".join([*first[:known], name])


def _put_right(said: re.Match[str]) -> str:
    """ "Im not lucia lol im jazmin": the name that is the right one; a word of everyday is none."""
    words = said["who"].split()
    named = [one for one in words[:2] if not is_english(fold(one).rstrip(".")) or fold(one) in known_names()]
    if (
        not named
        or named[0] != words[0]
        or is_english(fold(said["wrong"]))
        and fold(said["wrong"]) not in known_names()
    ):
        return said.group()
    rest = " ".join(words[len(named) :])
    return f"my name is {' '.join(named).title()}" + (f", {rest}" if rest else "")


def _fine(said: re.Match[str]) -> str:
    """The words with the name behind its cue, where all of it is of names that we know."""
    known = all(word.lower() in known_names() for word in said["who"].split())
    return f"{said['start']}my name is {said['who'].title()}" if known and _is_name(said["who"]) else said.group()


def _first_of(said: re.Match[str], form: str, part: str = "who") -> str:
    """The name with which the words begin; what comes behind it stays."""
    words = said[part].split()
    for many in range(len(words), 0, -1):
        if _is_name(" ".join(words[:many])):
            rest = " ".join(words[many:])
            return form.format(" ".join(words[:many])) + (f", {rest}" if rest else "")
    return said.group()


def _is_name(whole: str) -> bool:
    """Whether somebody can be called so: no word of everyday in it, and capitals or a name that we know."""
    words = [word.rstrip(".") for word in whole.split()]
    cleaned = clean_name(whole)
    if cleaned is None or len(cleaned.split()) != len(words):
        return False
    return all(word[:1].isupper() for word in words) or any(word.lower() in known_names() for word in words)
