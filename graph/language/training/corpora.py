"""Reads a folder of corpora into what the two halves of the pipeline learn from and are tested on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from graph.language.training.conllu import TreebankSentence, read_treebank
from graph.language.training.gazetteer import load_gazetteer
from graph.language.training.gold import GoldDoc, GoldSentence
from graph.language.training.gum_names import INNER, PROPER, find_gum_names
from graph.language.training.name_corpora import read_uner, read_wikigold, read_wnut

# Gold graphs of these two are drawn from their texts: they test extraction, and so must be new to the pipeline.
HELD_OUT = frozenset(("GUM_news_afghan", "GUM_news_hackers"))


@dataclass(frozen=True, slots=True)
class Corpora:
    """Training and test documents; `syntax` have trees, `names` have names (treebank documents are in both)."""

    syntax: tuple[GoldDoc, ...]
    names: tuple[GoldDoc, ...]
    dev: dict[str, tuple[GoldDoc, ...]]
    test: dict[str, tuple[GoldDoc, ...]]


def read_corpora(folder: Path) -> Corpora:
    """Everything in `folder` (treebanks/ and ner/); FileNotFoundError where a corpus is not there."""
    gum = {part: _read_gum(folder / f"treebanks/en_gum/{part}.conllu") for part in ("train", "dev", "test")}
    held_out = tuple(doc for doc in gum["train"] if doc.id in HELD_OUT)
    gum["train"] = tuple(doc for doc in gum["train"] if doc.id not in HELD_OUT)
    news = tuple(doc for doc in gum["test"] if doc.id.startswith("GUM_news"))
    ewt_train = _read_ewt(folder / "treebanks/en_ewt/train.conllu", None)
    ewt = {
        part: _read_ewt(folder / f"treebanks/en_ewt/{part}.conllu", folder / f"ner/uner_ewt_{part}.iob2")
        for part in ("dev", "test")
    }
    wikigold = _number("wikigold", read_wikigold(folder / "ner/wikigold.conll"))
    wnut = [
        _number(f"wnut_{part}", read_wnut(folder / f"ner/wnut17_{part}.conll")) for part in ("train", "dev", "test")
    ]
    return Corpora(
        syntax=(*gum["train"], *ewt_train),
        names=(*gum["train"], *ewt["dev"], *wikigold, *wnut[0], *wnut[1], *wnut[2], *map(open_names, ewt_train[::3])),
        dev={"GUM dev": gum["dev"], "EWT dev": ewt["dev"]},
        test={"GUM test": gum["test"], "EWT test": ewt["test"], "GUM news": (*news, *held_out)},
    )


def split_docs(docs: Iterable[GoldDoc], size: int = 12) -> list[tuple[GoldSentence, ...]]:
    """Stretches of at most `size` sentences, in order: the texts that scores are given on."""
    return [doc.sentences[i : i + size] for doc in docs for i in range(0, len(doc.sentences), size)]


def open_names(doc: GoldDoc) -> GoldDoc:
    """The document with its names left open where proper nouns stand, and denied everywhere else.

    EWT's training half has no names; but what is no proper noun (nor "of" or "and" beside one) is no name either.
    """

    def open_one(sentence: GoldSentence) -> GoldSentence:
        words = sentence.words
        proper = {
            i for i, word in enumerate(words) if word.tag in PROPER or word.tag in ("FW", "ADD", "GW", "AFX", None)
        }
        beside = {j for i in proper for j in (i - 1, i + 1) if 0 <= j < len(words) and words[j].text.lower() in INNER}
        beyond = {j for i in beside for j in (i - 1, i + 1) if 0 <= j < len(words) and words[j].text.lower() in INNER}
        return replace(sentence, names=(), unsure=frozenset(proper | beside | beyond))

    return replace(doc, sentences=tuple(open_one(sentence) for sentence in doc.sentences))


def split_paragraphs(docs: Iterable[GoldDoc]) -> list[tuple[GoldSentence, ...]]:
    """One text a paragraph, as Dramatis reads articles."""
    texts = []
    for doc in docs:
        starts = sorted(doc.paragraphs | {0})
        ends = [*starts[1:], len(doc.sentences)]
        texts += [doc.sentences[start:end] for start, end in zip(starts, ends, strict=True)]
    return texts


def _read_gum(path: Path) -> tuple[GoldDoc, ...]:
    countries = frozenset(load_gazetteer().countries)

    def with_names(sentence: TreebankSentence) -> GoldSentence:
        words = sentence.gold.words
        names = find_gum_names(words, sentence.entity_notes)
        # GUM calls a country that plays or governs an organisation; it stays a place with us.
        names = tuple(
            replace(name, label="LOC")
            if name.label == "ORG" and " ".join(word.text for word in words[name.start : name.end]) in countries
            else name
            for name in names
        )
        return replace(sentence.gold, names=names)

    return _build_docs(path, with_names)


def _read_ewt(path: Path, names_path: Path | None) -> tuple[GoldDoc, ...]:
    names = read_uner(names_path) if names_path else {}

    def with_names(sentence: TreebankSentence) -> GoldSentence:
        found = names.get(sentence.id)
        fits = found is not None and all(name.end <= len(sentence.gold.words) for name in found)
        return replace(sentence.gold, names=found if fits else None)

    return _build_docs(path, with_names)


def _build_docs(path: Path, with_names: Callable[[TreebankSentence], GoldSentence]) -> tuple[GoldDoc, ...]:
    grouped: dict[str, list[TreebankSentence]] = defaultdict(list)
    for sentence in read_treebank(path):
        grouped[sentence.doc_id].append(sentence)
    return tuple(
        GoldDoc(
            doc_id,
            tuple(with_names(sentence) for sentence in sentences),
            frozenset(index for index, sentence in enumerate(sentences) if sentence.opens_paragraph),
        )
        for doc_id, sentences in grouped.items()
    )


def _number(name: str, sentences: Iterable[GoldSentence], size: int = 12) -> tuple[GoldDoc, ...]:
    """Documents of `size` sentences of a corpus that does not say where its own end; a post is a document."""
    step = 1 if name.startswith("wnut") else size
    kept = list(sentences)
    return tuple(GoldDoc(f"{name}_{i}", tuple(kept[i : i + step])) for i in range(0, len(kept), step))
