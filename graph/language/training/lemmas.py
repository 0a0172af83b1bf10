"""The lemmatizer: spaCy's rules with the tables of spacy-lookups-data, and exceptions learnt from the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language

from graph.language.training.gold import GoldDoc, Word
from graph.language.training.inflections import find_doubled_forms, find_shadowing
from graph.taxonomy import load_taxonomy

OPEN_CLASSES = ("adj", "adv", "noun", "verb")


def add_lemmas(nlp: Language, docs: Iterable[GoldDoc]) -> None:
    """Adds the rule lemmatizer, its tables widened by what the words of `docs` show."""
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}, last=True)
    lemmatizer = nlp.get_pipe("lemmatizer")
    lemmatizer.initialize()  # type: ignore[attr-defined]
    lookups = lemmatizer.lookups  # type: ignore[attr-defined]
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    for part in OPEN_CLASSES:
        index[part] = dict.fromkeys(index[part], 0)  # they come as lists, which are slow to look through
    verbs = {*index["verb"], *(word for word, part in load_taxonomy().frames if part == "verb" and word.isalpha())}
    index["verb"] = dict.fromkeys(verbs - find_shadowing(frozenset(verbs)), 0)
    # The rules cut "need" to "nee" and leave "Thank" its capital, though both stand in the index: a lemma is its own.
    known = {"verb": {**find_doubled_forms(verbs), **{verb: [verb] for verb in verbs}}}
    learnt = find_exceptions(word for doc in docs for sentence in doc.sentences for word in sentence.words)
    for part in sorted({*OPEN_CLASSES, *learnt}):
        table = exceptions.get(part, {})
        exceptions[part] = {**known.get(part, {}), **table, **learnt.get(part, {})}


def find_exceptions(words: Iterable[Word], *, seen: int = 4, share: float = 0.8) -> dict[str, dict[str, list[str]]]:
    """Lemmas by part of speech and form, of forms that are seen often and nearly always with that lemma.

    Of nouns, verbs, adjectives and adverbs only those that the treebanks write otherwise than a rule would: a lemma
    with a capital ("Russian"), or one that is not made by cutting an ending ("was", "better").
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        if word.pos and word.lemma and word.pos not in ("PROPN", "PUNCT", "SYM", "X", "NUM", "SPACE"):
            counts[word.pos.lower(), word.text.lower()][word.lemma] += 1
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for (part, form), lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        irregular = lemma[:2].lower() != form[:2] or lemma != lemma.lower() or form == lemma
        if count >= seen and count >= share * lemmas.total() and (part not in OPEN_CLASSES or irregular):
            found[part][form] = [lemma]
    return dict(found)
