"""A reader of language for tests: knows capitalised pairs of words as people, and "fired" and "met" between them."""

import re

from graph.model import Article, Chain, Claim, Construction, Extraction, Form, Mention, Sentence, Status, TextSpan

_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
_CLAIM = re.compile(rf"({_NAME.pattern}) (fired|met) ({_NAME.pattern})")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]")


class PlainReader:
    """Reads what plain sentences say: "Ann Lee fired Bob Ray."."""

    version = "plain"
    at_once = 1

    def wake(self) -> None:
        """There is nothing to load."""

    def read(self, article: Article) -> Extraction:
        sentences = tuple(
            Sentence(article.id, index, TextSpan(*found.span()))
            for index, found in enumerate(_SENTENCE.finditer(article.text))
        )
        chains: dict[str, int] = {}
        mentions = {
            found.start(): Mention(
                article.id,
                self._sentence_at(sentences, found.start()),
                TextSpan(*found.span()),
                Form.NAME,
                "person",
                chains.setdefault(found[0], len(chains)),
            )
            for found in _NAME.finditer(article.text)
            if self._sentence_at(sentences, found.start()) >= 0
        }
        claims = tuple(
            Claim(
                id=f"{article.id}:{found.start()}",
                article_id=article.id,
                sentence=mentions[found.start()].sentence,
                relation_type=found[2],
                source=mentions[found.start(1)],
                trigger=TextSpan(*found.span(2)),
                lemma=found[2],
                target=mentions[found.start(3)],
                status=Status.ASSERTED,
                speaker=None,
                when=None,
                confidence=1.0,
                construction=Construction.ACTIVE,
                rule="plain",
            )
            for found in _CLAIM.finditer(article.text)
        )
        return Extraction(
            article=article,
            sentences=sentences,
            mentions=tuple(mentions.values()),
            chains=tuple(Chain(index, name, "person") for name, index in chains.items()),
            claims=claims,
            version=self.version,
        )

    def _sentence_at(self, sentences: tuple[Sentence, ...], at: int) -> int:
        return next((s.index for s in sentences if s.span.start <= at < s.span.end), -1)
