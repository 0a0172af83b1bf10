import base64
import re

from components import ids
from components.adding import progress_lines, uploaded
from components.choices import find_choices
from components.curtain import curtain, drawn_note
from components.filter_panel import filter_fields, filter_search
from components.legend import legend_strip
from components.page import page
from graph.days import Period
from graph.filters import Filters
from graph.model import KnowledgeBase, ReadingProgress
from graph.picture.backbone import backbone
from tests.components.fakes import FakeLibrary
from tests.components.trees import found, text_of, walk
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

LIBRARY = FakeLibrary(sample_knowledge())
EMPTY = FakeLibrary(KnowledgeBase())
VIEW = LIBRARY.view(Filters())


def test_filter_panel_offers_only_what_there_is():
    choices = find_choices(LIBRARY)
    assert [kind for kind, _ in choices.kinds] == ["person", "organisation", "place", "group"]
    assert set(choices.families) == {edge.family for edge in VIEW.edges}
    assert choices.outlets == ("Norland Daily", "The Selby Post")
    assert choices.published == Period("2024-03-01", "2024-03-09")
    assert choices.happened == Period("2023-05-01", "2024-03-09")
    assert find_choices(EMPTY).families == ()
    assert find_choices(EMPTY).published == Period()


def test_filter_panel_has_the_controls_that_the_browser_listens_to():
    fields = filter_fields(find_choices(LIBRARY))
    controls = {part.id for part in walk([filter_search(), *fields]) if hasattr(part, "id")}
    assert {*ids.CONTROLS.values(), *ids.PERIOD_CHOICES.values(), ids.ARTICLE_CHOICES} <= controls
    (published,) = (part for part in found(fields, of="Div") if getattr(part, "id", "") == "published-choices")
    assert (getattr(published, "data-first"), getattr(published, "data-last")) == ("2024-03-01", "2024-03-09")


def test_filter_panel_folds_rare_filters_away():
    (more,) = found(filter_fields(find_choices(LIBRARY)), of="Details")
    assert not getattr(more, "open", False)
    assert {"Speaker", "Published", "Happened"} <= {text_of(title) for title in found(more, of="H2")}


def test_filter_panel_hides_what_the_articles_give_no_choice_of():
    groups = found(filter_fields(find_choices(EMPTY)), of="Section")
    assert [text_of(part) for part in groups if part.hidden] == ["Outlet", "Published", "Happened"]


def test_filter_panel_has_a_place_for_the_count_of_each_choice():
    fields = filter_fields(find_choices(LIBRARY))
    told = str([store.data for store in found(fields, of="Store")])
    counted = {  # attributes stand in any order
        (field[1], choice[1])
        for attributes in re.findall(r"\{[^{}]*\}", told)
        if (field := re.search(r"'data-field': '(\w+)'", attributes))
        and (choice := re.search(r"'data-choice': '([^']+)'", attributes))
    }
    assert {("kinds", "person"), ("families", "legal"), ("statuses", "negated"), ("min_articles", "2")} <= counted


def test_legend_explains_what_is_drawn():
    words = [text_of(item) for item in found(legend_strip(find_choices(LIBRARY)), of="Li")]
    assert {"person", "legal", "denied", "planned"} <= set(words)
    assert "kinship" not in words


def test_curtain_is_open_where_there_is_something_to_see():
    assert curtain(VIEW) == []


def test_curtain_tells_what_to_do():
    filtered = curtain(LIBRARY.view(Filters(text="zzzz")))
    assert "zzzz" in text_of(filtered)
    assert found(filtered, of="Button", data_press="clear-filters")
    nothing = EMPTY.view(Filters())
    assert found(curtain(nothing), of="Button", data_press="add-article")
    assert "Reading the sample story" in text_of(curtain(nothing, reading=ReadingProgress(total=3, done=1)))


def test_curtain_says_that_not_all_is_drawn():
    part = FakeLibrary(sample_knowledge()).view(Filters(kinds=("person",)))
    assert f"{len(part.nodes)} most important of {len(VIEW.nodes)} actors" in text_of(drawn_note(VIEW, part))
    assert drawn_note(VIEW, VIEW) == []


def test_curtain_note_offers_to_draw_more():
    view = FakeLibrary(synthetic_knowledge(700)).view(Filters())
    offers = [getattr(button, "data-most") for button in found(drawn_note(view, backbone(view)), of="Button")]
    assert offers == ["600", "700"]


def test_adding_reads_dropped_bytes():
    raw = "Überschrift\n\0".encode()
    assert uploaded("data:text/plain;base64," + base64.b64encode(raw).decode()) == raw
    for nonsense in ("", "data:text/plain,hello", "data:;base64,%%%"):
        assert uploaded(nonsense) == b""


def test_adding_tells_progress_and_problems():
    going = ReadingProgress(total=3, done=1, current="<b>.txt", problems=("‘x.pdf’ is no text.",))
    assert "Reading 2 of 3: <b>.txt" in text_of(progress_lines(going))
    assert [text_of(part) for part in found(progress_lines(going), role="alert")] == ["‘x.pdf’ is no text."]
    done = ReadingProgress(total=1, done=1, read=("a",), finished=True)
    assert "Read 1 article." in text_of(progress_lines(done))


def test_page_has_every_id_once():
    tree = page("Sample story", find_choices(LIBRARY))
    ids = [str(part.id) for part in walk(tree) if getattr(part, "id", None)]
    assert len(ids) == len(set(ids))


def test_page_controls_have_names():
    tree = page("Sample story", find_choices(LIBRARY))
    for button in found(tree, of="Button"):
        assert getattr(button, "aria-label", None) or text_of(button), button
    for kind in ("TextInput", "MultiSelect", "NumberInput"):
        for part in found(tree, of=kind):
            assert getattr(part, "label", None) or part.attributes["input"]["aria-label"], part


def test_page_follows_a_reading_under_way():
    pulse = found(page("x", find_choices(EMPTY), job="seeds"), of="Interval")[0]
    assert pulse.disabled is False
    assert found(page("x", find_choices(EMPTY)), of="Interval")[0].disabled is True
