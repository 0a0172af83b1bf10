"""Copies of training texts with other names, quotes and letter cases, made anew on every pass."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import replace

from graph.language.training.gazetteer import Gazetteer
from graph.language.training.gold import GoldSentence, Name, Word

CURLY = {"'": "’", "n't": "n’t", "'s": "’s", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m"}
GAPS = ("\n", "\n\n", "\n\n", "  ", " \n", "\n ", "\n\n\n")
TITLES = tuple(
    (
        "Mr|Mr|Mr|Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Dr|Dr.|Sir|Lord|Lady|Prof.|Professor|President|President|Prime Minister|"
        "Minister|Foreign Minister|Foreign Secretary|Defence Minister|Secretary of State|Secretary|Senator|Sen.|Rep.|"
        "Congressman|Governor|Gov.|Mayor|Judge|Justice|Chief Justice|Attorney General|General|Gen.|Col.|Colonel|"
        "Captain|Sgt.|King|Queen|Prince|Princess|Pope|Chancellor|Ambassador|Director|Chairman|Chief Executive|CEO|"
        "spokesman|spokeswoman|director|president|chief executive|founder|co-founder|analyst|lawyer|coach|actor|singer|"
        "Vice President|Deputy Director|Press Secretary|Special Counsel|Speaker|Detective|Inspector|Sheriff|Rabbi|"
        "Bishop|Archbishop|Sheikh|Ayatollah"
    ).split("|")
)
TITLE_WORDS = frozenset(word for title in TITLES for word in title.split())
WITH_ARTICLE = ("agency", "agency", "court", "body", "body", "union", "party", "media", "house", "ngo", "university")
BARE = ("company", "company", "company", "bank", "firm", "club", "university", "media", "party", "ngo", "armed", "body")
# Shares of sentences that are put in capitals, in Title Case and without capitals, or lose their full stop.
CASES = (0.02, 0.03, 0.01, 0.03)
HEADLINE_CASES = (0.04, 0.08, 0.01, 0.03)


class Augmenter:
    """Changes texts at random, the same way for the same random numbers.

    swap: how often a text's names are swapped; keep_length: whether they must stay as long (under a tree they must);
    headlines: whether more sentences are put in capitals, as names in headlines are.
    """

    def __init__(self, gazetteer: Gazetteer, *, swap: float, keep_length: bool, headlines: bool = False) -> None:
        self.gazetteer = gazetteer
        self.swap = swap
        self.keep_length = keep_length
        self.cases = HEADLINE_CASES if headlines else CASES

    def __call__(self, text: tuple[GoldSentence, ...], rng: random.Random) -> tuple[GoldSentence, ...]:
        text = cut_text(text, rng)
        if rng.random() < self.swap:
            swapped: dict[str, str] = {}
            text = tuple(sentence if sentence.filled else self.swap_names(sentence, rng, swapped) for sentence in text)
        if rng.random() < 0.3:
            text = tuple(curl_quotes(sentence) for sentence in text)
        text = tuple(change_case(sentence, rng, self.cases) for sentence in text)
        return add_gaps(text, rng.choice(GAPS)) if rng.random() < 0.12 else text

    def swap_names(self, sentence: GoldSentence, rng: random.Random, swapped: dict[str, str]) -> GoldSentence:
        """The sentence with four of five of its names swapped for others of their kind.

        `swapped` remembers what stands for what, so that a name is swapped for the same one all through a text.
        """
        if not sentence.names:
            return sentence
        words: list[Word] = []
        names: list[Name] = []
        at = 0
        for name in sentence.names:
            words += sentence.words[at : name.start]
            old = sentence.words[name.start : name.end]
            before = words[-1].text if words else ""
            new = self._choose(old, name.label, before, rng, swapped) if rng.random() < 0.8 else old
            if name.label == "PERSON" and not self.keep_length and rng.random() < 0.3:
                self._add_title(words, names, old[0], rng)
            names.append(Name(len(words), len(words) + len(new), name.label))
            words += new
            at = name.end
        words += sentence.words[at:]
        return replace(sentence, words=tuple(words), names=tuple(names))

    def _add_title(self, words: list[Word], names: list[Name], person: Word, rng: random.Random) -> None:
        """Puts a title before a person: "Mr", "Russian Foreign Minister", "FBI Director" (of which FBI is a name)."""
        if words and (words[-1].text in TITLE_WORDS or words[-1].text[:1].isupper() or not words[-1].space):
            return
        if not person.text[:1].isupper() or person.text.isupper():
            return
        if rng.random() < 0.25:
            label, text = rng.choice((("ORG", self._choose_organisation("", rng)), ("LOC", self._choose_place(rng))))
            parts = build_words(text, space=True)
            names.append(Name(len(words), len(words) + len(parts), label))
            words += parts
        words += build_words(rng.choice(TITLES), space=True)

    def _choose(
        self, old: Sequence[Word], label: str, before: str, rng: random.Random, swapped: dict[str, str]
    ) -> tuple[Word, ...]:
        if label == "PERSON" and not self.keep_length and len(old) > 1 and rng.random() < 0.5:
            return self._choose_person(old, rng, swapped)
        if self.keep_length or label == "PERSON":
            return tuple(
                self._swap_word(word, label, index == len(old) - 1, rng, swapped) for index, word in enumerate(old)
            )
        name = " ".join(word.text for word in old)
        if name not in swapped:
            if label == "ORG":
                swapped[name] = self._choose_organisation(before, rng)
            else:
                swapped[name] = self._choose_place(rng, country=name in self.gazetteer.countries)
        text = swapped[name]
        if old[0].text.isupper() and len(old[0].text) > 4:
            text = text.upper()
        return build_words(text, space=old[-1].space)

    def _choose_person(self, old: Sequence[Word], rng: random.Random, swapped: dict[str, str]) -> tuple[Word, ...]:
        """A person with all parts of a name; the old last name, by itself, is later the new one's."""
        name = " ".join(word.text for word in old)
        if name not in swapped:
            person = self.gazetteer.choose_whole_person(rng)
            swapped[name] = person.full
            swapped.setdefault(old[-1].text, person.surname)
        text = swapped[name].upper() if old[-1].text.isupper() and len(old[-1].text) > 4 else swapped[name]
        return build_words(text, space=old[-1].space)

    def _choose_organisation(self, before: str, rng: random.Random) -> str:
        """One that goes with "the" where that stands before it, and without it elsewhere."""
        kinds = WITH_ARTICLE if before.lower() == "the" else BARE
        found = self.gazetteer.choose_organisation_of(rng.choice(kinds), rng)
        for _ in range(6):
            if found.has_article == (before.lower() == "the"):
                break
            found = self.gazetteer.choose_organisation_of(rng.choice(kinds), rng)
        return found.name

    def _choose_place(self, rng: random.Random, *, country: bool = False) -> str:
        kind = "country" if country or rng.random() < 0.2 else rng.choice(("city", "city", "city", "region"))
        return self.gazetteer.choose_place_of(kind, rng).removeprefix("the ")

    def _swap_word(self, word: Word, label: str, last: bool, rng: random.Random, swapped: dict[str, str]) -> Word:
        """One name word for another: a surname for a surname, the same one where it stands again in the sentence."""
        if not word.text[:1].isupper() or len(word.text) < 3 or (word.tag or "NNP") not in ("NNP", "NNPS"):
            return word
        if word.text not in swapped:
            swapped[word.text] = self._choose_word(label, last, rng)
        new = swapped[word.text].split()[0]
        return replace(word, text=new.upper() if word.text.isupper() and len(word.text) > 4 else new)

    def _choose_word(self, label: str, last: bool, rng: random.Random) -> str:
        if label == "PERSON":
            return self.gazetteer.choose_person(rng)[last]
        name = self._choose_place(rng) if label == "LOC" else self._choose_organisation("", rng)
        return rng.choice([part for part in name.split() if part[:1].isupper()] or [name.split()[0]])


