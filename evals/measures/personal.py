"""Personal data taken out of texts, on presidio-research's synthetic sentences; and what is taken out by mistake."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml
from evals.figures import Figure, Section
from evals.splits import Row, is_measuring, rows_of

from hibachi.language.scrubbing import Personal, PIIScrubber

FILE = "pii_presidio/synth_v2.jsonl"
PROFILE = Path(__file__).resolve().parents[2] / "apps/backend/hibachi/policies/default_profile.yaml"
STRUCTURED = {
    "PHONE_NUMBER": "PHONE", "EMAIL_ADDRESS": "EMAIL", "CREDIT_CARD": "CARD", "US_SSN": "SSN", "IBAN_CODE": "IBAN",
    "IP_ADDRESS": "IP", "US_DRIVER_LICENSE": "LICENSE",
}  # fmt: skip
UNSTRUCTURED = {"PERSON": "NAME", "STREET_ADDRESS": "ADDRESS"}
KINDS = STRUCTURED | UNSTRUCTURED
OVERLAP = 0.9
"""A span is right when it shares this part of the union with a true one (presidio-research's span evaluator)."""
TOWNS = (
    "San Francisco Bay Area", "San Jose", "Sacramento", "Central Valley", "Northern California", "Fremont", "Oakland", "Hayward", "Santa Clara",
    "Sunnyvale", "Palo Alto", "Walnut Creek", "Napa", "Sonoma", "Livermore", "Pleasanton", "Stockton", "Modesto", "Monterey", "Lake Tahoe", "Vallejo",
    "Concord", "Berkeley", "Santa Cruz", "San Mateo", "Milpitas", "Union City", "Morgan Hill", "Gilroy", "Mountain View",
)  # fmt: skip
SENTENCES = (
    "how much is {} for 12 people", "{} please", "Can we get {} on Saturday", "is {} included", "we'd like {} and extra rice", "What about {}?",
    "{}", "Do you come to {}", "party in {} next month", "The {} was amazing", "no {}, thanks", "4 {} and 2 tofu",
)  # fmt: skip


def measure(datasets: Path) -> list[Section]:
    """Recall by kind, F2, and over-masking."""
    rows = rows_of(datasets / FILE)
    found = [(row, PIIScrubber().find(row["text"])) for row in rows if is_measuring(row["id"])]
    development_templates = {row["template_id"] for row in rows if not is_measuring(row["id"])}
    unseen = [(row, spans) for row, spans in found if row["template_id"] not in development_templates]
    figures = [
        Figure(f"recall of {kind} (characters)", recall(found, [kind]), 0.99, count(found, [kind]))
        for kind in STRUCTURED
    ]
    figures += [
        Figure(f"recall of {kind} (characters)", recall(found, [kind]), 0.85, count(found, [kind]))
        for kind in UNSTRUCTURED
    ]
    figures += [
        Figure("recall of all structured kinds (characters)", recall(found, list(STRUCTURED)), 0.99, count(found, list(STRUCTURED))),
        Figure("recall of names in templates of which no row was trained on", recall(unseen, ["PERSON"]), None, count(unseen, ["PERSON"])),
        Figure("F2 of the kinds that are masked (spans)", f_beta(found), 0.845, count(found, list(KINDS)), "Presidio 0.618 as shipped, 0.845 tuned"),
        Figure("characters masked outside of personal data", outside(found), None, len(found), note="of those that are in no span of any type"),
        Figure("dishes and places of the service area masked", over_masked(), 0.0, len(SENTENCES) * len(business_words()), at_most=True),
    ]  # fmt: skip
    return [Section("Personal data (pii_presidio)", str(__doc__) + ABOUT, figures)]


ABOUT = """

The measuring half: rows whose sha256 of the id is odd; the tagger of names and addresses was trained on the other half
and on own chats. Rows of both halves share sentence templates, so one figure is for templates of the measuring half alone.
Characters: the share of a kind's characters that any label replaced. Spans: precision and recall with 0.9 of the union, the
kind being right, over the kinds that are masked here; places, companies, dates, titles and ages stay, as a caterer needs them.
"""
Judged = Sequence[tuple[Row, tuple[Personal, ...]]]


def recall(judged: Judged, types: Sequence[str]) -> float:
    """The share of the characters of these types that something replaced."""
    gone = total = 0
    for row, spans in judged:
        masked = {at for one in spans for at in range(one.span.start, one.span.end)}
        for span in row["spans"]:
            if span["type"] in types:
                places = [at for at in range(span["start"], span["end"]) if not row["text"][at].isspace()]
                total += len(places)
                gone += sum(at in masked for at in places)
    return gone / total if total else 1.0


def count(judged: Judged, types: Sequence[str]) -> int:
    """How many spans of these types there are."""
    return sum(span["type"] in types for row, _ in judged for span in row["spans"])


def outside(judged: Judged) -> float:
    """The share of characters in no span that were masked nevertheless."""
    wrong = total = 0
    for row, spans in judged:
        masked = {at for one in spans for at in range(one.span.start, one.span.end)}
        inside = {at for span in row["spans"] for at in range(span["start"], span["end"])}
        free = set(range(len(row["text"]))) - inside
        total += len(free)
        wrong += len(free & masked)
    return wrong / total


def f_beta(judged: Judged, beta: float = 2.0) -> float:
    """F2 over spans of the masked kinds."""
    right = predicted = actual = 0
    for row, spans in judged:
        true = [(span["start"], span["end"], KINDS[span["type"]]) for span in row["spans"] if span["type"] in KINDS]
        true = joined(row["text"], true)
        predicted += len(spans)
        actual += len(true)
        right += sum(any(matches(one, other) for one in spans) for other in true)
    precision, found = right / predicted, right / actual
    return (1 + beta**2) * precision * found / (beta**2 * precision + found)


def joined(text: str, spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Neighbours of one kind as one span: the data cut an address into its lines, we mask it whole."""
    whole: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(spans):
        if whole and whole[-1][2] == kind and not text[whole[-1][1] : start].strip(" ,\n"):
            whole[-1] = (whole[-1][0], end, kind)
        else:
            whole.append((start, end, kind))
    return whole


def matches(found: Personal, true: tuple[int, int, str]) -> bool:
    """Whether a found span is this one."""
    shared = min(found.span.end, true[1]) - max(found.span.start, true[0])
    union = max(found.span.end, true[1]) - min(found.span.start, true[0])
    return found.kind == true[2] and shared >= OVERLAP * union


def business_words() -> list[str]:
    """The dishes of the default profile, and towns that the business serves."""
    menu = yaml.safe_load(PROFILE.read_text())["menu"]
    dishes = [*menu["included_proteins"], *menu["upgrades_per_person"], *menu["addons_each"]]
    names = [dish.replace("_", " ") for dish in dishes]
    return [*names, *(name.title() for name in names), *TOWNS]


def over_masked() -> float:
    """The share of sentences about dishes and places in which something was masked."""
    told: Iterable[str] = [sentence.format(word) for sentence in SENTENCES for word in business_words()]
    scrubber = PIIScrubber(keep=business_words())
    wrong = [text for text in told if scrubber.find(text)]
    return len(wrong) / (len(SENTENCES) * len(business_words()))
