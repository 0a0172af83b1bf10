"""Focus: whose office is meant where no words say it: "Todd Berg, the chief executive" of the only company near.

A reader who has been told of one company takes "the chairman" for its chairman. Where two may be meant, none is.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extract.lexicon import ORGANISATION, PLACE
from graph.extract.mentions import Found
from graph.titles import LEADS, Office

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

NEAR = 2  # sentences before that of the office
OFTEN = 3  # times that the one in focus is named
# The ends of offices that are held of a body; of a country's one cannot be sure: “a visit by President Hale to Peru”.
OF_BODY = tuple(
    "executive ceo officer chairman chairwoman chairperson chair director director-general rector principal "
    "headmaster headmistress headteacher editor curator provost".split()
)


class Focus:
    """Finds the one body that an office without any can be held of."""

    def __init__(self, doc: "Doc", names: Sequence[Found]) -> None:
        self._doc = doc
        self._organisations = [n for n in names if n.kind == ORGANISATION and not n.adjectival]

    def body_of(self, office: Office, start: int) -> Found | None:
        """Return the latest name of the body that an office at a token is held of, None where it is not clear."""
        if (
            office.name.endswith(OF_BODY)
            and office.relation_to(ORGANISATION) == LEADS
            and not office.relation_to(PLACE)
        ):
            return self._organisation(start)
        return None

    def _organisation(self, start: int) -> Found | None:
        before = [name for name in self._organisations if name.start < start]
        first = self._doc[start].sent.start
        for _ in range(NEAR):
            first = self._doc[first - 1].sent.start if first else 0
        near = {name.chain for name in before if name.start >= first}
        times = Counter(name.chain for name in before)
        if len(near) != 1:
            ranked = Counter({chain: times[chain] for chain in near or times}).most_common(2)
            if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
                return None
            near = {ranked[0][0]}
        return next(name for name in reversed(before) if name.chain in near)
