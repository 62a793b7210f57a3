"""Something on every page of the panel, and the pages themselves."""

import re
from pathlib import Path

from tests.admin.conftest import Office

LIST = Path(__file__).resolve().parents[4] / "apps" / "admin" / "src" / "shell" / "pages.ts"
PAGES = re.findall(r'to: "(/[\w-]*)", name: "([^"]+)".*?needs: "([^"]+)"', LIST.read_text())
"""Every page of the navigation: address, name, permission."""
WORK = re.findall(r'to: "(/[\w-]*)", name: "([^"]+)", group: "Work".*?needs: "([^"]+)"', LIST.read_text())
"""Those of the day's work; test_every_page walks through the others."""


def address(path: str) -> str:
    """As the export has it, with a slash at its end."""
    return path if path.endswith("/") else f"{path}/"


def populate(office: Office) -> str:
    """People who wait, talks, a party that waits for its deposit, a vote with its words; the booking's thread."""
    said = office.customer_says("how much for 14 adults in 94110 on march 14?", name="Ann Lee", phone="+15105550142")
    office.customer_says("I want to talk to a real person, please", name="Lou Grant")
    party = office.customer_says("6pm please, I'm Ann Lee, 510 555 0142", said["conversation_id"])
    office.customer_says("yes please book it", said["conversation_id"])
    vote = {"log_id": party["message_id"], "feedback": "not_helpful", "suggestion": "Say it sooner"}
    office.ask("POST", "/api/v1/ai/orchestrator/feedback", **vote)
    office.customer_says("is the fried rice gluten free?", name="Mia Wong")
    return str(said["conversation_id"])
