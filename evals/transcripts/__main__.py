"""Play every transcript against a sandbox and write what was said as Markdown: `python -m evals.transcripts [FOLDER]`.

Nothing is judged here: somebody reads them as a stranger would. FOLDER is outside the repository unless it is named.
"""

import argparse
import json
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import httpx2
from evals.gate import sandbox

HERE = Path(__file__).resolve().parent
OUT = Path("/tmp/hibachi-transcripts")
TIMEOUT_SECONDS = 120
Transcript = dict[str, Any]


def transcripts() -> Iterator[Transcript]:
    """Every conversation of the JSON files beside this one, in their order."""
    for file in sorted(HERE.glob("*.json")):
        yield from json.loads(file.read_text())


def play(client: httpx2.Client, transcript: Transcript) -> str:
    """One conversation as Markdown: each message, the reply, the tools that ran, and what came of it."""
    world = {"now": transcript["now"], "given": transcript.get("given", {})}
    client.post("/api/v1/sandbox/reset", json=world).raise_for_status()
    lines = [f"# {transcript['id']}", f"{transcript['about']} ({transcript['channel']}, {transcript['now'][:10]})"]
    conversation = None
    for text in transcript["says"]:
        body = {
            "conversation_id": conversation, "message_id": None, "channel": transcript["channel"],
            "customer": transcript["customer"], "text": text,
        }  # fmt: skip
        answer = client.post("/api/v1/chat/messages", json=body).raise_for_status().json()
        conversation = answer["conversation_id"]
        lines += [_said(text, ">"), _said(answer["reply"]["text"] if answer["reply"] else "(silence)", "")]
        if answer["escalation"]:
            lines.append(f"*handed over: {answer['escalation']['reason']}*")
    outcome = client.get(f"/api/v1/sandbox/conversations/{conversation}/outcome").raise_for_status().json()
    lines.append(f"`{json.dumps(outcome['booking'] or outcome['quote'] or {}, default=str)[:400]}`")
    return "\n\n".join(lines) + "\n"


def _said(text: str, mark: str) -> str:
    return "\n".join(f"{mark} {line}".strip() for line in text.splitlines())


def main() -> None:
    """Play and write, a file a conversation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=OUT)
    parser.add_argument("--url", help="a sandbox that runs already")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with (
        nullcontext(options.url) if options.url else sandbox() as url,
        httpx2.Client(base_url=url, timeout=TIMEOUT_SECONDS) as client,
    ):
        for transcript in transcripts():
            (options.folder / f"{transcript['id']}.md").write_text(play(client, transcript))
    print(f"{len(list(options.folder.glob('*.md')))} transcripts lie in {options.folder}")


if __name__ == "__main__":
    main()
