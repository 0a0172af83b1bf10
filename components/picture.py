"""What a saved picture needs beside the figure: a legend, a title, where it comes from, and a file name."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from components.legend import legend_traces
from components.words import counted, source_line
from graph.model import Article, GraphView
from graph.picture import Theme

_MOST_NAMED = 3


def picture_frame(project: str, view: GraphView, articles: Sequence[Article], *, theme: Theme) -> dict[str, Any]:
    """Return the title, subtitle, source line, legend and file name (without its date) of a saved picture."""
    return {
        "title": project,
        "subtitle": view.description,
        "source": _source(articles),
        "legend": legend_traces(view, theme),
        "file": f"dramatis-{_slug(project)}",
        "colours": {"page": theme.page, "ink": theme.ink, "muted": theme.muted},
    }


def _source(articles: Sequence[Article]) -> str:
    named = (source_line(article.outlet or article.title, article.published) for article in articles)
    names = list(dict.fromkeys(named))
    more = len(names) - _MOST_NAMED
    listed = "; ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"Source: {counted(len(articles), 'article')} ({listed}), read by Dramatis"


def _slug(name: str) -> str:
    """Return a name as a piece of a file name: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "network"
