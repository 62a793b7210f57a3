"""The words of groups and sums of guests, as compiled patterns over quiet() text."""

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.guest_words import ADULTS, CHILDREN, COUPLES, PEOPLE, RELATIVES, TODDLERS
from hibachi.language.numbers import NUMBER
from hibachi.language.roster.words import RELATION

_RELATIVE = rf"(?:{RELATION})"
_OWN = r"(?:my|our|his|her|their|the)"
_GROUPS = r"(?:families|households|groups|tables|teams|sets|pairs|crews|carloads|packs)"
_FAMILY = r"(?:family|household|group|party|crew|clan|gang|bunch)"
_TERM = (
    rf"(?:(?P<times>{NUMBER}|both|an? couple(?: of)?|couple of) (?:other |different "
    rf"|separate )?{_GROUPS}(?: of|,? (?:each )?(?:with|has|have|having)|(?<!tables),"
    rf"|(?<!tables))? (?:about )?(?P<each>{NUMBER})(?! (?:{ADULTS}|{CHILDREN}|{TODDLERS}) and\b)"
    rf"(?: (?:people|ppl|persons|members|of us|each))*(?: each| apiece| per family)?"
    rf"|(?P<sets>both sets of (?:grand)?(?:parents|in-laws|folks))"
    rf"|(?P<spouses>{_OWN}(?: lovely)? (?:spouses|partners|wives|husbands|dates|plus ones|plus-ones"
    r"|significant others|better halves|girlfriends|boyfriends))"
    rf"|(?:(?:{_OWN}|an?|another|one|\w+'s)(?: \w+'s)? )?(?:immediate |whole |extended "
    rf"|entire )?{_FAMILY}(?: of | \(|, )(?P<size>{NUMBER})\)?"
    r"|(?P<two>us two|the two of us|both of us|the pair of us"
    rf"|{_OWN} (?:\w+'s )?(?:in-laws|parents|grandparents|folks)|both parents)"
    rf"|(?:my |our )?(?P<count>{NUMBER}) (?:other |more |of my |of our |close |good "
    rf"|additional )?(?:(?P<couples>{COUPLES})|(?P<adults>{ADULTS})|{PEOPLE}|{RELATIVES})"
    r"|(?P<pairs>(?:my|our|his|her) (?:(?:mom|mum|mother) (?:and|n|&) (?:dad|father)"
    r"|(?:dad|father) (?:and|n|&) (?:mom|mum|mother)))"
    rf"|(?P<self>(?:just )?(?:me|myself|i))|(?P<person>(?:{_OWN} )?{_RELATIVE}))"
)
_PLAIN = re.sub(r"\?P<\w+>", "?:", _TERM)
_REMARK = (
    r"(?: ?\((?:everyone|everybody|all|they|each|we"
    r"|both)\b[^()\d]{0,20}\d{1,2}(?: ?(?:or|to|-|and) ?\d{1,2})?[^()\d]{0,12}\))"
)
""" "14 of us (everyone is 15 or 16) + my mom and dad": how old those just counted are."""
REMARK = re.compile(_REMARK)
_JOIN = rf"(?:{_REMARK}? ?(?:\+|&|,? and|,? plus|,? with) )"
TERM = re.compile(rf"\b{_TERM}(?![\w'])|(?:(?<=plus )|(?<=\+ )|(?<=\+))(?P<bare>{NUMBER})\b")
_BARE = rf"(?: ?,? ?(?:\+|plus) ?{NUMBER}\b(?! ?(?:{CHILDREN}|{TODDLERS}|am|pm|of)\b)(?![\w:/.]*\d))"
CHAIN = re.compile(
    rf"(?<![\w$/:.,'-])\b(?:{_PLAIN}(?![\w'])(?!,? (?:not|instead))(?:{_JOIN}(?:about |another "
    rf"|also )?{_PLAIN}(?![\w']))*{_BARE}?)"
)
MINUS = re.compile(
    rf"(?<![\w$/:.,-])(?P<whole>{NUMBER})(?: (?:people|guests|of us|ppl))? (?:minus"
    rf"|less) (?P<less>{NUMBER})\b(?! ?(?:{CHILDREN}|{TODDLERS}|am|pm|dollars|percent|%))"
)
_WHOLE = rf"(?<![\w$/:.,#-])(?P<whole>{NUMBER})(?P<total> (?:total|in total|altogether|all together|in all))?"
_YOUNG = rf"(?:{CHILDREN}|{TODDLERS}|under|below)\b"
WHOLE_BEFORE = re.compile(
    rf"{_WHOLE} ?(?:\( ?|,? ?(?:incl(?:uding|udes|\.)?|of which|of whom|counting"
    rf"|among them) )(?P<part>{NUMBER}) (?:of (?:them|us|those|whom|which) )?(?:are |being |is "
    rf"|r )?{_YOUNG}"
    rf"|{_WHOLE.replace('?P<whole>', '?P<whole2>').replace('?P<total>', '?P<total2>')}(?:,|;| -| and"
    rf"| but| with)? (?P<part2>{NUMBER}) (?:of (?:them|us|those|whom|which) (?:are |being |is |r )?"
    rf"|(?:are |r ))(?:\w+ )?{_YOUNG}"
)
WITH_CHILDREN = re.compile(
    rf"(?<![\w$/:.,#-])(?P<low>{NUMBER})(?: (?:people|guests|of us|total|in total"
    r"|altogether))?,? (?:including|incl\.?|counting) (?:all |everyone and )?(?:the |my |our "
    rf"|those )?(?:{CHILDREN}|{TODDLERS})\b"
)
""" "18 including kids": all of them together."""
BESIDE_CHILDREN = re.compile(
    rf"(?<![\w$/:.,#-])(?<!at )(?<!on )(?<!the )(?P<low>{NUMBER}) ?(?:\+|plus|&"
    r"|not (?:counting|including)) ?(?:my |our |the |about "
    rf"|like )?(?=(?:{NUMBER}) ?(?:{CHILDREN}|{TODDLERS})\b"
    rf"|(?:{NUMBER}|an?) {NUMBER}[ -]?(?:years?|yrs?|yo\b|y/o))"
)
UNDER = re.compile(
    rf"\b(?P<count>{NUMBER})(?: (?:of (?:them|us|those)|who|that))? (?:are |is "
    r"|r )?(?:aged? )?(?:under|below|younger than)(?P<and> or)? "
    rf"(?:the age of )?(?P<limit>{NUMBER})(?![\w:/$%]|[.,]\d"
    r"| ?(?:people|guests|dollars|bucks|minutes|min|miles|am|pm)\b)"
)
SHARE_CHILDREN = re.compile(
    r"\b(?P<share>half|(?:a|one) (?:third|quarter|fifth)|two thirds"
    r"|three quarters) (?:(?:of (?:them|us|those|which|whom)) )?(?:are |r |being "
    rf"|is )?(?:the )?{CHILDREN}\b"
)
SPOUSES = re.compile(
    r"\b(?:and|&|plus|with) (?:their|our|all the|the)(?: respective)? (?:spouses|partners|wives"
    r"|husbands|dates|plus[- ]ones|significant others|better halves|girlfriends|boyfriends)\b"
)
ONE_MORE = re.compile(
    r"(?:\band|\bplus|\bwith|&|\+|,) ?(?P<one>(?:an?|one) (?:extra |more |little |small "
    r"|young )?(?:(?P<child>kid|kiddo|child|teen|teenager|tween)"
    r"|(?P<toddler>toddler|baby|infant|newborn)|adult|grown[- ]?up))\b(?!'?s\b| menu| meal| seat"
    r"| chair| price)"
)
NOT_A_NUMBER_BEFORE = re.compile(rf"\b(?:{MONTH}|at|on|zip|the)\.? $")
_GIRLS, _BESIDE = r"(?:little |young |teenage )?girls", r",? ?(?:and|plus|\+|&|with|as well as|along with) ?"
GIRLS_BESIDE = re.compile(
    rf"(?<![\w$:/.,])(?:(?P<girls1>{NUMBER}) {_GIRLS}{_BESIDE}(?P<grown1>{NUMBER}) {ADULTS}"
    rf"|(?P<grown2>{NUMBER}) {ADULTS}{_BESIDE}(?P<girls2>{NUMBER}) {_GIRLS})\b"
)
"""Girls beside adults are children: "18 adults as well as two girls"; without adults they are guests like others."""
PRICED = re.compile(
    r"\b(?:what(?:'?s| is| does| would| do| will|s| about)?"
    r"|how much(?: is| does| would| do| will| are)?"
    rf"|how about) (?P<low>{NUMBER})(?= (?:of us |people |guests )?(?:look(?:s|ing)? like|be\b|cost"
    r"|come (?:out )?to|run\b|work out|pay\b))"
)
"""A number whose price is asked: "whats 17 look like", "what would 20 run"."""
SETTLED_RANGE = re.compile(
    rf"(?<![\w$/:.,-])(?:(?:somewhere |anywhere )?(?:between|from) )?(?P<low>{NUMBER})(?: ?- ?| to "
    rf"| and | or )(?P<high>{NUMBER})(?: (?:people|guests|ppl|adults|of us|heads))?,? ?(?:so |but "
    r"|and |- ?|\\.+ ?|probably |maybe )*"
    r"(?:call it|let'?s (?:say|call it|go with|do|plan on|plan for|make it|assume|just say)|say"
    r"|go with|plan on|plan for|make it|count on|figure|assume|quote (?:me |us |it )?for|price it for"
    rf"|i'?d (?:say|guess)|we'?ll say) (?:about |like )?(?P<settled>{NUMBER})(?![\w:/%$]|[.,]\d"
    r"| ?(?:am|pm)\b)"
)
"""A range and the number that is taken of it: "somewhere between 12 and 15, call it 14"."""
SET_ANEW = re.compile(
    r"\b(?:chang(?:e|ing)|make|making|updat(?:e|ing)|bump(?:ing)?|set|switch(?:ing)?|increas(?:e|ing)"
    r"|decreas(?:e|ing)|lower(?:ing)?|rais(?:e|ing)|put|adjust(?:ing)?|reduc(?:e|ing)|correct)(?: up"
    r"| down)?(?: the| our| my| it)?(?: (?:number|total|amount|count) (?:of|for))?(?: the| our| my)? "
    rf"(?:(?P<adults>{ADULTS})|(?P<children>{CHILDREN})|(?P<toddlers>{TODDLERS})"
    rf"|(?P<people>{PEOPLE}|head ?count|guest count|party size|group size|guest number))(?: ?count"
    rf"| number| total)?(?: from (?:{NUMBER}))?(?: up| down)? (?:to be|to|be|at|="
    rf"|is) ?(?P<n>{NUMBER})(?![\w:/%$]|[.,]\d| ?(?:am|pm|years?|yrs?|yo)\b)"
)
""" "Change the kids to 6", "bump our headcount up to 15"."""
DOES = re.compile(
    r" (?:(?:should|would|will|could|both|each|also|all) )*(?:get|have|want|need|love|like|eat|prefer"
    r"|take|order|are (?:having|getting|vegan|vegetarian))s?\b"
)
""" "14 adults, and Mom and Dad should both get the lobster": of those who were counted."""
