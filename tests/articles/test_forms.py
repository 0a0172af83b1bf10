"""Files of every form become articles with their facts; what cannot be read is told in a line, the rest goes in."""

import csv
import io
import json
import re
import time
import zipfile
from contextlib import suppress

import pytest

from graph.articles import (
    Draft,
    find_columns,
    is_clear,
    read_article,
    read_draft,
    read_links,
    tables_in,
    unpack,
    with_columns,
)
from graph.articles.forms import zips
from graph.articles.forms.rows import name_columns
from graph.errors import ArticleError
from tests.articles.made_files import ATOM, RSS, STORY, docx, mail, pdf, zipped

LINES = [
    "Hale sues Dorn",
    "Ann Hale sued Bob Dorn in the court of Kelham on Tuesday over the har-",
    "bour. Short end.",
]
FACTS = {"title": "Hale sues Dorn", "published": "2017-05-09"}
CSV = "Headline;Pub Date;Source;Link;Byline;Body\n"
CSV += f"Hale sues Dorn;2017-05-09;Courier;https://c.example/1;Mia Ross;{STORY}\n"
JSONL = json.dumps({"title": "Hale sues Dorn", "date": "May 9, 2017", "text": STORY, "authors": ["Mia Ross"]})


def opened(raw, name):
    found = list(unpack(raw, name))
    articles = [read_draft(draft) for draft in found if isinstance(draft, Draft)]
    return articles, [str(problem) for problem in found if isinstance(problem, ArticleError)]


@pytest.mark.parametrize(
    ("raw", "name", "facts"),
    [
        (docx(["Hale sues Dorn", STORY], title="Hale sues Dorn", creator="Mia Ross"), "a.docx", {"author": "Mia Ross"}),
        (mail(), "a.eml", FACTS | {"author": "Kelham Courier"}),
        (mail(f"<p>{STORY}</p>", kind="text/html"), "a", FACTS),
        (CSV.encode(), "a.csv", FACTS | {"outlet": "Courier", "url": "https://c.example/1", "author": "Mia Ross"}),
        (JSONL.encode(), "a.jsonl", FACTS | {"author": "Mia Ross"}),
        (f"[{JSONL}]".encode(), "a.jsonl", FACTS),
        (ATOM, "a.xml", FACTS | {"outlet": "Post", "url": "https://post.example/1", "author": "Mia Ross"}),
        (f"Title: Hale sues Dorn\nBy: Mia Ross\n\n{STORY}".encode(), "a.txt", {"author": "Mia Ross"}),
    ],
)
def test_forms_give_the_text_and_the_facts(raw, name, facts):
    (article,), problems = opened(raw, name)
    assert STORY in article.text
    assert article.text.count("Hale sues Dorn") == 1
    assert {key: getattr(article, key) for key in facts} == facts
    assert problems == []


def test_forms_tell_a_form_by_what_is_in_it_before_its_name():
    assert STORY in read_article(docx([STORY]), name="a.txt").text
    assert STORY in read_article(mail(), name="saved").text
    assert read_article(mail(), name="a.txt").text.startswith("From:")


def test_forms_join_the_lines_of_a_pdf_and_leave_its_running_heads_out():
    pages = [["The Kelham Courier", *LINES, f"Page {number}"] for number in (1, 2, 3)]
    article = read_article(pdf(pages, title="Hale sues Dorn again", author="Mia Ross"), name="a.pdf")
    assert "over the harbour. Short end." in article.text
    assert "Courier" not in article.text
    assert "Page" not in article.text
    assert (article.title, article.author) == ("Hale sues Dorn again", "Mia Ross")
    assert read_article(pdf([LINES], title="Microsoft Word - hale.docx")).title == "Hale sues Dorn"


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [
        (pdf([LINES], encrypt="secret"), "a.pdf", "'a.pdf' is locked"),
        (pdf([LINES])[:300], "a.pdf", "'a.pdf' is a damaged PDF"),
        (b"%PDF-1.4 nothing", "a.pdf", "'a.pdf' is a damaged PDF"),
        (pdf([[]]), "a.pdf", "'a.pdf' holds pictures"),
        (docx([STORY])[:-40], "a.docx", "'a.docx' is a damaged zip"),
        (docx([]), "a.docx", "'a.docx' has no words"),
        (zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "y"}), "a.xlsx", "an office document other than Word"),
        (
            b"title,date\nx,2017\n",
            "a.csv",
            "'a.csv' has no column of texts .* it has 'title', 'date'.",
        ),
        (b"{broken", "a.jsonl", "'a.jsonl' is no JSON"),
        (b'{"text": ' + b"[" * 100_000, "a.jsonl", "'a.jsonl' is no JSON"),
        (b"<rss><channel/></rss>", "a.rss", "'a.rss' is a feed without entries"),
        (mail(""), "a.eml", "a mail without a text"),
    ],
)
def test_forms_tell_in_one_line_what_cannot_be_read(raw, name, told):
    with pytest.raises(ArticleError, match=told) as caught:
        list(unpack(raw, name))
    assert "\n" not in str(caught.value)


