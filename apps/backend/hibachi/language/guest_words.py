"""The words in which guests are counted, as compiled patterns over quiet() text."""

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.day_names import MONTH_STARTS
from hibachi.language.numbers import CORRECTION, NUMBER

ADULTS = (
    r"(?:adults?|adultes|adultos|adul|adlts?|adts?|adutls?|adluts?|audlts?|addults?|aduts?|adualts?"
    r"|grown[- ]?ups?|grown(?: folks?| people)?"
    r"|parents|grandparents|seniors|chaperone?s|nannies|babysitters|ads?(?=,? ?(?:[+&(]|and |\d)|$)"
    r"|over[- ]?(?:18|21)s?|full[- ]?price)"
)
CHILDREN = (
    r"(?:kids?|kiddos?|kidd?ies|kidz|munchkins?|rugrats?|enfants?|ni(?:ñ|n)[oa]s|bambinos?|minis"
    r"|child(?:ren|s|rens)?|chidren|childern|chlidren|childre|chilren|grandkids|grandchildren"
    r"|chd?(?= ?[,.(]|$)|boys|minors|juniors|young'?uns?|youngins?|youngsters|youths|sons?|daughters?"
    r"|nieces|nephews|(?<![a-z])teens?|teenagers?|tweens?)"
)
TODDLERS = r"(?:toddlers?|todlers?|babies|baby|infants?|newborns?|little[- ]ones?|littles|wee ones|tots|babys)"
PEOPLE = (
    r"(?:people|ppl|peopel|poeple|peeps|persons?|pers|guests?|gusts|geusts|pax|heads|folks|folk|of us"
    r"|attendees|invitees|friends"
    r"|coworkers|co-workers|colleagues|employees|family members|men|women|ladies|guys|girls|dudes|gals"
    r"|diners|eaters|mouths|bodies|peoples"
    r"|humans|souls|individuals|homies|participants|besties|fellas|lads|amigos|personas|personnes"
    r"|bridesmaids|groomsmen|bellies)"
)
COUPLES = r"(?:couples|couple(?! of\b| (?!is\b|was\b|joins\b|comes\b|wants\b|has\b|cancels\b)\w+s\b))"
RELATIVES = (
    r"(?:sisters|brothers|siblings|cousins|relatives|aunts|uncles|buddies|classmates|teammates"
    r"|neighbou?rs|moms|mums|mothers|dads|fathers|students|players"
    r"|members|roommates|flatmates|housemates|roomies|workmates|schoolmates|in-laws|bosses|teachers"
    r"|nurses|clients|golfers|runners|veterans|firefighters|firemen|doctors|officers|soldiers|volunteers"
    r"|engineers|dancers|musicians|realtors|residents|interns)"
)
"""Guests only beside somebody else, or when they are a crowd: "me and my 2 sisters" come, "she has 2 sisters" is a story."""
KINDS = (
    rf"(?:(?P<adults>{ADULTS})|(?P<children>{CHILDREN})|(?P<toddlers>{TODDLERS})|(?P<couples>{COUPLES})"
    rf"|(?P<people>{PEOPLE}))"
)
_ANY = rf"(?:{ADULTS}|{CHILDREN}|{TODDLERS}|{PEOPLE}|{COUPLES})"
_LINK = r"(?: ?- ?| to | or |/| maybe | ?~ ?| and )"

