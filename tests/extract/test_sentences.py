"""Own-written sentences, read by the bundled pipeline and the rules: what must come out, and what must not."""

import pytest

from tests.extract.parses import claims_of
from tests.extract.readings import actors_of, read_text

# (text, claims that must be found: source, type, target, status)
FOUND = [
    # active and passive verbs
    ("Prime Minister Helen Marsh fired Daniel Orrin on Monday.", ("Helen Marsh", "fired", "Daniel Orrin", "asserted")),
    ("Daniel Orrin was dismissed by Helen Marsh.", ("Helen Marsh", "fired", "Daniel Orrin", "asserted")),
    ("The FBI arrested Thomas Reyk in Ohio.", ("FBI", "arrested", "Thomas Reyk", "asserted")),
    ("Thomas Reyk was arrested by the FBI after a long chase.", ("FBI", "arrested", "Thomas Reyk", "asserted")),
    # prepositional frames, coordination, symmetric verbs
    ("President Maria Voss met with Chancellor Laura Kemp in Oslo.", ("Maria Voss", "met", "Laura Kemp", "asserted")),
    ("Maria Voss and Laura Kemp met on Friday.", ("Maria Voss", "met", "Laura Kemp", "asserted")),
    ("Maria Voss praised Laura Kemp and Daniel Orrin.", ("Maria Voss", "praised", "Daniel Orrin", "asserted")),
    ("France, Spain and Italy agreed on a budget.", ("France", "agreed_with", "Italy", "asserted")),
    # nouns
    ("The talks between France and Turkey ended in June.", ("France", "negotiated_with", "Turkey", "asserted")),
    ("Daniel Orrin's meeting with Maria Voss lasted an hour.", ("Daniel Orrin", "met", "Maria Voss", "asserted")),
    ("Canada imposed sanctions on Iran.", ("Canada", "sanctioned", "Iran", "asserted")),
    ("Germany launched an investigation into Google.", ("Germany", "investigated", "Google", "asserted")),
    # titles and roles
    ("FBI Director Laura Kemp spoke on Tuesday.", ("Laura Kemp", "leads", "FBI", "asserted")),
    ("French President Daniel Orrin spoke on Tuesday.", ("Daniel Orrin", "leads", "France", "asserted")),
    ("Russia's foreign minister, Daniel Orrin, left early.", ("Daniel Orrin", "works_for", "Russia", "asserted")),
    ("Laura Kemp, the chief executive of Google, resigned.", ("Laura Kemp", "leads", "Google", "asserted")),
    ("Laura Kemp is the chief executive of Google.", ("Laura Kemp", "leads", "Google", "asserted")),
    # coreference
    ("Helen Marsh left Rome. She criticised Thomas Reyk.", ("Helen Marsh", "criticised", "Thomas Reyk", "asserted")),
    ("Mr Reyk sued Google. Thomas Reyk is a painter.", ("Thomas Reyk", "sued", "Google", "asserted")),
    (
        "US President Daniel Orrin flew home. The US President thanked Maria Voss.",
        ("Daniel Orrin", "thanked", "Maria Voss", "asserted"),
    ),
    # status
    ("Helen Marsh did not meet Thomas Reyk.", ("Helen Marsh", "met", "Thomas Reyk", "negated")),
    ("Helen Marsh never met Thomas Reyk.", ("Helen Marsh", "met", "Thomas Reyk", "negated")),
    ("Helen Marsh refused to meet Thomas Reyk.", ("Helen Marsh", "met", "Thomas Reyk", "negated")),
    ("Helen Marsh denied meeting Thomas Reyk.", ("Helen Marsh", "met", "Thomas Reyk", "negated")),
    ("Helen Marsh may have met Thomas Reyk.", ("Helen Marsh", "met", "Thomas Reyk", "hedged")),
    ("Helen Marsh allegedly paid Thomas Reyk.", ("Helen Marsh", "paid", "Thomas Reyk", "hedged")),
    ("Helen Marsh will meet Thomas Reyk on Monday.", ("Helen Marsh", "met", "Thomas Reyk", "planned")),
    ("Helen Marsh plans to sue Thomas Reyk.", ("Helen Marsh", "sued", "Thomas Reyk", "planned")),
    # a verb that no frame names keeps its lemma
    ("Helen Marsh interrupted Thomas Reyk.", ("Helen Marsh", "interrupt", "Thomas Reyk", "asserted")),
]  # fmt: skip

# Texts that say nothing of two actors, or nothing that may be taken for a claim.
SILENT = [
    "Helen Marsh arrived while Thomas Reyk slept.",
    "Helen Marsh was fired on Monday.",
    "Helen Marsh, Thomas Reyk, Laura Kemp.",
    "Helen Marsh said that it would rain.",
    "It rained in Paris, Rome and Madrid.",
    "Former Google staff founded a new company.",
]


