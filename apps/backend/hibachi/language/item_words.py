"""The words that may stand between a quantity and its dish, and those that part them."""

from hibachi.kit import lazy_re as re

AND_WITH = re.compile(r"(?: tails?| mignons?)?,? and (?:also )?with (?:the |some )?")

LINK_WORDS = frozenset([
    "of", "us", "them", "em", "'em", "now", "the", "our", "my", "your", "a", "an", "adults", "adult", "adlts", "guests", "guest",
    "people", "ppl", "persons", "person", "kids", "kid", "children", "orders", "order", "portions", "portion",
    "sides", "side", "servings", "serving", "plates", "plate", "pieces", "piece", "pcs", "x", "extra", "extras",
    "add", "adding", "added", "want", "wants", "wanting", "would", "like", "likes", "love", "upgrade", "upgrades",
    "upgraded", "upgrading", "to", "with", "w", "get", "gets", "getting", "take", "takes", "taking", "have", "has",
    "having", "prefer", "prefers", "do", "doing", "switch", "switching", "swap", "swapping", "go", "goes", "going",
    "for", "just", "'d", "'ll", "will", "be", "need", "needs", "some", "third", "3rd", "protein", "proteins",
    "additional", "more", "others", "other", "choose", "chooses", "choosing", "eat", "eats", "eating", "ordering", "and-the", "who",
    "also", "premium", "their", "they'd", "we'd", "i'd", "they", "we", "i", "can", "could", "should", "please", "pls",
    "include", "including", "plus", "on", "top", "as", "dishes", "dish", "trays", "tray", "bowls", "bowl",
    "another", "ladies", "guys", "women", "men", "girls", "boys", "gals", "her", "his", "it", "make", "makes", "making", "per", "each", "is", "are", "that",
    "plain", "regular", "normal", "ordinary", "simple", "basic", "standard", "grilled", "namely", "each", "good", "nice",
])  # fmt: skip
STOP_WORDS = frozenset([
    "but", "if", "or", "without", "no", "not", "instead",
])  # fmt: skip
