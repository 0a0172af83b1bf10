"""Small phrases that several parts of the page share."""


def counted(count: int, word: str) -> str:
    """Return "1 relation", "1,204 relations"."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