@pytest.mark.parametrize(("text", "claim"), FOUND)
def test_sentences_give_their_claim(text: str, claim: tuple[str, str, str, str]) -> None:
    found = claims_of(read_text(text))
    assert claim in found or (claim[2], claim[1], claim[0], claim[3]) in found & symmetric(found), found


def symmetric(found: set[tuple[str, str, str, str]]) -> set[tuple[str, str, str, str]]:
    """Return the claims whose direction says nothing."""
    return {claim for claim in found if claim[1] in ("met", "agreed_with", "negotiated_with")}


@pytest.mark.parametrize("text", SILENT)
def test_sentences_without_a_claim_give_none(text: str) -> None:
    assert claims_of(read_text(text)) == set()


def test_sentences_speech_names_its_speaker() -> None:
    extraction = read_text("Helen Marsh said Thomas Reyk had bribed Daniel Orrin.")
    names = {chain.index: chain.name for chain in extraction.chains}
    (claim,) = [c for c in extraction.claims if names[c.target.chain] == "Daniel Orrin"]
    assert claim.speaker is not None
    assert names[claim.speaker.chain] == "Helen Marsh"
    assert names[claim.source.chain] == "Thomas Reyk"


def test_sentences_event_noun_recalls_who_did_it() -> None:
    found = claims_of(read_text("Helen Marsh fired Thomas Reyk on Monday. The Reyk dismissal shook the party."))
    assert found == {("Helen Marsh", "fired", "Thomas Reyk", "asserted")}
    extraction = read_text("Helen Marsh fired Thomas Reyk on Monday. The Reyk dismissal shook the party.")
    assert [claim.sentence for claim in extraction.claims] == [0, 1]


def test_sentences_event_noun_guesses_nobody() -> None:
    assert claims_of(read_text("Helen Marsh was in Rome. The Reyk dismissal shook the party.")) == set()


def test_sentences_weekdays_months_and_titles_are_no_actors() -> None:
    assert actors_of(read_text("On Monday in June the President saw Helen Marsh.")) == {("Helen Marsh", "person")}


def test_sentences_kinds_of_actors() -> None:
    text = "Helen Marsh of the United Nations met the Taliban in Norway."
    assert actors_of(read_text(text)) == {
        ("Helen Marsh", "person"),
        ("United Nations", "organisation"),
        ("Taliban", "group"),
        ("Norway", "place"),
    }


def test_sentences_buildings_events_and_laws_are_no_actors() -> None:
    text = "Helen Marsh spoke in the Oval Office about the Harlow Prize, the Voting Rights Act and the Severn Bridge."
    assert actors_of(read_text(text)) == {("Helen Marsh", "person")}


def test_sentences_the_end_of_a_made_up_name_tells_a_company() -> None:
    text = "Nordbank sued Helen Marsh. Nordbank, founded in 1921, lost. Helen Marsh praised Nordbank."
    assert ("Nordbank", "organisation") in actors_of(read_text(text))


def test_sentences_a_noun_before_a_name_says_what_it_is() -> None:
    assert ("Andrade Sul", "organisation") in actors_of(read_text("The carmaker Andrade Sul fired Helen Marsh."))


def test_sentences_where_somebody_is_elected_is_a_place() -> None:
    assert ("Leeds East", "place") in actors_of(read_text("Helen Marsh, the MP for Leeds East, left early."))


def test_sentences_it_as_an_object_means_no_actor() -> None:
    assert claims_of(read_text("Google backed the bill. Helen Marsh vowed to veto it.")) == set()


def test_sentences_a_people_is_a_group_and_no_country() -> None:
    found = actors_of(read_text("Afghans thanked Helen Marsh. The Afghan government left Kabul."))
    assert ("Afghans", "group") in found
    assert not any(name == "Afghans" and kind == "place" for name, kind in found)


def test_sentences_glued_without_a_space_are_read_apart() -> None:
    extraction = read_text("Helen Marsh sued Thomas Reyk.Laura Kemp praised Daniel Orrin.")
    assert len(extraction.sentences) == 2
    assert {claim[1] for claim in claims_of(extraction)} == {"sued", "praised"}


def test_sentences_offsets_are_those_of_the_article() -> None:
    extraction = read_text("Rain fell.\n\nHelen Marsh sued Thomas Reyk.\n\nLaura Kemp praised Daniel Orrin.")
    text = extraction.article.text
    assert [s.span.of(text) for s in extraction.sentences][1:] == [
        "Helen Marsh sued Thomas Reyk.",
        "Laura Kemp praised Daniel Orrin.",
    ]
    assert {m.span.of(text) for m in extraction.mentions} == {
        "Helen Marsh", "Thomas Reyk", "Laura Kemp", "Daniel Orrin"
    }  # fmt: skip
    assert [c.trigger.of(text) for c in extraction.claims] == ["sued", "praised"]