def test_forms_read_the_rows_that_have_a_text():
    articles, problems = opened(CSV.encode() + b"Empty;2017-05-09;;;;\n", "a.csv")
    assert len(articles) == 1
    assert problems == ["'a.csv, row 2' has no text; fill its column “Body”."]


def test_forms_find_columns_by_their_names():
    assert find_columns(["Published_At", "NAME", "article text", "x"]) == {"date": 0, "title": 1, "text": 2}


@pytest.mark.parametrize(
    ("names", "clear"),
    [
        (["title", "date", "text"], True),
        (["title", "date", "text", "section"], True),
        (["title", "text"], True),  # what is not there cannot be chosen
        (["text", "section"], False),
        (["title", "date", "body", "content"], False),
        (["title", "title", "date", "text"], False),
        (["a", "b"], False),
        ([], False),
    ],
)
def test_forms_know_when_columns_need_no_question(names, clear):
    assert is_clear(names) is clear


HOSTILE = '=cmd|"/c calc"!A1; <img src=x onerror=alert(1)>, "quoted"\nin two lines. ' + STORY


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl"])
def test_forms_read_columns_that_are_chosen_by_hand(name, packed):
    names = ["what, when", "words\nof it", "who"]
    row = ["Hale sues Dorn", HOSTILE, "Mia Ross"]
    if name == "a.jsonl":
        raw = json.dumps(dict(zip(names, row, strict=True))).encode()
    else:
        file = io.StringIO()
        csv.writer(file, delimiter="\t" if name == "a.tsv" else ";").writerows([names, row])
        raw = file.getvalue().encode()
    file_name, here = ("z.zip", f"z.zip/{name}") if packed else (name, name)
    raw = zipped({name: raw}) if packed else raw
    [(told, table)] = tables_in(raw, file_name)
    assert told == here
    assert table.columns == tuple(names)
    assert [list(cells) for cells in table.rows] == [row]
    [draft] = unpack(with_columns(raw, file_name, lambda *_: {"text": 1, "title": 0, "author": 2}), file_name)
    assert draft.raw == f"Hale sues Dorn\n\n{HOSTILE}"
    assert (draft.facts.title, draft.facts.author, draft.name) == ("Hale sues Dorn", "Mia Ross", f"{here}, row 1")


def test_forms_change_no_member_of_a_zip_but_the_tables_that_are_chosen():
    members = {
        "a.txt": STORY,
        "../b.csv": "x,y\nA,One.\n",
        "c.csv": CSV,
        "d.csv": "\0",
        "e.zip": zipped({"f.csv": CSV}),
    }
    raw = zipped(members)
    chosen = with_columns(raw, "z.zip", lambda name, _: {"text": 1} if name == "z.zip/../b.csv" else {})
    with zipfile.ZipFile(io.BytesIO(chosen)) as archive:
        assert sorted(archive.namelist()) == sorted(members)
        assert archive.read("../b.csv") == b"text\r\nOne.\r\n"
        assert archive.read("a.txt").decode() == STORY
    assert with_columns(raw, "z.zip", lambda *_: {}) == raw
    assert len(opened(chosen, "z.zip")[0]) == len(opened(raw, "z.zip")[0]) + 1


def test_forms_choose_each_of_two_tables_of_one_name_in_a_zip():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        for cell in ("One.", "Two."):
            archive.writestr("a.csv", f"x,y\nA,{cell} {STORY}\n")
    articles, problems = opened(with_columns(file.getvalue(), "z.zip", lambda *_: {"text": 1}), "z.zip")
    assert sorted(article.text.split()[0] for article in articles) == ["One.", "Two."]
    assert problems == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"PK\x03\x04 no zip", "z.zip"),
        (zipped({"[Content_Types].xml": "x", "a.csv": CSV}), "z.xlsx"),
        (docx([STORY]), "a.docx"),
        (STORY.encode(), "a.txt"),
        (b"{", "a.jsonl"),
    ],
)
def test_forms_find_no_columns_in_what_is_no_table(raw, name):
    assert list(tables_in(raw, name)) == []
    assert with_columns(raw, name, lambda *_: {"text": 0}) == raw


def test_forms_find_tables_beside_a_locked_one_and_a_bomb(monkeypatch):
    monkeypatch.setattr(zips, "MOST_MEMBER_BYTES", 10_000)
    raw = bytearray(zipped({"a.csv": CSV, "b.csv": CSV, "c.csv": "x" * 20_000}, compress=False))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # the flag of the first member in the directory
    assert [name for name, _ in tables_in(bytes(raw), "z.zip")] == ["z.zip/b.csv"]


def test_forms_take_columns_by_their_names_and_find_the_others():
    names = ["headline", "body", "kicker", "date"]
    assert name_columns(names, {"title": "kicker"}, "a.csv") == {"text": 1, "title": 2, "date": 3}
    assert name_columns(names, {"date": ""}, "a.csv") == {"text": 1, "title": 0}
    assert name_columns(names, {"text": "headline"}, "a.csv") == {"text": 0, "date": 3}


