import base64

import pytest

from app import create_app
from components.figure import build_figure
from components.table_columns import Tables
from graph import Filters, load_settings
from graph.model import KnowledgeBase, ReadingProgress
from graph.picture.theme import DARK
from graph.readings import Held
from tests.components.fakes import FakeLibrary
from tests.components.wire import Wire, said
from tests.knowledge_bases import sample_knowledge

CANVAS = {"width": 800, "height": 700}
VENN = {"what": "actor", "id": "person:mara-venn"}


@pytest.fixture
def library():
    return FakeLibrary(sample_knowledge())


@pytest.fixture
def wire(library):
    return Wire(create_app(load_settings({}), library))


def drawn(answer):
    traces = answer["network"]["figure"]["data"]
    marks = [trace for trace in traces if trace["meta"] in ("actors", "handles")]
    return {tuple(name[:2]): (x, y) for t in marks for name, x, y in zip(t["customdata"], t["x"], t["y"], strict=True)}


def test_wiring_draws_the_network(wire):
    answer = wire.ask("network.figure", scheme="light", canvas_size=CANVAS)
    assert len(drawn(answer)) == 8 + 11
    assert answer["drawn-note"]["children"] == []


def test_wiring_waits_for_colours_and_size(wire):
    assert wire.ask("network.figure", scheme=None, canvas_size=CANVAS) == {}
    assert wire.ask("network.figure", scheme="dark", canvas_size=None) == {}


def test_wiring_builds_a_figure_once_for_a_story_and_what_is_asked_of_it(wire, library, monkeypatch):
    built = []
    monkeypatch.setattr(
        "components.callbacks.drawing.build_figure", lambda *a, **asked: built.append(1) or build_figure(*a, **asked)
    )

    def ask(**asked):
        return wire.ask("network.figure", **{"scheme": "light", "canvas_size": CANVAS} | asked)

    assert ask() == ask()
    assert len(built) == 1
    ask(scheme="dark")
    ask(extent={"most": 3})
    assert len(built) == 3
    library.forget_views()
    ask()
    assert len(built) == 4


def test_wiring_draws_a_part_and_moves_nothing(wire):
    whole = drawn(wire.ask("network.figure", scheme="light", canvas_size=CANVAS))
    legal = {"filters": {"families": ["legal"]}}
    part = drawn(wire.ask("network.figure", extent=legal, scheme="light", canvas_size=CANVAS))
    assert 0 < len(part) < len(whole)
    assert part == {name: whole[name] for name in part}


def test_wiring_draws_no_more_than_asked(wire):
    answer = wire.ask("network.figure", extent={"most": 3}, scheme="light", canvas_size=CANVAS)
    assert sum(what == "actor" for what, _ in drawn(answer)) == 3
    assert "3 most important of 8 actors" in said(answer["drawn-note"]).replace('"', "")
    assert answer["network"]["figure"]["layout"]["meta"] == {"whole": False}


def test_wiring_draws_by_group_with_hulls(wire, library):
    look = {"size": "bridging", "colour": "group", "hulls": True}
    figure = wire.ask("network.figure", look=look, scheme="light", canvas_size=CANVAS)["network"]["figure"]
    hulls = {frozenset(shape["name"].split("\n")) for shape in figure["layout"]["shapes"]}
    assert hulls == {frozenset(g.actor_ids) for g in library.measures().groups if len(g.actor_ids) >= 3}
    assert hulls


def test_wiring_draws_the_whole_group_of_an_actor(wire, library):
    group = library.measures().groups[0].actor_ids
    extent = {"most": 1, "grouped": [group[-1]]}
    answer = wire.ask("network.figure", extent=extent, scheme="light", canvas_size=CANVAS)
    assert set(group) <= {name for what, name in drawn(answer) if what == "actor"}


def test_wiring_a_filter_says_in_words_what_is_shown(wire):
    asked = {"kinds": ["person", "organisation"], "actors": ["person:mara-venn"], "min_sentences": 2}
    words = wire.ask("description.children", filters=asked)["description"]["children"]
    assert words == "People and organisations, with Mara Venn, at least 2 sentences"
    assert wire.ask("description.children", filters={})["description"]["children"] == "Everything"


