"""Articles made of the sentences of our own tests, as many and as long as a measurement asks for."""

import random

from tests.extract.constructions import load_cases

SENTENCES_A_PARAGRAPH = 4


def make_article(words: int, *, seed: int) -> str:
    """Return an article of about so many words, another for each seed."""
    rng = random.Random(seed)  # noqa: S311
    texts = [" ".join(case.text.split()) for case in load_cases()]
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraph = " ".join(rng.choice(texts) for _ in range(SENTENCES_A_PARAGRAPH))
        count += len(paragraph.split())
        paragraphs.append(paragraph)
    return "\n\n".join([f"Report number {seed}", *paragraphs])
