"""What may not stand in a log: the parts of addresses that open something."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable


class HideInPaths(logging.Filter):
    """Replace the part of a path that follows one of the starts ``after``, cut or mistyped links too."""

    def __init__(self, after: Iterable[str]):
        super().__init__()
        self._secret = re.compile("(" + "|".join(map(re.escape, after)) + r")[^/\s]+")

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        hidden = self._secret.sub(r"\1…", said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