def test_wiring_a_filter_without_a_match_says_why(wire):
    answer = wire.ask("curtain.children", filters={"text": "zzzz"})
    assert "zzzz" in said(answer["curtain"])
    assert '"data-clear": "text"' in said(answer["curtain"])


def test_wiring_the_scheme_changes_the_colours(wire):
    figures = [
        wire.ask("network.figure", scheme=scheme, canvas_size=CANVAS)["network"]["figure"]
        for scheme in ("light", "dark")
    ]
    assert figures[0]["layout"]["paper_bgcolor"] != figures[1]["layout"]["paper_bgcolor"]


def test_wiring_an_actor_shows_its_evidence(wire):
    told = said(wire.select(VENN, filters={}))
    assert "Energy Minister" in told
    assert "Minister fires her adviser" in told


def test_wiring_evidence_keeps_to_the_order(wire):
    answers = {order: said(wire.select(VENN, filters={}, order=order)) for order in ("newest", "strongest", None, 7)}
    assert answers["newest"] != answers["strongest"]
    assert answers["strongest"] == answers[None] == answers[7]


def test_wiring_evidence_obeys_the_filters(wire):
    everything = said(wire.select(VENN, filters={}))
    told = said(wire.select(VENN, filters={"types": ["met"]}))
    assert "mark-trigger" in told
    assert told.count("Mara Venn fired Tobias") < everything.count("Mara Venn fired Tobias")


def test_wiring_a_relation_shows_its_evidence(wire):
    picked = {"what": "relation", "id": "person:mara-venn>fired>person:tobias-ek"}
    told = said(wire.select(picked, filters={}))
    assert "2 sentences" in told
    assert "mark-trigger" in told


def test_wiring_of_what_is_gone_shows_the_start(wire):
    told = said(wire.select({"what": "actor", "id": "person:gone"}, filters={}))
    assert "Every line is a claim" in told


def test_wiring_gives_an_article_to_read(wire, library):
    article = library.articles()[0]
    told = said(wire.ask("reader-body-tree.data", read_article=article.id))
    assert article.title in told
    assert "Mara Venn fired Tobias" in told
    assert wire.ask("reader-body-tree.data", read_article=None) == {}


def test_wiring_tables_are_laid_out_once_their_script_is_here(wire):
    assert wire.ask("actor-list.children", tables=None) == {}
    answer = wire.ask("actor-list.children", tables=True)
    assert '"actor-table"' in said(answer["actor-list"])
    assert '"relation-table"' in said(answer["relation-list"])


def test_wiring_reads_pasted_text(wire, library):
    answer = wire.ask("job.data", read_pasted=1, pasted="Ann met Bob.")
    assert library.readings.asked == [("pasted text", "Ann met Bob.")]
    assert answer["job"]["data"] == "job"
    assert "Reading 1 of 1" in said(answer["progress"])


def test_wiring_tries_a_sentence_and_keeps_nothing_of_it(wire, library):
    answer = wire.ask("trial-result.children", trial_read=1, trial_text="Ann Lee fired Bob Ray.")
    assert answer["trial-summary"]["children"] == "1 claim, 2 actors."
    assert "fired" in said(answer["trial-result"])
    assert library.readings.asked == []


@pytest.mark.parametrize(("text", "told"), [(" ", "no text yet"), (None, "no text yet"), ("x" * 2001, "too long")])
def test_wiring_tells_why_a_text_cannot_be_tried(wire, text, told):
    answer = wire.ask("trial-result.children", trial_read=1, trial_text=text)
    assert answer["trial-summary"]["children"] == ""
    assert told in said(answer["trial-result"])


def test_wiring_opens_the_trial(wire):
    assert wire.ask("trial-dialog.opened", try_sentence=1) == {"trial-dialog": {"opened": True}}


def test_wiring_tells_that_nothing_was_pasted(wire, library):
    answer = wire.ask("job.data", read_pasted=1, pasted="  \n")
    assert "There is no text yet" in said(answer)
    assert library.readings.asked == []


def test_wiring_reads_dropped_files(wire, library):
    contents = ["data:text/plain;base64," + base64.b64encode(raw).decode() for raw in (b"one", b"two")]
    answer = wire.ask("upload.contents", upload__contents=contents, upload__filename=["a.txt", "../b.html"])
    assert library.readings.asked == [("a.txt", b"one"), ("../b.html", b"two")]
    assert answer["upload"]["contents"] is None
    assert answer["job"]["data"] == "job"


