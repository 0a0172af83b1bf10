"""The data files: actors, relations, names, titles and cues, and how they are read."""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.errors import TaxonomyError

DATA = Path(__file__).resolve().parent
GENDERS = ("m", "f", "u")
# The parts of a phrase, no fewer than a tokenizer makes of it; "u.s." and "st." are one.
PARTS = re.compile(r"(?:[^\W\d_]\.){2,}|\w+\.?|[^\w\s]")
# Letters that no decomposition takes apart, and the curled apostrophe.
STROKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'"}
)


def read_table(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds; raises TaxonomyError where it is missing or is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TaxonomyError(f"{path} is missing; restore it, or load another folder of data.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TaxonomyError(f"{path} is not valid TOML: {error}. Correct it there.") from None


def words(value: object, *, path: Path, key: str) -> tuple[str, ...]:
    """Return the words and phrases of a list, or of a text with commas or line breaks between them."""
    if isinstance(value, str):
        return tuple(word for line in value.splitlines() for part in line.split(",") if (word := part.strip()))
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise TaxonomyError(f"{path}: {key} is {value!r}; write a text or a list of texts.")


def lower_words(table: dict[str, Any], key: str, path: Path) -> frozenset[str]:
    """Return the words under a key of a file's table in lower case."""
    return frozenset(word.lower() for word in words(table.get(key), path=path, key=key))


def folded(name: str) -> str:
    """Return a name in lower case without accents: "Bogotá" is "bogota"."""
    lower = name.lower()
    if lower.isascii():
        return lower
    plain = lower.translate(STROKED)
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def entries(value: object, *, path: Path, key: str) -> list[list[str]]:
    """Return the entries of a text with one a line, its name first: "Federal Bureau of Investigation | FBI".

    Entries may also stand between semicolons, so that short ones share a line.
    """
    if not isinstance(value, str):
        raise TaxonomyError(f"{path}: {key} is {value!r}; write a text with one name a line.")
    lines = (entry for line in value.splitlines() for entry in line.split(";") if entry.strip())
    return [[form.strip() for form in line.split("|")] for line in lines]


def read_entries(path: Path, known: dict[str, str] | None = None) -> dict[str, str]:
    """Return the canonical names of a file's entries by each form in lower case, added to those `known` before."""
    found = {} if known is None else known
    for key, listed in read_table(path).items():
        for forms in entries(listed, path=path, key=key):
            put(found, forms, forms[0], path)
    return found


def put(found: dict[str, str], forms: Iterable[str], meaning: str, path: Path) -> None:
    """Add forms of a name in lower case; raises TaxonomyError where one already means something else."""
    for form in forms:
        if found.setdefault(form.lower(), meaning) != meaning:
            raise TaxonomyError(f"{path}: {form!r} means {found[form.lower()]!r} and {meaning!r}; keep one of them.")


def phrase_lengths(*tables: Iterable[str]) -> dict[str, int]:
    """Return by the first word of the phrases of several words how many tokens the longest may have."""
    lengths: dict[str, int] = {}
    for table in tables:
        for phrase in table:
            parts = PARTS.findall(phrase.removeprefix("the "))
            if len(parts) > 1:
                lengths[parts[0]] = max(lengths.get(parts[0], 0), len(parts))
    return lengths


def by_gender(table: object, path: Path, key: str) -> dict[str, str]:
    """Return the gender of each word, in lower case, that a table lists under "m", "f" or "u"."""
    if not isinstance(table, dict) or table.keys() - set(GENDERS):
        raise TaxonomyError(f"{path}: {key} is {table!r}; write a table with lists under {', '.join(GENDERS)}.")
    genders: dict[str, str] = {}
    for gender, listed in table.items():
        put(genders, words(listed, path=path, key=gender), gender, path)
    return genders


def version_of(folder: Path) -> str:
    """Return twelve characters that change whenever a data file in a folder does; they serve as a cache key."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
