"""Copies of training texts with other names, quotes and letter cases, made anew on every pass."""

from __future__ import annotations

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


class Augmenter:
    """Changes texts at random, the same way for the same random numbers.

    swap: how often a sentence's names are swapped; relabel: whether lengths may change (they may not under a tree).
    """

    def __init__(self, gazetteer: Gazetteer, *, swap: float, keep_length: bool) -> None:
        self.gazetteer = gazetteer
        self.swap = swap
        self.keep_length = keep_length

    def __call__(self, text: tuple[GoldSentence, ...], rng: random.Random) -> tuple[GoldSentence, ...]:
        text = cut_text(text, rng)
        if rng.random() < self.swap:
            text = tuple(self.swap_names(sentence, rng) for sentence in text)
        if rng.random() < 0.3:
            text = tuple(curl_quotes(sentence) for sentence in text)
        text = tuple(change_case(sentence, rng) for sentence in text)
        return add_gaps(text, rng.choice(GAPS)) if rng.random() < 0.12 else text

    def swap_names(self, sentence: GoldSentence, rng: random.Random) -> GoldSentence:
        """The sentence with four of five of its names swapped for others of their kind."""
        if not sentence.names:
            return sentence
        words: list[Word] = []
        names: list[Name] = []
        at = 0
        people: dict[str, str] = {}
        for name in sentence.names:
            words += sentence.words[at : name.start]
            old = sentence.words[name.start : name.end]
            new = self._choose(old, name.label, rng, people) if rng.random() < 0.8 else old
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
            label, text = rng.choice(
                (("ORG", self.gazetteer.choose_organisation(rng)), ("LOC", self.gazetteer.choose_place(rng)))
            )
            parts = build_words(text, space=True)
            names.append(Name(len(words), len(words) + len(parts), label))
            words += parts
        words += build_words(rng.choice(TITLES), space=True)

    def _choose(self, old: Sequence[Word], label: str, rng: random.Random, people: dict[str, str]) -> tuple[Word, ...]:
        if self.keep_length or label == "PERSON":
            return tuple(
                self._swap_word(word, label, index == len(old) - 1, rng, people) for index, word in enumerate(old)
            )
        text = self.gazetteer.choose_place(rng) if label == "LOC" else self.gazetteer.choose_organisation(rng)
        if old[0].text.isupper() and len(old[0].text) > 4:
            text = text.upper()
        return build_words(text, space=old[-1].space)

    def _swap_word(self, word: Word, label: str, last: bool, rng: random.Random, people: dict[str, str]) -> Word:
        """One name word for another: a surname for a surname, the same one where it stands again in the sentence."""
        if not word.text[:1].isupper() or len(word.text) < 3 or (word.tag or "NNP") not in ("NNP", "NNPS"):
            return word
        if word.text not in people:
            people[word.text] = self._choose_word(label, last, rng)
        new = people[word.text]
        return replace(word, text=new.upper() if word.text.isupper() and len(word.text) > 4 else new)

    def _choose_word(self, label: str, last: bool, rng: random.Random) -> str:
        if label == "PERSON":
            return self.gazetteer.choose_person(rng)[last]
        places = self.gazetteer.choose_place(rng) if label == "LOC" else self.gazetteer.choose_organisation(rng)
        return rng.choice([part for part in places.split() if part[:1].isupper()] or [places.split()[0]])


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


def change_case(sentence: GoldSentence, rng: random.Random) -> GoldSentence:
    """Now and then: capitals throughout, Title Case, no capitals, or no full stop, as in headlines and posts."""
    draw = rng.random()
    words = sentence.words
    if draw < 0.02:
        words = tuple(replace(word, text=word.text.upper()) for word in words)
    elif draw < 0.05:
        words = tuple(replace(word, text=_title(word.text)) for word in words)
    elif draw < 0.06:
        words = tuple(replace(word, text=word.text.lower()) for word in words)
    elif draw < 0.09 and can_drop_last(sentence):
        words = (*words[:-2], replace(words[-2], space=True))
    return replace(sentence, words=words)


def can_drop_last(sentence: GoldSentence) -> bool:
    """Whether the last word is a full stop that nothing hangs on."""
    last = len(sentence.words) - 1
    named = any(name.end > last for name in sentence.names or ()) or last in sentence.unsure
    return last > 2 and sentence.words[last].text == "." and not named and all(w.head != last for w in sentence.words)


def _title(text: str) -> str:
    return text[0].upper() + text[1:] if len(text) > 3 or text[0].isupper() else text
