"""Which tokens stand in which quotation, without a pipeline."""

import pytest
import spacy

from graph.extract.quotations import find_quotations
from graph.extract.tokens import DocReader, join_docs


def quoted(*paragraphs: str) -> list[str]:
    """Return the text of each quotation in paragraphs, with its opening mark."""
    nlp = spacy.blank("en")
    reader = DocReader(nlp.vocab)
    doc = join_docs([reader.read(nlp(paragraph)) for paragraph in paragraphs])
    texts: dict[int, list[str]] = {}
    for token, number in zip(doc, find_quotations(doc), strict=True):
        if number:
            texts.setdefault(number, []).append(token.text + token.whitespace_)
    return ["".join(parts).strip() for parts in texts.values()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It rained,” Ann said. “It snowed.”", ["“It rained,", "“It snowed."]),
        ('"It rained," Ann said. "It snowed."', ['"It rained,', '"It snowed.']),
        ("‘It rained,’ Ann said.", ["‘It rained,"]),
        ("'It rained,' Ann said.", ["'It rained,"]),
        ("The players’ club met. The workers' club did not.", []),
        ("Ann (\"the boss\") left.", ['"the boss']),
        ("“She said ‘no’ to me,” Ann said.", ["“She said ‘no’ to me,"]),
        ("Nothing is quoted here.", []),
    ],
)  # fmt: skip
def test_quotations_stand_between_their_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""'])
def test_quotations_go_on_in_the_next_paragraph_by_a_mark_of_their_own(opening: str, closing: str) -> None:
    found = quoted(f"{opening}It rained.", f"{opening}It snowed.{closing}", "The end.")
    assert found == [f"{opening}It rained.", f"{opening}It snowed."]


def test_quotations_without_a_closing_mark_end_with_their_paragraph() -> None:
    assert quoted("“It rained.", "The end.") == ["“It rained."]