def test_wiring_tells_the_boxes_anew_with_the_fields_that_hold_them(wire):
    answer = wire.ask("filter-fields.children", version=2, filters={}, offered="other")
    assert "person" in str(answer["choices-kinds-tree"]["data"])
    assert "legal" in str(answer["choices-families-tree"]["data"])


def test_wiring_fetches_the_addresses_that_are_named(wire, library):
    answer = wire.ask("addresses.value", fetch=1, addresses=" https://a.example/1\nhttps://b.example/feed ")
    assert library.readings.asked == [("https://a.example/1", None), ("https://b.example/feed", None)]
    assert (answer["job"]["data"], answer["addresses"]["value"]) == ("job", "")
    wire.ask("addresses.value", fetch=3, addresses="https://a.example/1", ask_columns=True)
    assert library.readings.asking == [False, True]
    assert "no address yet" in said(wire.ask("addresses.value", fetch=2, addresses=" "))


def test_wiring_reads_a_folder(wire, library):
    content = "data:application/zip;base64," + base64.b64encode(b"PK").decode()
    wire.ask("upload-folder.contents", upload_folder__contents=[content], upload_folder__filename=["news/a.zip"])
    assert library.readings.asked == [("news/a.zip", b"PK")]


def column_selects(columns):
    key = Tables(columns, (), ()).key
    return [{"of": "column", "table": key, "part": part} for part in ("text", "title")]


def test_wiring_asks_for_the_columns_of_what_was_fetched_until_it_is_answered(wire, library):
    assert wire.ask("columns.children", by="add-dialog", add_dialog=True, columns_asked__hidden=True) == {}
    library.readings.on_hold = [
        Held(3, "https://a.example/rows.csv", b"kicker,words\nA,Ann met Bob.\n", all_tables=False),
        Held(4, "https://a.example/clear.csv", b"text\nBob met Cam.\n", all_tables=True),
    ]
    assert wire.ask("columns.children", by="add-dialog", pulse=1, columns_asked__hidden=False) == {}
    answer = wire.ask("columns.children", by="add-dialog", version=1, columns_asked__hidden=True)
    assert "Which columns of “https://a.example/rows.csv” hold what?" in said(answer["columns"])
    assert "clear.csv" in said(answer["columns"])
    assert "say which of its columns hold what" in answer["notice"]["children"]
    assert "notice" not in wire.ask("columns.children", by="add-dialog", add_dialog=True, columns_asked__hidden=True)
    selects = column_selects(("kicker", "words"))
    chosen = [{"id": each, "property": "id", "value": each} for each in selects]
    values = [{"id": i, "property": "value", "value": v} for i, v in zip(selects, ("1", "0"), strict=True)]
    answer = wire.ask("columns-problem.hidden", read_columns=1, choices__id=chosen, choices__value=values)
    assert library.readings.answered == {3: b"text,title\r\nAnn met Bob.,A\r\n"}
    assert (answer["job"]["data"], answer["columns-asked"]["hidden"]) == ("job", True)
    assert [held.number for held in library.readings.on_hold] == [4]
    wire.ask("columns-asked.hidden", by="leave-columns", leave_columns=1, choices__id=chosen)
    assert [held.number for held in library.readings.on_hold] == [4]
    chosen = [{"id": each, "property": "id", "value": each} for each in column_selects(("text",))]
    wire.ask("columns-asked.hidden", by="leave-columns", leave_columns=2, choices__id=chosen)
    assert library.readings.on_hold == []


