"""The shape of a name and the joints inside it, on bare words without a trained pipeline."""

import pytest
import spacy

from graph.extract.lexicon import load_lexicon
from graph.extract.shapes import find_shape, is_common_body, name_key
from graph.extract.tokens import Doc, DocReader, Span
from graph.extract.wholes import find_wholes, is_acronym

NLP = spacy.blank("en")


def read_words(text: str) -> Doc:
    """Return a doc of a text's tokens, without tags."""
    return DocReader(NLP.vocab).read(NLP(text))


def whole(name: str) -> Span:
    """Return a name as a span of its tokens."""
    doc = read_words(name)
    return doc.span(0, len(doc))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ksenia Baranova", "person"),
        ("Johanna von der Heyden", "person"),
        ("Meng Wanzhou", "person"),
        ("T.S. Barlow", "person"),
        ("Park Ji-hoon", "person"),
        ("Banco Meridial", "organisation"),
        ("Imbokodo Mining", "organisation"),
        ("Institute for Rural Peace", "organisation"),
        ("AgroNexus", "organisation"),
        ("Chicago Bulls", "organisation"),
        ("Ontario Teachers' Pension Plan", "organisation"),
        ("Kivala Liberation Front", "group"),
        ("Jabhat al-Wahda", "group"),
        ("Republic of Arvania", "place"),
        ("Suwon", "place"),
        ("Harlow Prize", ""),
        ("Treaty of Arvania", ""),
        ("Hurricane Delia", ""),
        ("HMS Defender", ""),
        ("AK-47", ""),
    ],
)
def test_shapes_of_names_speak_for_their_kind(name: str, kind: str) -> None:
    votes = find_shape(whole(name), load_lexicon()).votes
    assert votes.most_common(1)[0][0] == kind


@pytest.mark.parametrize(("name", "lone"), [("Halvexa", True), ("Zelensky", False), ("Suwon", False), ("FBI", False)])
def test_shapes_say_which_single_words_no_list_knows(name: str, lone: bool) -> None:
    assert find_shape(whole(name), load_lexicon()).lone == lone


@pytest.mark.parametrize(("name", "common"), [("committee", True), ("bench", True), ("navy", False), ("orvalo", False)])
def test_shapes_tell_common_bodies_from_names(name: str, common: bool) -> None:
    assert is_common_body(name, load_lexicon()) == common


def test_shapes_name_key_leaves_out_article_and_possessive() -> None:
    assert name_key("The Netherlands’s") == "netherlands"


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("In Warsaw Law and Justice lost.", ["Law and Justice"]),
        ("Staff of Doctors Without Borders left.", ["Doctors Without Borders"]),
        ("The Rail and Road Authority (RRA) paid.", ["Rail and Road Authority"]),
        (
            "The Vine Party of Arvania (VPA) won. Later the Vine Party of Arvania lost.",
            2 * ["Vine Party of Arvania"],
        ),
        ("Some save the children of others.", []),
        ("Talks with Ann Hale (CNN) went on.", []),
    ],
)
def test_wholes_are_known_names_and_those_that_an_acronym_defines(text: str, wholes: list[str]) -> None:
    doc = read_words(text)
    assert [doc.span(start, end).text for start, end in find_wholes(doc, load_lexicon())] == wholes


@pytest.mark.parametrize(("text", "acronym"), [("FBI", True), ("AfD", True), ("Ann", False), ("I", False)])
def test_wholes_know_an_acronym_by_its_capitals(text: str, acronym: bool) -> None:
    assert is_acronym(text) == acronym
