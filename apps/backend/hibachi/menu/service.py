"""Use cases of menu: the menu in force, and the doors of its rules for other modules."""

from hibachi.kit.db import Tx
from hibachi.menu.rules import Menu, dietary_facts
from hibachi.menu.schemas import MenuPage
from hibachi.policies import service as policies

__all__ = ["Menu", "current", "dietary_facts"]


async def current(tx: Tx) -> MenuPage:
    """The menu of the policy version in force."""
    book = await policies.current(tx)
    return Menu.of(book.profile).page(book)
