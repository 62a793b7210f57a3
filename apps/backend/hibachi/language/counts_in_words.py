"""How many come, told in a roundabout way, in the plainer words: "we had said 12 but now it's more like 14", "ours is four and theirs is six"."""

from hibachi.kit import lazy_re as re
from hibachi.language.aged_words import ALL_GROWN
from hibachi.language.numbers import to_int
from hibachi.language.roster.words import RELATION
from hibachi.language.small_numbers import ONE_TO_NINE, ONE_TO_NINETEEN

_N = (
    rf"(?:\d{{1,3}}|(?:a |half a |two |three |four )?dozen|{ONE_TO_NINETEEN}"
    rf"|(?:twenty|thirty|forty|fifty|sixty)(?:[- ](?:{ONE_TO_NINE}))?)"
)
_NOUN = r"(?:adults?|grown[- ]?ups|people|ppl|guests?|persons?|of us|heads)"
_YOUNG = r"(?:kids|children|kiddos|little ones|toddlers)"
_ENDS = r"(?![\w:/$%]|[.,]\d| ?(?:am|pm|o'?clock|years?|yrs?|yo|orders?|portions?|miles|days|hours|minutes)\b)"
_BACK = (
    r"(?:(?:oh|no|nope|wait|sorry|actually|oops|whoops|i mean|make (?:that|it)|scratch that|hold on"
    r"|well)[ ,.…:–—-]*){1,4}"
)
_FORGOT = re.compile(
    rf"\b(?P<old>{_N}) (?P<noun>{_NOUN})[ ,.…–—-]+{_BACK}(?:(?:it'?s|we'?re|there'?s|that'?s"
    rf"|like)[ ,]*)*(?P<new>{_N})(?: {_NOUN})?[, (–—-]+(?:because |cause |bc |since )?(?:i |we |i'?d "
    r"|just )*(?:almost )?(?:forgot|forgetting|left out|missed)(?: about| to count)? (?:my|our|the"
    r"|his|her) [a-z]+(?: [A-Z][a-z]+| and (?:my|his|her|our) [a-z]+)?\)?"
    rf"|\b(?P<old2>{_N}) (?P<noun2>{_NOUN})[ ,.…–—-]+{_BACK}(?P<new2>{_N})(?: "
    rf"{_NOUN})?[, (–—-]+(?:because |cause |bc |since )?(?:my|our) [a-z]+ (?:just |also "
    r"|now )*(?:confirmed|said yes|is coming|joined|is in|decided to come)(?: too| as well)?\)?",
    re.I,
)
""" "15 of us. No wait 16, forgot my uncle": 16."""
_FORGOT_BARE = re.compile(
    rf"(?P<old>\b{_N})[ ,.…–—-]+(?:no|wait|nope|actually|sorry|make that|scratch that)[ ,.]+(?:wait "
    rf"|make (?:that|it) |actually )?(?P<new>{_N}) ?[,(–—-]+ ?(?:i |we |just )*(?:forgot|left out"
    r"|missed|didn'?t count)(?: about| to count)? (?:my|our|the|his"
    rf"|her) (?:{_N} )?[a-z]+(?: [a-z]+)?\)?(?=[.,;!?\n]|$)",
    re.I,
)
""" "12.. no 14 (forgot the 2 roommates)"."""
_SAID_BEFORE = re.compile(
    r"\b(?:we|i)(?:'d| had|'ve| have)? (?:originally |first |initially )?(?:said|told (?:you|u)"
    r"|thought|planned (?:on|for)|planned|figured|expected|counted on|were thinking"
    rf"|was thinking)(?: it'?d be| of| about| like)* (?P<old>{_N})(?: (?P<was>{_NOUN}))?(?:,| and| but"
    r"| -|;|\.)+ (?:now |but |and |then |though )*(?:it'?s|it is|we'?re|we are|there'?s|there are"
    r"|it'?ll be|we'?ll be|looks like|its)(?: (?P<how>now|actually|really|more like|closer to"
    r"|looking like|probably|up to|down to|going to be|gonna be"
    rf"|about))* (?P<new>{_N})(?: (?P<noun>{_NOUN}))?{_ENDS}",
    re.I,
)
""" "We had said 12 but now it's more like 14"."""
_LEANS = frozenset(("more like", "closer to", "up to", "down to", "looking like"))
_SETTLED = re.compile(
    rf"\b(?P<one>{_N}) ?(?:-?ish)?(?: (?P<noun>{_NOUN}))?,? (?:or |and )?(?:maybe|possibly|perhaps"
    rf"|could be|might be|or)(?: even)? (?P<other>{_N})(?: {_NOUN})?[,.…;–—-]+ ?(?:so |ok |well "
    r"|yeah )*(?:let'?s|i'?d|we'?ll|i'?ll|we can|you can|please|just)? ?(?:just )?(?:say|go with"
    r"|make it|do|call it|plan (?:on|for)|count on"
    rf"|put(?: us down for)?) (?P<new>{_N})(?: {_NOUN})?{_ENDS}",
    re.I,
)
""" "10ish people maybe 11, let's say 11"."""
_AS_MANY = re.compile(
    rf"\b(?P<n>{_N}) (?P<noun>adults|grown[- ]?ups|people|parents|friends"
    r"|couples)(?P<joint>,? (?:and|plus|with|&) )(?:(?P<times>twice|double|three times"
    r"|half) (?:as many|the (?:number|amount) of)|(?:just )?as many"
    rf"|(?:the|an) (?:same|equal) (?:number|amount)(?: of)?)(?: of)? (?P<young>{_YOUNG})",
    re.I,
)
""" "Half a dozen adults and twice as many kids"."""
_TIMES = {"twice": 2, "double": 2, "three times": 3}
_NO_GUESTS = (
    r"(?:dozen|hundred|famil|household|couple|table|order|kid|child|girl|boy|side|portion|option|hour"
    r"|minute|mile|year|day|week|month|teen|toddler|other)"
)
_ALL_ADULTS = re.compile(
    rf"(?<![\w$:/-])(?P<n>{_N}) (?:(?!{_NO_GUESTS}"
    r"|(?:and|or|but|plus|are|is|of|with|then|in|on|at"
    rf"|for)\b)[a-z-]+ ){{0,2}}(?!{_NO_GUESTS})(?:[a-z]{{2,}}s|people|ppl|folk|women|men|of us)(?:,| -"
    r"| –| —|:|;| \()? ?(?:we'?re |they'?re |and )?(?:all|every one"
    r"|each one)(?: (?:of us|of them|are|of us are))? (?:an )?(?:adults?"
    r"|grown[- ]?ups?)\b\)?(?!,? (?:but|except|other|besides|apart|aside|save|only|bar|minus|without"
    r"|excluding|with the exception)\b)",
    re.I,
)
""" "Ten hungry climbers, all adults"."""
_SENTENCE_OF_ADULTS = re.compile(
    rf"(?P<lead>(?:^|[.,;!\n] ?)(?:(?:just|only) (?:the )?)?)(?P<n>{_N})[.,;!] ?(?:and )?(?:we'?re "
    r"|they'?re )?(?:all|only|just)(?: of (?:us|them)(?: are)?)? (?P<noun>adults|grown[- ]?ups)\b",
    re.I,
)
""" "6pm. 16. all adults."."""
_NOT_SO_MANY = re.compile(
    r"(?P<lead>^|[.,;!\n] ?)(?:no |nope |wait |sorry "
    rf"|oh )*not (?P<old>{_N}) (?P<noun>{_NOUN})[.,;!… ]+(?:it'?s |we'?re "
    rf"|make it )?(?P<new>{_N})(?= *(?:$|[.,;!\n]))",
    re.I,
)
""" "Not 10 ppl. 16"."""
_ALL_OVER = re.compile(
    r"\b(?:everyone|everybody|we|they|all of (?:us|them)|all|the guests|every guest|each guest)(?:'s"
    r"|'re| is| are|'ll be| will be)(?: all)? (?:well )?(?:over|above|older than|past"
    r"|at least) (?:the age of )?(?P<age>1[3-9]"
    r"|[2-9]\d)\b(?! ?(?:people|guests|adults|miles|dollars|bucks|of us|minutes|hours|pounds"
    r"|years? (?:ago|in)|,? (?:but|except|other than|besides|apart)))",
    re.I,
)
""" "Everybody is over 30 haha": no day, and no child."""
_ALL_OF_AN_AGE = re.compile(
    r"\b(?:all|everybody|everyone)(?:'s| is| are| of us| well| in"
    r"| aged)* (?:(?:over|above|past) (?:1[3-9]|[2-9]\d)(?! ?(?:people|guests|adults|miles))"
    r"|(?:our|their|the) (?:late |early |mid[- ]?)?[2-9]0'?s"
    r"|(?:[2-9]0|twenty|thirty|forty|fifty|sixty)[- ]?somethings?|retirees"
    r"|seniors)\b(?!,? (?:but|except|other than|besides|apart|save))",
    re.I,
)
""" "11 ladies all over 70", "10 of us all 20 somethings"."""
_LETTERED = re.compile(
    r"\b(?:option|plan|version|variant|scenario) (?:a|1"
    rf"|one)\b[:,]? ?(?:(?:with|is|=|would be|for|being) )?(?P<one>{_N} (?:adults|people|guests|of us"
    rf"|grown[- ]?ups)[^.;,?\n]{{0,30}}?)[,;.]? (?:and |or |versus |vs )?(?:option|plan|version"
    rf"|variant|scenario) (?:b|2|two)\b[:,]? ?(?:(?:with|is|=|would be|for|being) )?(?={_N} (?:adults"
    r"|people|guests|of us|grown[- ]?ups))",
    re.I,
)
""" "Option A with 15 adults, option B with 20 adults": two sizes compared."""
_BOTH_SETS = re.compile(
    r"\bboth (?:sets|pairs) of (?:our |my |the )?(?P<who>grandparents|parents"
    r"|in-laws)(?:,? \((?:four|4)(?: (?:people|adults|of them))?\))?",
    re.I,
)
""" "Both sets of parents (four people)"."""
_DOZEN_AND_HALF = re.compile(r"\b(?:(?:a|one|1) )?dozen (?:and|n|&) (?:a )?half(?= [a-z])", re.I)
_GIRLS = re.compile(
    rf"\b(?P<n>{_N}) of us (?:girls|gals|girlies|guys|boys|lads|dudes|moms|ladies|women"
    r"|men)\b(?! ?(?:\(|,)? ?(?:ages?|aged|turning|who are|all) ?\d\b)",
    re.I,
)
""" "10 of us girls for a bachelorette": who writes is no child."""
_THERE = re.compile(
    r"\bthere (?=(?:gfs?|bfs?|girlfriends|boyfriends|wives|husbands|spouses|partners|parents|children)\b)", re.I
)
_PARTNERS = (
    (re.compile(r"\bgfs\b", re.I), "girlfriends"),
    (re.compile(r"\bbfs\b", re.I), "boyfriends"),
)
_GONE_WITH = re.compile(
    r"(?P<gone>\b(?:bailed|cancell?ed|dropped out|backed out|can'?t (?:come|make it)|isn'?t coming"
    r"|pulled out|flaked))(?: on us)?,? (?:with|and|along with|together with|plus) (?:her|his|their"
    rf"|the) [^.!?\n]{{2,45}}?(?=,? (?:so|which leaves|that leaves"
    rf"|leaving)\b[^.!?\n]{{0,25}}\b{_N} {_NOUN})",
    re.I,
)
""" "My sister bailed with her 2 kids (4 and 7), so 12 adults now"."""
_GROWN_SONS = re.compile(
    rf"\b(?P<all>(?:only|just) (?:the )?{_N} of us)\b(?P<between>[^.!?\n]{{0,60}}?),? (?:with|and|plus"
    rf"|&) (?:my|our) (?:{_N} )?(?:grown(?:[- ]up)?|adult|grown) (?:sons?|daughters?|kids|children)\b",
    re.I,
)
""" "Only the 4 of us, our anniversary with our two grown sons": they are of the four."""
_EACH_FAMILY = re.compile(
    rf"\b(?P<times>{_N}) (?:families|households)(?: of {_N}(?: each)?)?(?:,|:| -"
    r"|;)? ?(?:(?:each|all|every one)(?: of them)?(?: with| has| have| having| is| are|:)?|with"
    rf"|of) (?P<adults>{_N}) (?:adults|parents|grown[- ]?ups)(?:,? (?:and|&|\+|plus|n) "
    rf"|, )(?P<kids>{_N}|an?) (?P<young>kids?|children|child|little ones)(?P<each> each"
    r"| apiece)?(?:,? (?:who(?:'s| is) )?(?:about |around )?(?:\(|aged |ages |(?<=about )"
    r"|(?<=around ))(?P<ages>[\d, &]+(?:and \d+)?)\)?)?",
    re.I,
)
""" "2 families of 4, each 2 adults and 2 kids (8 and 10)"."""
_EACH_AT_END = re.compile(
    rf"\b(?P<times>{_N}) (?:families|households)(?: (?:coming|in all|total|in total|of us|joining"
    rf"|attending))*(?::|,| -|;|\.| with| of)* (?P<adults>{_N}) (?:adults|parents"
    rf"|grown[- ]?ups)(?:,? (?:and|&|\+|plus|n) |, )(?P<kids>{_N}) (?P<young>kids?|children|child"
    r"|little ones),? (?:each|apiece|per (?:family|household)|in each|for each"
    r"|a family)\b(?P<ages>(?!))?",
    re.I,
)
""" "3 families coming: 2 adults + 2 kids each"."""
_THE_KIDS = re.compile(
    r"(?P<join>\b(?:and|plus|with)|,) (?:then )?(?:the|our|my) (?P<young>kids|children|kiddos"
    r"|little ones|grandkids|grandchildren),? ?(?P<open>\()?(?:(?:are|r|is|there'?s|there are|theres"
    rf"|we have) )?(?P<n>{_N}) of (?:them|those)(?:(?<!\()[,:]? (?:aged |ages )?(?=\d|{_N}\b)|[,:] ?)?",
    re.I,
)
""" "12 adults and the kids (2 of them, 6 & 8)": as many children."""
_KIDS_ARE = re.compile(
    r"\b(?:the|our|my) (?:kids|children|little ones|grandkids"
    rf"|grandchildren) are (?P<n>{_N}),? (?:and )?(?:every one of them|everyone|everybody"
    r"|all(?: of them)?|each(?: of them)?|between|aged?"
    rf"|ages)(?: (?:is|are|aged?|between))? (?P<low>{_N})(?: ?(?:to|-|or|and"
    rf"|through) ?(?P<high>{_N}))?(?: years? old| yrs?(?: old)?)?",
    re.I,
)
""" "The kids are four, every one of them seven to nine": so many, and no age."""
_FEW_FAMILIES = 12
_FAMILY = (
    r"(?:(?:the |our |my )?(?:family|household) (?:one|two|three|1|2|3|#1|#2|#3|a|b|c)"
    r"|(?:the |our |my )(?:first|second|third|other) (?:family|household|one)|ours|theirs|mine|hers"
    rf"|(?:my|our|his|her) (?:{RELATION})s?'?s? (?:family|household|crew)|(?:my|our) (?:own )?family|us"
    r"|the (?!others|kids|girls|boys|adults|guests|parents|grandparents|twins|rest|neighbou?rs"
    rf"|friends)[a-z]{{3,}}s)"
)
_IS = (
    r"(?:,? (?:that'?s|they'?re|there'?s|who are|which is|is|are|has|have|with|brings?|will be"
    r"|=)(?: (?:us|a total of|all|going to be|gonna be))*|:| -| =)"
)
_SIZED = re.compile(
    rf"(?<!of )\b(?P<who>{_FAMILY}){_IS} (?P<n>{_N})(?= ?(?:$|[,;.!?)\n]|and\b|plus\b|&|\+|people\b"
    r"|ppl\b))(?: (?:people|ppl))?",
    re.I,
)
""" "Ours is four and theirs is six", "the Johnsons, that's 4, the Patels, that's 5"."""
_OURS_SIZED = re.compile(rf"(?<!of )\bus(?: is|,| are)? (?P<n>{_N})(?= ?(?:$|[,;.!?)\n]|and\b|plus\b|all\b))", re.I)
_MADE_UP = re.compile(
    rf"(?:(?<=[,;.:\n(] )|(?<=\band )|(?<=\bplus )|(?<=^))(?P<who>{_FAMILY})(?:{_IS}"
    rf"|,)? (?=(?:\d{{1,2}}|one|two|three|four|five|six|an?) (?:adults?|grown[- ]?ups|parents|kids?"
    r"|children)\b)",
    re.I,
)
""" "Family one: 2 adults 3 kids, family two: 2 adults and 1 kid"."""
_ADULTS_KIDS = re.compile(
    rf"\b(?P<adults>{_N} (?:adults?|parents)) (?=(?:{_N}|an?) (?:kids?|child|children|toddlers?|baby)\b)", re.I
)
_ALL_FAMILIES = re.compile(r"\b(?:families|households)\b", re.I)
_TWO = 2
_LOUD = re.compile(rf"\b(?P<n>{_N}) ?!+ ?(?={_NOUN}\b|kids\b|children\b)", re.I)
""" "18!! adults"."""
_WHICH_LEAVES = re.compile(
    r"\b(?:(?:our|the|my) (?:guest )?list (?:had|has|was)"
    r"|(?:we|i) (?:had |have )?(?:(?:was|were) )?(?:invited|counting on|counted on|expecting|expected"
    r"|planned on|planning on|had|asked)"
    r"|(?:it|there|we) (?:was|were)(?: supposed to be| going to be| gonna be)?) (?:about "
    rf"|like )?{_N}\b[^.!?\n]{{0,120}}?,? (?:which|and that|that|so that|this|so it"
    r"|leaving) ?(?:leaves|brings|gets|puts"
    rf"|makes)?(?: (?:us|it|me|at|with|to|just|only|about))* (?P<n>{_N}) (?P<noun>{_NOUN})",
    re.I,
)
""" "Our list had 26 people on it but six of them moved away, which leaves 20 adults"."""
_ALONE_ADULTS = re.compile(r"(?<=[,;] )(?P<n>\d{1,2}), (?=(?:all|only|just) (?:adults|grown[- ]?ups)\b)", re.I)
""" "SF 94102, 15, all adults"."""
_MEANT_FOR = re.compile(
    r"\b(?:it'?s|its|it is|that'?s|this is) (?:(?:normally|usually|really|meant|made"
    rf"|priced) )*for {_N}(?: people| guests)? (?:normally|usually|or more|at least|and up|minimum"
    r"|originally)\b",
    re.I,
)
""" "We know it's for 10 normally": no size of theirs."""
_LAWS = {"mil": "mother-in-law", "fil": "father-in-law", "sil": "sister-in-law", "bil": "brother-in-law"}
_SHORT_LAW = re.compile(r"\b(?P<whose>my|her|his|our) (?P<law>MIL|FIL|SIL|BIL)\b", re.I)
_THAT_IS = re.compile(
    r"\b(?:my|our) (?P<own>two|three|four|2|3|4) (?:sons|daughters|brothers|sisters|kids|children"
    r"|cousins|nephews|nieces) (?:are coming |come |will come )?(?:with|and|plus) their (?:wives"
    r"|husbands|spouses|partners|girlfriends|boyfriends),? (?:that(?:'s| is)|so"
    rf"|which (?:is|makes)) (?P<all>{_N})(?: people)?\b",
    re.I,
)
""" "My two sons are coming with their wives, that is four"."""
_SO_MANY_OF_THEM = re.compile(
    rf"\b(?:my|our) (?:[a-z]+ ){{0,2}}(?P<who>ladies|friends|girls|guys|buddies|colleagues|coworkers"
    rf"|neighbou?rs|cousins),? (?P<n>{_N}) of (?:them|us)\b(?! (?:are|is|want|will|can|would|have))",
    re.I,
)
""" "My bridge ladies, eight of them"."""
_THE_REST = re.compile(
    rf"\b(?P<all>{_N})(?: {_NOUN})?(?: in (?:all|total)| total| altogether)?[,:;]? (?:and "
    rf"|with )?(?P<grown>{_N}) (?P<noun>adults|grown[- ]?ups)(?:,|,? and|;) (?:the )?(?:rest|others"
    r"|remaining(?: ones)?)(?: are| is| being|:)? (?:all )?(?P<young>kids|children)(?= ?\()",
    re.I,
)
""" "12 in total, 9 adults and the rest are kids (5, 8 and 13)"."""
_FAMILY_HAS = re.compile(
    r"\beach (?:family|household)(?: has| is| brings| with| will have"
    rf"| having) (?P<adults>{_N}) (?:adults|parents"
    rf"|grown[- ]?ups)(?:,? (?:and|&|\+|plus) (?P<kids>{_N}) (?:kids?|children"
    rf"|child))?(?P<tail>[^.;!?\n]{{0,40}})[.;,!]+ ?(?:and )?(?:there(?:'s| are) |we'?re |we are "
    rf"|it'?s )?(?P<times>{_N}) (?:families|households)\b",
    re.I,
)
""" "Each family has 2 adults and 2 kids; three families"."""
_PER_FAMILY = re.compile(
    rf"\b(?P<adults>{_N}) (?:adults|parents|grown[- ]?ups) (?:per|in each|from each) (?:family"
    rf"|household),? (?:and |times |x )?(?P<times>{_N}) (?:families|households)\b",
    re.I,
)
_ME_AND_MINE = re.compile(
    r"\b(?:me|myself|us) and (?:my|the) [a-z]+(?: [a-z]+)?(?:,|:| -"
    rf"| –) (?=(?:we are |we'?re |that'?s |so )?{_N} {_NOUN} (?:in (?:all|total)|total|altogether"
    r"|all together|all told)\b)",
    re.I,
)
""" "For me and my crew, 16 adults in all"."""
_WITH_HER = re.compile(
    rf"\b(?P<all>{_N} (?:kids|children|girls|boys)),? (?:with|including|counting) (?:her|him)(?=,"
    r"| all\b| and\b|\.| \(|$)",
    re.I,
)
""" "12 kids with her": she is one of them."""
_IT_WAS = re.compile(
    rf"(?P<now>\b{_N} {_NOUN}\b[^?!]{{0,80}}?)[.,;]? ?\(?(?:it )?(?:was|were|used to be|up from"
    rf"|down from) (?:only |just |at )?{_N} {_NOUN}(?: before| originally| at first)?\)?(?=[.,;?!]|$)",
    re.I,
)
""" "So that's 14 adults and 1 kid. Was 12 adults"."""
_SO_NOW = re.compile(r"\b(?:so|now|that'?s|thats|makes|total)\b", re.I)
_OF_US_SOME = re.compile(
    rf"\b(?P<all>{_N} (?:of us|people|guests|total|in total"
    rf"|altogether)) (?=(?:and )?{_N} (?:of (?:them|those|us|whom|these)|are|is|will be|r)\b)",
    re.I,
)
""" "Nineteen of us four are kids": the four are of them."""
_AS_FOR_KIDS = re.compile(
    rf"(?P<counted>{_N} {_NOUN})?[.;,!]* ?(?:and )?\bas for (?:the |any |our )?(?:kids|children"
    r"|little ones|young ones),? (?:there(?:'s| is| are| will be|'ll be)|we have|we'?ve got"
    r"|we'?ll have|it'?s)? ?(?=(?:my|our|his|her|their|an?"
    r"|(?:one|two|three|four|\d)(?!'s\b| (?:of them )?(?:is|are|turns?)\b))\b)",
    re.I,
)
""" "12 adults. As for kids, there's my niece ..."."""


