"""A made corpus: as many news articles as a measurement asks for, the same for the same seed.

Invented people, organisations and places come back across articles, a few of them often and most seldom; some share a
surname. About one article in six is an edited copy of an earlier one, as outlets take over reports of an agency.

`python -m tests.benchmarks.corpus FOLDER --count 1000` writes it to a folder, one file an article.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.benchmarks.corpus.cast import Cast, draw, draw_some
from tests.benchmarks.corpus.telling import COMMON, THEMES, Affair, Teller

SEED = 2_026
AFFAIRS = 160
FIRST_DAY = date(2_024, 1, 1)
DAYS = 365
COPIES = 0.15  # of the articles
SECTION = 600  # words that are told of one affair; longer articles go on with another


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article with what its outlet says of it; `copy_of` is the number of the one that it was copied from."""

    title: str
    text: str
    published: str
    outlet: str
    copy_of: int | None = None

    @property
    def source(self) -> str:
        """The article as a text file, with its facts on top."""
        return f"Title: {self.title}\nOutlet: {self.outlet}\nDate: {self.published}\n\n{self.text}\n"


def made_articles(count: int, words: int = SECTION, *, seed: int = SEED) -> Iterator[MadeArticle]:
    """Give so many articles of about so many words; those of a smaller count are the first ones of a larger."""
    rng = random.Random(seed)  # noqa: S311
    cast = Cast(rng)
    affairs = [_affair(cast, rng) for _ in range(AFFAIRS)]
    made: list[MadeArticle] = []
    for _ in range(count):
        if made and rng.random() < COPIES:
            number = rng.randrange(max(0, len(made) - 40), len(made))
            source = made[number]
            article = _copied(source, source.copy_of if source.copy_of is not None else number, cast, affairs, rng)
        else:
            article = _written(words, cast, affairs, rng)
        made.append(article)
        yield article


def _affair(cast: Cast, rng: random.Random) -> Affair:
    """Return an affair of some people of its field, some of another, and some whom nearly all affairs touch."""
    theme = rng.choice(list(THEMES))
    people = dict.fromkeys(draw_some(5, cast.people[theme], rng))
    people |= dict.fromkeys(draw_some(2, cast.people[rng.choice(list(THEMES))], rng))
    places = cast.countries if theme == "diplomacy" else cast.towns
    organisations = draw_some(4, cast.organisations, rng)
    return Affair(theme, tuple(people), tuple(organisations), tuple(draw_some(3, places, rng)))


def _written(words: int, cast: Cast, affairs: list[Affair], rng: random.Random) -> MadeArticle:
    outlet = rng.choice(cast.outlets)
    published = (FIRST_DAY + timedelta(rng.randrange(DAYS))).isoformat()
    paragraphs: list[str] = []
    title, count = "", 0
    while count < words:
        teller = Teller(cast, draw(affairs, rng), courteous=cast.outlets.index(outlet) % 2 == 0, rng=rng)
        title = title or teller.headline()
        sentences = [*rng.sample(THEMES[teller.affair.theme], 18), *rng.sample(COMMON, 22)]
        rng.shuffle(sentences)
        told = 0
        while sentences and count < words and told < SECTION:
            length = rng.randint(1, 4)
            paragraph = " ".join(teller.tell(sentences.pop()) for _ in range(min(length, len(sentences))))
            paragraphs.append(paragraph)
            count, told = count + len(paragraph.split()), told + len(paragraph.split())
    return MadeArticle(title, "\n\n".join(paragraphs), published, outlet)


def _copied(source: MadeArticle, number: int, cast: Cast, affairs: list[Affair], rng: random.Random) -> MadeArticle:
    """Return an article as another outlet took it over: retitled, one paragraph dropped and one added."""
    outlet = rng.choice([outlet for outlet in cast.outlets if outlet != source.outlet])
    paragraphs = source.text.split("\n\n")
    if len(paragraphs) > 2:
        del paragraphs[rng.randrange(1, len(paragraphs))]
    teller = Teller(cast, draw(affairs, rng), courteous=cast.outlets.index(outlet) % 2 == 0, rng=rng)
    paragraphs.append(" ".join(teller.tell(sentence) for sentence in rng.sample(COMMON, 2)))
    published = (date.fromisoformat(source.published) + timedelta(rng.randrange(2))).isoformat()
    title = f"{source.title}, {rng.choice(('reports say', 'as talks go on', 'and others follow'))}"
    return MadeArticle(title, "\n\n".join(paragraphs), published, outlet, copy_of=number)
