"""The two halves of the pipeline, each trained in a process of its own, and their joining."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import spacy
from spacy.language import Language
from thinc.api import fix_random_seed

from graph.language.training import config
from graph.language.training.augment import Augmenter, add_gaps
from graph.language.training.corpora import Corpora, split_docs
from graph.language.training.evaluate import score_docs
from graph.language.training.gazetteer import Gazetteer
from graph.language.training.gold import GoldSentence, build_example
from graph.language.training.lemmas import add_lemmas
from graph.language.training.own_sentences import build_own_docs
from graph.language.training.train import Schedule, train, use_fast_products
from graph.language.training.word_evidence import add_word_evidence

LOG = logging.getLogger(__name__)

HalfName = Literal["syntax", "names"]


@dataclass(frozen=True, slots=True)
class Stage:
    """`swap` is the share of texts whose names are swapped; `own_copies` of our own sentences are filled anew."""

    schedule: Schedule
    swap: float
    own_copies: int = 0


@dataclass(frozen=True, slots=True)
class Half:
    """How one half is built and trained, in one stage after the other."""

    width: int
    stages: tuple[Stage, ...]


HALVES: dict[HalfName, Half] = {
    "syntax": Half(width=128, stages=(Stage(Schedule(steps=4500, words=(500, 2200), rate=0.002), swap=0.3),)),
    "names": Half(
        width=128,
        stages=(
            Stage(
                Schedule(steps=2000, words=(600, 2000), rate=0.0014, warm_up=300, dropout=0.2), swap=0.6, own_copies=15
            ),
            # Nearer to texts as they are, and with other names.
            Stage(
                Schedule(steps=1500, words=(2000, 2000), rate=0.0008, warm_up=50, dropout=0.2, seed=8),
                swap=0.5,
                own_copies=8,
            ),
            Stage(
                Schedule(steps=800, words=(2000, 2000), rate=0.0006, warm_up=50, dropout=0.2, seed=9),
                swap=0.5,
                own_copies=8,
            ),
        ),
    ),
}


def train_half(
    name: HalfName, corpora: Corpora, gazetteer: Gazetteer, out: Path, *, evidence_from: Path | None = None
) -> None:
    """Trains one half and writes it to `out`, also while it is still learning.

    The word evidence is that of the pipeline in `evidence_from`, if the half is to be joined with one of that pipeline:
    both halves read one table.
    """
    use_fast_products()
    half = HALVES[name]
    fix_random_seed(half.stages[0].schedule.seed)  # the weights that training starts from are drawn at random
    nlp = config.build_blank()
    if evidence_from:
        nlp.vocab.vectors = spacy.load(evidence_from).vocab.vectors
    else:
        add_word_evidence(nlp.vocab, gazetteer)
    if name == "syntax":
        config.add_syntax(nlp, half.width, evidence=True)
    else:
        config.add_names(nlp, half.width, evidence=True)
    docs = corpora.syntax if name == "syntax" else corpora.names

    def read_texts(stage: Stage) -> list[tuple[GoldSentence, ...]]:
        return split_docs((*docs, *build_own_docs(gazetteer, copies=stage.own_copies, seed=stage.schedule.seed)))

    texts = read_texts(half.stages[0])
    # The first text also with line breaks, so that their tag is among the labels.
    nlp.initialize(lambda: [build_example(nlp, text) for text in (*texts, add_gaps(texts[0], "\n"))])

    def save(current: Language) -> str:
        current.to_disk(out)
        scores = {title: score_docs(current, docs) for title, docs in corpora.dev.items()}
        return str({title: {key: round(value, 4) for key, value in found.items()} for title, found in scores.items()})

    for stage in half.stages:
        augment = Augmenter(gazetteer, swap=stage.swap, keep_length=name == "syntax", headlines=name == "names")
        train(nlp, read_texts(stage), stage.schedule, augment, save)
    LOG.info("%s: %s", name, save(nlp))


def join_halves(syntax: Path, names: Path, corpora: Corpora) -> Language:
    """One pipeline of both, and the lemmatizer; `syntax` may be a joined pipeline, which keeps all but its names."""
    nlp = spacy.load(syntax, exclude=config.NAMES)
    nlp.meta["version"] = config.VERSION
    other = spacy.load(names)
    after = next((component for component in nlp.pipe_names if component == "lemmatizer"), None)
    for component in config.NAMES:
        nlp.add_pipe(component, source=other, before=after)
    if not after:
        add_lemmas(nlp, corpora.syntax)
    return nlp
