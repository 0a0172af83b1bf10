"""How English verbs double their last letter, so that "fined" is never taken for a form of "fin"."""

from __future__ import annotations

from collections.abc import Iterable

VOWELS = "aeiou"


def find_doubled_forms(verbs: Iterable[str]) -> dict[str, list[str]]:
    """Lemma by form, of the pasts and gerunds that double the last letter: "wiretapped", "planning"."""
    return {
        f"{verb}{verb[-1]}{ending}": [verb] for verb in sorted(verbs) if can_double(verb) for ending in ("ed", "ing")
    }


def find_shadowing(verbs: frozenset[str]) -> frozenset[str]:
    """The verbs that always double and are another verb without its "e": "fin" beside "fine", "hop" beside "hope".

    A rule that cuts "ed" would take "fined" for a form of theirs.
    """
    return frozenset(verb for verb in verbs if can_double(verb) and f"{verb}e" in verbs)


def can_double(verb: str) -> bool:
    """Whether the last letter may be doubled: a consonant behind one vowel ("plan", "wiretap", "refer")."""
    if len(verb) < 3 or not verb.isascii() or not verb.isalpha():
        return False
    return verb[-1] not in VOWELS + "wxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS
