"""Titles and offices."""

import shutil
from pathlib import Path

import pytest

from graph.data import DATA
from graph.errors import TaxonomyError
from graph.titles import load_titles


@pytest.mark.parametrize(
    ("office", "kind", "relation"),
    [
        ("director", "organisation", "leads"),
        ("president", "place", "leads"),
        ("vice president", "place", "works_for"),
        ("deputy director", "organisation", "works_for"),
        ("foreign minister", "place", "works_for"),
        ("foreign minister", "organisation", "leads"),
        ("ambassador", "place", "represents"),
        ("senator", "group", "member_of"),
        ("senator", "place", "represents"),
        ("founder", "organisation", "founded"),
        ("journalist", "organisation", "works_for"),
        ("journalist", "place", ""),
        ("director", "place", ""),
        ("striker", "place", "works_for"),
        ("opposition leader", "place", ""),
        ("police chief", "place", "works_for"),
        ("actor", "place", ""),
    ],
)
def test_titles_office_says_a_relation_by_the_kind_it_is_held_of(office: str, kind: str, relation: str) -> None:
    assert load_titles().offices[office].relation_to(kind) == relation


@pytest.mark.parametrize(("office", "gender"), [("queen", "f"), ("deputy chairman", "m"), ("president", "")])
def test_titles_office_has_a_gender_where_its_word_says_so(office: str, gender: str) -> None:
    assert load_titles().offices[office].gender == gender


@pytest.mark.parametrize(("honorific", "gender"), [("mr", "m"), ("mrs", "f"), ("dr", "u")])
def test_titles_honorifics_have_a_gender(honorific: str, gender: str) -> None:
    assert load_titles().honorifics[honorific] == gender


def test_titles_no_word_is_an_office_and_an_honorific() -> None:
    titles = load_titles()
    assert set(titles.offices) & set(titles.honorifics) == set()


def test_titles_lengths_reach_the_last_word_of_each_office() -> None:
    titles = load_titles()
    assert all(titles.lengths.get(name.split("-")[0].split()[0], 1) >= len(name.split()) for name in titles.offices)


def test_titles_past_words_are_no_plain_modifiers() -> None:
    titles = load_titles()
    assert "former" in titles.past
    assert "acting" in titles.modifiers
    assert titles.past & titles.modifiers == set()


def test_titles_coming_words_are_neither_past_nor_plain_modifiers() -> None:
    titles = load_titles()
    assert "incoming" in titles.coming
    assert titles.coming & (titles.modifiers | titles.past) == set()


def test_titles_trades_are_offices() -> None:
    titles = load_titles()
    assert titles.trades - set(titles.offices) == set()


@pytest.mark.parametrize(
    ("offices", "words"),
    [
        ('[[offices]]\nrelation = "adores"\nnames = "fan"\n', ["'adores'", "relations/"]),
        ('[[offices]]\nrelation = "leads"\nof = ["robot"]\nnames = "boss"\n', ["'robot'", "person, organisation"]),
        ('[[offices]]\nrelation = "leads"\nnames = "boss, boss"\n', ["'boss'", "listed twice"]),
        ('[[offices]]\nrelation = "leads"\nnames = 3\n', ["offices.names is 3"]),
        ('[office_gender]\nf = "queen"\n', ["'queen'", "no office"]),
        ('[office_gender]\nx = "queen"\n', ["office_gender", "m, f, u"]),
    ],
)
def test_titles_say_what_is_wrong_with_an_office(tmp_path: Path, offices: str, words: list[str]) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("*.py", "*.pyc")))
    gender = "" if "office_gender" in offices else "[office_gender]\n"
    text = f'past = "former"\nmodifiers = "acting"\ndeputies = "deputy"\n[honorifics]\nm = "Mr"\n{gender}{offices}'
    (folder / "titles.toml").write_text(text)
    with pytest.raises(TaxonomyError) as caught:
        load_titles(folder)
    assert [word for word in ["titles.toml", *words] if word not in str(caught.value)] == []