@pytest.mark.parametrize(
    ("names", "given", "told"),
    [
        (["a", "b"], "c", "'t.csv' has no column 'c'; it has 'a', 'b'."),
        (["a", "a"], "a", "'t.csv' has several columns 'a'; it has 'a', 'a'."),
        ([str(number) for number in range(30)], "c", "'18', '19' and 10 more."),
        ([], "c", "it has none."),
    ],
)
def test_forms_say_which_columns_there_are(names, given, told):
    with pytest.raises(ArticleError, match=re.escape(told)):
        name_columns(names, {"text": given}, "t.csv")


def test_forms_read_a_feed_without_fetching_or_opening_anything():
    articles, problems = opened(RSS, "feed.xml")
    assert [article.outlet for article in articles] == ["Kelham Courier"]
    assert "x()" not in articles[0].text
    assert problems == ["'Dorn answers &secret;' in 'feed.xml' has no text; add the feed by its address instead."]
    links = [draft.facts.url for draft in read_links(RSS, "feed.xml")]
    assert links == ["https://courier.example/1", "https://courier.example/2"]


def test_forms_read_the_members_of_a_zip_that_can_be_read():
    raw = zipped(
        {
            "../../etc/a.txt": f"One. {STORY}",
            "/b.docx": docx([f"Two. {STORY}"]),
            "deep/c.csv": CSV,
            "d.pdf": b"%PDF-1",
            "e.zip": zipped({"x.txt": STORY}),
            "__MACOSX/._a.txt": b"junk",
            ".hidden/f.txt": b"junk",
        }
    )
    articles, problems = opened(raw, "a.zip")
    assert len(articles) == 3
    assert [problem.split()[0] for problem in problems] == ["'a.zip/d.pdf'", "'a.zip/e.zip'"]
    assert "an archive in an archive" in problems[1]


@pytest.mark.parametrize(
    ("name", "most", "told"),
    [("MOST_RATIO", 20, "far more"), ("MOST_MEMBER_BYTES", 1000, "far more"), ("MOST_BYTES", 1000, "far more")],
)
def test_forms_leave_a_bomb_in_a_zip_out(monkeypatch, name, most, told):
    monkeypatch.setattr(zips, name, most)
    raw = zipped({"a.txt": STORY, "bomb.txt": b"a" * 3_000_000})
    articles, problems = opened(raw, "a.zip")
    assert len(articles) == 1
    assert len(problems) == 1
    assert told in problems[0]


def test_forms_do_not_believe_what_a_zip_says_of_its_sizes():
    raw = zipped({"bomb.txt": b"a" * 300_000_000})
    lying = raw.replace((300_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert opened(lying, "a.zip")[0] == []
    assert len(opened(lying, "a.zip")[1]) == 1


def test_forms_tell_of_a_locked_member_and_read_the_others():
    raw = bytearray(zipped({"a.txt": STORY, "b.txt": STORY + " More."}, compress=False))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # the flag of the first member in the directory
    articles, problems = opened(bytes(raw), "a.zip")
    assert len(articles) == 1
    assert problems == ["'a.zip/a.txt' is locked with a password; pack it without one and add that."]


def test_forms_refuse_a_zip_of_too_many_members(monkeypatch):
    monkeypatch.setattr(zips, "MOST_MEMBERS", 1)
    with pytest.raises(ArticleError, match=r"'a\.zip' has 2 members"):
        list(unpack(zipped({"a.txt": STORY, "b.txt": STORY}), "a.zip"))


def test_forms_read_article_takes_a_file_of_one_article_only():
    assert STORY in read_article(zipped({"a.txt": STORY}), name="a.zip").text
    with pytest.raises(ArticleError, match="holds 2 articles"):
        read_article(zipped({"a.txt": STORY, "b.txt": STORY + " More."}), name="a.zip")


def test_forms_survive_any_cut_of_any_file():
    made = {"a.pdf": pdf([LINES]), "a.docx": docx([STORY]), "a.eml": mail(), "a.xml": RSS, "a.csv": CSV.encode()}
    for name, raw in made.items():
        for end in range(0, len(raw), max(1, len(raw) // 40)):
            try:
                opened(raw[:end], name)
            except ArticleError as problem:
                assert "\n" not in str(problem)


@pytest.mark.parametrize(
    "raw", [b"<?a?>" * 800, b"<!-- -->" * 500, b"<!DOCTYPE a []>" * 200, b"Subject: a\n a\n" * 500, b"\"'," * 7000]
)
def test_forms_are_told_in_no_time_whatever_a_file_begins_with(raw):
    began = time.monotonic()
    for name in ("a", "a.csv"):
        with suppress(ArticleError):
            opened(raw, name)
    assert time.monotonic() - began < 2


def test_forms_write_nothing_to_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(zipfile.ZipFile, "extract", None)
    file = io.BytesIO(zipped({"../up.txt": STORY, "in.txt": STORY + " More."}))
    assert len(opened(file.getvalue(), "a.zip")[0]) == 2
    assert list(tmp_path.iterdir()) == []
