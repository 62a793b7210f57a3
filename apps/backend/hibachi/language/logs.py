"""Log lines without personal data: what a library or an exception quotes of a customer's words is masked too."""

import logging
from types import TracebackType
from typing import TypeAlias

from hibachi.language.scrubbing import PIIScrubber

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
ExcInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
_scrubber = PIIScrubber()


class MaskingFormatter(logging.Formatter):
    """Masks the message, and of a traceback the lines that tell the error; its lines of code stay as they are."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = _scrubber.scrub(record.message).cleaned_text
        return super().formatMessage(record)

    def formatException(self, ei: ExcInfo) -> str:
        lines = super().formatException(ei).split("\n")
        return "\n".join(line if line.startswith(" ") else _scrubber.scrub(line).cleaned_text for line in lines)


def set_up_logging(level: int) -> None:
    """Send every log line of this process to standard error, masked."""
    handler = logging.StreamHandler()
    handler.setFormatter(MaskingFormatter(FORMAT))
    logging.basicConfig(level=level, handlers=[handler])
