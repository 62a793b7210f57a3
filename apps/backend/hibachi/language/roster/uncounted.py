"""Guests who are named in a row though nobody says how many they are: "my mom, us, and the neighbors with their toddler"."""

from hibachi.language.roster.chain import Chain
from hibachi.language.roster.chains import Chains
from hibachi.language.roster.tokens import Token
from hibachi.language.roster.words import ADJECTIVES, ARTICLES, NOUNS, OWN

_PAIRED = frozenset("husbands wives spouses partners boyfriends girlfriends".split())
""" "My three children and their spouses": as many as were counted before."""
_ON_TOP = frozenset(("plus", "and", "&", "+", "also"))
_ALL = frozenset("adult adults grownups grown people ppl guests persons".split())


def are_told(tokens: tuple[Token, ...]) -> bool:
    """Whether a row names such guests, where no number of all is told beside them."""
    chains = Chains(tokens)
    if any(_has_a_crowd_beside(chains, one) for one in chains.all()):
        return True
    if any(chains.total_at(at) is not None for at in range(len(tokens))):
        return False
    rows = [one for one in chains.all() if len(one.groups) > 1 and not any(group.noun in _ALL for group in one.groups)]
    return any(_stands_at(chains, joint[1]) for one in rows if (joint := chains.joint(one.end)) is not None)


def _has_a_crowd_beside(chains: Chains, row: Chain) -> bool:
    """ "10 of us and the neighbors", "20 girls plus us": whatever the number was, these come on top of it."""
    joint = chains.joint(row.end)
    if joint is None or len(row.groups) > 1 or not row.groups[0].numbered or not joint[0] <= _ON_TOP:
        return False
    if chains.text(joint[1]) == "us":
        return chains.ends(joint[1] + 1)
    end = joint[1] + 1
    crowd = NOUNS.get(chains.text(end))
    named = chains.text(joint[1]) in OWN and crowd is not None and crowd.relation and crowd.plural and not crowd.alone
    return named and crowd is not None and crowd.kind == "people" and chains.ends(end + 1)


def _stands_at(chains: Chains, at: int) -> bool:
    if chains.text(at) == "their" and chains.text(at + 1) in _PAIRED:
        return False
    if chains.text(at) == "us":
        return chains.joint(at + 1) is not None or chains.ends(at + 1)
    end = at + (chains.text(at) in (*OWN, *ARTICLES))
    end += chains.text(end).endswith("'s")
    end += chains.text(end) in ADJECTIVES
    noun = NOUNS.get(chains.text(end))
    if end > at and noun is not None and noun.kind == "family" and chains.text(end) != "side":
        return chains.at(at) is None  # "and another family"
    return end > at and noun is not None and noun.relation and noun.plural and noun.kind != "children"