def build_words(text: str, *, space: bool) -> tuple[Word, ...]:
    """The words of a name, as treebanks split them."""
    parts = text.replace("'s", " 's").replace(",", " ,").split()
    glued = [following in ("'s", ",") for following in (*parts[1:], "")]
    last = len(parts) - 1
    return tuple(Word(part, space=space if i == last else not glued[i]) for i, part in enumerate(parts))


def cut_text(text: tuple[GoldSentence, ...], rng: random.Random) -> tuple[GoldSentence, ...]:
    """A stretch of the text: whole, or one to four sentences, as paragraphs of news are."""
    if len(text) < 3 or rng.random() < 0.4:
        return text
    size = rng.randint(1, 4)
    start = rng.randrange(max(1, len(text) - size + 1))
    return text[start : start + size]


def add_gaps(text: tuple[GoldSentence, ...], gap: str) -> tuple[GoldSentence, ...]:
    """The text with white space after each sentence, a token of its own with spaCy and in no treebank."""
    if gap.startswith(" "):
        before, token = True, gap[1:]
    else:
        before, token = False, gap
    sentences = []
    for sentence in text:
        *words, last = sentence.words
        space = Word(token, False, "_SP", "SPACE", "", token, len(words) if sentence.has_tree else None, "dep")
        sentences.append(replace(sentence, words=(*words, replace(last, space=before), space)))
    return tuple(sentences)


def curl_quotes(sentence: GoldSentence) -> GoldSentence:
    """The sentence with typographic quotes and apostrophes."""
    words = []
    opens = True
    for word in sentence.words:
        text = CURLY.get(word.text, word.text)
        if word.text == '"':
            text, opens = ("“" if opens else "”"), not opens
        elif word.text == "'" and word.tag == "``":
            text = "‘"
        words.append(replace(word, text=text))
    return replace(sentence, words=tuple(words))


def change_case(
    sentence: GoldSentence, rng: random.Random, cases: tuple[float, float, float, float] = CASES
) -> GoldSentence:
    """Now and then: capitals throughout, Title Case, no capitals, or no full stop, as in headlines and posts."""
    draw = rng.random()
    capitals, titles, lower, stops = itertools.accumulate(cases)
    words = sentence.words
    if draw < capitals:
        words = tuple(replace(word, text=word.text.upper()) for word in words)
    elif draw < titles:
        words = tuple(replace(word, text=capitalise_title(word.text)) for word in words)
    elif draw < lower:
        words = tuple(replace(word, text=word.text.lower()) for word in words)
    elif draw < stops and can_drop_last(sentence):
        words = (*words[:-2], replace(words[-2], space=True))
    return replace(sentence, words=words)


def can_drop_last(sentence: GoldSentence) -> bool:
    """Whether the last word is a full stop that nothing hangs on."""
    last = len(sentence.words) - 1
    named = any(name.end > last for name in sentence.names or ()) or last in sentence.unsure
    return last > 2 and sentence.words[last].text == "." and not named and all(w.head != last for w in sentence.words)


def capitalise_title(text: str) -> str:
    """The word as a title in capitals has it: short ones stay small."""
    return text[0].upper() + text[1:] if len(text) > 3 or text[0].isupper() else text
