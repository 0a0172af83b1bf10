"""Tenures: whether an office is held, was held or will be."""

import pytest

from graph.extract.lexicon import load_lexicon
from graph.extract.offices import find_offices
from graph.extract.tenures import Tenure, tenure_of
from graph.extract.tokens import DocReader
from graph.language.load import load_pipeline


@pytest.mark.parametrize(
    ("text", "tenure", "said"),
    [
        ("The chairman, Daniel Orrin, left early.", Tenure.PRESENT, False),
        ("The former chairman of Vantor left early.", Tenure.FORMER, False),
        ("The incoming chairman of Vantor left early.", Tenure.COMING, False),
        ("Helen Marsh is the chairman of Vantor.", Tenure.PRESENT, True),
        ("Helen Marsh was the chairman of Vantor.", Tenure.FORMER, True),
        ("Daniel Orrin said Helen Marsh was the chairman of Vantor.", Tenure.PRESENT, True),
        ("Helen Marsh was named chairman of Vantor on Monday.", Tenure.COMING, True),
        ("Helen Marsh was named chairman of Vantor in 2014.", Tenure.PRESENT, True),
        ("Helen Marsh resigned as chairman of Vantor.", Tenure.RESIGNED, True),
        ("Helen Marsh was sacked as chairman of Vantor.", Tenure.FORMER, True),
    ],
)
def test_tenure_of_an_office_follows_its_words_and_its_verb(text: str, tenure: Tenure, said: bool) -> None:
    nlp, lexicon = load_pipeline(), load_lexicon()
    doc = DocReader(nlp.vocab).read(nlp(text))
    office = next(o for o in find_offices(doc, (), lexicon) if o.office.name == "chairman")
    start = office.start - (doc[office.start - 1].lower_ in ("the", "former", "incoming"))
    held = tenure_of(doc, office, start, lexicon.titles)
    assert (held.tenure, held.said) == (tenure, said)