COUNT = rf"(?P<low>{NUMBER})(?:(?P<link>{_LINK})(?P<high>{NUMBER}))?(?P<dec>\.\d+| and an? half| 1/2)?"
_ADJ = (
    r"(?:(?:(?P<more>more|extra|additional|other|others|another|fewer|less)|hungry|young|younger|small"
    r"|little|old|all|cool|great|good|close|dear|grown|loud|wild|human|plain|single|actual"
    r"|(?!(?:any|every|only|early|including|excluding|counting|july|january|february|may|party"
    r"|celebrity)\b)(?!\w*day\b)[a-z]{3,9}(?:y|ing|ful|ous|ish|ed)(?= )|of (?:the|our|my)|our|my|his"
    r"|her|their|the|total"
    r"|or so|ish|-ish|adult(?= (?:people|guests|friends|males|females))"
    r"|plus(?! (?:the|my|our|his|her|their|an?)\b)|very|full|older|big|lovely|amazing|paying"
    r"|school[- ]age|college|university|graduate|grad|law|med|high[- ]school|fellow|x"
    r"|confirmed) ?){0,3}"
)
HEADS = re.compile(
    r"(?<![\w$:#])(?<!\d/)(?P<sign>(?<![\w-])-(?=\d)"
    rf"|\b(?:negative|minus) )?(?<![\d.])(?<!\d,)\b{COUNT}(?:ish\b"
    rf"|\+)?[ -]?{_ADJ}{KINDS}\b(?!['-](?:s\b|menu|meal|friendly|table)"
    rf"| ?[:=] ?\d{1, 3} ?(?:$|[,;.\n])| ?=)"
    r"(?! (?:menu|meals?|plates?|portions?|table|price|pricing|proteins?)\b)"
)
POINTED_AT = re.compile(r"\b(?:the|that|this) $")
""" "Where does the 122 come from" names a number that was told, it tells none."""
ONE_OF_THEM = re.compile(r" all | of (?:the|our|my) ")
""" "1 all", "one of the guys is retiring": no party of one."""
CROWD = re.compile(rf"(?<![\w$:#/.,-])\b(?P<low>{NUMBER}) {_ADJ}{RELATIVES}\b")
LEAST_CROWD = 6
ARTICLE_HEADS = re.compile(
    r"(?<![\w])(?P<word>a|an|one|my|our|his|her|the|another) (?:new ?born )?(?P<toddler>baby|infant"
    r"|toddler|newborn)\b(?! shower| chair| seat| food|'s)"
)
NAMED_BABY = re.compile(
    r"\bbaby (?!shower|chair|food|bok|corn|back|carrots?)[a-z]{2,12},? ?(?:who(?:'?s| is)|is|at"
    r"|\()? ?\(?\d{1,2} ?(?:months?|mos?|weeks?|wks?)\b(?: old)?"
)
"""A baby by name: "baby rosie whos 8 months"."""
FINAL = re.compile(
    r"\b(?:final|actual|official|real|confirmed|current|latest) (?:guest )?(?:head ?count|list|count"
    r"|number|numbers|tally|total)\b[^.!?\n\d]{0,14}$"
)
"""Before the counts that stand; what was counted before them is a story."""
STORY_BEFORE = re.compile(
    r"\b(?:raised|brought up|grew up|reared|bore|birthed|adopted|fed|used to be|lost|met|taught"
    r"|coached|hosted|same as|as much as|price (?:of|as)|price as for|as if (?:we|there) were"
    r"|(?:pay|paying|charged|cost)[a-z ]{0,12} (?:like|as)(?: for)?"
    r"|(?:same|equivalent) (?:price )?(?:of|for|as)|worth of) (?:the )?$"
)
"""Before a number of people who are no guests: "raised 5 of us there", "why the same as 10 people"."""
NOUN_FIRST = re.compile(
    rf"(?<!\d )(?<!\d-)\b(?:{KINDS}|(?P<size>(?:head ?count|party size|group size|guest count"
    r"|number of (?:guests|people)|total guests|# of (?:guests|people)|how many)))"
    rf"(?: count)?(?: ?\((?:(?:ages?|aged) )?(?:(?P<from>{NUMBER}) ?(?:-|to|thru"
    rf"|through) ?(?P<to>{NUMBER})|(?P<upto>{NUMBER}) ?(?:and|&|or) (?:under|younger|below)"
    rf"|[^()\d]{{0,20}}\d{{1,2}} ?(?:\+|and (?:over|up|older))|[^()\d\n]{{1,20}})\))?"
    r" ?(?::|=|-|\bis\b|\bwill be\b|\bwould be\b|\bare\b|\bwas\b) ?(?:now |about |around |like |just "
    rf"|only |at |still |~)?(?P<low>{NUMBER})(?:(?P<link>{_LINK})(?P<high>{NUMBER}))?(?![\w:/]|[.,]\d"
    r"| ?(?:am|pm|yr|year|and \d|, ?\d)|['-]\w)"
)
FORM = re.compile(
    r"(?:(?<=^)|(?<=[\n;,.:|/(] )|(?<=[\n;,.:|/(]))(?:(?:number of|no\.? of|# of|#"
    rf"|total) )?{KINDS} (?P<low>{NUMBER})(?= ?(?:$|[;,.\n|/()]|\+|&"
    rf"|and (?={ADULTS}|{CHILDREN}|{TODDLERS}|{PEOPLE})))(?! ?[,&] ?\d{{1,2}}\b)",
)
FORM_ROW = re.compile(
    rf"(?<![\d\w] )(?<![\w$:/.-])\b(?:{ADULTS}|{CHILDREN}|{TODDLERS}"
    rf"|{PEOPLE}) {NUMBER}(?:,? (?:and )?(?:{ADULTS}|{CHILDREN}|{TODDLERS}"
    rf"|{PEOPLE}) {NUMBER})+(?![\w:/]|[.,]\d"
    rf"| ?(?:{ADULTS}|{CHILDREN}|{TODDLERS}|{PEOPLE}|years?|yrs?|am|pm)\b)"
)
ONE_OF_ROW = re.compile(rf"{KINDS} (?P<low>{NUMBER})")
"""A form without colons: "adults 16; kids 2 (7, 9)"."""
FRAME = re.compile(
    r"\b(?:(?P<of>(?:party|group|table|crew|family|families|gang|bunch|crowd|total|team|event|dinner"
    r"|reservation|booking|squad) (?:of|for))"
    r"|(?P<we>(?:we|there|they|it)(?:'?re|'?ll be|'?s| are| r| will be| would be|'?d be| is| were"
    r"|'?s going to be|'?re going to be|'?s gonna be"
    r"|'?re gonna be| gonna be)(?: (?:going to be|gonna be|gna be|now|only|just|about|around|roughly"
    rf"|exactly|up to|like|actually|down to|probably|maybe|approximately|still)){{0,3}})"
    r"|(?P<have>(?:having|feed|feeding|serve|serving|cook for|cooking for|chef for|expecting|inviting"
    r"|quote for|price for|cost for|hibachi for|party for|"
    r"host|hosting|seat|seating|much for|much is|book for|dinner for|lunch for|something for"
    r"|estimate for|rate for|charge for|reserve for|available for))"
    rf"|(?P<for>for))"
    r" ?(?:about |around |roughly |approximately |approx\.? |like |say |maybe |exactly |at least "
    rf"|up to |only |just |~ ?)?{COUNT}(?:ish\b|\+)?(?![\w/:$%]|[.,]\d|-\w)"
)
PERSON_PARTY = re.compile(
    rf"(?<![\w$/:.-]){COUNT}[ -]?(?:person|people|ppl|guest|adult|top|seater|man|pax)[- ](?:party"
    r"|event|dinner|group|hibachi|gathering|table)\b"
)
ME_AND = re.compile(
    r"\b(?P<me>(?:just )?(?:me|myself|i|us two"
    r"|the two of us)(?:,? (?:and )?my (?P<spouse>wife|husband|spouse|partner|fiance|fiancee|fiancé"
    r"|fiancée|girlfriend|boyfriend|mom|dad|hubby|wifey))?"
    rf"|(?:my )?(?P<spouse2>wife|husband|partner|spouse|hubby) and (?:i|me|myself))"
    r"(?:,? ?(?:and|&|\+|n|plus|with|w)) (?:about |around "
    rf"|like )?(?:(?:my|our) )?(?P<low>{NUMBER}) (?:of (?:my|our) )?(?:other |more |close |best "
    rf"|good )?(?P<noun>{_ANY}|{RELATIVES}|others|more)\b"
)
_PERSON = (
    r"(?:(?:just )?(?:me|myself|i)|him|her"
    r"|my (?:\w+ )?(?:wife|husband|spouse|partner|fianc[eé]e?|girlfriend|boyfriend|hubby|wifey|mom|mum"
    r"|mother|dad|father"
    r"|sister|brother|cousin|aunt|uncle|friend|boss|roommate|neighbou?r|grandma|grandpa|bestie|in-law))"
)
LISTED = re.compile(
    rf"\b(?P<persons>{_PERSON}(?:(?:,|,? and|,? &|,? plus| \+) {_PERSON})+)(?:,| and|,? plus|,? &| \+"
    rf"|, and| with) (?:my |our |about )?(?P<low>{NUMBER}) (?:of my |of our |other |more |close |best "
    rf"|good )?(?P<noun>{_ANY}|{RELATIVES}|others|more)\b"
)
"""People named one by one before a number: "me, him and 18 friends"."""
PERSON = re.compile(rf"\b{_PERSON}\b")
AND_ME = re.compile(
    rf"\b(?:my |our )?(?P<low>{NUMBER}) (?:of my |other )?(?P<noun>{_ANY}),?(?: and| ?&| plus| ?\+"
    r"|(?: and)? (?:not|without) (?:counting|including)| excluding| besides| beside| aside from"
    r"| apart from| in addition to| on top of) (?:me|i|myself)\b(?! and| &|,? my)"
)
PLUS_BARE = re.compile(
    rf"(?:\bplus|\+|\band) (?:another |an? (?:extra|additional) )?(?P<low>{NUMBER})(?: (?:more|others"
    r"|extra))?(?=\s*(?:$|[.,;!?)]|for |in |on |at |who|coming|from))"
)

