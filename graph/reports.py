"""Reports: articles that are copies of one another, as when several papers print the same agency's words.

Two articles tell one report if most of the runs of four words of the shorter one stand in the other too, however they
are cut, ordered and headed. To find them among many, each article is known by the smallest hashes of
its runs (a bottom sketch; Broder 1997, "On the resemblance and containment of documents").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain, repeat
from types import MappingProxyType
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from graph.model import Article

REPORTS_VERSION = "1"  # another one when other articles may be found to tell one report
RUN = 4  # words
SHARED = 0.4  # of the runs of the shorter article
FEW = 12  # runs below which articles tell one report only if all their words are the same
SKETCH = 48  # hashes by which an article is looked for
TRIED = 4  # reports that an article is compared with
COMPARED = 16  # copies of each, the longest
MOST = 0.5  # of these an article must resemble
WORD = re.compile(r"\w+")
MIXERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64)

Hashes = NDArray[np.uint64]


def find_reports(articles: tuple[Article, ...], known: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, str]:
    """Return for each article, by id, the id of the first article that tells the same report: often its own.

    The longest are looked at first, as what was cut is found in them. An article joins the report most of whose copies
    it resembles: a passage that two reports have in common does not make one of them, copy by copy.

    `known` is what this said of some of the articles: the same is found, but only what newcomers change is looked for.
    """
    found = _Reports({article.id: find_runs(article) for article in articles})
    names = sorted(found.runs, key=lambda name: (-len(found.runs[name]), name))
    begun_by: dict[str, str] = {}  # the first of a known report to be placed, which it is called after here
    known = {name: begun_by.setdefault(known[name], name) for name in names if name in known}
    for name in names:
        found.place(name, known.get(name))
    order = {article.id: number for number, article in enumerate(articles)}
    first = {report: min(copies, key=order.__getitem__) for report, copies in found.copies.items()}
    return {article.id: first[found.report_of[article.id]] for article in articles}


def look_over(articles: Iterable[Article]) -> None:
    """Make ready what `find_reports` needs of articles, so that it soon finds what newcomers among them are."""
    for article in articles:
        find_runs(article)


class _Reports:
    """The reports among articles, while these are looked at one by one."""

    def __init__(self, runs: Mapping[str, Hashes]) -> None:
        self.runs = runs
        self.copies: defaultdict[str, list[str]] = defaultdict(list)
        self.report_of: dict[str, str] = {}
        self._sketches: defaultdict[int, list[str]] = defaultdict(list)  # the report of each article with a hash
        self._changed: set[str] = set()  # reports with other copies than were known
        self._stirred: set[int] = set()  # the hashes of their copies

    def place(self, name: str, known: str | None = None) -> None:
        """Put an article to the report that it tells, or begin one; to the `known` one where nothing stirs that."""
        is_still = known is not None and self._stirred.isdisjoint(self.runs[name].tolist())
        report = known if known is not None and is_still else self._find(name)
        self.report_of[name] = report
        self.copies[report].append(name)
        sketch = self.runs[name][:SKETCH].tolist()
        for run in sketch:
            self._sketches[run].append(report)
        if report != known:
            self._stir(report)
            if known is not None:
                self._stir(known)
        if report in self._changed:
            self._stirred.update(sketch)

    def _stir(self, report: str) -> None:
        """Note that a report has other copies than before, which those may feel that have runs in common with it."""
        if report not in self._changed:
            self._changed.add(report)
            for copy in self.copies.get(report, ()):
                self._stirred.update(self.runs[copy][:SKETCH].tolist())

    def _find(self, name: str) -> str:
        near = map(self._sketches.get, self.runs[name].tolist(), repeat(()))
        likely = Counter(chain.from_iterable(near))
        shares = {report: self._share(name, report) for report, _ in likely.most_common(TRIED)}
        best = max(shares, key=shares.__getitem__, default=name)
        return best if shares.get(best, 0) >= MOST else name

    def _share(self, name: str, report: str) -> float:
        compared = self.copies[report][:COMPARED]
        return sum(are_copies(self.runs[name], self.runs[copy]) for copy in compared) / len(compared)


def are_copies(runs: Hashes, others: Hashes) -> bool:
    """Say whether the runs of two articles are those of one report."""
    fewer = min(len(runs), len(others))
    if fewer < FEW:
        return bool(np.array_equal(runs, others))
    places = np.minimum(np.searchsorted(runs, others), len(runs) - 1)
    return int(np.count_nonzero(runs[places] == others)) >= SHARED * fewer


@lru_cache(maxsize=8192)
def find_runs(article: Article) -> Hashes:
    """Return the hashes of the runs of words of an article's story, each once and in order of size."""
    kept, start = [], 0
    for part in article.removed:
        kept.append(article.text[start : part.span.start])
        start = part.span.end
    words = WORD.findall(" ".join([*kept, article.text[start:]]).lower())
    hashed = np.fromiter(map(_hash, words), np.uint64, len(words))
    count = max(1, len(words) - RUN + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(min(RUN, len(words))):
        runs = (runs ^ (hashed[place : place + count] * MIXERS[place])) * MIXERS[0]
        runs ^= runs >> np.uint64(29)
    return np.unique(runs)


@lru_cache(1 << 16)  # the words of articles are few, and come again
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))