def with_the_forgotten(text: str) -> str:
    """The text with who was forgotten at first in the count, and no longer named beside it."""
    text = _FORGOT_BARE.sub(r"\g<new> people", text)
    return _FORGOT.sub(lambda said: f"{said['new'] or said['new2']} {said['noun'] or said['noun2']}", text)


def counted(text: str) -> str:
    """The text with who comes as so many guests, as it was said last."""
    text = _SENTENCE_OF_ADULTS.sub(
        r"\g<lead>\g<n> \g<noun>", _ALL_OVER.sub("all adults", ALL_GROWN.sub("all adults", text))
    )
    text = _BOTH_SETS.sub(r"four \g<who>", _LETTERED.sub(r"\g<one> vs ", text))
    text = _ALL_OF_AN_AGE.sub("all adults", _DOZEN_AND_HALF.sub("18", text))
    text = _NOT_SO_MANY.sub(r"\g<lead>\g<new> \g<noun>", text)
    text = _PER_FAMILY.sub(_of_each, _FAMILY_HAS.sub(_of_each, _THE_REST.sub(_rest, text)))
    text = _WITH_HER.sub(r"\g<all>", _ME_AND_MINE.sub("", text))
    if _SO_NOW.search(text):
        text = _IT_WAS.sub(r"\g<now>", text)
    text = _WHICH_LEAVES.sub(r"we are \g<n> \g<noun>", _MEANT_FOR.sub("it's for more", text))
    text = _SO_MANY_OF_THEM.sub(r"\g<n> friends", _THAT_IS.sub(_twice_as_many, text))
    text = _SHORT_LAW.sub(lambda said: f"{said['whose']} {_LAWS[said['law'].lower()]}", text)
    text = _LOUD.sub(r"\g<n> ", _ALONE_ADULTS.sub(r"\g<n> adults, ", text))
    text = _AS_FOR_KIDS.sub(lambda said: f"{said['counted'] or ''}, plus ", _OF_US_SOME.sub(r"\g<all>, ", text))
    text = _THERE.sub("their ", text)
    for short, partners in _PARTNERS:
        text = short.sub(partners, text)
    text = _SETTLED.sub(lambda said: f"{said['new']} {said['noun'] or 'people'}", _SAID_BEFORE.sub(_now, text))
    text = _GONE_WITH.sub(r"\g<gone>", _GROWN_SONS.sub(r"\g<all>\g<between>", text))
    text = _ALL_ADULTS.sub(_grown, _GIRLS.sub(r"\g<n> of us", text))
    text = _THE_KIDS.sub(_the_kids, _KIDS_ARE.sub(_so_many_kids, _AS_MANY.sub(_as_many, text)))
    return _families(_EACH_FAMILY.sub(_times, _EACH_AT_END.sub(_times, text)))


