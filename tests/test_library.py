"""The library reads each article once, keeps it, tells of its progress, and hands out what the page asks for."""

import logging
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest

from graph import Filters, Library, Selection, Settings
from graph.errors import ArticleError, PipelineError, StoreError
from graph.library import MOST_TRIED, POSITIONS, SEEDS_JOB
from graph.settings import ROOT
from tests.fake_reader import FakeReader

MEETING = "Title: A meeting\nDate: 2017-05-10\n\nTrump met Lavrov. Lavrov met Kislyak."
OTHER = "Title: Another\n\nTillerson met Lavrov. Trump met Lavrov."


@pytest.fixture
def settings(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.txt").write_text(MEETING)
    (seeds / "two.txt").write_text(OTHER)
    return Settings(database_url=f"sqlite:///{tmp_path / 'library.sqlite'}", seeds=seeds)


def wait(library, job):
    deadline = time.monotonic() + 20
    while not library.readings.progress(job).finished:
        assert time.monotonic() < deadline, "the job does not end"
        time.sleep(0.01)
    return library.readings.progress(job)


def test_library_reads_an_article_once_and_keeps_it(settings):
    reader = FakeReader()
    library = Library(settings, reader=reader)
    article = library.add(MEETING)
    assert article.title == "A meeting"
    assert library.add(MEETING.encode(), name="copy.txt") == article
    assert library.articles() == (article,)
    assert Library(settings, reader=reader).articles() == (article,)
    assert len(Library(settings, reader=reader).knowledge().relations) == 2
    assert reader.read_titles == ["A meeting"]


def test_library_refuses_what_is_no_article_and_keeps_nothing_of_it(settings):
    library = Library(settings, reader=FakeReader())
    with pytest.raises(ArticleError, match=r"'empty\.txt' has no words"):
        library.add(b"", name="empty.txt")
    assert library.articles() == ()


def test_library_keeps_nothing_that_could_not_be_read(settings):
    library = Library(settings, reader=FakeReader(fails_at="Kislyak"))
    with pytest.raises(PipelineError):
        library.add(MEETING)
    assert Library(settings, reader=FakeReader()).articles() == ()


def test_library_knowledge_is_the_same_object_until_an_article_is_added(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    before = library.knowledge()
    assert library.knowledge() is before
    library.add(OTHER)
    after = library.knowledge()
    assert after is not before
    assert len(after.articles) == 2
    assert {actor.name for actor in after.actors.values()} == {"Trump", "Lavrov", "Kislyak", "Tillerson"}


def test_library_reads_anew_what_an_older_reader_read(settings):
    Library(settings, reader=FakeReader(version="old")).add(MEETING)
    reader = FakeReader(version="new")
    library = Library(settings, reader=reader)
    assert len(library.knowledge().relations) == 2
    assert reader.read_titles == ["A meeting"]
    again = FakeReader(version="new")
    assert len(Library(settings, reader=again).knowledge().relations) == 2
    assert again.read_titles == []


def test_library_reads_many_anew_at_once_and_goes_on_where_it_was_stopped(settings):
    library = Library(settings, reader=FakeReader(version="old"))
    for number in range(20):
        library.add(f"Title: T{number}\n\nTrump met Actor{number}.")
    stopped = FakeReader(version="new", fails_at="Actor15.")
    with pytest.raises(PipelineError):
        Library(settings, reader=stopped).knowledge()
    reader = FakeReader(version="new", pause=0.02, at_once=2)
    assert len(Library(settings, reader=reader).knowledge().relations) == 20
    assert sorted(reader.read_titles, key=lambda title: int(title[1:])) == [f"T{number}" for number in range(15, 20)]
    assert reader.most_at_once <= 2


class HeldReader(FakeReader):
    """Reads only when it may."""

    def __init__(self, **options):
        super().__init__(**options)
        self.may = Event()

    def read(self, article):
        assert self.may.wait(20)
        return super().read(article)


def test_library_tells_what_a_former_version_read_until_all_is_read_anew(settings):
    old = Library(settings, reader=FakeReader(version="old"))
    for text in (MEETING, OTHER):
        old.add(text)
    reader = HeldReader(version="new")
    library = Library(settings, reader=reader)
    library.show_former()
    former, revision = library.knowledge(), library.revision
    assert former == old.knowledge()
    assert {extraction.version for extraction in library._extractions.of(library.articles())} == {"old"}
    reader.may.set()
    deadline = time.monotonic() + 20
    while library.revision == revision:
        assert time.monotonic() < deadline, "what was read anew is not told"
        time.sleep(0.01)
    assert library.knowledge() is not former
    assert library.knowledge() == former
    assert {extraction.version for extraction in library._extractions.of(library.articles())} == {"new"}
    assert len(reader.read_titles) == 2


def test_library_with_nothing_to_read_anew_shows_no_former(settings):
    Library(settings, reader=FakeReader()).add(MEETING)
    reader = FakeReader()
    library = Library(settings, reader=reader)
    library.show_former()
    assert len(library.knowledge().relations) == 2
    assert not reader.read_titles
    assert library.revision == 1


def test_library_tells_on_what_a_former_version_read_where_it_cannot_be_read_anew(settings, caplog):
    Library(settings, reader=FakeReader(version="old")).add(MEETING)
    library = Library(settings, reader=FakeReader(version="new", fails_at="Kislyak"))
    library.show_former()
    assert len(library.knowledge().relations) == 2
    deadline = time.monotonic() + 20
    while "could not be read anew: The pipeline is not installed" not in caplog.text:
        assert time.monotonic() < deadline, "nothing is told"
        time.sleep(0.01)
    assert len(library.knowledge().relations) == 2


def test_library_view_draws_what_passes_the_filters(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    library.add(OTHER)
    whole = library.view(Filters())
    assert (len(whole.nodes), len(whole.edges)) == (4, 3)
    found = library.view(Filters(text="kislyak"))
    assert len(found.edges) == 1
    places = {node.id: (node.x, node.y) for node in whole.nodes}
    assert all(places[node.id] == (node.x, node.y) for node in found.nodes)


def test_library_draws_the_same_picture_after_a_restart(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    library.view(Filters())
    library.add(OTHER)
    assert Library(settings, reader=FakeReader()).view(Filters()) == library.view(Filters())


def test_library_draws_nothing_anew_at_an_undo(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    first = library.view(Filters())
    for actor_id in 3 * tuple(library.knowledge().actors):
        library.corrections.hide(actor_id)
        assert library.view(Filters()) != first
        library.corrections.undo()
        assert library.view(Filters()) is first


def test_library_keeps_which_articles_tell_one_report(settings, monkeypatch):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    told = library.view(Filters())
    monkeypatch.setattr("graph.library.find_reports", lambda _articles: pytest.fail("they are known"))
    assert Library(settings, reader=FakeReader()).view(Filters()) == told


def test_library_passages_prove_what_is_selected(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    library.add(OTHER)
    relation = next(r for r in library.knowledge().relations.values() if r.weight == 2)
    selection = Selection("relation", relation.id)
    assert [passage.text for passage in library.passages(selection)] == ["Trump met Lavrov.", "Trump met Lavrov."]
    only = Filters(articles=(library.articles()[1].id,))
    assert [passage.title for passage in library.passages(selection, only)] == ["Another"]
    assert library.passages(Selection("relation", "no>such>one")) == ()


def test_library_reading_marks_the_mentions(settings):
    library = Library(settings, reader=FakeReader())
    article = library.add(MEETING)
    reading = library.reading(article.id)
    assert [mark.span.of(article.text) for mark in reading.marks] == ["Trump", "Lavrov", "Lavrov", "Kislyak"]
    with pytest.raises(ArticleError, match="no article 'gone'"):
        library.reading("gone")


def test_library_start_reading_tells_what_was_read_and_what_was_not(settings, caplog):
    library = Library(settings, reader=FakeReader())
    caplog.set_level(logging.CRITICAL)
    job = library.readings.start(
        [("a.txt", MEETING), ("b.pdf", b"%PDF-1"), ("c.txt", "a fault here"), ("d.txt", OTHER)]
    )
    progress = wait(library, job)
    assert (progress.total, progress.done, progress.fraction, progress.current) == (4, 4, 1.0, "")
    assert progress.read == tuple(article.id for article in library.articles())
    assert [problem.split()[0] for problem in progress.problems] == ["'b.pdf'", "'c.txt'"]
    assert len(library.knowledge().articles) == 2


def test_library_start_reading_answers_while_it_reads(settings):
    library = Library(settings, reader=FakeReader(pause=0.2))
    job = library.readings.start([("a.txt", MEETING), ("b.txt", OTHER)])
    assert not library.readings.progress(job).finished
    assert library.knowledge().articles.keys() <= {article.id for article in library.articles()}
    assert wait(library, job).done == 2


def test_library_progress_of_a_lost_job_is_finished(settings):
    progress = Library(settings, reader=FakeReader()).readings.progress("of another day")
    assert progress.finished
    assert progress.problems


def test_library_reads_one_article_at_a_time_from_many_threads(settings):
    reader = FakeReader(pause=0.01)
    library = Library(settings, reader=reader)
    texts = [f"Title: T{number % 4}\n\nTrump met Actor{number % 4}." for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(library.add, texts))
    assert len(library.articles()) == 4
    assert sorted(reader.read_titles) == ["T0", "T1", "T2", "T3"]
    assert reader.most_at_once == 1


def test_library_add_seeds_reads_them_at_the_first_start_only(settings):
    reader = FakeReader()
    library = Library(settings, reader=reader)
    assert not library.readings.progress(SEEDS_JOB).finished
    library.add_seeds()
    assert library.readings.progress(SEEDS_JOB).finished
    assert [article.title for article in library.articles()] == ["A meeting", "Another"]
    again = Library(settings, reader=reader)
    assert again.readings.progress(SEEDS_JOB).finished
    again.add_seeds()
    assert len(reader.read_titles) == 2


def test_library_draws_the_seeds_alike_whether_or_not_it_was_looked_at_meanwhile(settings, tmp_path):
    class Onlooker(FakeReader):
        def read(self, article):
            watched.view(Filters())
            return super().read(article)

    watched = Library(settings, reader=Onlooker())
    watched.add_seeds()
    alone = Library(replace(settings, database_url=f"sqlite:///{tmp_path / 'other.sqlite'}"), reader=FakeReader())
    alone.add_seeds()
    assert watched.view(Filters()) == alone.view(Filters())
    assert Library(settings, reader=FakeReader()).view(Filters()) == alone.view(Filters())


def test_library_add_seeds_goes_on_where_a_first_start_broke_off(settings):
    Library(settings, reader=FakeReader(fails_at="Tillerson")).add_seeds()
    library = Library(settings, reader=FakeReader())
    library.add_seeds()
    assert [article.title for article in library.articles()] == ["A meeting", "Another"]


def test_library_add_seeds_tells_when_they_are_missing(settings, tmp_path):
    library = Library(replace(settings, seeds=tmp_path / "nowhere"), reader=FakeReader())
    library.add_seeds()
    progress = library.readings.progress(SEEDS_JOB)
    assert progress.finished
    assert "nowhere' cannot be read" in progress.problems[0]


def test_library_explains_a_text_and_keeps_nothing_of_it(settings):
    library = Library(settings, reader=FakeReader())
    (sentence,) = library.explain("Trump met Lavrov.").sentences
    assert [(claim.source, claim.relation, claim.target) for claim in sentence.claims] == [("Trump", "met", "Lavrov")]
    assert library.articles() == Library(settings, reader=FakeReader()).articles() == ()


def test_library_explains_no_more_than_it_says(settings):
    reader = FakeReader()
    library = Library(settings, reader=reader)
    assert library.explain("Trump met Lavrov.".ljust(MOST_TRIED)).sentences
    with pytest.raises(ArticleError, match="2,001 characters and at most 2,000"):
        library.explain("Trump met Lavrov.".ljust(MOST_TRIED + 1))
    with pytest.raises(ArticleError, match="has no words"):
        library.explain(" ")
    assert len(reader.read_titles) == 1


def test_library_tells_of_a_fault_in_an_explanation(settings, caplog):
    library = Library(settings, reader=FakeReader(fails_at="pipeline"))
    with caplog.at_level(logging.CRITICAL), pytest.raises(ArticleError, match="a fault in Dramatis"):
        library.explain("There is a fault in this.")
    with pytest.raises(PipelineError):
        library.explain("This is for the pipeline.")


def test_library_is_called_the_sample_story_until_the_reader_adds_an_article(settings):
    library = Library(settings, reader=FakeReader())
    library.add_seeds()
    assert library.name == "Sample story"
    library.add("Title: Mine\n\nTrump met Putin.")
    assert library.name == "My articles"


def test_library_says_at_once_which_pipeline_is_missing(settings, tmp_path):
    missing = Settings(database_url=settings.database_url, pipeline="en_core_web_enormous", seeds=settings.seeds)
    with pytest.raises(PipelineError, match="en_core_web_enormous"):
        Library(missing)
    blocked = Settings(database_url=f"sqlite:///{tmp_path / 'seeds' / 'one.txt' / 'x.sqlite'}")
    with pytest.raises(StoreError):
        Library(blocked, reader=FakeReader())


def test_library_opens_and_answers_without_spacy(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    code = f"""
import sys
from graph import Filters, Library, Settings
from tests.fake_reader import FakeReader
library = Library(Settings(database_url={settings.database_url!r}), reader=FakeReader())
assert len(library.view(Filters()).edges) == 2
print("spacy" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "False"


def test_library_follows_who_is_tied_to_whom(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    library.add(OTHER)
    ids = {actor.name: actor.id for actor in library.knowledge().actors.values()}
    assert [found.name for found in library.search("lav")] == ["Lavrov"]
    assert [len(ring) for ring in library.ego(ids["Trump"], steps=2).rings] == [1, 1, 2]
    assert [tie.actor_id for tie in library.shared(ids["Trump"], ids["Kislyak"])] == [ids["Lavrov"]]
    (route,) = library.paths(ids["Trump"], ids["Kislyak"]).best
    assert route.actor_ids == (ids["Trump"], ids["Lavrov"], ids["Kislyak"])
    assert library.measures().central[0].actor_id == ids["Lavrov"]
    assert library.measures() is library.measures()
    assert library.contradictions() == ()


def test_library_paths_obey_the_filters_and_say_what_these_hide(settings):
    library = Library(settings, reader=FakeReader())
    first = library.add(MEETING)
    library.add(OTHER)
    ids = {actor.name: actor.id for actor in library.knowledge().actors.values()}
    only = Filters(articles=(first.id,))
    routes = library.paths(ids["Tillerson"], ids["Kislyak"], only)
    assert routes.best == ()
    assert routes.explanation.endswith(
        "Without the filters: Tillerson and Kislyak are 2 steps apart: one shortest path."
    )
    assert library.ego(ids["Tillerson"], filters=only).relation_ids == ()
    assert library.shared(ids["Tillerson"], ids["Kislyak"], only) == ()


def test_library_answers_questions_and_refuses_what_it_does_not_understand(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    answer = library.ask("Who met Lavrov?")
    assert answer.summary == "Kislyak, Trump: stated as fact in 2 sentences."
    assert [passage.text for passage in answer.passages] == ["Lavrov met Kislyak.", "Trump met Lavrov."]
    assert library.ask("Why?").refusal


def test_library_corrections_last_and_can_be_taken_back(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    before, drawn = library.knowledge(), library.view(Filters())
    library.corrections.merge("person:trump", "person:kislyak")
    assert "person:kislyak" not in library.knowledge().actors
    places = {node.id: (node.x, node.y) for node in drawn.nodes}
    assert {node.id: (node.x, node.y) for node in library.view(Filters()).nodes}.items() <= places.items()
    again = Library(settings, reader=FakeReader())
    assert again.knowledge() == library.knowledge()
    again.corrections.undo()
    assert again.knowledge() == before
    assert again.view(Filters()) == drawn


def test_library_corrections_hold_when_a_newer_reader_reads(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    library.corrections.rename("person:trump", "Donald Trump")
    newer = Library(settings, reader=FakeReader(version="fake 2"))
    newer.add(OTHER)
    assert newer.knowledge().actors["person:trump"].name == "Donald Trump"


def test_library_does_not_draw_who_is_hidden_but_knows_of_them(settings):
    library = Library(settings, reader=FakeReader())
    library.add(MEETING)
    library.corrections.hide("person:kislyak")
    assert [node.id for node in library.view(Filters()).nodes] == ["person:trump", "person:lavrov"]
    assert library.search("kislyak")
    assert [passage.claim_id for passage in library.passages(Selection("actor", "person:lavrov"))][1:] == []
    library.corrections.show("person:kislyak")
    assert len(library.view(Filters()).nodes) == 3


def test_library_takes_in_what_another_window_or_process_wrote(settings):
    here, there = Library(settings, reader=FakeReader()), Library(settings, reader=FakeReader())
    here.add(MEETING)
    here.corrections.rename("person:trump", "Donald Trump")
    assert there.refresh() == here.revision == 2
    assert there.knowledge() == here.knowledge()
    there.corrections.undo()
    here.corrections.rename("person:lavrov", "Sergei Lavrov")  # made without a look at the undo
    assert here.refresh() == there.refresh() == 4
    assert here.knowledge() == there.knowledge()
    assert here.knowledge().actors["person:trump"].name == "Trump"


def test_library_takes_in_what_is_read_meanwhile_when_it_is_asked_to(settings, monkeypatch):
    class Waiting(FakeReader):
        """Reads the second article only when it may."""

        may = Event()

        def read(self, article):
            assert "Bob" in article.title or self.may.wait(20)
            return super().read(article)

    monkeypatch.setattr("graph.pace.LEAST", 0)
    monkeypatch.setattr("graph.pace.SHARE", 1e9)
    library = Library(settings, reader=Waiting())
    library.add("Title: Bob 1\n\nAnn met Bob.")
    before = library.knowledge()
    job = library.readings.start([("a", "Title: Bob 2\n\nBob met Cam."), ("b", "Title: Cam\n\nCam met Dan.")])
    try:
        _until(lambda: library.readings.progress(job).done == 1)
        assert library.knowledge() is before
        revision = library.revision
        assert library.refresh() == revision + 1
        assert [article.title for article in library.articles()] == ["Bob 1", "Bob 2"]
        assert len(library.knowledge().articles) == 2
        assert len(library.view().nodes) == 3
    finally:
        Waiting.may.set()
    wait(library, job)
    assert len(library.articles()) == 3


def _until(happened):
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize("fails_at", ["", "Kislyak"])
def test_library_gets_ready_for_an_article_and_tells_nothing_yet_of_what_is_wrong(settings, fails_at):
    reader = FakeReader(fails_at=fails_at)
    library = Library(settings, reader=reader)
    library.get_ready()
    deadline = time.monotonic() + 20
    while not reader.is_awake:
        assert time.monotonic() < deadline, "the reader is not woken"
        time.sleep(0.01)
    assert library.articles() == ()


def test_library_keeps_what_takes_long_to_find_once_all_is_read(settings):
    library = Library(settings, reader=FakeReader())
    wait(library, library.readings.start([("one.txt", MEETING), ("two.txt", OTHER)]))
    deadline = time.monotonic() + 20
    while not library._store.noted(POSITIONS):
        assert time.monotonic() < deadline, "nobody looked at it, and nothing is kept"
        time.sleep(0.01)
