"""Copies of our own articles, edited as papers edit an agency's reports, and articles that only share a passage."""

import json
import random
import re
from itertools import combinations

from graph.articles import read_article
from graph.model import Article
from graph.settings import ROOT

SEEN = ROOT / "tests" / "corpus" / "seen"
SYNONYMS = {
    "said": "told reporters",
    "told": "informed",
    "on": "this",
    "after": "following",
    "dismissed": "sacked",
    "announced": "declared",
    "also": "moreover",
    "but": "however,",
    "about": "around",
    "people": "persons",
    "because": "since",
    "would": "will",
    "had": "has",
    "the": "this",
}
OWN = (
    "Our reporter has asked all those named for a comment; none had answered when this page went to press last night.",
    "Readers who know more of these events are welcome to write to the newsroom, where every letter is read with care.",
    "The prices of grain and of timber have hardly changed in the meantime, traders at the city exchange report.",
    "In the town itself little of this is felt: the shops were open, and the market was as full as on any other day.",
)


def own_texts() -> list[str]:
    """Return articles of our own: the seeds, and the annotated ones that may be looked at."""
    seeds = [read_article(path.read_bytes(), name=path.name) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    seen = [json.loads(path.read_text("utf-8")) for path in sorted(SEEN.glob("*.json"))]
    return [*(article.text for article in seeds), *(text_of(data) for data in seen)]


def text_of(data) -> str:
    return data["text"] if isinstance(data["text"], str) else "\n\n".join(data["text"])


def sentences_of(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?”]) +(?=[A-Z“])|\n+", text) if part.split()]


def retitled(sentences, _chance):
    return ["Another headline for the same events", "By our own correspondent", *sentences]


def cut_short(sentences, chance):
    return sentences[: max(4, round(len(sentences) * chance.uniform(0.35, 0.75)))]


def reordered(sentences, chance):
    third = max(1, len(sentences) // 3)
    parts = [sentences[start : start + third] for start in range(0, len(sentences), third)]
    chance.shuffle(parts)
    return [sentence for part in parts for sentence in part]


def thinned(sentences, chance):
    return [sentence for sentence in sentences if chance.random() > 0.3] or sentences


def reworded(sentences, chance):
    return [
        " ".join(SYNONYMS.get(word, word) if chance.random() < 0.35 else word for word in sentence.split())
        for sentence in sentences
    ]


def enlarged(sentences, chance):
    made = list(sentences)
    for _ in range(max(2, len(sentences) // 4)):
        made.insert(chance.randrange(len(made) + 1), chance.choice(OWN))
    return made


EDITS = (retitled, cut_short, reordered, thinned, reworded, enlarged)


def make_set(*, seed: int = 0, copies: int = 6) -> list[tuple[Article, int]]:
    """Return articles with the number of the report they tell, shuffled.

    Of each own text there are copies with one to three edits. For each there is one more article that tells a report of
    its own but quotes up to a fifth of it.
    """
    chance = random.Random(seed)  # noqa: S311 - drawn data, no secret
    texts = [sentences_of(text) for text in own_texts()]
    made: list[tuple[Article, int]] = []
    for number, sentences in enumerate(texts):
        made.append((article_of(sentences), number))
        for _ in range(copies):
            edited = sentences
            for edit in chance.sample(EDITS, chance.randint(1, 3)):
                edited = edit(edited, chance)
            made.append((article_of(edited), number))
    for number, sentences in enumerate(texts):
        host = texts[(number + 7) % len(texts)]
        fresh = [" ".join(reversed(sentence.rstrip(".").split())).capitalize() + "." for sentence in host]
        quoted = sentences[: max(1, min(len(sentences), len(fresh)) // 5)]
        made.append((article_of([*fresh[:2], *quoted, *fresh[2:]]), len(texts) + number))
    chance.shuffle(made)
    unique = {article.id: (article, number) for article, number in made}
    return list(unique.values())


def article_of(sentences) -> Article:
    return read_article("\n\n".join(sentences))


def score(found, true) -> tuple[float, float]:
    """Return the precision and the recall of the pairs of articles that are held for copies."""
    pairs = [(found[a] == found[b], true[a] == true[b]) for a, b in combinations(true, 2)]
    right = sum(is_found and is_true for is_found, is_true in pairs)
    return right / sum(is_found for is_found, _ in pairs), right / sum(is_true for _, is_true in pairs)
