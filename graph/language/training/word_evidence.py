"""What packages know of a word, as a table of numbers that the encoders read beside the word's own features.

For each word: its Brown cluster (a path in a binary tree of words used alike, from unlabelled text, by way of
spacy-lookups-data), how much likelier it is capitalised than not (same source), and which gazetteers have it. The table
is stored as the pipeline's `vectors`, the one place where spaCy keeps numbers by word; they are no word vectors in the
usual sense.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy
import srsly  # type: ignore[import-untyped]
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from spacy.vocab import Vocab

from graph.language.training.gazetteer import Gazetteer

Row = NDArray[numpy.float32]

FLAGS = ("first", "last", "city", "country", "state", "organisation")
PATH_BITS = 14
PREFIXES = ((4, 16), (6, 24), (8, 32), (18, 48))  # bits of the path, and how many numbers stand for them
RAREST, RAREST_NAME = -18.6, -17.6  # log probabilities under which a word is left out
UNSEEN = -20.5
COMMON_CITIES = 8000


def add_word_evidence(vocab: Vocab, gazetteer: Gazetteer) -> None:
    """Gives the vocabulary the evidence table; equal rows are stored once."""
    clusters, probabilities, flags = _read_table("cluster"), _read_table("prob"), find_flags(gazetteer)
    words = {word for word, cluster in clusters.items() if cluster and probabilities.get(word, UNSEEN) > RAREST}
    words |= {word for word, chance in probabilities.items() if chance > RAREST_NAME and word[:1].isupper()}
    rows: dict[bytes, int] = {}
    data: list[Row] = []
    row_of: dict[int, int] = {}
    for word in sorted(words | set(flags)):
        cluster = numpy.concatenate([build_code(int(clusters.get(word, 0)), *prefix) for prefix in PREFIXES])
        bits = build_path(int(clusters.get(word, 0)))
        row = numpy.concatenate([bits, cluster, find_case(word, probabilities), build_flags(flags.get(word, ()))])
        index = rows.setdefault(row.tobytes(), len(rows))
        if index == len(data):
            data.append(row)
        row_of[get_string_id(word)] = index
    vectors = Vectors(strings=vocab.strings, data=numpy.vstack(data), name="dramatis_word_evidence")
    for key, index in row_of.items():
        vectors.add(key, row=index)
    vocab.vectors = vectors


def find_flags(gazetteer: Gazetteer) -> dict[str, set[str]]:
    """The gazetteers that have a word. One word in seven is left out, lest training come to rely on them."""
    found: dict[str, set[str]] = {}

    def add(flag: str, names: Iterable[str]) -> None:
        for word in {part for name in names for part in name.replace("-", " ").split()}:
            if word[:1].isupper() and len(word) > 1 and zlib.crc32(word.encode()) % 7:
                found.setdefault(word, set()).add(flag)

    add("first", gazetteer.first_names)
    add("last", gazetteer.last_names)
    add("city", gazetteer.cities[:COMMON_CITIES])
    add("country", gazetteer.countries)
    add("state", gazetteer.states)
    add("organisation", (found.name for kind in gazetteer.organisations.values() for found in kind))
    return found


def build_flags(flags: Iterable[str]) -> Row:
    """One number a gazetteer, and one for words that are in any."""
    row = numpy.array([flag in flags for flag in FLAGS], dtype="float32")
    return numpy.append(row, row.any()).astype("float32")


def find_case(word: str, probabilities: Mapping[str, float]) -> Row:
    """How the word's letters are cased in print: five numbers, of which at most one is set; none for a rare word."""
    row = numpy.zeros(5, dtype="float32")
    lower = probabilities.get(word.lower(), UNSEEN)
    title = probabilities.get(word.lower().capitalize(), UNSEEN)
    upper = probabilities.get(word.upper(), UNSEEN)
    if max(lower, title, upper) == UNSEEN:
        return row
    if upper > max(lower, title):
        row[4] = 1
    else:
        row[int(numpy.digitize(title - lower, (-2.5, -0.5, 1.5)))] = 1
    return row


def build_path(cluster: int) -> Row:
    """The path from the root: +1 or -1 a turn (the lowest bit is the first), 0 past its end."""
    length = min(cluster.bit_length(), PATH_BITS)
    turns = [1 if cluster >> turn & 1 else -1 for turn in range(length)]
    return numpy.array(turns + [0] * (PATH_BITS - length), dtype="float32")


@cache
def build_code(cluster: int, bits: int, width: int) -> Row:
    """Numbers drawn at random for the first `bits` turns of a path: words of one branch have them in common."""
    if not cluster:
        return numpy.zeros(width, dtype="float32")
    generator = numpy.random.default_rng((bits, cluster & ((1 << bits) - 1)))
    return generator.normal(0, 0.7, width).round(2).astype("float32")


def _read_table(name: str) -> dict[str, float]:
    folder = Path(next(iter(find_spec("spacy_lookups_data").submodule_search_locations or ())))  # type: ignore[union-attr]
    table: dict[str, float] = srsly.read_gzip_json(folder / f"data/en_lexeme_{name}.json.gz")
    return table
