"""The command line reads what can be read, says in a line what cannot, and never shows a traceback."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from time import sleep

import pytest

import graph.__main__ as command_line
from graph.fetching import Fetched
from graph.library import Library
from graph.picture.theme import LIGHT
from graph.projects import Projects
from graph.settings import ROOT, load_settings
from graph.store import Store
from tests.articles.made_files import zipped
from tests.fake_reader import FakeReader

MEETING = "Title: A meeting\n\nTrump met Lavrov. Lavrov met Kislyak."


@pytest.fixture(autouse=True)
def _fake_reader(monkeypatch):
    monkeypatch.setattr(command_line, "make_reader", lambda _pipeline, _taxonomy: FakeReader(fails_at="unreadable"))


@pytest.fixture
def folder(tmp_path):
    news = tmp_path / "news"
    (news / "deep").mkdir(parents=True)
    (news / "one.txt").write_text(MEETING)
    (news / "deep" / "two.html").write_text("<p>Tillerson met Lavrov.</p>")
    return news


def run(*arguments):
    return command_line.main([str(argument) for argument in arguments])


def test_command_line_read_writes_a_graph_an_article(folder, tmp_path, capsys):
    assert run("read", folder, "--out", tmp_path / "a" / "graphs") == 0
    written = sorted((tmp_path / "a" / "graphs").iterdir())
    assert [path.name for path in written] == ["one.json", "two.json"]
    graph = json.loads(written[0].read_text())
    assert graph["id"] == "one"
    assert {actor["name"] for actor in graph["actors"]} == {"Trump", "Lavrov", "Kislyak"}
    assert {relation["evidence"] for relation in graph["relations"]} == {"Trump met Lavrov.", "Lavrov met Kislyak."}
    assert capsys.readouterr().err.startswith("2 read, written to ")


def test_command_line_read_goes_on_after_what_it_cannot_read(folder, tmp_path, capsys):
    (folder / "bad.txt").write_bytes(b"%PDF-1.4")
    (folder / "fault.txt").write_text("There is a fault in this one.")
    (folder / "pipe.txt").write_text("This is unreadable for the pipeline.")
    assert run("read", folder, folder / "gone.txt", "--out", tmp_path / "graphs") == 1
    assert len(list((tmp_path / "graphs").iterdir())) == 2
    *problems, outcome = capsys.readouterr().err.splitlines()
    assert len(problems) == 4
    assert "'bad.txt' is a damaged PDF" in problems[0]
    assert "fault in Dramatis" in problems[1]
    assert "gone.txt' cannot be read" in problems[3]
    assert outcome.endswith("; 4 could not be read.")


def test_command_line_read_keeps_files_of_the_same_name_apart(folder, tmp_path):
    (folder / "deep" / "one.txt").write_text("Putin met Erdogan.")
    assert run("read", folder, "--out", tmp_path / "graphs") == 0
    assert {path.name for path in (tmp_path / "graphs").iterdir()} == {"one.json", "one-2.json", "two.json"}


@pytest.mark.parametrize("name", ["all.json", "all.graphml", "all.gexf", "all.csv", "all.zip"])
def test_command_line_export_tells_the_format_by_the_ending(folder, tmp_path, name):
    assert run("export", folder, "-o", tmp_path / name) == 0
    assert (tmp_path / name).stat().st_size > 100


def test_command_line_export_puts_all_articles_into_one_graph(folder, tmp_path):
    assert run("export", folder / "one.txt", folder, "--format", "csv", "-o", tmp_path / "claims") == 0
    with (tmp_path / "claims").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 3


def test_command_line_export_writes_nothing_where_nothing_was_read(tmp_path, capsys):
    assert run("export", tmp_path / "gone.txt", "-o", tmp_path / "all.json") == 1
    assert not (tmp_path / "all.json").exists()
    assert "Nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export", "{news}", "-o", "{news}/all.doc"], "does not tell the format; add --format"),
        (["export", "{news}", "-o", "{news}/no/such/folder/all.json"], "cannot be written"),
        (["read", "{news}", "--out", "{news}/one.txt/graphs"], "cannot be made"),
        (["read", "{empty}", "--out", "{news}/graphs"], "There are no articles below"),
    ],
)
def test_command_line_wrong_use_is_told_in_a_line(folder, tmp_path, capsys, arguments, message):
    (tmp_path / "empty").mkdir()
    places = {"news": folder, "empty": tmp_path / "empty"}
    assert run(*(argument.format(**places) for argument in arguments)) == 2
    *_, line = capsys.readouterr().err.splitlines()
    assert message in line
    assert line.endswith(".")


@pytest.mark.parametrize("arguments", [[], ["read"], ["read", "x"], ["export", "x"], ["picture"], ["dance"]])
def test_command_line_missing_arguments_exit_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_command_line_help_has_examples(capsys):
    with pytest.raises(SystemExit) as caught:
        run("--help")
    assert caught.value.code == 0
    assert "python -m graph read seeds --out graphs" in capsys.readouterr().out


def test_command_line_is_silent_in_a_pipe_until_it_is_done(folder, tmp_path, capsys):
    run("read", folder, "--out", tmp_path / "graphs")
    assert "Reading" not in capsys.readouterr().err


def test_command_line_shows_its_progress_on_a_terminal(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    run("read", folder, "--out", tmp_path / "graphs")
    assert "Reading 2 of 2: one.txt" in capsys.readouterr().err


def test_command_line_ends_quietly_when_it_is_interrupted(folder, tmp_path, monkeypatch):
    def interrupt(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "read_draft", interrupt)
    assert run("read", folder, "--out", tmp_path / "graphs") == 130


@pytest.mark.parametrize(("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<svg "), ("PDF", b"%PDF-")])
def test_command_line_draws_a_picture_of_what_is_read(folder, tmp_path, capsys, ending, start):
    picture = tmp_path / f"story.{ending}"
    assert run("picture", folder, "-o", picture, "--title", "Who met whom", "--size", "400x300", "--scale", "1.5") == 0
    assert picture.read_bytes().startswith(start)
    assert capsys.readouterr().err == f"2 read, drawn in {picture}.\n"


def test_command_line_draws_what_passes_the_filters(folder, tmp_path):
    run("picture", folder, "-o", tmp_path / "a.svg", "--filters", "text=Tillerson", "--background", "transparent")
    svg = (tmp_path / "a.svg").read_text()
    assert "Tillerson" in svg
    assert "Kislyak" not in svg
    assert "Tillerson met Lavrov." in svg
    assert LIGHT.kinds["person"] in svg


def test_command_line_takes_the_project_that_was_open_last_or_another(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DRAMATIS_DATABASE_URL", f"sqlite:///{tmp_path / 'library.sqlite'}")
    projects = Projects(load_settings(), reader=FakeReader())
    monkeypatch.setattr(command_line, "Projects", lambda _settings: projects)
    assert run("picture", "-o", tmp_path / "a.svg") == 0
    assert "Nothing was written" in capsys.readouterr().err
    library = projects.library(projects.create("The Kelham files").id)
    library.add(MEETING)
    library.corrections.hide("person:kislyak")
    projects.opened("the-kelham-files")
    assert run("picture", "-o", tmp_path / "a.svg") == 0
    assert "The Kelham files" in (tmp_path / "a.svg").read_text()
    assert run("export", "--project", "the-kelham-files", "-o", tmp_path / "a.json") == 0
    names = {node["name"] for node in json.loads((tmp_path / "a.json").read_text())["nodes"]}
    assert "Trump" in names
    assert "Kislyak" not in names
    assert run("export", "--project", "gone", "-o", tmp_path / "b.json") == 2
    assert "no project 'gone'" in capsys.readouterr().err


def test_command_line_takes_a_graph_in_place_of_articles(folder, tmp_path, capsys):
    (tmp_path / "ties.csv").write_text("source,target\nAnn Hale,Bob Dorn\n")
    assert run("export", "--graph", tmp_path / "ties.csv", "-o", tmp_path / "ties.json") == 0
    assert run("picture", "--graph", tmp_path / "ties.json", "-o", tmp_path / "ties.svg") == 0
    svg = (tmp_path / "ties.svg").read_text()
    assert "Ann Hale" in svg
    assert "Bob Dorn" in svg
    capsys.readouterr()
    assert run("export", folder, "--graph", tmp_path / "ties.csv", "-o", tmp_path / "a.json") == 2
    assert run("picture", "--graph", tmp_path / "gone.json", "-o", tmp_path / "a.svg") == 2
    assert "gone.json' cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [["--size", "9x9"], ["--scale", "5"], ["--scale", "x"], ["--filters", "colour=red"], ["--background", "red"]],
)
def test_command_line_refuses_what_cannot_be_drawn(tmp_path, wrong):
    with pytest.raises(SystemExit) as caught:
        run("picture", "-o", tmp_path / "a.png", *wrong)
    assert caught.value.code == 2


def test_command_line_says_which_pictures_there_are_before_it_reads(folder, tmp_path, capsys):
    assert run("picture", folder, "-o", tmp_path / "a.jpg") == 2
    assert "end it in .png, .svg, .pdf" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["Trump met Lavrov.", "-"])
def test_command_line_explains_a_sentence_or_what_comes_in(monkeypatch, capsys, given):
    monkeypatch.setattr(sys, "stdin", StringIO("Trump met Lavrov."))
    assert run("explain", given) == 0
    told = capsys.readouterr().out
    assert "Trump ↔ met ↔ Lavrov" in told
    assert "read from   fake" in told


def test_command_line_explains_nothing_where_there_is_no_text(capsys):
    assert run("explain", "  ") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_command_line_serve_runs_the_page(monkeypatch):
    ran = []
    monkeypatch.setattr(command_line.runpy, "run_path", lambda path, run_name: ran.append((path, run_name)))
    assert run("serve") == 0
    assert ran == [(str(ROOT / "app.py"), "__main__")]
    assert Path(ran[0][0]).is_file()


def test_command_line_is_reached_by_the_packages_name():
    command = [sys.executable, "-m", "graph", "read", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "--out DIR" in done.stdout


@pytest.fixture
def projects(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAMATIS_DATABASE_URL", f"sqlite:///{tmp_path / 'library.sqlite'}")
    projects = Projects(load_settings(), reader=FakeReader())
    monkeypatch.setattr(command_line, "Projects", lambda _settings: projects)
    return projects


def test_command_line_adds_all_that_is_named_to_a_project(projects, folder, tmp_path, capsys):
    (tmp_path / "more.zip").write_bytes(zipped({"a.csv": "title,text\nA,Ann met Bob.\nB,Bob met Cam.\n"}))
    assert run("add", "The Kelham files", folder, tmp_path / "more.zip", "--new") == 0
    told = "4 read; the project is 'The Kelham files' (the-kelham-files).\n"
    assert capsys.readouterr().err == told
    assert len(projects.library("the-kelham-files").articles()) == 4
    assert run("add", "the kelham FILES", folder) == 0
    assert "0 read, 2 there already" in capsys.readouterr().err


def test_command_line_adds_the_rest_where_something_cannot_be_read(projects, folder, tmp_path, capsys):
    (folder / "bad.pdf").write_bytes(b"%PDF-1")
    assert run("add", "library", folder, tmp_path / "gone.txt", "http://127.0.0.1:1/a") == 1
    *problems, outcome = capsys.readouterr().err.splitlines()
    assert [word in line for word, line in zip(["gone.txt", "bad.pdf", "private"], problems, strict=True)] == [True] * 3
    assert outcome.endswith("3 could not be read.")
    assert len(projects.library("library").articles()) == 2


@pytest.mark.usefixtures("projects")
def test_command_line_goes_on_with_what_a_killed_reading_left(capsys):
    former = Library(load_settings(), reader=FakeReader())  # as a process that was killed before it began
    former.readings.prepare([("a.txt", "Title: A\n\nAnn met Bob."), ("b.txt", "Title: B\n\nBob met Cam.")])
    assert run("add", "library") == 0
    assert capsys.readouterr().err.startswith("2 read; the project is")
    assert run("add", "library") == 0
    assert "0 read; the project" in capsys.readouterr().err


def test_command_line_leaves_what_another_process_reads(projects, tmp_path, capsys):
    former = Library(load_settings(), reader=FakeReader())
    former.readings.prepare([("a.txt", "Title: A\n\nAnn met Bob.")])
    other = Store(load_settings().database_url)
    assert other.claim_queue()
    assert run("add", "library") == 2
    assert "Another Dramatis is reading" in capsys.readouterr().err
    (tmp_path / "c.txt").write_text("Title: C\n\nCam met Dan.")
    assert run("add", "library", tmp_path / "c.txt") == 0
    assert [article.title for article in projects.library("library").articles()] == ["C"]
    other.leave_queue()
    assert run("add", "library") == 0
    assert len(projects.library("library").articles()) == 2


def test_command_line_adds_the_columns_that_are_chosen(projects, tmp_path, capsys):
    (tmp_path / "a.csv").write_text('"kicker, or so";words\nA;Ann met Bob.\n')
    (tmp_path / "b.jsonl").write_text('{"words": "Bob met Cam.", "title": "B"}')
    (tmp_path / "c.csv").write_text("title,text\nC,Cam met Dan.\n")
    paths = [tmp_path / name for name in ("a.csv", "b.jsonl", "c.csv")]
    assert run("add", "library", *paths, "--columns", "text=words,title=kicker, or so") == 1
    told = capsys.readouterr().err
    assert "b.jsonl' has no column 'kicker, or so'; it has 'words', 'title'." in told
    assert "c.csv' has no column 'words'; it has 'title', 'text'." in told
    assert [article.title for article in projects.library("library").articles()] == ["A"]


def test_command_line_chooses_the_columns_of_tables_in_a_zip(projects, tmp_path, capsys):
    (tmp_path / "a.zip").write_bytes(zipped({"in/a.csv": "kicker;words\nA;Ann met Bob.\n", "b.txt": "Bob met Cam."}))
    (tmp_path / "b.zip").write_bytes(zipped({"c.csv": "title,text\nC,Cam met Dan.\n"}))
    paths = [tmp_path / name for name in ("a.zip", "b.zip")]
    assert run("add", "library", *paths, "--columns", "text=words,title=kicker") == 1
    assert "b.zip/c.csv' has no column 'words'; it has 'title', 'text'." in capsys.readouterr().err
    assert {article.title for article in projects.library("library").articles()} == {"A", "Bob met Cam."}


def test_command_line_chooses_the_columns_of_tables_at_addresses(projects, tmp_path, capsys, monkeypatch):
    web = {
        "https://a.example/rows.csv": b"kicker;words\nA;Ann met Bob.\n",
        "https://a.example/clear.csv": b"title,text\nC,Cam met Dan.\n",
    }
    monkeypatch.setattr("graph.fetching.Fetcher.fetch", lambda _, url: Fetched(url, web[url]))
    (tmp_path / "b.csv").write_text("kicker,words\nB,Bob met Cam.\n")
    assert run("add", "library", tmp_path / "b.csv", *web, "--columns", "text=words,title=kicker") == 1
    told = capsys.readouterr().err
    assert "clear.csv' has no column 'words'; it has 'title', 'text'." in told
    assert "2 read; the project is" in told
    library = projects.library("library")
    assert {(article.title, article.url) for article in library.articles()} == {
        ("A", "https://a.example/rows.csv"),
        ("B", None),
    }
    assert library.readings.held() == ()
    # What the page asks about stays for the page.
    job = library.readings.start([("https://a.example/rows.csv", None)], asking=True)
    while not library.readings.progress(job).finished:
        sleep(0.01)
    assert run("add", "library", "https://a.example/clear.csv") == 0
    assert len(library.readings.held()) == 1


@pytest.mark.usefixtures("projects")
@pytest.mark.parametrize("columns", ["words", "body=words", "text"])
def test_command_line_says_how_columns_are_chosen(capsys, columns):
    with pytest.raises(SystemExit):
        run("add", "library", "a.csv", "--columns", columns)
    assert "names no columns; write text=NAME,title=NAME" in capsys.readouterr().err


@pytest.mark.parametrize(("project", "path"), [("nobody", "news"), ("library", "empty")])
@pytest.mark.usefixtures("projects", "folder")
def test_command_line_adds_nothing_to_nowhere(tmp_path, capsys, project, path):
    (tmp_path / "empty").mkdir()
    assert run("add", project, tmp_path / path) == 2
    assert capsys.readouterr().err.count("\n") == 1
