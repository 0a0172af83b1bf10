"""Attributes of HTML elements whose names hold a hyphen, as keyword arguments."""

from typing import Any


def data(**values: str) -> dict[str, Any]:
    """Return data attributes: assets/50-page.js and 42-panel.js act on most of them."""
    return {f"data-{name}": value for name, value in values.items()}


def aria(**values: str) -> dict[str, Any]:
    """Return what an element tells to those who do not see it."""
    return {f"aria-{name}": value for name, value in values.items()}
