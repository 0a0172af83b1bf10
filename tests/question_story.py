"""The story that the tests of graph.questions ask about, read from question_story.toml."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from graph.model import Actor, KnowledgeBase, Status
from graph.resolve import slug
from tests.drafts import DraftArticle, DraftClaim, DraftSentence, make_knowledge

FOLDER = Path(__file__).parent
_MARKED = re.compile(r"\[(\w+)\|")


@cache
def question_story() -> KnowledgeBase:
    """Return the story."""
    table, ids = _table()
    cast = (Actor(ids[key], **_tuples(given)) for key, given in table["actors"].items())
    return make_knowledge([_article(given, ids) for given in table["articles"]], cast)


@cache
def claim_ids() -> dict[str, str]:
    """Return the claims' names in the file by their ids in the story."""
    names = {}
    for article in _table()[0]["articles"]:
        claims = [claim for sentence in article["sentences"] for claim in sentence["claims"]]
        names.update({f"{article['id']}:{number}": claim["id"] for number, claim in enumerate(claims, 1)})
    return names


@cache
def _table() -> tuple[dict[str, Any], dict[str, str]]:
    table = tomllib.loads((FOLDER / "question_story.toml").read_text("utf-8"))
    return table, {key: f"{given['kind']}:{slug(given['name'])}" for key, given in table["actors"].items()}


def _tuples(given: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}


def _article(given: dict[str, Any], ids: dict[str, str]) -> DraftArticle:
    sentences = (
        DraftSentence(
            _MARKED.sub(lambda match: f"[{ids[match[1]]}|", sentence["words"]),
            tuple(_claim(claim, ids) for claim in sentence["claims"]),
        )
        for sentence in given["sentences"]
    )
    return DraftArticle(given["id"], given["title"], tuple(sentences), published=given["published"])


def _claim(given: dict[str, str], ids: dict[str, str]) -> DraftClaim:
    source, type_id, target = given["told"].split()
    return DraftClaim(
        ids[source],
        type_id,
        ids[target],
        given["trigger"],
        Status(given.get("status", "asserted")),
        ids.get(given.get("speaker", "")),
        given.get("when"),
    )
