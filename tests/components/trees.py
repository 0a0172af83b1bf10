"""Component trees as data: what a test wants to know of them."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def walk(tree: Any) -> Iterator[Any]:
    """Give a tree's components and texts in order."""
    if isinstance(tree, list | tuple):
        for part in tree:
            yield from walk(part)
    elif isinstance(tree, Component):
        yield tree
        for name in ("label", "children", "leftSection", "lightIcon", "darkIcon"):
            yield from walk(getattr(tree, name, None))
    elif tree is not None:
        yield tree


def text_of(tree: Any) -> str:
    """Return all that a tree says, without blanks at the ends."""
    return "".join(str(part) for part in walk(tree) if not isinstance(part, Component)).strip()


def found(tree: Any, **wanted: Any) -> list[Component]:
    """Return the components with these properties; `data_id` stands for data-id, `of` for the element's name."""
    name = wanted.pop("of", None)
    wanted = {key.replace("_", "-") if key.startswith(("data_", "aria_")) else key: wanted[key] for key in wanted}
    return [
        part
        for part in walk(tree)
        if isinstance(part, Component)
        and (name is None or type(part).__name__ == name)
        and all(getattr(part, key, None) == value for key, value in wanted.items())
    ]
