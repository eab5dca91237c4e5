"""The log: a rotating file that holds no article text, no notes, and no message that may quote."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LONGEST = 500_000
"""Bytes of one log file."""

KEPT = 3
"""Older log files kept beside the newest."""

SAYABLE = (AttributeError, ImportError, NameError, NotImplementedError, OSError, TypeError)
"""Errors whose message names things of the program or the disk; any other may quote the article."""

_logger = logging.getLogger("according")


class PrivateFormatter(logging.Formatter):
    """Writes where an error was raised and of which kind; its message only where it is safe."""

    def format(self, record: logging.LogRecord) -> str:
        # A handler that came before has left its own wording of the error in the record.
        own = logging.makeLogRecord(record.__dict__)
        own.exc_text = None
        return super().format(own)

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        error = ei[1]
        lines: list[str] = []
        while error is not None:
            lines += traceback.format_tb(error.__traceback__)
            message = f": {error}" if isinstance(error, SAYABLE) else ""
            lines.append(f"{type(error).__name__}{message}\n")
            error = error.__cause__ or error.__context__
        return "".join(lines).rstrip()


def open_log(path: Path) -> logging.Handler | None:
    """Send the program's log to `path`; None where the folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=LONGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(PrivateFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    _logger.setLevel(logging.INFO)
    return handler


def write_fault(error: BaseException) -> None:
    """A fault of ours, with the place where it happened."""
    _logger.error("a fault of the program", exc_info=error)


def write_line(line: str) -> None:
    """Something a developer may want to know."""
    _logger.info("%s", line)
