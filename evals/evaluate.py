"""Measure on public data and write docs/evaluation.md: `python -m evals.evaluate [NAME ...]` (`make eval`).

Each module of evals/measures has `measure(datasets: Path) -> list[Section]`. The data lie in ../shared/datasets; without
them nothing is measured and nothing is written. Exits 1 when a target is missed. With names, only those are measured and
printed, and the page stays as it is.
"""

import importlib
import pkgutil
import sys
from pathlib import Path

from evals.figures import Section, table

HERE = Path(__file__).resolve().parent
DATASETS = HERE.parent.parent / "shared" / "datasets"
PAGE = HERE.parent / "docs" / "evaluation.md"
HEAD = """# Evaluation on public data

Written by `make eval`; what each figure means stands with it. Test splits are for measuring alone.
"""


def main(names: list[str]) -> int:
    """Measure what is named, or everything; 1 when a target is missed."""
    if not DATASETS.is_dir():
        print(f"There is no {DATASETS}: nothing was measured.")
        return 0
    known = sorted(module.name for module in pkgutil.iter_modules([str(HERE / "measures")]))
    unknown = sorted(set(names) - set(known))
    if unknown:
        sys.exit(f"There is no measure called {', '.join(unknown)}; there are {', '.join(known)}.")
    sections: list[Section] = []
    for name in names or known:
        for section in importlib.import_module(f"evals.measures.{name}").measure(DATASETS):
            print(f"\n## {section.title}\n{table(section.figures)}", flush=True)
            sections.append(section)
    if not names:
        PAGE.write_text("\n".join([HEAD, *(page(section) for section in sections)]))
    missed = [figure.name for section in sections for figure in section.figures if figure.missed]
    print(f"\n{len(missed)} targets missed: {', '.join(missed)}" if missed else "\nevery target reached")
    return 1 if missed else 0


def page(section: Section) -> str:
    """One section as Markdown."""
    return "\n\n".join(filter(None, (f"## {section.title}", section.about.strip(), table(section.figures)))) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
