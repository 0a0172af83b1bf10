import pytest

from components.table_columns import column_questions, find_tables, read_chosen, with_columns
from graph.articles import tables_in
from graph.errors import ArticleError
from tests.articles.made_files import zipped
from tests.components.wire import said

CLEAR = ("clear.csv", b"title,date,text\nA,2017,Ann met Bob.\n")
OPEN = ("open.csv", b"<b>kicker</b>;words\n=A1;Ann met Bob.\n<img src=x>;Bob met Cam.\n")
TWIN = ("twin.csv", b"<b>kicker</b>;words\nC;Cam met Dan.\n")
LINES = ("lines.jsonl", b'{"a": "x", "b": ["y", 1]}\n')
BROKEN = ("broken.jsonl", b"{")
OTHER = ("a.txt", b"a,b")


def asked(files, *, ask_all=False):
    return said([part.to_plotly_json() for part in column_questions(files, ask_all=ask_all)])


def test_columns_are_asked_where_names_leave_them_open():
    assert column_questions([CLEAR, OTHER, BROKEN], ask_all=False) == []
    assert len(column_questions([CLEAR, OPEN, TWIN, LINES], ask_all=False)) == 2
    assert len(column_questions([CLEAR, OPEN, TWIN, LINES], ask_all=True)) == 3


def test_columns_are_asked_with_the_first_rows():
    [tables] = find_tables([OPEN, TWIN])
    assert tables.names == ("open.csv", "twin.csv")
    assert [list(row) for row in tables.rows] == [["=A1", "Ann met Bob."], ["<img src=x>", "Bob met Cam."]]


def test_columns_long_cells_and_headings_are_cut_and_empty_headings_numbered():
    [question] = column_questions([("a.csv", f"{'n' * 90},,x\n{'w ' * 90},b,c".encode())], ask_all=False)
    shown = str(question)
    assert "n" * 60 + "…" in shown
    assert "n" * 61 not in shown
    assert "Column 2" in shown
    assert "w " * 35 not in shown


def test_columns_that_are_chosen_are_those_that_are_read():
    selects = [{"table": 1, "part": part} for part in ("text", "title", "date")]
    chosen = read_chosen(selects, ["1", "0", None])
    assert chosen == {1: {"text": 1, "title": 0}}
    clear, opened, twin, other = with_columns([CLEAR, OPEN, TWIN, OTHER], chosen)
    assert clear == CLEAR
    assert other == OTHER
    assert opened == ("open.csv", b"text,title\r\nAnn met Bob.,=A1\r\nBob met Cam.,<img src=x>\r\n")
    assert twin == ("twin.csv", b"text,title\r\nCam met Dan.,C\r\n")


def test_columns_of_json_lines_are_chosen_too():
    assert with_columns([LINES], {0: {"text": 1}}) == [("lines.jsonl", b'{"text": "y, 1"}\n')]


@pytest.mark.parametrize("values", [[None], ["x"], ["-1"]])
def test_columns_without_a_text_are_refused(values):
    with pytest.raises(ArticleError, match="Choose the column that holds the text"):
        read_chosen([{"table": 0, "part": "text"}], values)


def test_columns_that_are_not_there_change_nothing():
    assert with_columns([OPEN, BROKEN], {0: {"text": 7}, 5: {"text": 0}}) == [OPEN, BROKEN]


def test_columns_of_tables_in_a_zip_are_asked_and_chosen_with_those_beside_it():
    packed = zipped({"a/open.csv": OPEN[1], "clear.csv": CLEAR[1], "a.txt": "Ann met Bob."})
    files = [OPEN, ("news.zip", packed)]
    [tables] = [each for each in find_tables(files) if "words" in each.columns]
    assert tables.names == ("open.csv", "news.zip/a/open.csv")
    assert len(column_questions(files, ask_all=False)) == 1
    [(_, alone), (name, chosen)] = with_columns(files, {0: {"text": 1, "title": 0}})
    assert name == "news.zip"
    assert dict(tables_in(chosen, name))["news.zip/a/open.csv"].columns == ("text", "title")
    assert dict(tables_in(alone, "open.csv"))["open.csv"].columns == ("text", "title")
    assert dict(tables_in(chosen, name))["news.zip/clear.csv"].columns == ("title", "date", "text")
