"""Write the facts that the customer site is built with: `python scripts/site_facts.py`.

The pages of the site are made before a server runs; they carry the prices, menu and policies of the installation's
profile, and ask the API for those in force once they are open.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hibachi.menu.rules import Menu
from hibachi.policies.processors import processors
from hibachi.policies.public import PublicPolicies
from hibachi.policies.schemas import PolicyBook
from hibachi.policies.service import DEFAULT_PATH, read_profile
from hibachi.settings import Settings

FACTS = Path(__file__).resolve().parent.parent / "apps" / "customer" / "src" / "facts"


def written() -> dict[str, str]:
    """By file: the facts as the API would tell them of the first version of the profile. What one page alone shows is apart."""
    settings = Settings()
    profile = read_profile(settings.profile_path or DEFAULT_PATH)
    book = PolicyBook(version=1, effective_from=datetime(2000, 1, 1, tzinfo=UTC), profile=profile)
    policies = PublicPolicies.of(book).model_dump(mode="json")
    privacy = {"privacy": policies.pop("privacy"), "processors": [one.model_dump() for one in processors(settings)]}
    facts = {"policies": policies, "menu": Menu.of(profile).page(book).model_dump(mode="json")}
    return {"prerendered.json": _json(facts), "prerendered-privacy.json": _json(privacy)}


def _json(facts: dict[str, Any]) -> str:
    return json.dumps(facts, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, new in written().items():
        page = FACTS / name
        if not page.exists() or page.read_text() != new:
            page.write_text(new)
