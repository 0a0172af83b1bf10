"""A knowledge base whose names, titles and sentences try to break out of every file format."""

from dataclasses import replace

from graph.model import Actor, KnowledgeBase
from tests.drafts import DraftArticle, DraftClaim, DraftSentence, make_knowledge

NAMES = {
    "person:formula": '=HYPERLINK("http://evil.example","x")',
    "person:plus": "+1+cmd|' /C calc'!A0",
    "organisation:at": "@SUM(A1)",
    "organisation:tab": "\t=1+1",
    "place:minus": "-2+3",
    "place:wide": "＝1+1",
    "group:xml": "</node><script>alert('x')</script> & \"Co\"",
    "group:control": "Bell\x07 and\x00 nothing\x1b[31m, half \ud800 a pair",
    "person:space": "  =1+1",
}


def hostile_knowledge() -> KnowledgeBase:
    """Return a ring of actors with names no file should trust."""
    ids = list(NAMES)
    sentences = []
    for source, target in zip(ids, ids[1:] + ids[:1], strict=True):
        words = f"[{source}|Someone] praised [{target}|someone]"
        sentences.append(DraftSentence(words, (DraftClaim(source, "praised", target, "praised"),)))
    article = DraftArticle("evil", "=cmd|'/C calc'!A0 ]]>\x0b", tuple(sentences), outlet="@Outlet", url="-1")
    kb = make_knowledge([article], [Actor(id, "", id.partition(":")[0]) for id in ids])
    return replace(kb, actors={id: replace(actor, name=NAMES[id]) for id, actor in kb.actors.items()})
