"""The export to send: one HTML file that shows the graph with filters and sentences, offline and in any browser.

Its drawing is SVG that already stands in it, in the colours that the system asks for and light on paper; its script is
ours alone (graph/export/page), which the file's own policy names by its hash. Words of articles stand in it as data and
are put in as text.
"""

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from graph.export.proofs import clean
from graph.export.schemes import merge, page_colours, scheme_rules
from graph.export.steps import InSteps, Steps
from graph.filters import STATUS_WORDS, Filters
from graph.knowledge import passages
from graph.model import KnowledgeBase, Passage, Relation, Selection
from graph.network import build_network
from graph.picture import DARK, FACES, LIGHT, Canvas, Picture, backbone, caption, compose, font_rules, write_svg
from graph.positions import place
from graph.taxonomy import Taxonomy
from graph.view import build_view
from graph.words import dated

_PARTS = Path(__file__).parent / "page"
_FIXED = "Search names and sentences"
_CANVAS = Canvas(840, 740)


def html_page(kb: KnowledgeBase, taxonomy: Taxonomy, name: str) -> InSteps[bytes]:
    """Return the page of a knowledge base, called `name`: the most important actors drawn, all relations listed."""
    network, once = build_network(kb), len(kb.relations)
    steps = Steps(2 * once)  # what is not done for each relation takes about as long: positions, drawing, fonts
    view = build_view(kb, taxonomy, place(network), Filters())
    yield from steps.past(once // 3)
    shown = backbone(view)
    about = caption(view, shown, tuple(kb.articles.values()), today=None)
    drawing, colours = merge(
        *(
            write_svg(
                compose(shown, Picture(clean(name), clean(about), theme, canvas=_CANVAS, heading=False)),
                with_fonts=False,
                with_marks=True,
            )
            for theme in (LIGHT, DARK)
        )
    )
    yield from steps.past(once // 3)
    style, script = ((_PARTS / part).read_text(encoding="utf-8") for part in ("page.css", "page.js"))
    content = {
        "actors": [
            {"id": clean(a.id), "name": clean(a.name), "kind": a.kind, "roles": [clean(role) for role in a.roles]}
            for a in kb.actors.values()
        ],
        "relations": (yield from steps.each(_relation(kb, taxonomy, each) for each in kb.relations.values())),
        "statuses": {status.value: words for status, words in STATUS_WORDS.items()},
    }
    data = _json(content)
    letters = frozenset(f"{data}{script}{name}{about}{_FIXED}")
    fonts = font_rules(dict.fromkeys(FACES, letters))
    title, told = escape(clean(name)), escape(clean(about))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">
<title>{title} · Dramatis</title>
<style>{fonts}{scheme_rules(page_colours() | colours)}{style}</style>
</head>
<body>
<header><h1>{title}</h1><p>{told}</p><p id="count" role="status"></p></header>
<aside class="filters" aria-label="Filters"><label class="field" for="search">{_FIXED}</label>
<input type="search" id="search"><div id="choices"></div></aside>
<main aria-label="The network">{drawing}</main>
<aside class="told" id="told" aria-label="Sentences" tabindex="-1"></aside>
<script type="application/json" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
""".encode()


def _policy(script: str) -> str:
    digest = b64encode(sha256(script.encode()).digest()).decode("ascii")
    allowed = f"script-src 'sha256-{digest}'; style-src 'unsafe-inline'; font-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _json(content: dict[str, Any]) -> str:
    """Return data that cannot end the element it stands in."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _relation(kb: KnowledgeBase, taxonomy: Taxonomy, relation: Relation) -> dict[str, Any]:
    return {
        "id": clean(relation.id),
        "source": clean(relation.source),
        "target": clean(relation.target),
        "label": clean(taxonomy.relation_type(relation.type).label),
        "family": relation.family,
        "status": relation.status.value,
        "claims": list(_claims(passages(kb, taxonomy, Selection("relation", relation.id)))),
    }


def _claims(proofs: tuple[Passage, ...]) -> Iterator[dict[str, Any]]:
    for proof in proofs:
        yield {
            "sentence": proof.text.encode("utf-8", "replace").decode(),
            "marks": [[mark.start, mark.end, mark.role] for mark in proof.highlights],
            "status": proof.status.value if proof.status else "",
            "speaker": clean(proof.speaker) if proof.speaker else None,
            "when": dated(proof.when) if proof.when else None,
            "title": clean(proof.title),
            "author": clean(proof.author) if proof.author else None,
            "outlet": clean(proof.outlet) if proof.outlet else None,
            "published": dated(proof.published) if proof.published else None,
            "url": proof.url,
        }
