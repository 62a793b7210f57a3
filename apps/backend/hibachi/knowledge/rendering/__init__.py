"""Passages out of the profile in force. Nothing is pasted: a changed number is another text."""

from hibachi.knowledge.rendering.passages import Passage
from hibachi.knowledge.rendering.whole import rendered

__all__ = ["Passage", "rendered"]
