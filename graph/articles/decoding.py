"""Bytes -> clean text: finds the encoding, refuses what is no text, and settles one form of the characters."""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from graph.errors import ArticleError

MAX_BYTES = 10_000_000
MAX_CHARACTERS = 2_000_000
MAX_JUNK = 0.02  # share of control and replacement characters above which the bytes are no text
WESTERN = 0.15  # share of non-ASCII bytes below which a text in Latin letters is likeliest

SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a sound, film or picture file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "a rich-text document",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{3,20})", re.I)
LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
# Soft hyphens and zero-width spaces would cut words in two; embeddings and overrides of direction could make a
# name rewrite the page around it. The joiners stay: emoji and Persian need them.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
WORD = re.compile(r"\w")
JUNK = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def decode(raw: bytes | str, *, what: str, most: int = MAX_BYTES, tabs: bool = False) -> str:
    """Return the text in `raw`, trimmed, its line breaks as "\\n", in NFC and without control characters.

    `what` names the source in messages; with `tabs`, those are kept, as they part the cells of a table. Raises
    ArticleError for nothing, too much, or what is no text.
    """
    if len(raw) > most:
        raise ArticleError(
            f"{what} has {len(raw) / 1e6:.1f} MB; an article may have at most {most // 1_000_000} MB. "
            "Split it into its articles and add these one by one."
        )
    text = raw if isinstance(raw, str) else _decode_bytes(raw, what=what)
    text = ("\t".join(map(normalise, text.split("\t"))) if tabs else normalise(text)).strip(" \n")
    if not WORD.search(text):
        raise ArticleError(f"{what} has no words in it; add a file with text, or paste some.")
    return text


def normalise(text: str) -> str:
    """Return `text` with "\\n" as its only line break, plain blanks, in NFC and without unseen characters."""
    return unicodedata.normalize("NFC", BLANKS.sub(" ", UNSEEN.sub("", LINE_BREAKS.sub("\n", text))))


def check_length(text: str, *, what: str) -> None:
    """Raise ArticleError if `text` is longer than an article may be."""
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"{what} has {len(text):,} characters; an article may have at most {MAX_CHARACTERS:,}. "
            "Split it into its articles and add these one by one."
        )


def _decode_bytes(raw: bytes, *, what: str) -> str:
    for signature, kind in SIGNATURES.items():
        if raw.startswith(signature):
            raise ArticleError(f"{what} is {kind}, not a text; save the article as plain text or as a web page.")
    text = _try_encodings(raw)
    if text is None or len(JUNK.findall(text)) > max(2, MAX_JUNK * len(text)):
        raise ArticleError(f"{what} is no readable text; save the article as plain text in UTF-8 or as a web page.")
    return text


def _try_encodings(raw: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide, errors="replace")
    declared = DECLARED_CHARSET.search(raw[:2048])
    for encoding in ("utf-8", declared[1].decode("ascii") if declared else "utf-8"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess_encoding(raw)


def _wide_encoding(raw: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark are in, told by their zeros: every second byte of Latin text."""
    sample = raw[:4096]
    if sample.count(0) < 0.3 * len(sample):
        return None
    return "utf-16-be" if sample[0::2].count(0) > sample[1::2].count(0) else "utf-16-le"


def _guess_encoding(raw: bytes) -> str | None:
    damaged = raw.decode("utf-8", errors="replace")
    foreign = sum(byte > 127 for byte in raw)
    if damaged.count("\ufffd") * 10 < foreign:
        return damaged  # UTF-8 with a few broken characters, as when a file was cut off
    if foreign < WESTERN * len(raw):
        # The guesser takes short English texts with a curly quote or two for all sorts of encodings.
        return raw.decode("cp1252", errors="replace")
    best = from_bytes(raw[:100_000]).best()
    return raw.decode(best.encoding, errors="replace") if best else None
