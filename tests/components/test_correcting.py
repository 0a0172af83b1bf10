"""Corrections from the page: what the menus ask for is decided, what needs words gets a form, and all is told."""

import pytest

from app import create_app
from components.state import read_places
from graph import load_settings
from graph.model import TextSpan
from graph.readings import SEEDS_JOB
from tests.components.fakes import FakeLibrary
from tests.components.wire import Wire, said
from tests.curation.logs import knowledge
from tests.knowledge_bases import sample_knowledge

MARA, HALDEN = "person:mara-venn", "organisation:halden-energy"
FIRED = "person:mara-venn>fired>person:tobias-ek"


@pytest.fixture
def library():
    return FakeLibrary(sample_knowledge())


@pytest.fixture
def wire(library):
    return Wire(create_app(load_settings({}), library))


def words(library) -> list[str]:
    return [line.words for line in library.corrections.lines()]


def opened(wire, act, about):
    return wire.ask("correct-form.opened", by="correct", correct={"act": act, "id": about})


def save(wire, act, about, **fields):
    asked = {"act": act, "id": about}
    return wire.ask("correct-form.opened", by="correct-save", correct_save=1, correct=asked, version=3, **fields)


@pytest.mark.parametrize(
    ("act", "about", "told"),
    [
        ("hide", MARA, "Hid “Mara Venn”"),
        ("delete", MARA, "Deleted “Mara Venn”"),
        ("confirm", "a1f0c2d4e6b8:1", "Confirmed “Mara Venn fired Tobias Ék”"),
        ("reject", "a1f0c2d4e6b8:1", "Rejected “Mara Venn fired Tobias Ék”"),
        ("turn", "a1f0c2d4e6b8:1", "Turned “Mara Venn fired Tobias Ék” round"),
    ],
)
def test_correcting_decides_at_once(wire, library, act, about, told):
    answer = wire.ask("version.data", by="correct", correct={"act": act, "id": about}, version=3)
    assert answer["version"]["data"] == 4
    assert answer["notice"]["children"] == f"{told}. Undo with Ctrl+Z."
    assert words(library) == [told]


@pytest.mark.parametrize(
    ("act", "about", "shown"),
    [
        ("rename", MARA, {"correct-name"}),
        ("kind", MARA, {"correct-choice"}),
        ("merge", MARA, {"correct-choice", "correct-keep"}),
        ("split", MARA, {"correct-name", "correct-places"}),
        ("note", FIRED, {"correct-text"}),
        ("retype", "a1f0c2d4e6b8:1", {"correct-choice"}),
        ("status", "a1f0c2d4e6b8:1", {"correct-choice"}),
        ("speaker", "a1f0c2d4e6b8:1", {"correct-choice"}),
    ],
)
def test_correcting_form_shows_what_is_needed(wire, act, about, shown):
    answer = opened(wire, act, about)
    assert answer["correct-form"]["opened"] is True
    assert answer["correct-form"]["title"]
    assert {part for part, props in answer.items() if props.get("style") == {}} == shown


def test_correcting_form_of_what_is_gone_does_not_open(wire):
    assert opened(wire, "rename", "person:nobody") == {}
    assert opened(wire, "retype", "nothing") == {}


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        ("rename", {"correct_name": "Mara Holt"}, "Renamed “Mara Venn” to “Mara Holt”"),
        ("kind", {"correct_choice": "group"}, "Changed “Mara Venn” from person to group"),
        ("merge", {"correct_choice": HALDEN, "correct_keep": "this"}, "Joined “Halden Energy” with “Mara Venn”"),
        ("merge", {"correct_choice": HALDEN, "correct_keep": "other"}, "Joined “Mara Venn” with “Halden Energy”"),
        (
            "split",
            {"correct_places": ["a1f0c2d4e6b8 0 9"], "correct_name": "Ann"},
            "Split “Ann” (1 mention) from “Mara Venn”",
        ),
        ("note", {"correct_text": "Call her."}, "Noted on “Mara Venn”: Call her."),
    ],
)
def test_correcting_saves_what_is_told_of_an_actor(wire, library, act, fields, told):
    answer = save(wire, act, MARA, **fields)
    assert answer["correct-form"]["opened"] is False
    assert answer["version"]["data"] == 4
    assert words(library) == [told]


@pytest.mark.parametrize(
    ("act", "choice", "told"),
    [
        ("retype", "sued", "Changed “Mara Venn fired Tobias Ék” to “sued”"),
        ("status", "hedged", "Marked “Mara Venn fired Tobias Ék” as uncertain"),
        ("speaker", HALDEN, "Gave “Mara Venn fired Tobias Ék” to “Halden Energy” as speaker"),
        ("speaker", "article", "Gave “Mara Venn fired Tobias Ék” to the article itself as speaker"),
    ],
)
def test_correcting_saves_what_is_told_of_a_claim(wire, library, act, choice, told):
    save(wire, act, "a1f0c2d4e6b8:1", correct_choice=choice)
    assert words(library) == [told]


