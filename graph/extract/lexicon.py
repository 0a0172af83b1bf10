"""The lexicon: all that is known about words before an article is read."""

from dataclasses import dataclass
from functools import cache

from graph.cues import Cues, load_cues
from graph.evidence import Evidence, load_evidence
from graph.gazetteer import Gazetteer, load_gazetteer
from graph.titles import Titles, load_titles

# The ids of the kinds in graph/data/actors.toml that rules speak of.
PERSON, ORGANISATION, PLACE, GROUP = "person", "organisation", "place", "group"
# Nouns that describe an actor, alone ("the company") or before its name ("insurer Vantor"), by its kind.
ORGANISATION_NOUNS = frozenset(
    "company firm bank agency organisation organization ministry department party club team newspaper broadcaster "
    "union charity university court committee commission council watchdog regulator airline retailer manufacturer "
    "startup outlet network foundation church institute federation association league insurer lender giant carrier "
    "automaker carmaker brewer publisher supermarket magazine website".split()
)
# Endings of organisations that a country or a region owns: "Russian Embassy", but not "American Airlines".
STATE_ORGANS = frozenset(
    "embassy consulate ministry army navy parliament senate congress government police treasury cabinet department "
    "guard assembly court courts military force forces intelligence agency service administration state".split()
)
GROUP_NOUNS = frozenset({"group", "militia", "movement", "militants", "rebels", "insurgents", "gang", "militant"})
COUNTRY_NOUNS = frozenset({"country", "nation", "kingdom", "republic", "state"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Gazetteer, titles, cues and evidence."""

    gazetteer: Gazetteer
    titles: Titles
    cues: Cues
    evidence: Evidence


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon of the bundled data."""
    return Lexicon(load_gazetteer(), load_titles(), load_cues(), load_evidence())
