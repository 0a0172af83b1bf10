"""What the page's stores hold, read into values; whatever a browser sends that is out of shape counts as not set."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from components.ordering import ORDERS, STRONGEST
from graph import Filters, Place
from graph.days import Period
from graph.filters import CHOICE_FIELDS, COUNT_FIELDS, PERIOD_FIELDS, SHARE_FIELDS
from graph.model import Selection, Status, TextSpan
from graph.picture import COLOURS, LIGHT, MOST_ACTORS, SIZES, THEMES, Canvas, Edges, Encoding, Extent, Theme

Camera = tuple[float, float, float, float]

_SMALLEST, _LARGEST = 120.0, 8000.0
_MOST_DRAWN = 100_000
_TICKED = re.compile(r"(\S+) (\d{1,9}) (\d{1,9})")


def read_filters(data: Mapping[str, Any] | None) -> Filters:
    """Return the filters that a store holds."""
    data = data if isinstance(data, Mapping) else {}
    asked: dict[str, Any] = {field: _texts(data.get(field)) for field in CHOICE_FIELDS}
    asked |= {field: _period(data.get(field)) for field in PERIOD_FIELDS}
    asked |= {field: int(_number(data.get(field)) or 0) for field in COUNT_FIELDS}
    asked |= {field: _number(data.get(field)) or 0.0 for field in SHARE_FIELDS}
    return Filters(**asked, text=_text(data.get("text")))


def read_selection(data: Mapping[str, Any] | None) -> Selection:
    """Return the selection that a store holds."""
    data = data or {}
    what, name, ids = _text(data.get("what")), _text(data.get("id")), _texts(data.get("ids"))
    if what == "actors" and ids:
        return Selection(what, ids=tuple(dict.fromkeys(ids)))
    if what == "path" and len(ids) == 2:
        return Selection(what, ids=ids)
    return Selection(what, name) if what in ("actor", "relation", "question") and name else Selection()


def read_shown(data: Mapping[str, Any] | None, first: int) -> int:
    """Return how many passages of the selection are asked for, `first` where nothing is said."""
    shown = _number((data or {}).get("shown"))
    return first if shown is None else max(first, int(shown))


def read_order(data: object) -> str:
    """Return the order of sentences that a store holds."""
    return data if isinstance(data, str) and data in ORDERS else STRONGEST


def read_canvas(data: Mapping[str, Any] | None) -> Canvas:
    """Return the canvas that a store holds."""
    data = data or {}
    width, height = _number(data.get("width")), _number(data.get("height"))
    if width is None or height is None:
        return Canvas()
    width, height = (min(_LARGEST, max(_SMALLEST, side)) for side in (width, height))
    pins = data.get("pins")
    places = {name: _place(at) for name, at in pins.items()} if isinstance(pins, dict) else {}
    return Canvas(
        width, height, {name: at for name, at in places.items() if at}, _edges(data.get("edges"), width, height)
    )


def _edges(value: object, width: float, height: float) -> Edges:
    """Return what covers the edges of a canvas, on which half of each side stays free."""
    told = value if isinstance(value, dict) else {}
    sides = {"left": width, "right": width, "top": height, "bottom": height}
    return Edges(**{name: min(side / 4, max(0.0, _number(told.get(name)) or 0.0)) for name, side in sides.items()})


def _place(value: object) -> tuple[float, float] | None:
    numbers = [_number(part) for part in value] if isinstance(value, list) and len(value) == 2 else []
    x, y = numbers or (None, None)
    return (x, y) if x is not None and y is not None else None


def read_extent(data: Mapping[str, Any] | None) -> Extent:
    """Return how much of the network is to be drawn, as a store holds it."""
    data = data or {}
    most = data.get("most")
    return Extent(
        most if isinstance(most, int) and 0 < most <= _MOST_DRAWN else MOST_ACTORS,
        read_filters(data.get("filters")),
        frozenset(_texts(data.get("also"))),
        frozenset(_texts(data.get("opened"))),
        frozenset(_texts(data.get("grouped"))),
    )


def read_encoding(data: Mapping[str, Any] | None) -> Encoding:
    """Return how actors are to be drawn, as a store holds it."""
    data, usual = data or {}, Encoding()
    size, colour = data.get("size"), data.get("colour")
    return Encoding(
        size if size in SIZES else usual.size, colour if colour in COLOURS else usual.colour, data.get("hulls") is True
    )


def read_camera(data: object, canvas: Canvas) -> Camera | None:
    """Return the part of a canvas (left, right, bottom, top) that a store holds, None for the whole."""
    sides = [_number(side) for side in data] if isinstance(data, list) and len(data) == 4 else []
    left, right, bottom, top = sides or (None, None, None, None)
    if left is None or right is None or bottom is None or top is None:
        return None
    whole = (0.0, canvas.width, 0.0, canvas.height)
    is_whole = all(abs(side - end) < 1 for side, end in zip((left, right, bottom, top), whole, strict=True))
    return (left, right, bottom, top) if right - left >= 1 and top - bottom >= 1 and not is_whole else None


def read_ids(data: object) -> frozenset[str]:
    """Return the ids that a store holds."""
    return frozenset(_texts(data))


def read_correction(data: Mapping[str, Any] | None) -> tuple[str, str]:
    """Return what is to be done to what: an act, and the id of an actor, a relation or a claim."""
    data = data or {}
    return _text(data.get("act")), _text(data.get("id"))


def read_told(data: Mapping[str, Any] | None) -> tuple[str, dict[str, TextSpan]]:
    """Return an article and the places in it of who acts, of what says so and of upon whom; an empty one for none."""
    data = data or {}
    parts = {}
    for role in ("source", "trigger", "target"):
        place = _place(data.get(role))
        parts[role] = TextSpan(int(place[0]), int(place[1])) if place else TextSpan(0, 0)
    return _text(data.get("article")), parts


def read_act(data: Mapping[str, Any] | None) -> str:
    """Return what is to be done with a project."""
    return _text((data or {}).get("act"))


def read_later(data: Mapping[str, Any] | None) -> frozenset[str]:
    """Return the pairs of actors that the reader leaves for later."""
    return frozenset(_texts((data or {}).get("later")))


def read_number(data: Mapping[str, Any]) -> int:
    """Return the number of a line of the log, 0 for none."""
    number = _text(data.get("number"))
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def read_places(ticked: Sequence[str] | None) -> list[Place]:
    """Return the ticked places of a form: "article start end" each."""
    parts = (_TICKED.fullmatch(text) for text in _texts(ticked))
    return [Place(part[1], TextSpan(int(part[2]), int(part[3]))) for part in parts if part]


def read_status(data: str) -> Status:
    """Return the status of a form, the plainest where it is none."""
    return Status(data) if data in set(Status) else Status.ASSERTED


def read_theme(data: str | None) -> Theme:
    """Return the theme that a store holds."""
    return THEMES.get(data or "", LIGHT)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _period(value: object) -> Period:
    ends = value if isinstance(value, Mapping) else {}
    return Period(_text(ends.get("first")), _text(ends.get("last")))


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(found for found in value if isinstance(found, str))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e9 else None