def _twice_as_many(said: re.Match[str]) -> str:
    own, both = to_int(said["own"].lower()), to_int(said["all"].lower())
    return f"{said['all']} adults" if own and both == own * 2 else said.group()


def _grown(said: re.Match[str]) -> str:
    """So many adults; somebody's own friends stay friends, who come beside others."""
    own = re.search(r"\b(?:my|our|his|her|their) $", said.string[: said.start()], re.I)
    return f"{said['n']} adult friends" if own else f"{said['n']} adults"


def _now(said: re.Match[str]) -> str:
    """How many it is now, where a noun or "more like" says that people are counted."""
    noun = said["noun"] or said["was"]
    if noun is None and (said["how"] or "").lower() not in _LEANS:
        return said.group()
    return f"we're now {said['new']} {noun or 'people'}"


def _as_many(said: re.Match[str]) -> str:
    number = to_int(said["n"].lower())
    if number is None:
        return said.group()
    heads = number * 2 if said["noun"].lower() == "couples" else number
    times = (said["times"] or "").lower()
    kids = heads // 2 if times == "half" else heads * _TIMES.get(times, 1)
    return f"{said['n']} {said['noun']}{said['joint']}{kids} {said['young']}"


def _times(said: re.Match[str]) -> str:
    """The families of one kind as all their grown-ups and all their children."""
    times, adults, kids = (
        1 if said[one] in ("a", "an") else to_int(said[one].lower()) for one in ("times", "adults", "kids")
    )
    if times is None or adults is None or kids is None or not 1 < times <= _FEW_FAMILIES:
        return said.group()
    ages = re.findall(r"\d+", said["ages"] or "")
    known = ages * times if len(ages) == kids else ages if len(ages) == kids * times else []
    told = f" ({', '.join(known)})" if known else ""
    return f"{times * adults} adults and {times * kids} kids{told}"


