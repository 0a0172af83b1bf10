"""Saved mails (.eml), such as newsletters: their text, or their web page if there is no text."""

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from graph.articles.drafts import Draft, headed, headed_page, quoted
from graph.articles.facts import Facts
from graph.errors import ArticleError


def read_mail(raw: bytes, name: str) -> Iterator[Draft]:
    """Give the article in a mail; what is attached to it is left out. Raises ArticleError for one without a text."""
    what = quoted(name)
    try:
        message = email.message_from_bytes(raw, policy=email.policy.default)
        subject, facts = _facts(message)
        body = message.get_body(preferencelist=("plain", "html"))
        text = "" if body is None else str(body.get_content())
        is_page = body is not None and body.get_content_type() == "text/html"
    except (MessageError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise ArticleError(f"{what} is a damaged mail; save it anew, or paste its text.") from error
    if not text.strip():
        raise ArticleError(f"{what} is a mail without a text; add what is attached to it.")
    yield Draft(name, headed_page(subject, text) if is_page else headed(subject, text), facts)


def _facts(message: EmailMessage) -> tuple[str | None, Facts]:
    subject = " ".join(str(message.get("Subject", "")).split()) or None
    sender = message.get("From")
    names = [address.display_name for address in sender.addresses] if sender is not None else []
    try:
        published = parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError):
        published = None
    return subject, Facts(title=subject, author=next(filter(None, names), None), published=published)
