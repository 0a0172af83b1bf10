import dataclasses

from components.claim_facts import claim_reason
from components.evidence import actor_panel, group_panel, relation_panel, start_panel
from components.passages import FIRST
from graph.filters import Filters
from graph.model import Selection
from tests.components.fakes import FakeLibrary
from tests.components.trees import found, text_of
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

LIBRARY = FakeLibrary(sample_knowledge())
VIEW = LIBRARY.view(Filters())
VENN = "person:mara-venn"
FIRED = f"{VENN}>fired>person:tobias-ek"
COURT = "organisation:harbour-court"
ALL = [node.id for node in VIEW.nodes]


def relation(relation_id):
    edge = next((edge for edge in VIEW.edges if edge.id == relation_id), None)
    return relation_panel(edge, VIEW, LIBRARY.passages(Selection("relation", relation_id)))


def test_evidence_of_a_relation_has_its_sentences():
    panel = relation(FIRED)
    quotes = [text_of(found(quote, className="sentence")) for quote in found(panel, of="Blockquote")]
    assert len(quotes) == 2
    for quote in quotes:
        assert "fired" in quote
        assert any(quote in article.text for article in LIBRARY.articles())


def test_evidence_marks_source_trigger_and_target():
    sentence = found(relation(FIRED), className="sentence")[0]
    marked = {mark.className: mark.children for mark in found(sentence, of="Mark")}
    assert marked == {
        "mark mark-source": "Mara Venn",
        "mark mark-trigger": "fired",
        "mark mark-target": "Tobias Ék",
    }


def test_evidence_names_article_date_status_and_speaker():
    hedged = next(edge for edge in VIEW.edges if edge.type == "funded")
    told = text_of(relation(hedged.id))
    for words in (
        "Minister fires her adviser",
        "The Selby Post",
        "1\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2024",
        "uncertain",
        "said by",
        "Mara Venn",
    ):
        assert words in told


def test_evidence_says_when_from_which_words_and_how_surely():
    attacked = next(edge for edge in VIEW.edges if edge.type == "attacked")
    panel = relation(attacked.id)
    (when,) = found(panel, of="Time")
    assert (when.children, when.dateTime) == ("May\N{NO-BREAK SPACE}2023", "2023-05")
    (why,) = found(panel, className="why")
    assert text_of(why) == "active: attackedhigh confidence"
    assert found(panel, className="sure sure-high")[0].title.endswith("0.90 of 1")


def test_evidence_quotes_the_wording_but_not_what_is_said_of_it():
    assert [text_of(quote) for quote in found(claim_reason("noun: talks with"), of="Q")] == ["talks with"]
    recalled = claim_reason("recalled: the article says elsewhere who did it")
    assert found(recalled, of="Q") == []
    assert text_of(recalled) == "recalled: the article says elsewhere who did it"
    assert text_of(claim_reason("plain")) == "plain"


def test_evidence_says_nothing_of_what_is_not_known():
    panel = relation(FIRED)
    assert found(panel, of="Time") == found(panel, className="speaker") == []
    bare = dataclasses.replace(LIBRARY.passages(Selection("relation", FIRED))[0], status=None, rule=None)
    assert found(relation_panel(VIEW.edges[0], VIEW, [bare]), className="why") == []


def test_evidence_opens_the_article_at_the_sentence():
    button = found(relation(FIRED), className="open")[0]
    article = LIBRARY.knowledge().articles[getattr(button, "data-read")]
    sentence = article.text[int(getattr(button, "data-start")) : int(getattr(button, "data-end"))]
    assert sentence == text_of(found(relation(FIRED), className="sentence")[0])


def test_evidence_shortens_what_stands_around_a_sentence():
    passages = LIBRARY.passages(Selection("relation", FIRED))
    long = dataclasses.replace(passages[0], before="before " * 60 + "the end.", after="After. " + "after " * 60)
    quote = found(relation_panel(VIEW.edges[0], VIEW, [long]), of="Blockquote")[0]
    before, after = [text_of(part) for part in found(quote, className="context")]
    assert before.startswith("… before")
    assert before.endswith("the end.")
    assert after.startswith("After. after")
    assert after.endswith("after …")
    assert len(before) < 100 > len(after)


def test_evidence_of_a_denied_relation_says_denied():
    denied = next(edge for edge in VIEW.edges if edge.status == "negated")
    assert "denied" in text_of(relation(denied.id))


def test_evidence_of_an_actor_has_names_relations_and_sentences():
    actor = LIBRARY.knowledge().actors[VENN]
    panel = actor_panel(actor, VIEW, LIBRARY.passages(Selection("actor", VENN)))
    told = text_of(panel)
    assert "Energy Minister" in told
    assert "Minister Venn" in told
    mine = {edge.id for edge in VIEW.edges if VENN in (edge.source, edge.target)}
    assert {getattr(row, "data-id") for row in found(panel, className="row")} == mine


