"""Reading in processes of their own: the same as here, whatever befalls them, and never left behind."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest

from graph import Library, Settings
from graph.articles import read_article
from graph.errors import ArticleError, PipelineError, SettingsError
from graph.processes import ReaderProcesses, open_reader
from graph.reader import make_reader
from graph.settings import ROOT, load_settings
from graph.taxonomy import load_taxonomy
from tests.fake_reader import FakeReader, FallingReader

MEETING = "Title: A meeting\n\nAnn met Bob."
FALL = "Title: A fall\n\nAnn met Cam. There was a fall."
STUCK = """
from functools import partial
from graph.articles import read_article
from graph.processes import ReaderProcesses
from tests.fake_reader import FallingReader
ReaderProcesses(FallingReader, version="fake 1", at_once=1).read(read_article("Ann was stuck."))
"""


@pytest.fixture
def processes():
    """Makes readers in processes, and ends these."""
    made = []

    def make(reader, **options):
        made.append(ReaderProcesses(reader, version="fake 1", **{"at_once": 1, **options}))
        return made[-1]

    yield make
    for reader in made:
        reader.close()


def test_processes_read_what_the_reader_reads(processes):
    article = read_article(MEETING)
    reader = processes(FakeReader)
    assert reader.read(article) == reader.read(article) == FakeReader().read(article)


def test_processes_read_with_the_pipeline_what_is_read_here():
    taxonomy, settings = load_taxonomy(), load_settings({"DRAMATIS_READERS": "1"})
    reader = open_reader(settings, taxonomy)
    article = read_article((settings.seeds / "2017-05-09-comey-dismissed.txt").read_bytes())
    here = make_reader(settings.pipeline, taxonomy)
    assert reader.version == here.version
    assert reader.read(article) == here.read(article)
    assert here.read(article).claims
    reader.close()


@pytest.mark.parametrize(("cores", "readers"), [(1, 1), (2, 1), (4, 2), (64, 2), (None, 1)])
def test_processes_leave_a_core_to_the_page(monkeypatch, cores, readers):
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    assert load_settings({}).readers == readers
    assert load_settings({"DRAMATIS_READERS": "0"}).readers == 0


@pytest.mark.parametrize("wrong", ["-1", "two", "65", "1.5"])
def test_processes_are_no_other_number(wrong):
    with pytest.raises(SettingsError, match=f"DRAMATIS_READERS is '{wrong}'; set it to a whole number from 0 to 64"):
        load_settings({"DRAMATIS_READERS": wrong})


def test_processes_are_none_where_none_are_asked_for():
    assert not isinstance(open_reader(Settings(database_url="sqlite:///x"), load_taxonomy()), ReaderProcesses)


def test_processes_raise_what_the_reader_raises(processes):
    reader = processes(partial(FakeReader, fails_at="Bob"))
    with pytest.raises(PipelineError, match="install it"):
        reader.read(read_article(MEETING))
    with pytest.raises(RuntimeError, match="ZeroDivisionError: a fault of ours"):
        reader.read(read_article("There was a fault."))
    assert reader.read(read_article("Ann met Cam.")).claims


def test_processes_that_break_down_lose_no_article(processes, tmp_path):
    reader = processes(partial(FallingReader, tmp_path / "fallen"))
    assert reader.read(read_article(FALL)).claims
    assert (tmp_path / "fallen").exists()


def test_processes_that_break_down_again_refuse_the_article_alone(processes, tmp_path):
    reader = processes(FallingReader, at_once=2)
    library = Library(Settings(database_url=f"sqlite:///{tmp_path / 'library.sqlite'}"), reader=reader)
    texts = [MEETING, FALL, "Title: Another\n\nCam met Dan."]
    job = library.readings.prepare([(f"{number}.txt", text) for number, text in enumerate(texts)])
    library.readings.run(job)
    assert [article.title for article in library.articles()] == ["A meeting", "Another"]
    (problem,) = library.readings.progress(job).problems
    assert problem.startswith("'A fall' could not be read: the process that read it broke down")


def test_processes_end_when_nothing_is_to_be_read(processes):
    reader = processes(FakeReader, idle_seconds=0)
    article = read_article(MEETING)
    assert reader.read(article).claims
    (process,) = reader._idle
    assert process._process.wait(timeout=20) == 0
    assert reader.read(article).claims


def test_processes_wake_before_there_is_an_article_and_only_once(processes):
    reader = processes(FakeReader)
    reader.wake()
    reader.wake()
    (process,) = reader._idle
    assert process.is_running()
    assert reader.read(read_article(MEETING)).claims
    assert reader._idle == [process]


def test_processes_tell_what_kept_them_asleep_when_an_article_comes(processes):
    reader = processes(partial(FakeReader, fails_at="Bob"))
    reader.wake()
    with pytest.raises(PipelineError, match="install it"):
        reader.read(read_article(MEETING))
    assert reader.read(read_article("Ann met Cam.")).claims


def test_processes_are_as_many_as_threads_ask(processes):
    reader = processes(partial(FakeReader, pause=0.2), at_once=2)
    articles = [read_article(f"Ann met Bob{number}.") for number in range(6)]
    with ThreadPoolExecutor(6) as threads:
        assert [read.article for read in threads.map(reader.read, articles)] == articles
    assert len(reader._idle) == 2


def test_processes_do_not_outlive_one_that_is_killed():
    parent = subprocess.Popen([sys.executable, "-c", STUCK], stderr=subprocess.PIPE, cwd=ROOT)
    assert parent.stderr.readline() == b"stuck\n"  # what a reader prints comes on the standard error
    parent.kill()
    assert parent.communicate(timeout=20) == (None, b"")  # no one holds that any more


def test_processes_refuse_a_document_that_is_no_article_before_they_start(tmp_path):
    reader = open_reader(replace(load_settings({}), readers=1), load_taxonomy())
    library = Library(Settings(database_url=f"sqlite:///{tmp_path / 'library.sqlite'}"), reader=reader)
    with pytest.raises(ArticleError):
        library.add("")
    assert not reader._idle
