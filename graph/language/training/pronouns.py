"""Learns the weights of the pronoun ranking from GUM: `python -m graph.language.training.pronouns --corpora FOLDER`.

Each third-person pronoun of GUM is a choice among the referents before it, and "none of them", of which GUM's chains
name the right ones. Earlier pronouns of the same text are taken as GUM has them. The weights are those that make the
right choices likeliest, held small by a penalty on their squares; they go to graph/data/pronouns.toml. With --score,
four-fold cross-validation tells instead how often a link is right, and how many pronouns that mean somebody named find
him.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from graph.articles import body_blocks, read_article
from graph.data import DATA
from graph.extract import read_names
from graph.extract.coreference import add_roles, find_described, is_third_person, prepare_pronouns
from graph.extract.parse import Parse, parse
from graph.extract.phrases import conjuncts
from graph.extract.pronouns import CLASSES, LEAST_SHARE, PronounRanker
from graph.extract.referents import Referent
from graph.extract.speech import speakers_of
from graph.language.load import load_pipeline
from graph.language.training.conllu import TreebankSentence, read_treebank
from graph.language.training.gum_names import read_mentions
from graph.taxonomy import load_taxonomy

if TYPE_CHECKING:
    from spacy.language import Language

    from graph.extract.tokens import Token

GENRES = frozenset("news bio academic interview fiction voyage letter essay textbook speech court whow".split())
# Their gold graphs test extraction, or they are kept to try the whole on.
HELD_OUT = frozenset({"GUM_news_afghan", "GUM_news_hackers", "GUM_news_sensitive", "GUM_news_nasa"})
PENALTY, STEPS, RATE = 1.0, 300, 0.05
FOLDS = 4
HEADING = """\
# What speaks for and against a candidate for a pronoun: see graph/extract/pronouns.py. Learnt, not written by hand:
# python -m graph.language.training.pronouns
"""

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun: the features of each candidate, which are right, and which mean somebody named."""

    pronouns: str
    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    named: tuple[bool, ...]


@dataclass(slots=True)
class GumText:
    """A text of GUM: its characters, and for each chain where its mentions begin, end and have their heads."""

    id: str
    text: str = ""
    mentions: list[tuple[int, int, str, frozenset[int]]] = field(default_factory=list)

    def chain_of_head(self, start: int) -> str | None:
        """Return the chain of the shortest mention whose head begins at a character."""
        fitting = [m for m in self.mentions if start in m[3]]
        return min(fitting, key=lambda m: m[1] - m[0])[2] if fitting else None

    def chain_around(self, start: int, end: int) -> str | None:
        """Return the chain of the shortest mention that covers a stretch: that of "Ann and Bob" as a whole."""
        fitting = [m for m in self.mentions if m[0] <= start and m[1] >= end]
        return min(fitting, key=lambda m: m[1] - m[0])[2] if fitting else None


