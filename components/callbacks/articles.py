"""The article beside the network; the evidence itself is asked for past Dash (components/selected.py)."""

from typing import Any

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from components import ids
from components.plain import plain, tree_of
from components.reader import article_reader
from graph import Library


def register(app: Dash, library: Library) -> None:
    """Wire the article reader."""

    @app.callback(
        Output(tree_of(ids.READER_BODY), "data"),
        Input(ids.READ, "data"),
        Input(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def read(article_id: str | None, _version: int) -> list[Any]:
        if not article_id:
            raise PreventUpdate
        names = {actor.id: actor.name for actor in library.knowledge().actors.values()}
        return plain(article_reader(library.reading(article_id), names=names, articles=library.articles()))
