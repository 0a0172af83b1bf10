"""Who may be one and the same is asked in a sensible order, and never again once it is decided."""

import pytest

from graph.curation import Curated
from graph.model import Actor
from graph.review import find_pairs
from tests.curation.logs import correct
from tests.drafts import DraftArticle, DraftClaim, DraftSentence, make_knowledge


def story(*names, lines=()):
    """Return knowledge of people and bodies ("organisation:Halden Energy"), each mentioned once in its own article."""
    actors = []
    for name in names:
        kind, _, said = name.rpartition(":")
        actors.append(Actor(f"{kind or 'person'}:{said.lower().replace(' ', '-')}", said, kind or "person"))
    articles = [
        DraftArticle(f"a{number}", "T", (DraftSentence(f"[{actor.id}|{actor.name}] came."),))
        for number, actor in enumerate(actors)
    ]
    return make_knowledge([*articles, *lines], actors)


def names_of(kb):
    return [(kb.actors[pair.first].name, kb.actors[pair.second].name) for pair in find_pairs(Curated(kb))]


@pytest.mark.parametrize(
    ("fuller", "other", "reason"),
    [
        ("James Comey", "Comey", "one has only the surname of the other"),
        ("James Comey", "J. Comey", "same surname, and the initial fits the first name"),
        ("Donald J. Trump", "Donald Trump", "same first name and surname"),
        ("Sergei Lavrov", "Sergey Lavrov", "same surname, and the first names are spelt alike"),
        ("Viktor Janukovich", "Viktor Janukovych", "same first name, and the surnames are spelt alike"),
        ("organisation:Halden Energy", "organisation:Halden", "one name is a part of the other"),
        (
            "organisation:Federal Bureau of Investigation",
            "organisation:FBI",
            "one is made of the initials of the other",
        ),
        ("organisation:The Vantor Group", "organisation:Vantor", "the names differ in small words only"),
        ("organisation:Norland", "place:Norland", "both are called “Norland”"),
    ],
)
def test_review_asks_about_names_that_are_alike(fuller, other, reason):
    kb = story(fuller, other)
    (pair,) = find_pairs(Curated(kb))
    assert pair.reasons == (reason,)
    assert {kb.actors[pair.first].name, kb.actors[pair.second].name} == {
        name.rpartition(":")[2] for name in (fuller, other)
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("James Comey", "Maurene Comey"),
        ("Ann Hale", "Ann Dorn"),
        ("Trump", "place:Norland"),
        ("Hale", "place:Hale Bay"),
    ],
)
def test_review_does_not_ask_about_others(one, other):
    assert find_pairs(Curated(story(one, other))) == ()


def test_review_puts_the_likeliest_first():
    kb = story("Comey", "James Comey", "Maurene Comey", "J. Comey")
    assert names_of(kb)[0] == ("James Comey", "J. Comey")
    assert ("James Comey", "Comey") in names_of(kb)
    assert ("Maurene Comey", "Comey") in names_of(kb)


def test_review_weighs_what_stands_around():
    tie = DraftSentence(
        "[person:comey|Comey] met [person:ann-hale|Ann Hale]. "
        "[person:james-comey|James Comey] met [person:ann-hale|Hale].",
        (
            DraftClaim("person:comey", "met", "person:ann-hale", "met"),
            DraftClaim("person:james-comey", "met", "person:ann-hale", "met"),
        ),
    )
    foes = DraftSentence(
        "[person:comey|Comey] sued [person:maurene-comey|Maurene Comey].",
        (DraftClaim("person:comey", "sued", "person:maurene-comey", "sued"),),
    )
    kb = story("Comey", "James Comey", "Maurene Comey", "Ann Hale", lines=(DraftArticle("b", "T", (tie, foes)),))
    pairs = {(pair.first, pair.second): pair for pair in find_pairs(Curated(kb))}
    near = pairs["person:james-comey", "person:comey"]
    assert near.reasons[1] == "both have ties with Ann Hale"
    assert ("person:maurene-comey", "person:comey") not in pairs


def test_review_does_not_ask_again():
    kb = story("Comey", "James Comey", "Maurene Comey")
    corrections = correct(kb)
    corrections.keep_apart("person:comey", "person:maurene-comey")
    corrections.do_not_ask("person:james-comey", "person:comey")
    assert find_pairs(corrections.state()) == ()
    corrections.undo()
    assert [pair.first for pair in find_pairs(corrections.state())] == ["person:james-comey"]