NO_CHILDREN = re.compile(
    r"\b(?:no|zero|0|without(?: any)?|not any|w/o|dont have(?: any)?|don't have(?: any)?|aren't any"
    r"|won't be any|wont be any|none of (?:them|us) are|no one is a) "
    rf"(?:young |small |little )?(?:{CHILDREN}"
    rf"|{TODDLERS})\b(?! (?:menu|meal|price|under|below|younger))"
    r"|\b(?:kid|child)(?:[- ]?free|-?less)\b|\bno (?:little|young) (?:one|kid|children)s?\b"
    r"|\b(?:kids|children)\s?(?::|=|-) ?(?:0|none|no)\b"
    rf"|\bnone under (?:12|13|18|21)\b"
)
ALL_ADULTS = re.compile(
    r"\b(?:all|just|only|everyone(?:'?s| is| are)?(?: an?)?|everybody(?:'?s| is)?(?: an?)?"
    r"|they'?re all|we'?re all|strictly|entirely|mostly(?!))(?: of (?:us|them))?(?: are| r| be"
    r"| will be)?(?: an?)? "
    rf"(?:the )?(?:{ADULTS}|over (?:13|18|21)|13 (?:and|or) (?:over|up|older))\b|\badults only\b"
    r"|\ball (?:of us )?(?:over|above) (?:12|13|18|21)\b|\ball 13\+|\ball 21\+"
    r"|\bevery ?(?:one|body)(?:'?s| is) (?:grown|over (?:18|21))\b"
)

