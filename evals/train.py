"""Train the heads anew: `python -m evals.train [intents] [matters] [asked] [emotions] [names] [numbers] [mentions]` (`make train`).

Each writes its weights and, beside them, its recipe and evaluation (apps/backend/hibachi/language/heads/weights). The intent
head learns from evals/heads/intents, that of questions from evals/heads/passages; the emotion head from GoEmotions in ../shared/datasets, and is left as it is where
that folder is absent; the tagger of names and addresses (evals/heads/personal) then learns from own chats alone; that of numbers from evals/heads/numbers, that of mentions from evals/heads/mentions. The same data give the same weights on the same machine.
"""

import sys
from pathlib import Path

from evals.heads import asked, emotions, intents, matters, mentions, numbers, personal_data

from hibachi.language.embedding.model import Model

DATASETS = Path(__file__).resolve().parents[2] / "shared" / "datasets"


def main(names: list[str]) -> None:
    """Train what is named, or everything that its data is there for, and say what was left."""
    model = Model.read()
    if not names or "intents" in names:
        head, unseen = intents.train(model)
        held_out = intents.measure(head, model)
        intents.write(head, unseen, held_out)
        print(f"intents: {unseen.intent:.1%} of unseen learnt utterances, {held_out.intent:.1%} of the held-out ones")
    if not names or "matters" in names:
        heard, seen = matters.train(model)
        matters.write(heard, seen)
        print(f"matters: {seen.by_either:.1%} of unseen ones by head or rules, {seen.mistaken:.1%} mistaken")
    if not names or "asked" in names:
        about = asked.train(model)
        print(
            f"asked: {asked.write(about, asked.unseen(model, about)):.1%} of unseen questions among the first three topics"
        )
    if not names or "names" in names:
        print(personal_data.train(DATASETS))
    if not names or "numbers" in names:
        print(numbers.train())
    if not names or "mentions" in names:
        print(mentions.train(model))
    if names and "emotions" not in names:
        return
    folder = DATASETS / "goemotions"
    if not folder.is_dir():
        print(f"emotions: left as they are, there is no {folder}")
        return
    score = emotions.train_and_write(model, folder)
    print(f"emotions: macro-F1 {score:.4f} on dev")


if __name__ == "__main__":
    main(sys.argv[1:])