def test_wiring_asks_for_columns_before_it_reads(wire, library):
    content = "data:text/csv;base64," + base64.b64encode(b"kicker,words\nA,Ann met Bob.\n").decode()
    dropped = {"upload__contents": [content], "upload__filename": ["a.csv"]}
    answer = wire.ask("upload.contents", by="upload", **dropped)
    assert answer["columns-asked"]["hidden"] is False
    assert "Which columns of “a.csv” hold what?" in said(answer["columns"])
    assert (library.readings.asked, "upload" in answer) == ([], False)
    selects = column_selects(("kicker", "words"))
    chosen = [[{"id": each, "property": "id", "value": each} for each in selects]]
    for values, read in (([None, "0"], []), (["1", "0"], [("a.csv", b"text,title\r\nAnn met Bob.,A\r\n")])):
        chosen.append([{"id": i, "property": "value", "value": v} for i, v in zip(selects, values, strict=True)])
        answer = wire.ask(
            "columns-problem.hidden", read_columns=1, choices__id=chosen[0], choices__value=chosen[-1], **dropped
        )
        assert library.readings.asked == read
        assert answer["columns-problem"]["hidden"] is bool(read)
    assert answer["upload"]["contents"] is None


def test_wiring_stops_a_reading_and_shows_its_report_again(wire, library):
    library.readings.jobs["job"] = ReadingProgress(total=9, done=1, current="b.txt", read=("a",))
    assert wire.ask("cancel-reading.hidden", job="job")["cancel-reading"]["hidden"] is False
    wire.ask("progress.children", by="cancel-reading", cancel_reading=1, job="job")
    assert library.readings.cancelled == ["job"]
    library.readings.jobs["job"] = ReadingProgress(1, 1, read=("a",), finished=True, cancelled=True)
    answer = wire.ask("add-dialog.opened", add_article=1)
    assert answer["add-dialog"]["opened"] is True
    assert "you stopped it" in said(answer["progress"])


def test_wiring_tells_how_much_is_read_anew_and_then_shows_it(wire, library):
    library.renewal.progress = ReadingProgress(total=1200, done=340)
    going = wire.ask("renewal.children", renewal_pulse=1, version=4)
    assert set(going) == {"renewal"}
    assert "340 of 1,200" in said(going)
    library.renewal.progress = ReadingProgress(total=1200, done=1200, finished=True)
    done = wire.ask("renewal.children", renewal_pulse=2, version=4)
    assert (done["renewal"]["children"], done["renewal-pulse"]["disabled"], done["version"]["data"]) == ([], True, 5)
    assert "1,200 articles read anew" in done["notice"]["children"]
    library.renewal.progress = ReadingProgress(total=2, done=1, finished=True, problems=("No pipeline.",))
    assert "No pipeline." in wire.ask("renewal.children", renewal_pulse=3, version=4)["notice"]["children"]


def test_wiring_follows_a_reading_to_its_end(wire, library):
    library.readings.jobs["job"] = ReadingProgress(total=2, done=1, current="b.txt")
    going = wire.ask("version.data", pulse=1, job="job", version=4, pasted="x")
    assert set(going) == {"progress"}
    library.readings.jobs["job"] = ReadingProgress(
        total=2, done=2, read=("a",), problems=("‘b.txt’ is empty.",), finished=True
    )
    done = wire.ask("version.data", pulse=2, job="job", version=4, pasted="x")
    assert done["version"]["data"] == 5
    assert done["job"]["data"] is None
    assert done["pasted"]["value"] == ""
    assert "‘b.txt’ is empty." in said(done["progress"])


def test_wiring_keeps_pasted_text_that_could_not_be_read(wire, library):
    library.readings.jobs["job"] = ReadingProgress(total=1, done=1, problems=("It is empty.",), finished=True)
    assert wire.ask("version.data", pulse=1, job="job", version=0, pasted="x")["pasted"]["value"] == "x"


def test_wiring_shows_the_first_reading():
    library = FakeLibrary(KnowledgeBase())
    library.readings.jobs["seeds"] = ReadingProgress(total=4, done=1)
    wire = Wire(create_app(load_settings({}), library))
    answer = wire.ask("curtain.children", filters={})
    assert "Reading the sample story" in said(answer["curtain"])


def test_wiring_offers_new_choices_after_a_reading(wire):
    answer = wire.ask("filter-fields.children", version=1)
    assert '"filter-types"' in said(answer)


