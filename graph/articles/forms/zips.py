"""Zip archives, and office documents that are such: their members are read in memory only, within limits.

Nothing is ever written to a path, so that a member's name can lead nowhere.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from graph.articles.drafts import quoted
from graph.errors import ArticleError

MOST_MEMBERS = 10_000
MOST_MEMBER_BYTES = 50_000_000
MOST_BYTES = 500_000_000  # of all members together
MOST_RATIO = 200  # text is packed to a tenth at best; what is packed to less is a bomb
SMALL = 1_000_000  # bytes up to which no ratio is suspicious
CHUNK = 1 << 20
ZIP_START = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OFFICE = "[Content_Types].xml"  # is in every office document
MAC_FOLDER = "__MACOSX"
HIDDEN = re.compile(r"\.+[^.]")


class Budget:
    """How much may still be unpacked."""

    def __init__(self) -> None:
        self.left = MOST_BYTES


def is_zip(raw: bytes) -> bool:
    """Say whether a file is an archive, be it that of an office document."""
    return raw.startswith((ZIP_START, EMPTY_ZIP))


def open_zip(raw: bytes, name: str) -> zipfile.ZipFile:
    """Return an archive. Raises ArticleError for a damaged one and for one with too many members."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ArticleError(f"{quoted(name)} is a damaged zip archive; pack it anew, or add its files.") from error
    if len(archive.infolist()) > MOST_MEMBERS:
        raise ArticleError(
            f"{quoted(name)} has {len(archive.infolist()):,} members and at most {MOST_MEMBERS:,} are read; split it."
        )
    return archive


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget, *, what: str) -> bytes:
    """Return a member's bytes, counted as they are unpacked: what an archive says of its sizes is not believed.

    Raises ArticleError for a member that is locked, damaged or unpacks to too much.
    """
    if member.flag_bits & 0x1:
        raise ArticleError(f"{what} is locked with a password; pack it without one and add that.")
    read = bytearray()
    most = min(MOST_MEMBER_BYTES, budget.left, max(SMALL, MOST_RATIO * member.compress_size))
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(CHUNK):
                read += chunk
                budget.left -= len(chunk)
                if len(read) > most:
                    raise ArticleError(f"{what} unpacks to far more than an article has; it was left out.")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ArticleError(f"{what} is damaged in its archive; pack it anew.") from error
    return bytes(read)


def members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Give the files in an archive, without what systems hide in it."""
    for member in archive.infolist():
        parts = PurePosixPath(member.filename).parts
        if not member.is_dir() and MAC_FOLDER not in parts and not any(map(HIDDEN.match, parts)):
            yield member


def with_members(raw: bytes, members: Sequence[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """Return an archive with other contents in the place of some members; all else in it stays as it is."""
    file = io.BytesIO(raw)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            former = next(each for each in archive.filelist if each.header_offset == member.header_offset)
            archive.filelist.remove(former)
            archive.NameToInfo.pop(member.filename, None)  # else it is taken for a second one of this name
            archive.writestr(zipfile.ZipInfo(member.filename, member.date_time), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
