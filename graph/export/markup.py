"""XML for networks: escaped words, and the values of nodes and edges, each declared once with its type."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

_TYPES = {bool: "boolean", int: "long", float: "double"}  # all others are strings; GraphML and GEXF call them alike
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_VALUE = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


class Field(NamedTuple):
    """A value that nodes or edges may have: the name by which the file refers to it, its own name, and its type."""

    key: str
    of: str
    name: str
    type: str


class Fields:
    """The values that stand in a file, as they are met."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str], Field] = {}

    def of(self, what: str, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """Give the key of each value of a "node", an "edge" or the "graph", and the value as text."""
        for name, value in values.items():
            met = self._met.get((what, name))
            if met is None:
                met = Field(f"d{len(self._met)}", what, name, _TYPES.get(type(value), "string"))
                self._met[what, name] = met
            yield met.key, str(value).lower() if isinstance(value, bool) else str(value)

    def met(self) -> tuple[Field, ...]:
        """Return the declarations of all values that were given so far."""
        return tuple(self._met.values())


def escaped(text: str) -> str:
    """Return words as they stand between tags."""
    return text.translate(_IN_TEXT)


def attributes(values: Mapping[str, object]) -> str:
    """Return what stands in a tag behind its name."""
    return "".join(f' {name}="{str(value).translate(_IN_VALUE)}"' for name, value in values.items())
