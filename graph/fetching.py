"""Fetching: what is at an address of the web, within limits and never from inside the reader's own network.

A host's name is resolved once, and the connection goes to that very address: a name that leads elsewhere a moment later
(DNS rebinding) gains nothing. Each hop of a redirection is checked like the first.
"""

import socket
import ssl
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from graph.articles import web_address
from graph.errors import ArticleError

MOST_BYTES = 20_000_000
MOST_HOPS = 5
SECONDS = 20.0  # for all hops together
CHUNK = 1 << 16
REDIRECTIONS = (301, 302, 303, 307, 308)
AGENT = "Mozilla/5.0 (compatible; Dramatis; reads single articles when its user asks for them)"
TRANSLATED = ip_network("64:ff9b::/96")  # IPv6 addresses that stand for IPv4 ones
REFUSED = "it leads into a private network; set DRAMATIS_PRIVATE_ADDRESSES=1 if that is meant"

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was at an address: the address where it was found in the end, and its bytes."""

    url: str
    raw: bytes


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Fetcher:
    """Fetches addresses; with `private`, also from private networks and from this machine."""

    def __init__(self, *, private: bool = False, resolve: Resolve = resolve, seconds: float = SECONDS) -> None:
        self._private = private
        self._resolve = resolve
        self._seconds = seconds

    def fetch(self, url: str) -> Fetched:
        """Return what is at an http(s) address. Raises ArticleError that says why it cannot be had."""
        deadline = time.monotonic() + self._seconds
        here = url
        for _ in range(MOST_HOPS + 1):
            found = self._hop(here, deadline, asked=url)
            if isinstance(found, bytes):
                return Fetched(here, found)
            here = urljoin(here, found)
        raise _refusal(url, f"it is redirected more than {MOST_HOPS} times")

    def _hop(self, url: str, deadline: float, *, asked: str) -> bytes | str:
        """Return the bytes at an address, or the address to which it is redirected."""
        if web_address(url) is None:
            raise _refusal(asked, "only http and https addresses are fetched")
        try:
            connection = self._connect(url, deadline, asked=asked)
            # A server that sends its headers letter by letter would keep us waiting without end.
            cutter = Timer(_left(deadline), _cut, [connection.sock])
            cutter.daemon = True
            cutter.start()
            try:
                connection.request("GET", _target(url), headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"})
                answer = connection.getresponse()
                if answer.status in REDIRECTIONS and (place := answer.getheader("Location")):
                    return place
                if answer.status != 200:
                    raise _refusal(asked, f"the server answers {answer.status} {answer.reason}"[:80])
                return _body(answer, connection, deadline, asked=asked)
            finally:
                cutter.cancel()
                connection.close()
        except TimeoutError as error:
            raise _refusal(asked, self._too_late()) from error
        except ssl.SSLError as error:
            raise _refusal(asked, "its certificate cannot be trusted") from error
        except socket.gaierror as error:
            raise _refusal(asked, f"there is no host {urlsplit(url).hostname!r}, or no network") from error
        except (OSError, HTTPException, UnicodeError, ValueError) as error:
            late = time.monotonic() >= deadline
            why = self._too_late() if late else f"the connection failed ({type(error).__name__})"
            raise _refusal(asked, why) from error

    def _too_late(self) -> str:
        return f"there was no whole answer within {self._seconds:g} seconds"

    def _connect(self, url: str, deadline: float, *, asked: str) -> HTTPConnection:
        parts = urlsplit(url)
        host, is_safe = parts.hostname or "", parts.scheme == "https"
        port = parts.port or (443 if is_safe else 80)
        addresses = self._resolve(host, port)
        if not addresses or not (self._private or all(map(is_public, addresses))):
            raise _refusal(asked, REFUSED)
        connection = HTTPConnection(host, port)
        plain = socket.create_connection((addresses[0], port), timeout=_left(deadline))
        # http.client takes a socket that is there already and then asks for no name.
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if is_safe else plain
        return connection


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public internet; what is written inside of another address counts."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in TRANSLATED:
            inner = IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _target(url: str) -> str:
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return f"{path}?{query}" if query else path


def _body(answer: HTTPResponse, connection: HTTPConnection, deadline: float, *, asked: str) -> bytes:
    """Return an answer's bytes, read and unpacked in pieces: neither its size nor its pace is left to the server."""
    packed = answer.getheader("Content-Encoding", "").lower() in ("gzip", "x-gzip", "deflate")
    unpacker: Any = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    read = bytearray()
    try:
        while True:
            connection.sock.settimeout(_left(deadline)) if connection.sock else _left(deadline)
            chunk = answer.read1(CHUNK)
            if not chunk:
                _left(deadline)  # it may have been cut off
                if answer.length:
                    raise _refusal(asked, "the server's answer breaks off")
                return bytes(read)
            read += unpacker.decompress(chunk, MOST_BYTES + 1) if unpacker else chunk
            if len(read) > MOST_BYTES:
                raise _refusal(asked, f"it has more than {MOST_BYTES // 1_000_000} MB")
    except zlib.error as error:
        raise _refusal(asked, "the server's answer is damaged") from error


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):  # it may be closed already
        sock.shutdown(socket.SHUT_RDWR)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _refusal(url: str, why: str) -> ArticleError:
    shown = url if len(url) <= 150 else f"{url[:147]}…"
    return ArticleError(f"{shown!r} could not be fetched: {why}.")