def _so_many_kids(said: re.Match[str]) -> str:
    """ "The kids are four, all of them seven to nine" as "there are four kids (all seven to nine)"."""
    span = f"{said['low']} to {said['high']}" if said["high"] else said["low"]
    return f"there are {said['n']} kids (all {span})"


def _the_kids(said: re.Match[str]) -> str:
    """ "And the kids (2 of them, 6 & 8)" as "and 2 kids (6 & 8)"."""
    behind = said["open"] or (" " if said.group()[-1] in " ,:" else "")
    return f"{said['join']} {said['n']} {said['young']}{' (' if said['open'] else behind}"


def _families(text: str) -> str:
    """The text with families that are told one by one as one row."""
    if len(_SIZED.findall(text)) + bool(_OURS_SIZED.search(text)) >= _TWO:
        text = _OURS_SIZED.sub(r"us, a family of \g<n>", text) if not _SIZED.search(text) else text
        return _SIZED.sub(r"a family of \g<n>", _OURS_SIZED.sub(r"a family of \g<n>", text))
    if len(_MADE_UP.findall(text)) < _TWO:
        return text
    row = _ADULTS_KIDS.sub(r"\g<adults> and ", _MADE_UP.sub("", text))
    return row if _ALL_FAMILIES.search(row) else f"all families together, {row}"


def _rest(said: re.Match[str]) -> str:
    every, grown = to_int(said["all"].lower()), to_int(said["grown"].lower())
    if every is None or grown is None or every <= grown:
        return said.group()
    return f"{said['grown']} {said['noun']} and {every - grown} {said['young']}"


def _of_each(said: re.Match[str]) -> str:
    """All grown-ups and children of families that are alike."""
    told = said.groupdict()
    times, adults, kids = (to_int((told.get(name) or "0").lower()) or 0 for name in ("times", "adults", "kids"))
    if not 1 < times <= _FEW_FAMILIES:
        return said.group()
    young = f" and {times * kids} kids{told.get('tail') or ''}" if kids else ""
    return f"{times * adults} adults{young}"