_UNIT = r"(?:(?P<small>months?|mos?|mths?|weeks?|wks?)|(?:years?|yrs?|yr|yeas?|y))"
YEARS_OLD = re.compile(
    rf"\b(?:(?P<count>{NUMBER}|an?|another|my|our|his|her|the) )?(?P<age>{NUMBER})(?: ?1/2"
    rf"| and an? half|\.5)?[ -]?{_UNIT}\.?(?:[ -]?olds?"
    r"|/?o)\b(?!(?:'?s)? (?:b-?day|birthday|bday|party|bash|celebration))"
)
YEARS_IN_A_ROW = re.compile(
    rf"(?<![\w$:/.,-])(?<!\d, )(?P<list>{NUMBER}(?:(?: ?, ?(?:and )?| and "
    rf"| ?& ?){NUMBER}){{1,11}})[ -]?(?:years?|yrs?|y)(?:[ -]?olds?"
    r"|/?o)\b(?!(?:'?s)? (?:b-?day|birthday|bday|party))"
)
NAMED_AGES = re.compile(
    rf"(?: ?(?:\+|,|&|and|plus) (?!(?:{MONTH_STARTS}|sat|sun|mon|tue|wed|thu"
    rf"|fri)[a-z]*\b)[a-z]{{2,12}} (?:\(\d{{1,2}}\)"
    rf"|\d{{1,2}}\b(?![\w:/]| (?:adults|kids|people|guests)))){{1,12}}"
)
NAME_AND_AGE = re.compile(r"(?P<name>[a-z]{2,12}) \(?(?P<age>\d{1,2})\)?")
"""Children by name, right behind a count: "10 adults + Mia 8 + Leo 6"."""
EXCEPT = re.compile(
    rf"\b(?:all|everyone(?:'s| is)?(?: an)?|only) (?:{ADULTS}|grown)\b,? (?:except|but|apart from"
    r"|besides|other than|save)(?: for)? (?:(?:my|our|the|one|a"
    rf"|an) )?(?:(?P<count>{NUMBER}) )?(?:little |young )?(?:{CHILDREN}|{TODDLERS}|son|daughter|boy"
    r"|girl|nephew|niece)(?:[,(]? ?(?:(?:he|she|they)(?:'s|'re|s| is| are)|who (?:is|are)|aged?|ages"
    rf"|is|are|of)? ?(?P<ages>{NUMBER}(?:(?:,? and |, ?| ?& ?){NUMBER}){{0,8}})(?![\w:/]|[.,]\d))?"
)
AGED_GUEST = re.compile(
    rf"\b(?:(?P<count>{NUMBER}|an?) )?(?:very )?(?:little|small|young|younger|tiny) (?:guests?"
    r"|persons?|people|ones?|fella|lady|man|gentleman) (?:of|aged|who(?:'s| is| are)"
    rf"|that(?:'s| is)) (?:age )?(?P<age>{NUMBER})(?! (?:of|people|guests|adults))(?![\w:/$%]|[.,]\d)"
)
AGE = (
    r"(?:an? |one |and |the (?:youngest|oldest) (?:is )?|one is "
    r"|(?:and )?(?:the )?other(?:'?s| one| one's)? (?:is )?"
    rf"|a )?(?P<AGE>{NUMBER})(?:[ -]?(?:1/2|and an? half|(?:n|&|\+) an? half"
    r"|\.5))?(?:[ -]?(?P<MONTHS>months?|mos?|weeks?)?(?:[ -]?(?:years?|yrs?|yr|y))?[ -]?(?:olds?|/?o)\b"
    r"|[ -]?(?:years?|yrs?)\b)?"
)
_AGE_PLAIN = AGE.replace("?P<AGE>", "?:").replace("?P<MONTHS>", "?:")
ONE_AGE = re.compile(AGE.replace("?P<AGE>", "?P<age>").replace("?P<MONTHS>", "?P<months>"))
_JOIN = r"(?: ?(?:,|&|/|\+|;) ?(?:and )?| and | n | | or | (?=the other))"
_LIST = rf"{_AGE_PLAIN}(?:{_JOIN}{_AGE_PLAIN}){{0,11}}"
_WHO = r"(?:who|that|which|they|there|the kids|kids|both|all|the (?:two|three|four|five)(?: of them)?|it'?s)"
_ARE = r"(?:are|is|r|'re|re|will be|would be|range|ranging|'s)"
_AGED = r"(?:of )?(?:ages?|aged|ages are|of ages?|age range)"
AGES_AFTER = re.compile(
    rf"[ ]?(?P<open>[(,:;]| ?-)? ?(?P<cue>(?:(?:{_WHO})?[ ]?(?:{_ARE})?[ ]?(?:both"
    rf"|all)?[ ]?(?:{_AGED})?(?: of| are| is)?:? ?))"
    rf"(?:(?P<range>(?:from |in |between )?(?P<from>{NUMBER}) ?(?:-|to|thru|through"
    rf"|(?<=between \d )and|(?<=between \d\d )and) ?(?P<to>{NUMBER}))(?: years?(?: olds?)?"
    r"| yrs?(?: old)?)?"
    rf"|(?P<under>under|below|younger than|less than|up to) (?:the age of )?(?P<limit>{NUMBER})"
    rf"|(?P<below>{NUMBER}) (?:and|or|&) (?:under|younger|below)|(?P<list>{_LIST}))"
    r"(?P<close> ?\))?"
)
AGES_NEXT = re.compile(rf" ?[.!\n]+ ?(?P<list>{_LIST})(?=\W*(?:$|[.!?\n]))")
"""The next sentence after a count of children, nothing but an age for each: "4 of them are kids. 4, 6, 9 and 13"."""
AGES_ALONE = re.compile(
    r"\b(?:ages?(?: are| is)?|aged|they'?re|they are|theyre|they r|one is"
    rf"|(?:the |my |our )?{CHILDREN}(?:'s ages)?(?: ages)? (?:are|r|is|will be|have)"
    rf"|(?:the|my|our|his|her|their) (?:two |three |four )?(?:little ones|small ones|littles|babies|toddlers|girls"
    rf"|cousins|nephews|boys) (?:are|r)(?= {NUMBER},? (?:and |& )?{NUMBER})"
    rf"|(?:{CHILDREN})(?=,? \d))(?: ages?| aged| both| all)? ?:? ?"
    rf"(?:(?P<from>{NUMBER}) ?(?:-|to|thru|through) ?(?P<to>{NUMBER})|(?P<list>{_LIST}))(?![\w:/]"
    rf"|[.,]\d| ?(?:am|pm|{_ANY}|of (?:us|them)|orders?|portions?|%))"
)

