"""A reader for tests of what stands around the language pipeline: it understands "A met B." and nothing else."""

import os
import re
import time
from pathlib import Path
from threading import Lock

from graph.articles import body_blocks
from graph.errors import PipelineError
from graph.model import Article, Chain, Claim, Construction, Extraction, Form, Mention, Sentence, Status, TextSpan

MEETING = re.compile(r"(?P<source>[A-Z]\w+) (?P<trigger>met) (?P<target>[A-Z]\w+)\.")


class FakeReader:
    """Counts what it reads; told so, it fails at a word, or takes its time."""

    def __init__(self, *, version: str = "fake 1", fails_at: str = "", pause: float = 0, at_once: int = 1) -> None:
        self.version = version
        self.at_once = at_once
        self.read_titles: list[str] = []
        self.most_at_once = 0
        self.is_awake = False
        self._fails_at = fails_at
        self._pause = pause
        self._now = 0
        self._counting = Lock()

    def wake(self) -> None:
        self.is_awake = True
        if self._fails_at:
            raise PipelineError("The pipeline is not installed; install it.")

    def read(self, article: Article) -> Extraction:
        with self._counting:
            self.read_titles.append(article.title)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        time.sleep(self._pause)
        with self._counting:
            self._now -= 1
        if self._fails_at and self._fails_at in article.text:
            raise PipelineError("The pipeline is not installed; install it.")
        if "a fault" in article.text:
            raise ZeroDivisionError("a fault of ours")
        return extract_meetings(article, version=self.version)


def extract_meetings(article: Article, *, version: str = "fake 1") -> Extraction:
    """Return the meetings that an article's sentences tell of."""
    names: dict[str, int] = {}
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for block in body_blocks(article):
        for match in MEETING.finditer(article.text, block.start, block.end):
            index = len(sentences)
            sentences.append(Sentence(article.id, index, TextSpan(*match.span())))
            ends = []
            for end in ("source", "target"):
                chain = names.setdefault(match[end], len(names))
                ends.append(Mention(article.id, index, TextSpan(*match.span(end)), Form.NAME, "person", chain))
            mentions += ends
            source, target = ends
            claims.append(
                Claim(
                    id=f"{article.id}-{index}",
                    article_id=article.id,
                    sentence=index,
                    relation_type="met",
                    source=source,
                    trigger=TextSpan(*match.span("trigger")),
                    lemma="meet",
                    target=target,
                    status=Status.ASSERTED,
                    speaker=None,
                    when=None,
                    confidence=0.9,
                    construction=Construction.ACTIVE,
                    rule="fake",
                )
            )
    chains = tuple(Chain(index, name, "person", (name,)) for name, index in names.items())
    return Extraction(article, tuple(sentences), tuple(mentions), chains, tuple(claims), version)


class FallingReader(FakeReader):
    """Ends its process at "a fall", each time or until `fallen` is there; at "stuck" it says so and stays there."""

    def __init__(self, fallen: Path | None = None) -> None:
        super().__init__()
        self._fallen = fallen

    def read(self, article: Article) -> Extraction:
        if "stuck" in article.text:
            print("stuck", flush=True)
            time.sleep(600)
        if "a fall" in article.text and not (self._fallen and self._fallen.exists()):
            if self._fallen:
                self._fallen.touch()
            os._exit(9)
        return super().read(article)