def main(arguments: list[str] | None = None) -> None:
    """Write the weights, or print how well they do."""
    parser = argparse.ArgumentParser(prog="python -m graph.language.training.pronouns", description=main.__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds treebanks/en_gum/")
    parser.add_argument("--out", type=Path, default=DATA / "pronouns.toml", help="where the weights go")
    parser.add_argument("--score", action="store_true", help="cross-validate and write nothing")
    options = parser.parse_args(arguments)
    nlp = load_pipeline()
    texts = [text for text in read_gum(options.corpora) if text.id not in HELD_OUT]
    choices = [list(find_choices(text, nlp)) for text in texts]
    if options.score:
        print("\n".join(cross_validate(choices)))
    else:
        write_weights(learn([c for text in choices for c in text]), options.out)


def read_gum(corpora: Path) -> Iterator[GumText]:
    """Yield the written texts of GUM."""
    for part in ("train", "dev", "test"):
        sentences = read_treebank(corpora / f"treebanks/en_gum/{part}.conllu")
        for name, own in groupby(sentences, key=lambda s: s.doc_id):
            if name.split("_")[1] in GENRES:
                yield _read_text(name, own)


def _read_text(name: str, sentences: Iterable[TreebankSentence]) -> GumText:
    text = GumText(name)
    for sentence in sentences:
        if sentence.opens_paragraph and text.text:
            text.text = text.text.rstrip() + "\n\n"
        starts, ends = [], []
        for word in sentence.gold.words:
            starts.append(len(text.text))
            text.text += word.text
            ends.append(len(text.text))
            text.text += " " if word.space else ""
        for m in read_mentions(sentence.entity_notes):
            heads = frozenset(starts[i] for i in m.heads if i < len(starts))
            text.mentions.append((starts[m.start], ends[m.end - 1], m.chain, heads))
    text.text = text.text.rstrip() + "\n"
    return text


def find_choices(text: GumText, nlp: Language) -> Iterator[Choice]:
    """Yield the pronouns of a text that only somebody or something before them can be."""
    article, taxonomy = read_article(text.text), load_taxonomy()
    parsed = parse(article, body_blocks(article), nlp, taxonomy.verb_forms)
    named = read_names(parsed, taxonomy)
    appointments = [*named.appointments, *named.shared]
    add_roles(parsed.doc, named.chains, appointments)
    mentions = find_described(parsed.doc, named.names, named.chains, appointments)
    ranker = prepare_pronouns(parsed.doc, mentions, named.chains, appointments, speakers_of(named.reports))
    for token in parsed.doc:
        if is_third_person(token):
            choice = _choice(text, parsed, ranker, token)
            # What only somebody does or owns has no thing among its candidates: that none is right says nothing then.
            if not (choice.right[-1] and choice.pronouns == "thing" and ranker.is_deed(token)):
                yield choice


def _choice(text: GumText, parsed: Parse, ranker: PronounRanker, token: Token) -> Choice:
    candidates = ranker.ranked(token)
    chain = text.chain_of_head(parsed.start_of(token))
    right = [
        c.referent is not None and chain is not None and _chain_of(text, parsed, c.referent) == chain
        for c in candidates
    ]
    right[-1] = not any(right)
    ranker.note(token, next((c.referent for c, is_right in zip(candidates, right, strict=True) if is_right), None))
    named = tuple(c.referent is not None and bool(c.referent.chains) for c in candidates)
    return Choice(CLASSES[token.lower_], tuple(c.features for c in candidates), tuple(right), named)


def _chain_of(text: GumText, parsed: Parse, referent: Referent) -> str | None:
    head = parsed.doc[referent.last.head]
    if referent.plural and referent.last.form in ("name", "bare") and len(several := conjuncts(head)) > 1:
        last = several[-1]
        return text.chain_around(parsed.start_of(head), parsed.start_of(last) + len(last.text))
    return text.chain_of_head(parsed.start_of(head))


def learn(choices: Sequence[Choice]) -> Weights:
    """Return the weights by the class of the pronoun."""
    return {name: _fit([c for c in choices if c.pronouns == name]) for name in LEAST_SHARE}


def _fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest, by Adam on the whole of the choices."""
    rows = [(number, fs, ok) for number, c in enumerate(choices) for fs, ok in zip(c.features, c.right, strict=True)]
    index = {f: i for i, f in enumerate(dict.fromkeys(f for _, fs, _ in rows for f in fs))}
    of_choice = np.array([number for number, _, _ in rows])
    right = np.array([ok for _, _, ok in rows], dtype=float)
    flat = np.array([index[f] for _, fs, _ in rows for f in fs])
    of_row = np.array([row for row, (_, fs, _) in enumerate(rows) for _ in fs])
    weights, mean, square = np.zeros(len(index)), np.zeros(len(index)), np.zeros(len(index))
    for step in range(1, STEPS + 1):
        scores = np.bincount(of_row, weights[flat], len(rows))
        highest = np.full(len(choices), -np.inf)
        np.maximum.at(highest, of_choice, scores)
        likely = np.exp(scores - highest[of_choice])
        share = likely / np.bincount(of_choice, likely)[of_choice]
        of_right = likely * right / np.bincount(of_choice, likely * right)[of_choice]
        slope = np.bincount(flat, (share - of_right)[of_row], len(index)) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {f: round(float(weights[i]), 2) for f, i in index.items()}


def write_weights(weights: Weights, path: Path) -> None:
    """Write the weights that count for anything as data."""
    lines = [HEADING]
    for name, features in weights.items():
        lines.append(f"[{name}]")
        lines += [f'"{f}" = {weight}' for f, weight in sorted(features.items()) if abs(weight) >= 0.05]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def cross_validate(texts: Sequence[Sequence[Choice]]) -> Iterator[str]:
    """Yield for each class of pronouns how often links to somebody named are right, on texts not learnt from."""
    counts: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        weights = learn([c for i, text in enumerate(texts) if i % FOLDS != fold for c in text])
        for choice in (c for text in texts[fold::FOLDS] for c in text):
            scores = [sum(weights[choice.pronouns].get(f, 0.0) for f in fs) for fs in choice.features]
            best = max(range(len(scores)), key=scores.__getitem__)
            share = 1.0 / sum(exp(score - scores[best]) for score in scores)
            is_linked = choice.named[best] and share >= LEAST_SHARE[choice.pronouns]
            is_named = any(ok and named for ok, named in zip(choice.right, choice.named, strict=True))
            counts[choice.pronouns, "meant"] += is_named
            counts[choice.pronouns, "linked"] += is_linked
            counts[choice.pronouns, "right"] += is_linked and choice.right[best]
    for name in LEAST_SHARE:
        asked, linked, right = (counts[name, what] for what in ("meant", "linked", "right"))
        yield f"{name:8} precision {right / max(linked, 1):.2f} recall {right / max(asked, 1):.2f} of {asked}"


if __name__ == "__main__":
    main()
