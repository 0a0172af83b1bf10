"""Tokens: the words of a question, brought to one form."""

import re
from dataclasses import dataclass

from graph.filters import fold

_COMMA_OF_DATE = re.compile(r",(?=\s*[12]\d{3}\b)")  # May 9, 2017
_CONTRACTED = (
    (re.compile(r"[‘’]"), "'"),
    (re.compile(r"\bwon't\b", re.I), "will not"),
    (re.compile(r"\bcan't\b", re.I), "can not"),
    (re.compile(r"\b(\w+)n't\b", re.I), r"\1 not"),
    (re.compile(r"\b(who|what|when|how|where|why)'s\b", re.I), r"\1 is"),
    (re.compile(r"\b(\w+)'(?:ll)\b", re.I), r"\1 will"),
    (re.compile(r"\b(\w+)'ve\b", re.I), r"\1 have"),
    (re.compile(r"(?<=\w)'s\b", re.I), " 's"),
    (re.compile(r"(?<=s)'(?!\w)", re.I), " 's"),
)
_APOSTROPHE = re.compile(r"['‘’]")
_WORD = re.compile(r"'s\b|,|[^\W_]+(?:['.\-&/][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its folded form and as it was written; a name has the ids of the actors it means, joined by and/or.

    `is_role` where an office names the actor: "the Foreign Minister".
    """

    text: str
    raw: str
    ids: tuple[str, ...] = ()
    every: bool = False
    is_role: bool = False

    @property
    def is_name(self) -> bool:
        """Tell whether it stands for actors."""
        return bool(self.ids)


def read_tokens(text: str) -> list[Token]:
    """Return the words of a question: contractions spelled out, possessives apart ("'s"), no punctuation but ","."""
    for pattern, full in _CONTRACTED if _APOSTROPHE.search(text) else ():
        text = pattern.sub(full, text)
    if "," in text:
        text = _COMMA_OF_DATE.sub("", text)
    return [Token(fold(raw), raw) for raw in _WORD.findall(text)]
