"""Explanations: every mention with its actor, every claim with its words, status, speaker, date and wording."""

from dataclasses import replace

from graph.explain import build_explanation, explanation_lines
from graph.model import Article, Extraction, Form, Mention, RemovedSpan, Status, TextSpan
from graph.taxonomy import load_taxonomy
from tests.extract.parses import read

ROWS = (
    "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nsubj:pass/I-PERSON was/be/VBD/4/aux:pass "
    "sacked/sack/VBN/0/ROOT by/by/IN/7/case Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/4/obl:agent/I-PERSON"
)
NOTHING = Extraction(Article("a", "", ""), (), (), (), (), "")


def lines(extraction: Extraction) -> list[str]:
    return list(explanation_lines(build_explanation(extraction, load_taxonomy())))


def changed(**values: object) -> Extraction:
    """Return the extraction of ROWS with values of its claim changed."""
    extraction = read(ROWS)
    return replace(extraction, claims=(replace(extraction.claims[0], **values),))


def test_explain_lays_out_mentions_and_claims():
    assert lines(changed(confidence=0.9)) == [
        "Sentence 1",
        "  Ann Hale was sacked by Bob Dorn",
        "",
        "  Mentions",
        "    Ann Hale  person",
        "    Bob Dorn  person",
        "",
        "  Claims",
        "    Bob Dorn → fired → Ann Hale",
        "      status      stated as fact",
        "      said by     the article itself",
        "      when        not given",
        "      read from   passive: was sacked by",
        "      confidence  high (0.90)",
    ]


def test_explain_says_who_speaks_and_when():
    speaker = read(ROWS).mentions[0]
    told = lines(changed(status=Status.NEGATED, speaker=speaker, when="2017-05"))
    assert told[-5:-2] == ["      status      denied", "      said by     Ann Hale", "      when        May 2017"]


def test_explain_tells_whom_a_pronoun_means_and_why_names_are_joined():
    extraction = read(ROWS)
    he = Mention("a", 0, TextSpan(9, 12), Form.PRONOUN, "person", 0)
    chains = (replace(extraction.chains[0], reasons=("“he” is Ann",)), extraction.chains[1])
    told = lines(replace(extraction, mentions=(*extraction.mentions, he), chains=chains))
    assert "    was       Ann Hale, person, by pronoun" in told
    assert told[-2:] == ["One actor, many names", "  Ann Hale  “he” is Ann"]


def test_explain_breaks_long_sentences():
    extraction = read(ROWS)
    text = extraction.article.text + " and" * 60
    sentences = (replace(extraction.sentences[0], span=TextSpan(0, len(text))),)
    told = lines(replace(extraction, article=replace(extraction.article, text=text), sentences=sentences))
    assert max(map(len, told)) <= 100
    assert " ".join(line.strip() for line in told[1 : told.index("")]) == text


def test_explain_says_so_where_there_is_no_claim_and_where_there_is_nothing():
    assert lines(replace(read(ROWS), claims=()))[-1].startswith("  No claim: ")
    assert lines(NOTHING) == ["Nothing in this text reads as a sentence of a story."]


def test_explain_tells_what_is_left_out():
    appeal = "Sign up for our newsletter."
    article = Article("a", "", appeal, removed=(RemovedSpan(TextSpan(0, len(appeal)), "appeal"),))
    assert lines(replace(NOTHING, article=article))[-2:] == ["Not part of the story", f"  appeal  “{appeal}”"]
