"""What other modules may ask of knowledge."""

from hibachi.knowledge.counting import on_booking, rated, retrieved, unanswered, used
from hibachi.knowledge.entries import add, change, confirm, look_up, page, retire
from hibachi.knowledge.learning import (
    accept,
    candidates,
    dismiss,
    generate_knowledge_base_updates,
    on_draft_decided,
    promote_conversation_to_kb,
)
from hibachi.knowledge.searching import Searcher
from hibachi.knowledge.syncing import sync
from hibachi.knowledge.versions import approve, build, build_now, compare, detail, listed, refresh, reject, roll_back

__all__ = [
    "Searcher",
    "accept",
    "add",
    "approve",
    "build",
    "build_now",
    "candidates",
    "change",
    "compare",
    "confirm",
    "detail",
    "dismiss",
    "generate_knowledge_base_updates",
    "listed",
    "look_up",
    "on_booking",
    "on_draft_decided",
    "page",
    "promote_conversation_to_kb",
    "rated",
    "refresh",
    "reject",
    "retire",
    "retrieved",
    "roll_back",
    "sync",
    "unanswered",
    "used",
]
