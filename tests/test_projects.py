"""Several projects in one data folder: made, named, copied, put aside, kept in one file and brought back."""

import sqlite3

import pytest

from graph import Projects, Settings
from graph.errors import StoreError
from graph.readings import SEEDS_JOB
from tests.fake_reader import FakeReader

MEETING = "Title: A meeting\nDate: 2017-05-10\n\nTrump met Lavrov. Lavrov met Kislyak."


@pytest.fixture
def settings(tmp_path):
    return Settings(database_url=f"sqlite:///{tmp_path / 'library.sqlite'}", seeds=tmp_path / "none")


@pytest.fixture
def projects(settings):
    return Projects(settings, reader=FakeReader())


def names(projects):
    return [project.name for project in projects.all()]


def test_projects_begin_with_the_library_of_the_settings(projects):
    projects.library("library").add(MEETING)
    (project,) = projects.all()
    assert (project.id, project.name, project.articles, project.is_archived) == ("library", "My articles", 1, False)


def test_projects_share_nothing(projects, settings):
    made = projects.create("  The   Kelham files ")
    assert (made.id, made.name) == ("the-kelham-files", "The Kelham files")
    library = projects.library(made.id)
    library.add(MEETING)
    library.corrections.rename("person:trump", "Donald Trump")
    assert library.name == "The Kelham files"
    assert library.readings.progress(SEEDS_JOB).finished
    assert projects.library("library").articles() == ()
    again = Projects(settings, reader=FakeReader())
    assert again.library(made.id).knowledge() == library.knowledge()
    assert projects.library(made.id) is library


def test_projects_of_one_name_have_addresses_of_their_own(projects):
    assert [projects.create("Library").id for _ in range(3)] == ["library-2", "library-3", "library-4"]
    assert projects.create("مشروع / ../Élan").id == "elan"
    assert projects.create("مشروع").id == "unnamed"


def test_projects_are_renamed_and_put_aside(projects):
    made = projects.create("B")
    projects.create("C")
    projects.rename(made.id, "A")
    projects.archive(made.id)
    assert names(projects) == ["Sample story", "C", "A"]
    projects.archive(made.id, archived=False)
    assert names(projects) == ["Sample story", "A", "C"]
    projects.rename("library", "Mine")
    assert projects.library("library").name == "Mine"
    with pytest.raises(StoreError, match="cannot be put aside"):
        projects.archive("library")
    with pytest.raises(StoreError, match="Write a name"):
        projects.create(" ")


def test_projects_are_copied_with_their_corrections(projects):
    library = projects.library("library")
    library.add(MEETING)
    library.corrections.rename("person:trump", "Donald Trump")
    copy = projects.library(projects.duplicate("library", "Copy").id)
    assert copy.knowledge() == library.knowledge()
    copy.corrections.undo()
    assert copy.knowledge() != library.knowledge()


def test_projects_are_kept_in_one_file_and_brought_back(projects, tmp_path):
    library = projects.library("library")
    library.add(MEETING)
    library.corrections.hide("person:trump")
    backup = tmp_path / "backup.dramatis"
    projects.back_up("library", backup)
    library.corrections.undo()
    restored = projects.restore(backup, "From the backup")
    assert (restored.name, restored.articles) == ("From the backup", 1)
    assert projects.library(restored.id).corrections.state().hidden == {"person:trump"}
    assert projects.restore(backup).name == "My articles"
    assert len(projects.all()) == 3
    assert not list((tmp_path / "projects").glob(".*"))


def test_projects_refuse_what_is_no_backup(projects, tmp_path):
    wrong = tmp_path / "wrong"
    wrong.write_text("no database at all " * 100)
    with pytest.raises(StoreError):
        projects.restore(wrong)
    other = tmp_path / "other"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(StoreError, match="another program"):
        projects.restore(other)
    projects.library("library").add(MEETING)
    projects.back_up("library", tmp_path / "good")
    whole = (tmp_path / "good").read_bytes()
    (tmp_path / "torn").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError):
        projects.restore(tmp_path / "torn")
    assert [project.id for project in projects.all()] == ["library"]
    assert not list((tmp_path / "projects").glob(".*"))


def test_projects_remember_which_was_open_last(projects, settings):
    assert projects.last_open == "library"
    made = projects.create("B")
    projects.opened(made.id)
    assert Projects(settings, reader=FakeReader()).last_open == made.id


@pytest.mark.parametrize("name", ["nobody", "../library", "", "a/b"])
def test_projects_know_only_their_own(projects, name):
    assert projects.get(name) is None
    with pytest.raises(StoreError, match="no project"):
        projects.library(name)
