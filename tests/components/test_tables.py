"""Tests of components.tables: the columns; tests/browser/test_views.py tests what the browser fills in."""

from components.tables import actor_table, relation_table
from tests.components.trees import found


def grid(tree):
    (table,) = found(tree, of="AgGrid")
    return table


def test_tables_say_all_that_the_figure_says():
    headings = [column["headerName"] for column in grid(actor_table()).columnDefs]
    assert headings == ["Actor", "Kind", "Mentions", "Relations"]
    headings = [column["headerName"] for column in grid(relation_table()).columnDefs]
    assert headings == ["Who", "Did what", "To whom", "Family", "Status", "Sentences", "Articles"]


def test_tables_sift_each_column_and_run_no_code_of_rows():
    for tree in (actor_table(), relation_table()):
        table = grid(tree)
        assert all(column["filter"] in ("agTextColumnFilter", "agNumberColumnFilter") for column in table.columnDefs)
        assert {column.get("cellRenderer") for column in table.columnDefs} <= {
            None,
            "kindCell",
            "familyCell",
            "statusCell",
        }
        assert not getattr(table, "dangerously_allow_code", False)
        assert not getattr(table, "enableEnterpriseModules", False)


def test_tables_have_a_button_that_copies_them():
    for name, tree in (("actors", actor_table()), ("relations", relation_table())):
        assert found(tree, of="Button", data_copy_table=name)
