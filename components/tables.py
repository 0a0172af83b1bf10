"""The network as tables of actors and of relations: all that the figure shows, to be read and walked with the keys.

The browser fills them with what passes the filters (assets/44-tables.js); here stand their columns.
"""

from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon

_SCRIPT = "dash_ag_grid.min.js"
Columns = list[dict[str, Any]]


def actor_table() -> list[Component]:
    """Return the table of actors, without rows yet."""
    columns = [
        _words("name", "Actor", flex=3, minWidth=130),
        _words("kind", "Kind", cellRenderer="kindCell", flex=2, minWidth=110),
        _number("mentions", "Mentions"),
        _number("relations", "Relations"),
    ]
    return _table("actors", ids.ACTOR_TABLE, columns)


def relation_table() -> list[Component]:
    """Return the table of relations, without rows yet."""
    columns = [
        _words("source", "Who", flex=3, minWidth=104),
        _words("label", "Did what", cellRenderer="familyCell", flex=3, minWidth=124),
        _words("target", "To whom", flex=3, minWidth=104),
        _words("family", "Family", flex=2, minWidth=90),
        _words("statusWords", "Status", cellRenderer="statusCell", flex=3, minWidth=150),
        _number("sentences", "Sentences", least=88),
        _number("articles", "Articles", least=74),
    ]
    return _table("relations", ids.RELATION_TABLE, columns)


def load_grid_late() -> None:
    """Let the page come without the script of the grid: a table asks for it when it is first opened."""
    for part in dag._js_dist:
        if part["relative_package_path"] == _SCRIPT:
            part["async"] = "lazy"


def _words(field: str, heading: str, **more: Any) -> dict[str, Any]:
    sift = {"filter": "agTextColumnFilter", "floatingFilterComponentParams": {"filterPlaceholder": "Find"}}
    return {"field": field, "headerName": heading, **sift, **more}


def _number(field: str, heading: str, *, least: int = 92) -> dict[str, Any]:
    return {
        "field": field,
        "headerName": heading,
        "type": "rightAligned",
        "headerTooltip": "Sift by the least number",
        "filter": "agNumberColumnFilter",
        "filterParams": {"defaultOption": "greaterThanOrEqual"},
        "floatingFilterComponentParams": {"filterPlaceholder": "≥"},
        "flex": 1,
        "minWidth": least,
    }


def _table(name: str, control: str, columns: Columns) -> list[Component]:
    button = html.Button(
        [icon("copy"), html.Span("Copy", className="button-words")],
        className="button",
        title="Copy all rows shown, with headings; Ctrl+C copies the selected rows or the cell",
        **data(**{"copy-table": name}),
        **aria(label=f"Copy the {name} shown"),
    )
    grid = dag.AgGrid(
        id=control,
        columnDefs=columns,
        defaultColDef={
            "floatingFilter": True,
            "suppressFloatingFilterButton": True,
            "suppressHeaderFilterButton": True,
            "suppressHeaderMenuButton": True,
            "suppressHeaderContextMenu": True,
        },
        getRowId="params.data.id",
        dashGridOptions={
            "rowSelection": {
                "mode": "multiRow",
                "enableClickSelection": True,
                "checkboxes": False,
                "headerCheckbox": False,
            },
            "animateRows": False,
            "ensureDomOrder": True,
            "suppressDragLeaveHidesColumns": True,
            "tabToNextCell": {"function": "leaveTable()"},
            "localeText": {"noRowsToShow": f"No {name} pass the filters."},
        },
        className="grid",
        style={"height": "100%"},
    )
    line = html.P(id=f"{control}-count", className="table-count", role="status", **aria(live="polite"))
    return [html.Div([line, button], className="table-head"), html.Div(grid, className="table-body")]
