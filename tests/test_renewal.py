"""Tests of graph.renewal: it tells how much is read anew, and what could not be."""

from threading import Semaphore

import pytest

from graph import Library, Settings
from graph.errors import PipelineError
from tests.fake_reader import FakeReader


class Stepwise(FakeReader):
    """Reads an article whenever it may."""

    def __init__(self) -> None:
        super().__init__(version="new")
        self.may, self.asks = Semaphore(0), Semaphore(0)

    def read(self, article):
        self.asks.release()
        assert self.may.acquire(timeout=20)
        return super().read(article)


@pytest.fixture
def settings(tmp_path):
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'library.sqlite'}")
    old = Library(settings, reader=FakeReader(version="old"))
    for number in range(3):
        old.add(f"Title: T{number}\n\nAnn met Bob{number}.")
    return settings


def test_renewal_tells_how_much_is_read_anew(settings):
    reader = Stepwise()
    library = Library(settings, reader=reader)
    assert library.renewal.progress.finished
    library.show_former()
    seen = []
    for _ in range(3):
        assert reader.asks.acquire(timeout=20)
        seen.append((library.renewal.progress.total, library.renewal.progress.finished))
        reader.may.release()
    library.renewal.run()  # waits for the one that is under way, and finds nothing to do
    assert seen == [(3, False)] * 3
    assert not library.renewal.is_due()
    assert library.renewal.progress.finished
    assert reader.read_titles == ["T0", "T1", "T2"]


def test_renewal_counts_what_it_has_read(settings):
    counts = []

    class Counting(FakeReader):
        def read(self, article):
            counts.append((library.renewal.progress.done, library.renewal.progress.total))
            return super().read(article)

    library = Library(settings, reader=Counting(version="new"))
    library.renewal.run()
    assert counts[0] == (0, 3)
    assert library.renewal.progress.done == library.renewal.progress.total == 3


def test_renewal_tells_what_could_not_be_read(settings):
    library = Library(settings, reader=FakeReader(version="new", fails_at="Bob1."))
    with pytest.raises(PipelineError):
        library.renewal.run()
    progress = library.renewal.progress
    assert (progress.finished, progress.done, progress.total) == (True, 1, 3)
    assert progress.problems == ("The pipeline is not installed; install it.",)
    assert library.renewal.is_due()