def test_wiring_draws_a_picture_of_what_is_on_the_canvas(wire, library):
    view = library.view(Filters(kinds=("person",)))
    seen = [mark.id for mark in (*view.nodes, *view.edges)]
    asked = {"title": "Who fired whom", "ground": "dark", "seen": seen}
    canvas = {"width": 800, "height": 600}
    picture = wire.ask("picture.data", picture_asked=asked, filters={"kinds": ["person"]}, canvas_size=canvas)
    picture = picture["picture"]["data"]
    assert picture["file"] == "dramatis-sample-story"
    assert picture["width"] == 800
    for words in ("Who fired whom", "of 8 actors", "people", "Mara Venn", DARK.page, "read by Dramatis on"):
        assert words in picture["svg"]
    assert "Harbour Court" not in picture["svg"]


def test_wiring_draws_nothing_that_the_library_does_not_know(wire):
    asked = {"title": "<b>", "seen": ["person:<script>alert(1)</script>", 7], "camera": ["a", 1, 2, None]}
    picture = wire.ask("picture.data", picture_asked=asked)["picture"]["data"]
    assert "script" not in picture["svg"]
    assert "&lt;b&gt;" in picture["svg"]


def test_wiring_answers_a_question(wire):
    asked = {"what": "question", "id": "Who fired Tobias Ék?"}
    told = said(wire.select(asked, filters={}))
    assert "Understood as" in told
    assert "Mara Venn: stated as fact in 2 sentences." in told
    assert wire.select(asked)["said"].startswith("Mara Venn")
    assert wire.select(VENN)["said"] == ""


def test_wiring_offers_questions_first_and_then_names(wire, library):
    (group,) = wire.ask("ask.data", ask="")["ask"]["data"]
    assert [item["label"] for item in group["items"]] == list(library.ask("").suggestions[:4])
    assert [option["value"] for option in wire.ask("ask.data", ask="venn")["ask"]["data"]] == [VENN["id"]]
    assert wire.ask("ask.data", ask="who met Venn?")["ask"]["data"] == []


def test_wiring_follows_a_path(wire):
    ids = ["person:mara-venn", "group:river-guard"]
    told = said(wire.select({"what": "path", "ids": ids}, filters={}))
    assert "3 steps apart" in told
    assert "weakest link" in told
    told = said(wire.select({"what": "path", "ids": ids}, filters={"types": ["met"]}))
    assert "No chain of relations" in told


def test_wiring_lights_what_an_answer_and_a_path_speak_of(wire, library):
    asked = {"what": "question", "id": "Who fired Tobias Ék?"}
    lit = set(wire.select(asked)["lit"])
    fired = "person:mara-venn>fired>person:tobias-ek"
    assert lit == {"person:mara-venn", "person:tobias-ek", fired}
    path = {"what": "path", "ids": ["person:mara-venn", "group:river-guard"]}
    lit = set(wire.select(path)["lit"])
    relations = lit & library.knowledge().relations.keys()
    assert {*path["ids"]} < lit - relations <= library.knowledge().actors.keys()
    assert len(relations) >= 3
    assert wire.select(VENN)["lit"] == []


def test_wiring_offers_actors_to_follow_a_path_to(wire):
    options = wire.ask("tied-to.data", by="tied-to", tied_to__searchValue="e", selection=VENN)["tied-to"]["data"]
    assert VENN["id"] not in [option["value"] for option in options]
    assert "person:tobias-ek" in [option["value"] for option in options]
    assert wire.ask("tied-to.data", by="tied-to", tied_to__searchValue="", selection=VENN) == {}


def test_wiring_compares_when_looked_at(wire):
    assert wire.ask("contradiction-list-tree.data", view_tabs="network", filters={}) == {}
    assert wire.ask("measure-list-tree.data", view_tabs="network") == {}
    assert wire.ask("groups.data", view_tabs="network") == {}
    told = said(wire.ask("contradiction-list-tree.data", view_tabs="contradictions", filters={"families": ["legal"]}))
    assert "Among what passes the filters" in told
    assert "Who is central" in said(wire.ask("measure-list-tree.data", view_tabs="measures"))


def test_wiring_tells_the_matrix_of_the_groups(wire, library):
    groups = wire.ask("groups.data", view_tabs="matrix")["groups"]["data"]
    assert groups == dict(library.measures().group_of)
    assert groups


def test_wiring_gets_ready_for_articles_when_the_dialog_for_them_opens(wire, library):
    wire.ask("", by="add-dialog", add_dialog=False)
    assert not library.is_ready
    wire.ask("", by="add-dialog", add_dialog=True)
    assert library.is_ready
