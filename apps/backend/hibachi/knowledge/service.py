"""What other modules may ask of knowledge."""

from hibachi.knowledge.counting import on_booking, rated, retrieved, unanswered, used
from hibachi.knowledge.entries import add, change, confirm, look_up, page, retire
from hibachi.knowledge.searching import Searcher
from hibachi.knowledge.syncing import sync

__all__ = [
    "Searcher",
    "add",
    "change",
    "confirm",
    "look_up",
    "on_booking",
    "page",
    "rated",
    "retire",
    "retrieved",
    "sync",
    "unanswered",
    "used",
]
