"""The gazetteers: known names, and what loading says of lists that contradict each other."""

import shutil
from pathlib import Path

import pytest

from graph.data import DATA, folded
from graph.errors import TaxonomyError
from graph.gazetteer import load_gazetteer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the data that a test may spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("relations", "*.py", "*.pyc")))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("US", "United States"),
        ("the U.S.", "United States"),
        ("America", "United States"),
        ("Britain", "United Kingdom"),
        ("UK", "United Kingdom"),
        ("Burma", "Myanmar"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Kiev", "Kyiv"),
        ("Calif.", "California"),
        ("Scotland", "Scotland"),
        ("Cracow", "Kraków"),
        ("us", None),
        ("Us", None),
        ("turkey", None),
        ("Vantor", None),
    ],
)
def test_gazetteer_gives_the_canonical_name_of_a_place(name: str, place: str | None) -> None:
    assert load_gazetteer().place(name) == place


@pytest.mark.parametrize(
    ("name", "land"),
    [
        ("Russians", "Russia"),
        ("Dutch", "Netherlands"),
        ("Palestinian", "Palestine"),
        ("Kurds", "Kurdistan"),
        ("Chechen", "Chechnya"),
        ("Catalan", "Catalonia"),
        ("Scots", "Scotland"),
        ("Congolese", "DR Congo"),
        ("polish", None),
    ],
)
def test_gazetteer_gives_the_land_of_a_people(name: str, land: str | None) -> None:
    assert load_gazetteer().people(name) == land


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("FBI", "organisation"),
        ("the Federal Bureau of Investigation", "organisation"),
        ("WHO", "organisation"),
        ("who", None),
        ("ISIS", "group"),
        ("is", None),
        ("Tories", "group"),
        ("Muslims", "group"),
        ("Germans", "group"),
        ("German", "place"),
        ("Swiss", "place"),
        ("Ohio", "place"),
        ("Vantor Group", None),
    ],
)
def test_gazetteer_gives_the_kind_of_a_known_name(name: str, kind: str | None) -> None:
    assert load_gazetteer().kind_of(name) == kind
    assert load_gazetteer().is_known(name) == (kind is not None)


def test_gazetteer_names_of_one_organisation_or_group_mean_the_same() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.organisation("FBI") == gazetteer.organisation("Federal Bureau of Investigation")
    assert gazetteer.group("Isis") == gazetteer.group("Islamic State")


@pytest.mark.parametrize("table", ["demonyms", "capitals", "metonyms"])
def test_gazetteer_peoples_capitals_and_seats_belong_to_known_places(table: str) -> None:
    gazetteer = load_gazetteer()
    known = {*gazetteer.countries.values(), *gazetteer.regions.values()}
    assert {name for name in getattr(gazetteer, table).values() if name not in known} == set()


def test_gazetteer_parents_join_places_to_countries() -> None:
    gazetteer = load_gazetteer()
    countries = set(gazetteer.countries.values())
    places = {*gazetteer.regions.values(), *gazetteer.cities.values()}
    assert set(gazetteer.parents.values()) <= countries
    assert set(gazetteer.parents) <= places
    assert gazetteer.parents["Kyiv"] == "Ukraine"
    assert gazetteer.parents["California"] == "United States"


def test_gazetteer_covers_the_world() -> None:
    gazetteer = load_gazetteer()
    assert len(set(gazetteer.countries.values())) >= 195
    peopled = set(gazetteer.demonyms.values())
    assert {c for c in gazetteer.countries.values() if c not in peopled} <= {
        "Dominica",
        "Kiribati",
        "Republic of the Congo",
        "Vatican City",
    }


@pytest.mark.parametrize("first", ["countries", "regions", "cities", "groups", "organisations", "demonyms"])
@pytest.mark.parametrize("second", ["countries", "regions", "cities", "groups", "organisations", "demonyms"])
def test_gazetteer_no_name_stands_in_two_lists(first: str, second: str) -> None:
    gazetteer = load_gazetteer()
    shared = set(getattr(gazetteer, first)) & set(getattr(gazetteer, second))
    assert first == second or shared == set()


