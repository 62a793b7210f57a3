"""Compile the product's patterns for all processes to come: `.venv/bin/python scripts/patterns.py`.

A start does it too, in the background; before the tests it spares each of their many processes five seconds.
"""

import hibachi.runtime  # noqa: F401 - imports every module that reads text
from hibachi.kit import lazy_re

if __name__ == "__main__":
    lazy_re.compile_all()