MORE = re.compile(
    r"\b(?P<verb>add|adding|plus|also bring|bringing|invite|inviting|include|tack on"
    r"|squeeze in)\b(?: (?:in|another|maybe|like|an? extra|an? additional))?\s+$"
)
FEWER = re.compile(
    r"^(?: (?:more )?(?:just |have |had |has |all |might |may )?(?:bails?|bailed|drops? out|flakes?"
    r"|backs? out|pulls? out|cancels?|cancell?ed|dropped(?: out)?|backed out|flaked"
    r"|can'?t (?:come|make(?: it)?)|cant (?:come|make(?: it)?)|cannot (?:come|make(?: it)?)"
    r"|aren'?t coming"
    r"|arent coming|not coming|are out|(?:won'?t|will not|can ?not|could not"
    r"|couldn'?t) (?:be (?:there|able|coming|joining|with us)|come|make(?: it)?|attend|join|be)"
    r"|(?:stay|staying|will stay) (?:at )?home|wont (?:come|make(?: it)?|be)|fewer|less"
    r"|(?:are )?no longer coming|are not coming|pulled out|had to (?:cancel|bail|drop)))\b"
)
TAKEN_OFF = re.compile(r"\b(?:take|leave|get|cross|count|strike)\s+$")
OFF_AFTER = re.compile(r"^ (?:off|out|away)\b")
ONE_OFF = re.compile(
    r"\b(?:drop|remove|minus|lose|cut|subtract|less|take (?:off|out|away)"
    rf"|(?P<take>take|leave|get|cross)) (?:an?|one|1) (?:{ADULTS}|(?P<child>{CHILDREN})"
    rf"|(?P<toddler>{TODDLERS})|person|guest|head|one)\b(?(take) (?:off|out|away)\b)"
)
"""One guest less: "take one adult off", "drop an adult"."""
REMOVE_BEFORE = re.compile(
    r"\b(?:remove|minus|drop|take (?:off|out)|subtract|lost|lose|losing|without|less|cut|down by|fewer)(?: about)?\s+$"
)
ANOTHER = re.compile(r"\b(?:another|an extra|an additional)\s+$")
PART_AFTER = re.compile(
    r"^(?!,? (?:need|needs|want|wants|wanna|get|like|have"
    r"|has)(?: to (?:know|get|see|have|book))? (?:(?:a|an|the|your|my|our|full|total|rough|exact|final"
    r"|firm|quick|whole|overall|price|ballpark) )*(?:price|pricing|prices|prise|cost|quote|total"
    r"|estimate|amount|number|figure|rates?|info|information|date|booking|reservation|chef|hibachi"
    r"|party)\b)"
    r",?(?: (?:who|that))?(?: (?:of (?:us|them|the|our)\b[a-z ]{0,12}))?(?: (?:might|also|really|each"
    r"|all|do|does|actually|definitely|probably|just|now|still|maybe)\b){0,2} ?"
    r"(?:(?:would|will|'d|'ll) (?!be\b|come|attend|join|total|costs?\b|run\b|amount|pay\b|owe\b|add up"
    r"|work out|set (?:me|us)|make\b)|(?:want|wants|wanna|wnt|need|needs|has|have|prefer|prefers|take"
    r"|takes|taking|get|gets|getting|eat|eats|upgrade|upgrading|like|likes"
    r"|changed (?:their|his|her|our) minds?|decided|switched|opted"
    r"|not (?:eat|eating|do|want|like|drink|touch)\b|avoid(?:s|ing)?\b|won'?t eat|never eat|don'?t"
    r"|dont|doesn'?t|doesnt|can'?t eat|cant eat|cannot eat|doing|order|ordering|w (?!\d)|with the "
    r"|with (?:an? )?(?:lobster|filet|upgrade)|getting"
    r"|(?:is|are|r) (?:(?:big|heavy|huge|light|hungry|picky|fussy) ?(?:eaters?)?\b|allergic|veg|vegan"
    r"|vegetarian|gluten|celiac|halal|kosher|pesc|pregnant|picky|lactose|not eating|having|getting)"
    r"|allergic|vegetarian|vegan|pescatarian|gluten))"
)
PART_BEFORE = re.compile(
    r"\b(?:only|just|for|of)?\s*(?:upgrade[sd]?|lobsters?|tails?|filets?|mignon|steaks?|salmon"
    r"|scallops?|shrimp|chicken|tofu|gyoza|noodles|vegetarian|vegan|sake|beers?|wine|drinks?|chairs?"
    r"|tables)(?: on)? for (?:the |our |my |all )*\s*$"
)
_THE_DAY = (
    rf"(?:(?!may\b)(?:{MONTH})\b|may\b(?= ?(?:$|[,.;)]|(?:at|for|in)\b)))\.?(?!,? ?(?:the )?\d{{1,2}}(?:st"
    r"|nd|rd|th)?\b(?! ?(?:am|pm|:|o'?clock)))"
)
""" "For 20 June, 3pm" is a day; "for 20 june 13" is so many on a day."""
NOT_FOR = re.compile(
    rf"^ ?(?:{_THE_DAY}|am\b|pm\b|a\.m|p\.m|o'?clock|hours?|hrs?|h\b|minutes?|mins?|days?|nights?"
    r"|weeks?|months?|years?|yrs?|miles?|dollars?|bucks|%|percent|proteins?|portions?|orders?|st\b"
    r"|nd\b|rd\b|th\b|noon\b|midnight\b|sharp\b|at night\b|in the (?:morning|afternoon|evening)"
    r"|each|per|an? (?:person|head|guest|pop|piece|plate)\b|times|x |bedroom|tables?|chairs?|slots?"
    rf"|courses?|foot|feet|ft|inch|extra|premium|third|{NUMBER}|,\d"
    rf"|or (?:{NUMBER}) ?(?:pm|am|o'?clock)"
    r"|(?!(?:on|in|at|this|next|please|pls|plz|and|plus|for|with|w|tomorrow|tmrw|tonight|but|if|to|or"
    r"|total|people|ppl|maybe|then|now|instead|not|thanks|thx|when|sat|sun|fri|mon|tue|wed|thu"
    r"|saturday|sunday|friday|monday|tuesday|wednesday|thursday"
    rf"|{MONTH_STARTS}|including|incl|all|i|we|so|is|would|no|near|around|what|how|can|could|cost"
    r"|price|lol|zip|the|my|a|also|by|as|from|who|only|just|including|total|adults?|kids?"
    r"|of us)[a-z]*\b)[a-z])"
)
SWAP = re.compile(
    rf"\b(?P<new>{NUMBER})(?P<noun1>(?: {_ANY})?),? (?:not|instead of|rather than|and not|,not"
    rf"|vs)(?: the)? (?P<old>{NUMBER})(?P<noun2>(?: {_ANY})?)(?![\w:/]|[.,]\d| ?(?:am|pm)\b)"
    rf"|\bnot (?P<old2>{NUMBER})(?P<noun3>(?: {_ANY})?)(?:,| but|,? it'?s"
    rf"|,? we'?re)+ (?P<new2>{NUMBER})(?P<noun4>(?: {_ANY})?)(?![\w:/]|[.,]\d| ?(?:am|pm)\b)"
    rf"|\bfrom (?P<old3>{NUMBER})(?P<noun5>(?: {_ANY})?) to "
    rf"(?P<new3>{NUMBER})(?P<noun6>(?: {_ANY})?)(?![\w:/]|[.,]\d| ?(?:am|pm)\b)"
)
COUNT_TURNED = re.compile(
    r"\b(?:chang|updat|increas|decreas|bump|switch|reduc|rais|lower|drop|grow|grew|shr[iu]nk|went"
    r"|go(?:es|ne|ing)?\b|up\b|down\b|mov(?:e|ing)\b|guests\b|people\b|headcount|count\b|number\b|us\b"
    r"|we\b|it\b)[^.!?\n]{0,25}$"
)
MAKE_IT = re.compile(
    r"\b(?:make (?:it|that|us)|change (?:it|that|us|this)(?: to)?|update (?:it|that|us)(?: to)?"
    r"|switch (?:it|that) to|bump (?:it|us|that)(?: up)?(?: to)?|go with|lower it to|raise it to"
    r"|doubl(?:e|ed|ing)(?: it| us)? to|grow(?:n|ing)?(?: it| us)? to|grew to"
    r"|shr(?:ink|unk|inking) to|went (?:up|down) to|sorry,?|up to|down to|i meant?|actually) (?:be "
    rf"|just |only )?(?P<low>{NUMBER})(?= ?(?:$|[.,;!?)]|now|please|pls|instead|then|total|if"
    r"|and (?!a half)))"
)
RETRACT_KEEP_NOUN = re.compile(
    rf"\b(?P<old>{NUMBER}) (?P<noun>{_ANY})(?:[\s,.…-]+{CORRECTION}\b){{1,4}}[\s,.…-]+(?:we'?re "
    rf"|it'?s |there'?s |like )?(?P<new>{NUMBER})(?! ?(?:{_ANY}|am|pm|of|orders?"
    rf"|portions?)\b)(?![\w:/]|[.,]\d)(?!,? (?:and )?(?:{NUMBER})\b)"
)
INCLUDES = re.compile(
    r"^,? ?(?:\(|(?:maybe|perhaps|probably|including|incl\.?|includes|with|counting"
    r"|of (?:which|whom|them)|out of (?:which|whom|those)|where|among them|being|made up of"
    r"|consisting of|and that(?:'s| is) with|,? that'?s|:|=|-))"
)
BARE = re.compile(
    rf"(?<![\w$/:#.,-])(?P<low>{NUMBER})(?:(?P<link>{_LINK})(?P<high>{NUMBER}))?(?:ish\b"
    r"|\+)?(?![\w:/%$]|[.,]\d|-\d)(?! ?(?:am|pm|o'?clock|dollars?|bucks|hours?|hrs?|miles?|days?"
    r"|weeks?|%)\b)"
)
EXCLUDED_AFTER = re.compile(
    r"^[ -]?(?:year|yr|y/?o|month|mo\b|week|hour|hr|minute|min\b|day|mile|foot|feet|ft\b|inch|protein"
    r"|portion|order|table|chair|plate|dollar|buck|percent|%|item|dish|chef|grill|time|question"
    r"|bedroom|car|dog|cat|spot|slot|option|block|street|st\b|ave|side|cup|bottle|beer|drink)s?"
)
THINGS_AFTER = re.compile(
    r"^ (?!(?:(?:grown|little|nice|hungry|other|more|total|max|please|pls|of|and|or|with|for|in|at|on"
    r"|if)\b|(?:is|was|has|its|yes|this|plus|thanks|does|us|guess|always|perhaps|sometimes|afterwards"
    r"|[a-z]*(?:[^aeiou]ers|ors|ans|ists|mates|ees|veggies|vegs|peeps|pers|ppls|bros"
    r"|sis))\b))[a-z]{3,}(?:[a-rt-z]s)\b"
)
""" "30 steps from the street": what is counted is nobody."""
OF_THEM = re.compile(
    rf"\b(?P<low>{NUMBER}) (?:of (?:them|us|those|whom|which"
    rf"|(?:the|our|my|your|those|these) (?:{NUMBER} )?(?:guests|people|group|party|adults|grown-?ups"
    rf"|ppl|{NUMBER})),? )?(?:are |r |is |being |will be )(?:an? |my "
    rf"|our )?(?:(?:also|under|only|just|actually|really|in fact|going to be) )*{KINDS}\b"
    rf"|\b(?P<low2>{NUMBER}) of (?:them|us|those|whom|which),? {KINDS.replace('?P<', '?P<x')}\b"
)
COMING = re.compile(
    r"\b(?:only|just|if|maybe|about|like"
    rf"|say) (?P<low>{NUMBER})(?= (?:(?:are|r|will|can|could|would|end up|actually) )?(?:come|coming"
    r"|attend|attending|show(?:ing)? up|make it|join|eat|eating|be eating|actually eating|dining"
    r"|having (?:food|dinner|hibachi))\b)"
)
"""How many come, without a noun: "what if only 12 come"."""
PLUS_ALONE = re.compile(
    rf"(?:^|(?<=[\s,.!]))(?:\+ ?|plus )(?P<low>{NUMBER})(?= (?:for|on|to|at|please|pls|plz|more|extra"
    r"|in)\b|\W*$)(?![\w:/%]|[.,]\d| ?(?:am|pm)\b)"
)
""" "+2 for sept 26": so many more, where nobody was counted before."""
MORE_COME = re.compile(
    rf"\b(?P<low>{NUMBER}) more(?= (?:(?:are|is|r|will be) )?(?:coming|joining|showing|want|just|said"
    r"|can come|rsvp\w*)| ?$)"
)
_ONES = rf"(?:{CHILDREN}|ones|little ones)"
TURNED = re.compile(
    rf"\b(?:(?P<count>{NUMBER}|both)(?: of (?:those|these|them|the|my|our|his"
    rf"|her)(?: (?:{NUMBER}|other|{_ONES}))*| (?P<who>{_ONES})|'s(?= ))?"
    r"|(?:the|my|our) (?:oldest|eldest|older one|big one|youngest"
    rf"|middle one)(?: (?:one|{CHILDREN}))?)"
    r",? ?(?:(?<='s )|(?:(?:is|are|r|will be|turns?|turned|turning"
    r"|(?:has|have)(?= (?:just|already|now)? ?turned)|just|already|actually|now|only|really|in fact"
    r"|about to (?:be|turn)|going to be|gonna be|also) )+)"
    rf"(?:(?P<below>under|below|younger than) (?P<limit>{NUMBER})|(?P<teens>teens|teenagers?)"
    rf"|(?P<small>{TODDLERS})|(?P<age>{NUMBER})(?:(?:,| and| &"
    rf"| or) (?P<age2>{NUMBER}))?)(?: (?:already|now|actually|by then|years? old|yrs?|yo))?"
    rf"(?=\s*(?:$|[.,;!?)]|and\b|so\b|by\b|now\b|already\b|before\b|in\b|next\b|on\b|not\b|if\b|does\b|do\b))"
)
"""Ages told of some of the children: "two of those kids are already 13", "the oldest just turned 13"."""
CHILD_BEFORE = re.compile(rf"\b(?:{CHILDREN}|{TODDLERS})\b[^.?!\n]{{0,30}}$")
_ALL_OF_THEM = (
    r"\b(?:all|both|every ?one|each|every (?:kid|child)|they'?re|they are|theyre|they r|none|no one"
    rf"|nobody|{CHILDREN}|oldest|eldest|ages?)(?: of (?:them|the kids|the children|those"
    rf"|the little ones))?(?: (?:is|are|r|will be|all|both|aged?|ages|{CHILDREN}|of them|either))*"
)
AGE_BOUND = re.compile(
    rf"(?:(?P<who>{_ALL_OF_THEM}),? |^\W*)(?:(?:(?P<below>under|below|younger than|less than)"
    r"|(?P<most>up to|at most|max(?:imum)?|not (?:over|older than|above)|no older than"
    r"|(?<=none )(?:over|above|older than)|(?<=no one )over|(?<=nobody )over)"
    rf"|(?P<above>over|above|older than|at least)) (?:the age of )?(?P<limit>{NUMBER})"
    rf"|(?P<limit2>{NUMBER}) (?:and|or|&) (?:(?P<down>under|younger|below|less)"
    rf"|(?P<up>over|older|up|above))|(?P<from>{NUMBER}) or (?P<to>{NUMBER}))"
    rf"(?![\w:/$%]|[.,]\d| ?(?:people|guests|adults|dollars|bucks|minutes|miles|kids|children|am|pm)\b)"
    r"(?! (?:(?:can|could|should|would|will|'ll|get to|always|all) )?(?:eats?|ate|is|are|was|were|be"
    r"|gets?|got|goes|go|comes?|pays?|paid|costs?)(?: in)?(?: for)?(?: (?:only|just))? (?:free|half"
    r"|nothing|less|no charge|\$)\b)"
)
"""Not a rule of prices, "everyone under 16 eats free", which tells nobody's age."""
ALL_OF_AN_AGE = re.compile(
    r"(?P<who>\b(?:all|both|every ?one|each|they'?re|they are|theyre)(?: of them)?)(?: (?:is|are|r"
    rf"|all|of them))* (?:an? )?(?:(?P<age>{NUMBER})(?: ?(?:years? old|yrs?(?: old)?|yo|y/o))?"
    rf"|(?P<teens>teens|teenagers?)|(?P<small>{TODDLERS}))(?=\s*(?:$|[.;!?)]|,? so\b|now\b))"
    rf"|\b(?:(?P<teens2>teens|teenagers)|(?P<small2>{TODDLERS})),? (?:all|both)(?: of them)?\b"
)
"""Within which ages all children are: "all under 5", "none over 12"."""
CONCLUDED = re.compile(
    r"(?:\b(?:so|thus|hence|altogether|in total|in all|which makes|makes|making|that'?s|that is"
    r"|that makes|comes to|totall?ing|total(?: of| is|:)?)|=) ?(?:it |it'?s |it is |it'?d be "
    r"|it'?ll be |we have |we'?d be |we'?ll (?:only |now )?be |we will (?:only |now )?be |there'?s "
    r"|there are |us |a total of |about |all together |altogether |all in all |then |we'?re |we are "
    rf"|like )*(?P<low>{NUMBER})(?! (?:more|of (?:them|us|those)|extra|other)\b)(?![\w:/$%]|[.,]\d"
    r"| ?(?:am|pm|st|nd|rd|th|dollars|bucks|minutes|hours|miles|o'?clock)\b)"
)
"""What the counts before come to, as the writer sums it up: "6 of us and 8 neighbors, so 14 adults"."""
DROPPED = re.compile(
    rf"\b(?P<low>{NUMBER})(?= (?:just |have |had |has )?(?:bailed|dropped out|backed out|flaked"
    r"|can'?t (?:come|make it)|cant (?:come|make it)|cancell?ed|pulled out|aren'?t coming"
    r"|are not coming)\b)"
)
TEEN = re.compile(r"\b(?:teens?|teenagers?)$")
AMONG_TEENS = re.compile(
    r"\bof (?:them|those|whom|which)\b|\b(?:including|incl|counting|where|being"
    r"|are)\b[^.;!?]{0,25}\bteen|\bteen\w*\b[^.;!?]{0,10}\b(?:among|included)\b|\(\d+ teen"
)
JUST_TWO = re.compile(
    r"\b(?:just |only )?(?:me|myself) and my (?:wife|husband|spouse|partner|fianc[eé]e?|girlfriend"
    r"|boyfriend|mom|mother|dad|father|hubby)\b(?!'| and| &|,)"
)
AMONG_BEFORE = re.compile(r"\b(?:including|incl\.?|counting|with|among them|besides) $")
ALL_YOUNG = re.compile(
    r",?(?: over| coming)?,? (?:(?:who|that|they|and) )?(?:(?:they'?re|theyre|they are|are"
    r"|who'?re) )?(?:all|both|each)(?: (?:are|of them|of them are|aged?|turning|around|about"
    rf"|like))* (?P<age>{NUMBER})(?:(?: or | and |/|-| to )(?P<or>{NUMBER}))?(?: (?:too|as well|also"
    r"|years? old|yrs?(?: old)?|yo))*(?=\W*(?:$|[.,;!?\n()]|plus\b|and\b|\+|so\b))(?![\w:/]|[.,]\d"
    r"| ?(?:am|pm)\b)"
)
"""Right behind a number of people: all of them are of this age."""
SO_MANY = re.compile(
    r"\b(?:so|now|leaves|down to|makes"
    r"|that'?s)(?: (?:us|it'?s|it is|it'?ll be|it will be|it'?d be|we'?re|we are|we'?ll be|we will be"
    r"|we'?d be|there'?s|there are|that'?s|only|just|at|now|then|like"
    rf"|about))* (?P<low>{NUMBER})(?=\W*(?:$|[.,;!?\n]|now\b|total|of us\b|people\b|adults\b|please"
    r"|then\b|instead|what|how\b|can\b|could\b))(?![\w:/]|[.,]\d| ?(?:am|pm)\b)"
)
"""What is left after somebody cancelled: "20 adults, no sorry the in laws cancelled so 18"."""
PAID_FOR_BEFORE = re.compile(
    r"\b(?:pay|pays|paying|paid|charged?|charging|billed|billing) (?:us |me )?for (?:the |like |about "
    r"|basically |another |all |those )*$"
)
NOBODY_AFTER = re.compile(
    r"^(?: (?:other |more |extra )?(?:people|persons?|guests|adults|ppl|folks|seats|heads))? ?(?:who"
    r"|that|which|we)? ?(?:(?:are|is|were|will)(?: not|n'?t)|arent|isnt|won'?t|wont|don'?t|dont|do not"
    r"|not) (?:even |actually |really |going to |be )*(?:there|here|coming|come|exist|real|invited|eat"
    r"|eating|have|show)\b|^(?: \w+)? we (?:don'?t|dont|do not) (?:even )?have"
)
""" "Paying for 3 people who aren't even there": the gap to a minimum, nobody's party."""
STAYS_AWAY = re.compile(
    r"\b(?:cancell?ed|cancels?|bailed|dropped|can'?t|cannot|won'?t|not coming|pulled out|backed out"
    r"|out|sick|no sorry|sorry)\b"
)
LITTLE_ONE = re.compile(
    r"(?:\b(?:and|plus|with|&) |, )(?:(?:(?:my|our|his|her|their) [a-z]+(?:[- ]in[- ]law)?'s|our|my"
    r"|his|her|the) )?(?:little|baby|tiny|young"
    rf"|wee) [a-z]{{3,12}},? (?:who(?:'?s| is| just turned|'s just)|aged?"
    rf"|is)(?: (?:only|just|now|already|almost))? (?P<age>{NUMBER})(?! ?(?:of|people|guests|adults"
    r"|months?|mos?|weeks?|wks?)\b)"
)
"""A child by name: "and little Theodore, who is seven"."""
THEIR_BABIES = re.compile(
    rf"\b(?:their|our|my|the|with|and|two|three) (?:{TODDLERS}) ?\((?:ages?"
    rf"|aged)? ?(?P<list>{NUMBER}(?:(?:,| and| &|, and) {NUMBER}){{1,5}}) ?(?:months?|mos?"
    r"|weeks?)(?: old)?\)"
)
TWINS_ARE = re.compile(
    r"\b(?P<many>twins|triplets)(?:'s)?(?: ages)?,? (?:are|r|is|=|both|all|will be|turned|turn"
    r"|turning|aged?)(?: (?:both|all|aged?|just|turning|now|about to be"
    rf"|going to be))* (?P<age>{NUMBER})(?: (?:and|&) (?P<other>{NUMBER})(?= ?(?:$|[.,!?;)]|years?\b|yrs?\b|yo\b)))?"
    r"(?![\w:/]|[.,]\d| ?(?:am|pm|people|guests|adults|of)\b)"
)
ONE_IS = re.compile(
    r"\bone(?: (?:kid|child|boy|girl|son|daughter|of them))?(?:'s"
    rf"| is) (?P<first>{NUMBER})(?: (?:and a half|years? old|yrs?|yo))?,? (?:and (?:the )?|the "
    r"|& (?:the )?)(?:one|others?|other one|second|second one)(?:'s| is| are"
    rf"|s)? (?P<second>{NUMBER})(?![\w:/]|[.,]\d| ?(?:am|pm|adults|people|guests)\b)"
)
"""The ages of two children: "one is 6 and one is 12"."""
TAKEN_BACK = re.compile(
    rf"\b(?:{CORRECTION}|what (?:if|about)(?: (?:it'?s|its|we'?re|we are|there are|it was))?"
    r"|(?:and )?if (?:it'?s|its|we'?re|we are))\b"
)
"""Between two counts: the second stands instead of the first."""
FAMILY_ALONE = re.compile(r"(?:an? |my |our |the )?(?:family|household) of (?:about )?[\w-]+")
