import pytest

from components.table_columns import File, column_questions, find_tables, is_asked, read_chosen, with_columns
from graph.articles import tables_in
from graph.errors import ArticleError
from tests.articles.made_files import zipped

CLEAR = File("clear.csv", b"title,date,text\nA,2017,Ann met Bob.\n")
OPEN = File("open.csv", b"<b>kicker</b>;words\n=A1;Ann met Bob.\n<img src=x>;Bob met Cam.\n")
TWIN = File("twin.csv", b"<b>kicker</b>;words\nC;Cam met Dan.\n")
LINES = File("lines.jsonl", b'{"a": "x", "b": ["y", 1]}\n')
BROKEN = File("broken.jsonl", b"{")
OTHER = File("a.txt", b"a,b")


def key(file):
    [tables] = find_tables([file._replace(all_tables=True)])
    return tables.key


def test_columns_are_asked_where_names_leave_them_open():
    assert column_questions([CLEAR, OTHER, BROKEN]) == []
    assert len(column_questions([CLEAR, OPEN, TWIN, LINES])) == 2
    assert len(column_questions([CLEAR._replace(all_tables=True), OPEN, TWIN, LINES])) == 3
    assert is_asked(OPEN, {key(TWIN)})
    assert not is_asked(OPEN, {key(LINES)})


def test_columns_are_asked_with_the_first_rows():
    [tables] = find_tables([OPEN, TWIN])
    assert tables.names == ("open.csv", "twin.csv")
    assert [list(row) for row in tables.rows] == [["=A1", "Ann met Bob."], ["<img src=x>", "Bob met Cam."]]


def test_columns_long_cells_and_headings_are_cut_and_empty_headings_numbered():
    [question] = column_questions([File("a.csv", f"{'n' * 90},,x\n{'w ' * 90},b,c".encode())])
    shown = str(question)
    assert "n" * 60 + "…" in shown
    assert "n" * 61 not in shown
    assert "Column 2" in shown
    assert "w " * 35 not in shown


def test_columns_that_are_chosen_are_those_that_are_read():
    selects = [{"table": key(OPEN), "part": part} for part in ("text", "title", "date")]
    chosen = read_chosen(selects, ["1", "0", None])
    assert chosen == {key(OPEN): {"text": 1, "title": 0}}
    clear, opened, twin, other = (with_columns(file, chosen) for file in (CLEAR, OPEN, TWIN, OTHER))
    assert clear == CLEAR.raw
    assert other == OTHER.raw
    assert opened == b"text,title\r\nAnn met Bob.,=A1\r\nBob met Cam.,<img src=x>\r\n"
    assert twin == b"text,title\r\nCam met Dan.,C\r\n"


def test_columns_of_json_lines_are_chosen_too():
    assert with_columns(LINES, {key(LINES): {"text": 1}}) == b'{"text": "y, 1"}\n'


@pytest.mark.parametrize("values", [[None], ["x"], ["-1"]])
def test_columns_without_a_text_are_refused(values):
    with pytest.raises(ArticleError, match="Choose the column that holds the text"):
        read_chosen([{"table": "a", "part": "text"}], values)


def test_columns_that_are_not_there_change_nothing():
    chosen = {key(OPEN): {"text": 7}, "other": {"text": 0}}
    assert [with_columns(file, chosen) for file in (OPEN, BROKEN)] == [OPEN.raw, BROKEN.raw]


def test_columns_of_tables_in_a_zip_are_asked_and_chosen_with_those_beside_it():
    packed = zipped({"a/open.csv": OPEN[1], "clear.csv": CLEAR[1], "a.txt": "Ann met Bob."})
    files = [OPEN, File("news.zip", packed)]
    [tables] = find_tables(files)
    assert tables.names == ("open.csv", "news.zip/a/open.csv")
    assert len(column_questions(files)) == 1
    alone, chosen = (with_columns(file, {tables.key: {"text": 1, "title": 0}}) for file in files)
    assert dict(tables_in(chosen, "news.zip"))["news.zip/a/open.csv"].columns == ("text", "title")
    assert dict(tables_in(alone, "open.csv"))["open.csv"].columns == ("text", "title")
    assert dict(tables_in(chosen, "news.zip"))["news.zip/clear.csv"].columns == ("title", "date", "text")
