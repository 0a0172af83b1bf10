"""What `make bench` measures: reading, starting, answering and filtering; each module gives rows for one table."""

from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table: what was measured, and the outcome in words."""

    what: str
    outcome: str
