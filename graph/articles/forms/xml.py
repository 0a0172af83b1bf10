"""XML that others wrote: parsed without entities, without the network, and with what is broken mended."""

from typing import Any

from lxml import etree


def parse_xml(raw: bytes) -> Any:
    """Return the root of a document, None where there is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        return etree.fromstring(raw, parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def text_at(element: Any, *names: str) -> str | None:
    """Return the text of the first descendant that has one of the names and any text, in the order of the names."""
    for name in names:
        for found in element.iter(f"{{*}}{name}"):
            if text := " ".join("".join(found.itertext()).split()):
                return text
    return None
