"""A sentence as it is quoted elsewhere: its words, where they stand, and how far they go, as plain text."""

from components.words import plain_source
from graph.filters import STATUS_WORDS
from graph.model import Passage, Status


def citation(passage: Passage) -> str:
    """Return a sentence with its source; a claim that is not stated as fact says so, and who says it.

    “Halden paid no one.” — A denial, The Selby Post, 1 March 2024, https://post.example/1 [denied; said by Mara Venn]
    """
    sentence = " ".join(passage.text.split())
    source = ", ".join(filter(None, [passage.title, plain_source(passage), passage.url]))
    told = [f"said by {passage.speaker}"] if passage.speaker else []
    if passage.status not in (None, Status.ASSERTED):
        told.insert(0, STATUS_WORDS[passage.status])
    return f"“{sentence}” — {source}" + (f" [{'; '.join(told)}]" if told else "")