def test_gazetteer_white_house_is_a_seat_and_an_organisation() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.metonyms["white house"] == "United States"
    assert gazetteer.kind_of("White House") == "organisation"


def test_gazetteer_exact_names_are_known_names() -> None:
    gazetteer = load_gazetteer()
    tables = (gazetteer.countries, gazetteer.regions, gazetteer.cities, gazetteer.demonyms)
    known = set().union(*tables, gazetteer.groups, gazetteer.organisations)
    assert {key for key in gazetteer.exact if key not in known} == set()


@pytest.mark.parametrize(("name", "gender"), [("john", "m"), ("olga", "f"), ("kim", "u"), ("xi", None)])
def test_gazetteer_knows_first_names_and_their_gender(name: str, gender: str | None) -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.first_name_gender.get(name) == gender
    assert (name in gazetteer.first_names) == (gender is not None)


def test_gazetteer_no_first_name_is_a_word_that_names_nobody() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.first_names & gazetteer.not_actors == set()


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("not_actors", "monday"),
        ("not_actor_heads", "prize"),
        ("organisation_endings", "ministry"),
        ("organisation_heads", "bank"),
        ("place_endings", "county"),
    ],
)
def test_gazetteer_words_that_tell_names_apart(table: str, word: str) -> None:
    assert word in getattr(load_gazetteer(), table)


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        (
            "countries.toml",
            '"Aland" = { people = "Alish" }\n"Beland" = { people = "Alish" }\n',
            ["countries.toml", "'Alish'", "'Aland'", "'Beland'", "keep one"],
        ),
        ("countries.toml", '"Aland" = { king = "Ed" }\n', ["countries.toml", "'Aland'", "'king'", "use only"]),
        ("cities.toml", 'Atlantis = "Poseidonia"\n', ["cities.toml", "'Atlantis'", "no country"]),
        ("regions.toml", 'World = "Asia"\n[people]\nAtlantis = "Atlantean"\n', ["regions.toml", "'Atlantis'"]),
        ("groups.toml", 'a = "Reds | Rouge; Blues | Rouge"\n', ["groups.toml", "'Rouge'", "'Reds'", "'Blues'"]),
        ("organisations.toml", "a = 3\n", ["organisations.toml", "a is 3", "one name a line"]),
        ("first_names.toml", 'x = "Ann"\n', ["first_names.toml", "'x'", "m, f, u"]),
        ("first_names.toml", 'm = "Ann"\nf = "Ann"\n', ["first_names.toml", "'Ann'", "'m'", "'f'"]),
        ("names.toml", 'exact = "US"\n', ["names.toml", "not_actors is None"]),
    ],
)
def test_gazetteer_says_what_is_wrong_with_a_list(folder: Path, file: str, content: str, words: list[str]) -> None:
    (folder / file).write_text(content)
    for other in ("cities.toml", "regions.toml"):
        if file == "countries.toml":
            (folder / other).write_text("")
    with pytest.raises(TaxonomyError) as caught:
        load_gazetteer(folder)
    assert [word for word in words if word not in str(caught.value)] == []


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("towns", "suwon"),
        ("towns", "lodz"),
        ("noted_surnames", "zelensky"),
        ("surnames", "erdogan"),
        ("first_names", "jose"),
    ],
)
def test_gazetteer_signs_are_kept_without_accents(table: str, name: str) -> None:
    assert folded(name) in getattr(load_gazetteer(), table)


def test_gazetteer_hand_kept_gender_goes_before_that_of_longer_lists() -> None:
    genders = load_gazetteer().first_name_gender
    assert (genders["andrea"], genders["jose"], genders["josé"]) == ("u", "m", "m")


@pytest.mark.parametrize(("first", "length"), [("doctors", 3), ("king", 5), ("u.s.", 2)])
def test_gazetteer_tells_how_long_a_known_name_may_be(first: str, length: int) -> None:
    assert load_gazetteer().phrase_lengths[first] >= length
