"""Chains of names: what joins, what stays apart, and why."""

import pytest

from graph.extract.chains import NameLinker
from graph.extract.lexicon import load_lexicon
from graph.extract.mentions import Found
from graph.model import Chain, Form


def link(*names: tuple[str, str] | tuple[str, str, str], local: frozenset[int] = frozenset()) -> list[Chain]:
    """Return the chain of each (name, kind[, honorific]), the names standing in this order."""
    linker = NameLinker(load_lexicon())
    found = [
        Found(10 * i, 10 * i + 1, 10 * i, Form.NAME, kind, name, *rest) for i, (name, kind, *rest) in enumerate(names)
    ]
    chains = linker.chains
    return [chains[f.chain].finished() for f in linker.link(found, local)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Hale", "Ann Hale"),
        ("A. Hale", "Ann Hale"),
        ("Ann Hale", "Ann Maria Hale"),
        ("al-Rashid", "Omar al-Rashid"),
        ("von Arnim", "Klara von Arnim"),
    ],
)
def test_chains_part_of_a_name_joins_the_whole(short: str, full: str) -> None:
    first, second = link((full, "person"), (short, "person"))
    assert first == second
    assert first.name == full
    assert short in first.aliases
    assert len(first.reasons) == 1


def test_chains_the_order_of_naming_does_not_matter() -> None:
    first, second = link(("Hale", "person"), ("Ann Hale", "person"))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Hale", "Tom Hale"), ("Ann Hale", "Ann Dorn"), ("Hale Group", "Dorn Group"), ("Ann Hale", "Bob")],
)
def test_chains_different_names_stay_apart(one: str, other: str) -> None:
    kind = "organisation" if "Group" in one else "person"
    first, second = link((one, kind), (other, kind))
    assert first.index != second.index


def test_chains_a_surname_of_two_people_joins_neither_without_proof() -> None:
    ann, tom, bare = link(("Ann Hale", "person"), ("Tom Hale", "person"), ("Hale", "person"))
    assert len({ann.index, tom.index, bare.index}) == 3


def test_chains_an_honorific_tells_two_people_of_one_surname_apart() -> None:
    maria, thomas, hers, his = link(
        ("Maria Hale", "person"), ("Thomas Hale", "person"), ("Hale", "person", "Ms"), ("Hale", "person", "Mr")
    )
    assert hers.index in (maria.index, thomas.index)
    assert his.index in (maria.index, thomas.index)
    # Both are called "Hale": what tells them apart is on the mention, so the names of a chain are looked at as a set.
    assert maria.index != thomas.index


def test_chains_a_person_and_a_company_of_one_name_stay_apart() -> None:
    person, company, tower = link(("Ann Hale", "person"), ("Hale Group", "organisation"), ("Hale Island", "place"))
    assert len({person.index, company.index, tower.index}) == 3


def test_chains_initials_join_the_organisation_they_stand_for() -> None:
    full, short = link(("Northern Fisheries Council", "organisation"), ("NFC", "organisation"))
    assert full == short
    assert full.reasons


def test_chains_first_words_are_short_for_a_longer_name() -> None:
    full, short = link(("Vantor Group", "organisation"), ("Vantor", "organisation"))
    assert full == short


def test_chains_short_name_of_two_organisations_joins_neither() -> None:
    one, other, short = link(
        ("Vantor Group", "organisation"), ("Vantor Foundation", "organisation"), ("Vantor", "organisation")
    )
    assert len({one.index, other.index, short.index}) == 3


def test_chains_names_of_one_country_join() -> None:
    names = [("US", "place"), ("United States", "place"), ("U.S.", "place"), ("American", "place")]
    assert {chain.name for chain in link(*names)} == {"United States"}


def test_chains_a_capital_that_acts_is_its_country() -> None:
    country, capital = link(("Russia", "place"), ("Moscow", "place"))
    assert country == capital
    assert any("government" in reason for reason in country.reasons)


def test_chains_a_capital_where_something_is_stays_a_city() -> None:
    country, capital = link(("Russia", "place"), ("Moscow", "place"), local=frozenset({10}))
    assert country.index != capital.index


def test_chains_a_capital_is_a_city_where_its_country_is_not_named() -> None:
    (capital,) = link(("Oslo", "place"))
    assert capital.name == "Oslo"


def test_chains_known_aliases_join() -> None:
    full, short = link(("Federal Bureau of Investigation", "organisation"), ("FBI", "organisation"))
    assert full == short