def test_correcting_says_in_the_form_what_is_missing(wire, library):
    answer = save(wire, "rename", MARA, correct_name=" ")
    assert answer == {"correct-problem": {"children": "Write a name.", "hidden": False}}
    assert save(wire, "merge", MARA)["correct-problem"]["children"] == "Choose one first."
    assert words(library) == []


def test_correcting_selects_who_is_left_of_a_merge(wire):
    answer = save(wire, "merge", MARA, correct_choice=HALDEN, correct_keep="other")
    assert answer["selection"]["data"] == {"what": "actor", "id": HALDEN}


def test_correcting_undo_and_redo_say_what_they_do(wire, library):
    library.corrections.hide(MARA)
    told = wire.ask("undo.title", version=1)
    assert told["undo"] == {"disabled": False, "title": "Undo (Ctrl+Z) Hid “Mara Venn”"}
    assert told["redo"] == {"disabled": True, "title": "Redo (Ctrl+Shift+Z)"}
    assert wire.ask("version.data", by="undo", undo=1, version=1)["notice"]["children"] == "Undone: Hid “Mara Venn”"
    assert wire.ask("version.data", by="redo", redo=1, version=1)["notice"]["children"] == "Done again: Hid “Mara Venn”"
    wire.ask("version.data", by="undo", undo=1, version=1)
    answer = wire.ask_all("version.data", by="undo", undo=2, version=1)
    assert "Nothing is left to undo." in said(answer)


def test_correcting_notices_what_another_window_changed(wire, library):
    assert wire.ask("version.data", by="watch", watch=1, seen=1, version=5) == {}
    library.revision = 2
    assert wire.ask("version.data", by="watch", watch=2, seen=1, version=5)["version"]["data"] == 6
    assert wire.ask("version.data", by="watch", watch=2, seen=1, version=5, job=SEEDS_JOB) == {}
    assert wire.ask("version.data", by="watch", watch=2, seen=1, version=5, job="j")["version"]["data"] == 6
    assert wire.ask("version.data", by="watch", watch=2, seen=None, version=5) == {}  # the story is on its way


def test_correcting_shows_notes_and_who_is_hidden(wire, library):
    library.corrections.note(MARA, "Call her.")
    library.corrections.hide(MARA)
    panel = said(wire.select({"what": "actor", "id": MARA}, filters={}))
    assert "Call her." in panel
    assert "You have hidden this actor" in panel


def test_correcting_reviews_pairs_one_by_one():
    library = FakeLibrary(knowledge(300))
    wire = Wire(create_app(load_settings({}), library))
    opened_review = {"corrections_dialog": True, "correction_tabs": "review", "version": 1}
    pairs = library.pairs()
    first, second = (f"{pair.first} {pair.second}" for pair in pairs[:2])
    assert first in said(wire.ask("review-panel.children", review={}, **opened_review))
    assert second in said(wire.ask("review-panel.children", review={"later": [first]}, **opened_review))
    all_later = {"later": [f"{pair.first} {pair.second}" for pair in pairs]}
    assert "left for later" in said(wire.ask("review-panel.children", review=all_later, **opened_review))
    pair = {"first": pairs[0].first, "second": pairs[0].second}
    for verdict, told in (("join", "Joined"), ("undo", "Undone: Joined"), ("apart", "Kept"), ("never", "Asked never")):
        answer = wire.ask("version.data", by="review", review={"verdict": verdict, "number": "1", **pair}, version=1)
        assert answer["notice"]["children"].startswith(told)
    assert pairs[0] not in library.pairs()
    log = said(wire.ask("correction-log.children", **opened_review | {"correction_tabs": "log"}))
    assert log.index("Asked never") < log.index("Kept") < log.index("Undid: Joined") < log.index("(undone)")


def test_correcting_reads_no_places_that_are_none():
    assert [place.span for place in read_places(["a 1 2", "a 1", "a x 2", "a -1 2", "", "a b 1 2"])] == [TextSpan(1, 2)]


def test_correcting_adds_a_claim_from_marked_words(wire, library):
    offered = wire.ask("tell-type.data", tell_claim=1)
    assert "contact" in [group["group"].lower() for group in offered["tell-type"]["data"]]
    text = library.articles()[0].text
    places = [(text.index(words), text.index(words) + len(words)) for words in ("Norland", "will sanction", "Halden")]
    told = {"article": library.articles()[0].id, **dict(zip(("source", "trigger", "target"), places, strict=True))}
    form = {"tell_save": 1, "tell_type": "warned", "tell_status": "planned", "version": 3}
    answer = wire.ask("told.data", told=told, **form)
    assert answer["version"]["data"] == 4
    assert answer["told"]["data"] is None
    assert words(library) == ["Added “Norland warned Halden”"]
    refused = wire.ask("told.data", told={**told, "target": None}, **form)
    assert refused == {"tell-problem": {"children": "Mark upon whom in the article.", "hidden": False}}
