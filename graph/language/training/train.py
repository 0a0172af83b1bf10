"""Trains one half of the pipeline: seeded, in a fixed number of steps, with averaged weights."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, NumpyOps, Optimizer, fix_random_seed, set_current_ops

from graph.language.training.gold import GoldSentence, build_example

LOG = logging.getLogger(__name__)

Batch = list[tuple[GoldSentence, ...]]
Augment = Callable[[tuple[GoldSentence, ...], random.Random], tuple[GoldSentence, ...]]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast: steps, words in a batch (growing), peak rate (warmed up, then down to a tenth)."""

    steps: int
    words: tuple[int, int] = (600, 2400)
    rate: float = 0.002
    warm_up: int = 200
    dropout: float = 0.1
    seed: int = 7

    def find_rate(self, step: int) -> float:
        if step < self.warm_up:
            return self.rate * (step + 1) / self.warm_up
        left = (self.steps - step) / max(1, self.steps - self.warm_up)
        return self.rate * max(0.03, left)

    def find_words(self, step: int) -> int:
        first, last = self.words
        return int(first + (last - first) * min(1.0, 2 * step / self.steps))


def use_fast_products() -> None:
    """Lets numpy's BLAS multiply matrices: about three times as fast as the bundled BLIS where that lacks a kernel."""
    set_current_ops(NumpyOps(use_blis=False))


def read_batches(
    texts: Sequence[tuple[GoldSentence, ...]], schedule: Schedule, augment: Augment, rng: random.Random
) -> Iterator[Batch]:
    """One batch a step; the texts are shuffled and augmented anew on every pass."""
    order: list[tuple[GoldSentence, ...]] = []
    for step in range(schedule.steps):
        batch: Batch = []
        room = schedule.find_words(step)
        while room > 0:
            if not order:
                order = list(texts)
                rng.shuffle(order)
            text = augment(order.pop(), rng)
            room -= sum(len(sentence.words) for sentence in text)
            batch.append(text)
        yield batch


def train(
    nlp: Language,
    texts: Sequence[tuple[GoldSentence, ...]],
    schedule: Schedule,
    augment: Augment,
    report: Callable[[Language], str] | None = None,
    report_every: int = 500,
) -> None:
    """Trains the components of `nlp`, which must be initialised; its weights are the averaged ones afterwards."""
    fix_random_seed(schedule.seed)
    rng = random.Random(schedule.seed)  # noqa: S311
    optimizer = Adam(
        schedule.rate,
        beta1=0.9,
        beta2=0.999,
        eps=1e-8,
        L2=0.01,
        grad_clip=1.0,
        use_averages=True,
    )
    losses: dict[str, float] = {}
    for step, batch in enumerate(read_batches(texts, schedule, augment, rng)):
        optimizer.learn_rate = schedule.find_rate(step)
        examples: list[Example] = [build_example(nlp, text) for text in batch]
        nlp.update(examples, drop=schedule.dropout, sgd=optimizer, losses=losses)
        if (step + 1) % 50 == 0:
            LOG.info("step %d %s", step + 1, {name: round(loss) for name, loss in losses.items()})
            losses = {}
        if report and (step + 1) % report_every == 0:
            with nlp.use_params(optimizer.averages):
                LOG.info("step %d: %s", step + 1, report(nlp))
    keep_averages(nlp, optimizer)


def keep_averages(nlp: Language, optimizer: Optimizer) -> None:
    """Puts the averaged weights in place of the last ones."""
    averages = optimizer.averages or {}
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            for name in node.param_names:
                if (node.id, name) in averages:
                    node.set_param(name, numpy.array(averages[(node.id, name)]))
