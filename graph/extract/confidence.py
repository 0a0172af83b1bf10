"""Confidence: how often claims that were read under the same signs are right.

A sign is something that is seen while a claim is read: its construction, a pronoun for an end, an end that stands far
away, readings of the parse that do not agree. Each has a weight in graph/data/confidence.toml, and a claim's confidence
is the logistic function of their sum. The weights are fitted on annotated articles of our own
(tests/gold/calibration.py).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from graph.data import DATA, read_table
from graph.errors import TaxonomyError
from graph.extract.ties import Tie
from graph.model import Construction, Form

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

FAR = 12  # tokens between an end and the trigger
LONG = 30  # tokens in a sentence
OTHER_SIGNS = frozenset({"any", "nominal end", "pronoun end", "far end", "verb between", "name unseen"})
READ = frozenset(Construction) - {Construction.ADDED}  # what a reader adds is sure
SIGNS = frozenset({*READ, *OTHER_SIGNS, "long sentence", "tag and parse differ"})


def confidence_of(doc: "Doc", tie: Tie) -> float:
    """Return how sure the claim of a tie is, between 0 and 1, in hundredths."""
    weights = load_weights()
    return round(1 / (1 + exp(-sum(weights[sign] for sign in signs_of(doc, tie)))), 2)


def signs_of(doc: "Doc", tie: Tie) -> Iterator[str]:
    """Yield the signs of a tie, among SIGNS; one that holds for both ends comes twice."""
    yield "any"
    yield tie.construction
    for end in (tie.source, tie.target):
        if end.form is not Form.NAME:
            yield f"{end.form} end"
        elif not doc[end.head].ent_type_:
            yield "name unseen"  # by the pipeline: the rules alone take it for a name
        if tie.construction is Construction.RECALLED:
            continue
        first, last = sorted((end.head, tie.trigger))
        if last - first > FAR:
            yield "far end"
        if any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[first + 1 : last]):
            yield "verb between"
    trigger = doc[tie.trigger]
    if len(trigger.sent) > LONG:
        yield "long sentence"
    is_active = tie.construction is Construction.ACTIVE
    if is_active and trigger.tag_ == "VBN" and not any(child.lemma_ == "have" for child in trigger.lefts):
        yield "tag and parse differ"  # a participle that is read as active


@cache
def load_weights(path: Path = DATA / "confidence.toml") -> Mapping[str, float]:
    """Return the weight of each sign; raises TaxonomyError naming the file, the sign and the cure."""
    table = read_table(path)
    if table.keys() != SIGNS:
        wrong = min(table.keys() ^ SIGNS)
        raise TaxonomyError(f"{path}: {wrong!r} is missing or unknown; have just {', '.join(sorted(SIGNS))}.")
    for sign, weight in table.items():
        if not isinstance(weight, float):
            raise TaxonomyError(f"{path}: the weight of {sign!r} is {weight!r}; give a number with a point.")
    return table
