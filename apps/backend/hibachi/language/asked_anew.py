"""A question that names what is meant in a roundabout way, in the usual words: "is what you serve halal", "for those $55 a head what do we get"."""

from hibachi.kit import lazy_re as re

_YOU = r"(?:you|u|ya|yall|y'all)(?: guys| all)?"
_SERVED = re.compile(
    r"(?:\b(?:the |all (?:of )?(?:the )?)?(?P<what>food|foods|meats?|dishes|stuff|things)(?: that"
    r"| which)?|(?<=\bis )what|(?<=\bif )what|(?<=\bwhether )what|(?<=\bis )everything"
    rf"|(?<=\bis )anything) {_YOU} (?:\w+ly )?(?:serve|cook|make|use|offer|work with"
    r"|bring)\b(?! (?:at|in|to|on|for)\b)",
    re.I,
)
""" "The food you serve": no question of where we serve."""
_GET = (
    r"what(?:'?s| is| are| all| exactly| food| kind of food"
    rf"| else)*(?: (?:do|does|would|will|can|could|did))?(?: (?:actually|really|all))* (?:we|i|{_YOU}|one"
    r"|everyone|everybody|people|guests|it|that|each (?:guest|person)|somebody|someone|included?|in it"
    r"|part of)\b"
)
_FOR_IT = re.compile(
    r"\b(?:so |and |but )?for (?:the |that |this |those |these |your )?(?:price|money|amount|cost"
    rf"|\$ ?\d{{2}}(?!\d)|\d{{2}} ?(?:dollars|bucks)"
    rf"|\d{{2,3}}(?= (?:a|per|each)))(?: ?(?:dollars|bucks))?(?: (?:a|per|each) (?:person|head|guest"
    rf"|adult|pp)| each| pp)?,? (?={_GET})",
    re.I,
)
_FOR_IT_LAST = re.compile(
    rf"\b(?P<asked>what(?: all| exactly| food)?(?: food)? (?:do|does|would|will|can) (?:we|i|{_YOU}"
    r"|one|everyone|people|guests) (?:actually |all |really )?(?:get|have"
    rf"|eat)(?: to eat)?) for (?:the |that |this |those |your )?(?:price|money|\$ ?\d{{2}}(?!\d)"
    rf"|\d{{2}}(?= ?(?:dollars|bucks|a|per|each|pp)\b))(?: ?(?:dollars|bucks))?(?: (?:a|per"
    r"|each) (?:person|head|guest|adult|pp)| each| pp)?(?=\W*(?:[.?!,]|$| and\b))",
    re.I,
)
""" "For that price, what do we get": asks for what is included, not for the price."""


def _yours(said: "re.Match[str]") -> str:
    return f"{'all ' if said.group().lower().startswith(('every', 'all')) else ''}your {said['what'] or 'food'}"


_IT_SAYS = re.compile(
    r"(?P<lead>(?:^|[.!?\n] ?)(?:(?:but|and|so|wait|hm+|ok(?:ay)?),? )*)(?:your|ur"
    r"|the) (?:[a-z]+ ){0,2}?(?:web ?site|site|page|ads?|messages?|texts?|e-?mails?|flyer|post"
    r"|reply) (?:says?|said|states?)(?: that)? "
    r"(?P<what>(?=[^.?!\n]*\bfree\b)(?![^.?!\n]*[$])[^.?!\n,]+?)(?: though| tho)?(?:[?.!]|$)",
    re.I | re.M,
)
""" "Your website says under 6 is free though": asks whether it is so."""
_CHEF_AT = re.compile(
    r"\b(?P<can>can|could|may) (?P<who>we|you|i)(?: please)? (?:have|get|ask|make) (?:the |your |our "
    r"|a )?chef (?:to )?(?:arrive|come|be (?:here|there)|show up|start) (?P<at>at|by|around) (?=\d)",
    re.I,
)
""" "Could we have the chef arrive at 17:00": asks for that start."""
_DO_A_ZIP = re.compile(rf"(?<=\bdo )(?P<who>{_YOU}) (?:do|serve|cover|handle|deliver to) (?=\d{{5}}\b)", re.I)
""" "Do you do 95112": whether we come there."""


def asked_plainly(text: str) -> str:
    """The text with what is served as "your food", and without the price for which it is asked what one gets."""
    text = _IT_SAYS.sub(lambda one: f"{one['lead']}{one['what']}?", text)
    text = _CHEF_AT.sub(r"\g<can> we start \g<at> ", text)
    plain = _DO_A_ZIP.sub(r"\g<who> come to ", _SERVED.sub(_yours, text))
    return _FOR_IT_LAST.sub(lambda one: one["asked"], _FOR_IT.sub("", plain))
