"""Names in 265 sentences as newspapers print them (`names_dev.txt`): the bundled pipeline may not fall below a floor.

`python -m tests.language.test_names [PIPELINE]` prints the scores by label and by section, and what came out wrong.
"""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language

from graph.language.load import load_pipeline

SENTENCES = Path(__file__).with_name("names_dev.txt")
_MARKED = re.compile(r"\[(PERSON|ORG|LOC) ([^\[\]]+)\]")

# About two points under what was measured when the names were last trained.
FLOORS = {"all": 0.80, "PERSON": 0.80, "ORG": 0.765, "LOC": 0.85, "business": 0.67, "sport": 0.85}

Found = set[tuple[str, int, int]]  # label, start, end
Counts = dict[str, Counter[str]]  # by label and by section: right, wrong, missed


def read_sentences() -> list[tuple[str, str, Found]]:
    """Section, sentence and the names in it."""
    sentences = []
    section = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            sentences.append((section, *unmark(line)))
    return sentences


def unmark(line: str) -> tuple[str, Found]:
    """The sentence without its marks, and the names that were marked."""
    text = ""
    names: Found = set()
    end = 0
    for mark in _MARKED.finditer(line):
        text += line[end : mark.start()]
        names.add((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        end = mark.end()
    return text + line[end:], names


def count_names(nlp: Language) -> tuple[Counts, list[str]]:
    """Names found rightly, wrongly and not at all, and a line for every sentence with a mistake."""
    counts: Counts = {}
    mistakes = []
    sentences = read_sentences()
    docs = nlp.pipe(text for _, text, _ in sentences)
    for (section, text, gold), doc in zip(sentences, docs, strict=True):
        found = {(name.label_, name.start_char, name.end_char) for name in doc.ents}
        for key, names in (("right", gold & found), ("wrong", found - gold), ("missed", gold - found)):
            for label, _, _ in names:
                for part in (label, section, "all"):
                    counts.setdefault(part, Counter())[key] += 1
        if found != gold:
            wrong = ", ".join(f"{label} {text[start:end]}" for label, start, end in sorted(found - gold))
            missed = ", ".join(f"{label} {text[start:end]}" for label, start, end in sorted(gold - found))
            mistakes.append(f"{text}\n    wrong: {wrong}\n    missed: {missed}")
    return counts, mistakes


def find_f(counts: Counter[str]) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * counts["right"] / max(1, 2 * counts["right"] + counts["wrong"] + counts["missed"])


@pytest.fixture(scope="module")
def counts() -> Counts:
    return count_names(load_pipeline())[0]


def test_names_dev_is_marked_well() -> None:
    sentences = read_sentences()
    assert len(sentences) >= 250
    assert not [text for _, text, _ in sentences if "[" in text or "]" in text]


@pytest.mark.parametrize(("part", "floor"), FLOORS.items())
def test_names_are_found_in_news_sentences(counts: Counts, part: str, floor: float) -> None:
    assert find_f(counts[part]) >= floor, dict(counts[part])


def main() -> None:
    import spacy

    nlp = spacy.load(sys.argv[1]) if len(sys.argv) > 1 else load_pipeline()
    counts, mistakes = count_names(nlp)
    print("\n".join(mistakes))
    for part, found in counts.items():
        print(f"{part:28} F {find_f(found):.3f}  {dict(found)}")


if __name__ == "__main__":
    main()
