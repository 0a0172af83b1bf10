"""The numbered notes below a picture: the sentence behind each relation, and where it stands."""

from collections.abc import Callable, Mapping, Sequence

from graph.filters import STATUS_WORDS
from graph.model import EdgeView, Passage
from graph.picture.scene import Line, Point, Run
from graph.picture.theme import Theme
from graph.picture.wrapping import wrap
from graph.words import dated

Proofs = Callable[[Sequence[str]], Mapping[str, Passage]]  # the foremost sentence of each relation

_SIZE = 11.5
_ROW = 15.5
_AIR = 5.0  # between notes
_COLUMN_GAP = 28.0
_LEAST_COLUMN = 330.0
_MOST_COLUMNS = 2
_LONGEST_QUOTE = 230  # characters


def measure_note(edge: EdgeView, passage: Passage, theme: Theme, width: float) -> list[list[Run]]:
    """Return the lines of a note without its number, wrapped to the width of a column."""
    told = STATUS_WORDS[edge.status] + (f", {edge.weight:,} sentences" if edge.weight > 1 else "")
    said = f", said by {passage.speaker}" if passage.speaker else ""
    runs = [
        Run(passage.relation or "", "sans-strong", theme.ink),
        Run(f"({told}{said}):", "sans", theme.muted),
        Run(f"“{quote_of(passage)}”", "serif", theme.ink),
        Run(source_of(passage), "serif-italic", theme.muted),
    ]
    return wrap(runs, _SIZE, width - _indent())


def quote_of(passage: Passage) -> str:
    """Return a sentence, of a long one the part that says it."""
    text = " ".join(passage.text.split())
    if len(text) <= _LONGEST_QUOTE:
        return text
    first = min((mark.start for mark in passage.highlights), default=0)
    last = max((mark.end for mark in passage.highlights), default=0)
    start = 0 if last <= _LONGEST_QUOTE else passage.text.rfind(" ", 0, max(first - 20, 0)) + 1
    rest = " ".join(passage.text[start:].split())
    cut = rest if len(rest) <= _LONGEST_QUOTE else rest[:_LONGEST_QUOTE].rpartition(" ")[0] + " …"
    return f"… {cut}" if start else cut


def source_of(passage: Passage) -> str:
    """Return where a sentence stands: "Comey is fired, Mia Ross, The Independent, 10 May 2017."."""
    parts = (passage.title, passage.author, passage.outlet, dated(passage.published) if passage.published else None)
    return ", ".join(dict.fromkeys(part for part in parts if part)) + "."


def columns_of(width: float, notes: int) -> tuple[int, float]:
    """Return in how many columns so many notes stand, as far as a width has room for these, and how wide each is."""
    count = max(1, min(_MOST_COLUMNS, notes, int((width + _COLUMN_GAP) // (_LEAST_COLUMN + _COLUMN_GAP))))
    return count, (width - (count - 1) * _COLUMN_GAP) / count


def height_of(notes: Sequence[Sequence[object]]) -> float:
    """Return how high notes of so many lines are, one below the other."""
    return sum(len(lines) * _ROW + _AIR for lines in notes)


def lay_notes(
    notes: Sequence[tuple[int, list[list[Run]]]], theme: Theme, *, at: Point, columns: tuple[int, float]
) -> tuple[list[Line], float]:
    """Return numbered notes in columns of about the same height from `at`, and how high these are."""
    count, column = columns
    share = height_of([lines for _, lines in notes]) / count
    written: list[Line] = []
    tallest = used = 0.0
    number_of_column = 0
    for number, lines in notes:
        if used >= share and number_of_column + 1 < count:
            number_of_column, used = number_of_column + 1, 0.0
        x, y = at[0] + number_of_column * (column + _COLUMN_GAP), at[1] + used
        written.append(Line(x, y + _SIZE, [Run(str(number), "sans-strong", theme.ink)], _SIZE))
        written += [Line(x + _indent(), y + _SIZE + row * _ROW, runs, _SIZE) for row, runs in enumerate(lines)]
        used += height_of([lines])
        tallest = max(tallest, used)
    return written, tallest


def _indent() -> float:
    return 2.1 * _SIZE
