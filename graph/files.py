"""Files that may hold articles: found below folders and read, within the size that an article may have."""

from collections.abc import Iterable
from pathlib import Path

from graph.articles import MAX_SOURCE_BYTES, SUFFIXES
from graph.errors import ArticleError


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files at `paths` that may hold articles: of a folder, all below it by their ending, in order."""
    return [file for path in paths for file in (_files_below(path) if path.is_dir() else [path])]


def read_file(path: Path) -> bytes:
    """Return what is in a file; of one that is too long for an article only so much that this can be told.

    Raises ArticleError for a file that is not there or must not be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_SOURCE_BYTES + 1)
    except OSError as error:
        raise ArticleError(f"{str(path)!r} cannot be read ({error.strerror}); check the path.") from error


def _files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
