"""Words broken into lines by how wide they are."""

from collections.abc import Iterator, Sequence

from graph.picture.fonts import width_of
from graph.picture.scene import Run


def wrap(runs: Sequence[Run], size: float, width: float) -> list[list[Run]]:
    """Return runs of words in lines no wider than `width`; a word that is wider is broken."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for piece in _pieces(runs, size, width):
        wide = width_of(piece.words, piece.face, size)
        if lines[-1] and used + width_of(piece.words.rstrip(), piece.face, size) > width:
            lines.append([])
            used = 0.0
            piece = Run(piece.words.lstrip(), piece.face, piece.colour)
            wide = width_of(piece.words, piece.face, size)
        _add(lines[-1], piece)
        used += wide
    return [line for line in lines if line]


def shorten(words: str, face: str, size: float, width: float) -> str:
    """Return words as they are, or their beginning with "…" where they are wider than `width`."""
    if width_of(words, face, size) <= width:
        return words
    while words and width_of(f"{words}…", face, size) > width:
        words = words[:-1].rstrip()
    return f"{words}…"


def _pieces(runs: Sequence[Run], size: float, width: float) -> Iterator[Run]:
    """Give the words one by one, each with the blank behind it; a no-break space keeps words together."""
    for run in runs:
        for word in run.words.replace("\n", " ").split(" "):
            rest = word
            while rest and width_of(rest, run.face, size) > width:
                fits = max(
                    1, next(n for n in range(len(rest), 0, -1) if n == 1 or width_of(rest[:n], run.face, size) <= width)
                )
                yield Run(rest[:fits], run.face, run.colour)
                rest = rest[fits:]
            yield Run(f"{rest} ", run.face, run.colour)


def _add(line: list[Run], piece: Run) -> None:
    if line and (line[-1].face, line[-1].colour) == (piece.face, piece.colour):
        line[-1] = Run(line[-1].words + piece.words, piece.face, piece.colour)
    else:
        line.append(piece)