def test_evidence_of_what_the_filters_hide_says_so():
    view = LIBRARY.view(Filters(kinds=("group",)))
    assert "filters hide" in text_of(actor_panel(LIBRARY.knowledge().actors[VENN], view, ()))
    assert "filters hide" in text_of(relation_panel(None, view, ()))


def test_evidence_shows_many_sentences_by_and_by():
    library = FakeLibrary(synthetic_knowledge(100))
    view = library.view(Filters())
    busy = max(library.knowledge().actors.values(), key=lambda actor: len(actor.mentions))
    passages = library.passages(Selection("actor", busy.id))
    assert len(passages) > FIRST + 1
    panel = actor_panel(busy, view, passages)
    assert len(found(panel, of="Article")) == FIRST
    more = [button for button in found(panel, of="Button") if getattr(button, "data-shown", None)]
    assert [getattr(button, "data-id") for button in more] == [busy.id]
    assert len(found(actor_panel(busy, view, passages, shown=len(passages)), of="Article")) == len(passages)


def test_evidence_of_an_actor_stands_under_its_relations():
    panel = actor_panel(LIBRARY.knowledge().actors[VENN], VIEW, LIBRARY.passages(Selection("actor", VENN)))
    (told,) = found(panel, className="told-by")
    for group in told.children:
        (heading,) = found(group, className="row")
        edge = next(edge for edge in VIEW.edges if edge.id == getattr(heading, "data-id"))
        assert len(found(group, of="Article")) == edge.weight
        assert text_of(found(group, of="Summary")[0]).startswith(f"{edge.weight} sentence")
    first = found(told.children[0], of="Details")[0]
    assert text_of(first).startswith("2 sentences in 2 articles")
    assert first.open is True
    assert "Mentioned in" in text_of(panel)


def test_evidence_beyond_what_is_shown_still_names_every_relation():
    actor = LIBRARY.knowledge().actors[VENN]
    panel = actor_panel(actor, VIEW, LIBRARY.passages(Selection("actor", VENN)), shown=1)
    assert len(found(panel, of="Article")) == 1
    mine = [edge for edge in VIEW.edges if VENN in (edge.source, edge.target)]
    assert len(found(panel, className="row")) == len(mine)


def test_evidence_is_put_in_the_order_that_is_asked_for():
    passages = LIBRARY.passages(Selection("relation", FIRED))
    edge = next(edge for edge in VIEW.edges if edge.id == FIRED)
    dates = {}
    for order in ("strongest", "newest"):
        panel = relation_panel(edge, VIEW, passages, order=order)
        pressed = found(panel, of="Button", aria_pressed="true")
        assert [getattr(button, "data-order") for button in pressed] == [order]
        dates[order] = [text_of(source).rpartition("· ")[2] for source in found(panel, className="from")]
    assert dates["newest"] == dates["strongest"][::-1]


def test_evidence_can_be_copied_as_citations():
    copies = [getattr(button, "data-copy") for button in found(relation(FIRED), of="Button", title="Copy as citation")]
    assert len(copies) == 2
    assert copies[0].startswith("“Mara Venn fired Tobias Ék in Port Selby.” — Minister fires her adviser")


def test_evidence_at_the_start_offers_actors_and_relations():
    panel = start_panel(VIEW)
    assert {getattr(row, "data-what") for row in found(panel, className="row")} == {"actor", "relation"}


def test_evidence_buttons_have_names():
    for button in found(relation(FIRED), of="Button"):
        assert getattr(button, "aria-label", None) or text_of(button)


def test_evidence_of_several_actors_lists_them_and_the_relations_among_them():
    panel = group_panel((VENN, "person:tobias-ek", "organisation:harbour-court"), VIEW)
    assert "3 actors selected" in text_of(panel)
    picks = {(getattr(row, "data-what"), getattr(row, "data-id")) for row in found(panel, of="Button", className="row")}
    ties = {edge.id for edge in VIEW.edges if {edge.source, edge.target} == {VENN, "person:tobias-ek"}}
    assert {name for what, name in picks if what == "relation"} == ties
    assert len(ties) == 3
    assert {name for what, name in picks if what == "actor"} == {VENN, "person:tobias-ek", "organisation:harbour-court"}


def test_evidence_of_several_actors_says_how_many_the_filters_hide():
    part = LIBRARY.view(Filters(kinds=("person",)))
    panel = group_panel((VENN, "organisation:harbour-court"), part)
    assert "hide 1 of them" in text_of(panel)
    assert "No relation among them" in text_of(panel)


def test_evidence_offers_to_select_whom_relations_lead_to_and_how_two_are_tied():
    acts = [found(group_panel(ids, VIEW), of="Button", className="text-button") for ids in ((VENN, COURT), tuple(ALL))]
    assert [[text_of(act) for act in some] for some in acts] == [
        ["How are they tied?", "Select those tied to them as well"],
        [],  # everybody is selected already
    ]
    tie = acts[0][0]
    assert [getattr(tie, f"data-{name}") for name in ("what", "id", "to")] == ["path", VENN, COURT]
