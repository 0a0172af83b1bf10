"""Judgements: the words by which one who speaks of another praises or blames him."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from graph.data import DATA, lower_words, read_table
from graph.errors import TaxonomyError


@dataclass(frozen=True, slots=True)
class Judgements:
    """Words as lemmas in lower case.

    `naming` verbs say what something is ("called X a liar"), a clause behind `asserting` verbs is what their subject
    holds for true. `approving` and `disapproving` are nouns and adjectives.
    """

    naming: frozenset[str]
    asserting: frozenset[str]
    approving: frozenset[str]
    disapproving: frozenset[str]


@cache
def load_judgements(folder: Path = DATA) -> Judgements:
    """Return the judgements in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "judgements.toml"
    table = read_table(path)
    names = {field.name for field in fields(Judgements)}
    if table.keys() != names:
        wrong = min(table.keys() ^ names)
        raise TaxonomyError(f"{path}: {wrong!r} is missing or unknown; have just {', '.join(sorted(names))}.")
    judgements = Judgements(**{name: lower_words(table, name, path) for name in names})
    both = judgements.approving & judgements.disapproving
    if both:
        raise TaxonomyError(f"{path}: {min(both)!r} both praises and blames; keep it in one of the lists.")
    return judgements
