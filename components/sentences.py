"""The sentences of a relation under an address of their own, for the outline to fetch when one is unfolded."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue

from components.ordering import STRONGEST, ordered
from components.state import read_filters
from components.words import source_line
from graph import Library
from graph.filters import STATUS_WORDS
from graph.model import Passage, Selection, Status

ADDRESS = "/sentences.json"  # assets/63-outline.js asks for it
MOST = 100


def serve_sentences(server: Flask, library: Library) -> None:
    """Let a server answer for the sentences of the `relation` asked for that pass the `filters`, a JSON object."""

    def sentences() -> ResponseReturnValue:
        selection = Selection("relation", request.args.get("relation", ""))
        found = library.passages(selection, read_filters(_parsed(request.args.get("filters", ""))))
        answer = jsonify({"total": len(found), "sentences": list(sentence_rows(ordered(found, STRONGEST)[:MOST]))})
        answer.cache_control.no_store = True
        return answer

    server.add_url_rule(ADDRESS, "sentences", sentences, methods=["GET"])


def sentence_rows(passages: Iterable[Passage]) -> Iterator[dict[str, Any]]:
    """Give what the outline tells of sentences: their words, how far they go, where they stand."""
    for passage in passages:
        said = [STATUS_WORDS[passage.status]] if passage.status not in (None, Status.ASSERTED) else []
        said += [f"said by {passage.speaker}"] if passage.speaker else []
        source = ", ".join(filter(None, [passage.title, source_line(passage)]))
        yield {
            "text": " ".join(passage.text.split()),
            "said": ", ".join(said),
            "source": source,
            "article": passage.article_id,
            "start": passage.start,
            "end": passage.end,
        }


def _parsed(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
