"""What is fetched from the web: within limits, over redirections, and never from a private network."""

import gzip
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import graph.fetching as fetching
from graph import Library, load_settings
from graph.errors import ArticleError
from graph.fetching import Fetcher, is_public
from tests.fake_reader import FakeReader


class Pages(BaseHTTPRequestHandler):
    """A small web."""

    def do_GET(self):
        path = self.path.partition("?")[0]
        if path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", path.removeprefix("/to/").replace("_", "/"))
            self.end_headers()
        elif path == "/loop":
            self.send_response(301)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif path == "/drip":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        elif path == "/gone":
            self.send_error(404)
        else:
            self.send_response(200)
            body = {"/packed": gzip.compress(b"packed"), "/bomb": gzip.compress(b"a" * 5_000_000)}.get(path, b"plain")
            if path in ("/packed", "/bomb"):
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            if path == "/slow":
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.05)
            elif path == "/endless":
                for _ in range(100):
                    self.wfile.write(b"x" * 100_000)
            elif path == "/host":
                self.wfile.write(self.headers["Host"].encode())
            else:
                self.wfile.write(body)

    def handle(self):
        with suppress(OSError):  # who asked has gone
            super().handle()

    def log_message(self, *_values):
        pass


@pytest.fixture(scope="module")
def port():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


@pytest.fixture
def local():
    return Fetcher(private=True)


def test_fetching_gives_the_bytes_and_the_last_address(local, port):
    base = f"http://127.0.0.1:{port}"
    assert local.fetch(f"{base}/a").raw == b"plain"
    assert local.fetch(f"{base}/packed").raw == b"packed"
    found = local.fetch(f"{base}/to/_packed")
    assert (found.url, found.raw) == (f"{base}/packed", b"packed")
    assert local.fetch(f"{base}/a/ü?q=ü").raw == b"plain"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/gone", "the server answers 404"),
        ("/loop", "redirected more than 5 times"),
        ("/to/file:__etc_passwd", "only http and https"),
        ("/to/ftp:__x", "only http and https"),
        ("/bomb", "more than 1 MB"),
        ("/endless", "more than 1 MB"),
    ],
)
def test_fetching_tells_what_cannot_be_had(local, port, path, told, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000_000)
    with pytest.raises(ArticleError, match=told):
        local.fetch(f"http://127.0.0.1:{port}{path}")


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_fetching_waits_only_so_long(port, path):
    with pytest.raises(ArticleError, match=r"no whole answer within 0\.3 seconds"):
        Fetcher(private=True, seconds=0.3).fetch(f"http://127.0.0.1:{port}{path}")


def test_fetching_is_allowed_on_this_machine_by_a_setting_alone(port, tmp_path):
    settings = {"DRAMATIS_DATABASE_URL": f"sqlite:///{tmp_path / 'library.sqlite'}"}
    for told, more in (("private network", {}), ("", {"DRAMATIS_PRIVATE_ADDRESSES": "1"})):
        library = Library(load_settings(settings | more), reader=FakeReader())
        job = library.readings.prepare([(f"http://127.0.0.1:{port}/a", None)])
        library.readings.run(job)
        assert told in "".join(library.readings.progress(job).problems)
    assert [article.text for article in library.articles()] == ["plain"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a", "javascript:x", "http://", "http://a b/"])
def test_fetching_takes_web_addresses_only(local, url):
    with pytest.raises(ArticleError, match="only http and https"):
        local.fetch(url)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.1",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1"),
        *("::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"),
    ],
)
def test_fetching_knows_addresses_that_are_not_public(address):
    assert not is_public(address)
    asked = []
    fetcher = Fetcher(resolve=lambda host, _port: asked.append(host) or ["93.184.216.34", address])
    with pytest.raises(ArticleError, match="private network"):
        fetcher.fetch("http://example.org/")
    assert asked == ["example.org"]


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_fetching_knows_public_addresses(address):
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0"])
def test_fetching_refuses_every_spelling_of_this_machine(host, port):
    with pytest.raises(ArticleError, match=r"private network|no host|connection failed"):
        Fetcher().fetch(f"http://{host}:{port}/")


def test_fetching_resolves_a_host_once_and_connects_to_that_very_address(port, monkeypatch):
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    connected = []

    def connect(address, timeout):
        connected.append(address)
        return real(("127.0.0.1", port), timeout)

    real = socket.create_connection
    monkeypatch.setattr(fetching.socket, "create_connection", connect)
    found = Fetcher(resolve=lambda _host, _port: next(answers)).fetch("http://rebind.example/host")
    assert connected == [("93.184.216.34", 80)]
    assert found.raw == b"rebind.example"


def test_fetching_checks_where_a_redirection_leads(port, monkeypatch):
    names = {"public.example": "93.184.216.34", "inside.example": "192.168.0.1"}
    connected = []

    def connect(address, timeout):
        connected.append(address[0])
        return real(("127.0.0.1", port), timeout)

    real = socket.create_connection
    monkeypatch.setattr(fetching.socket, "create_connection", connect)
    with pytest.raises(ArticleError, match=r"public\.example.*private network"):
        Fetcher(resolve=lambda host, _port: [names[host]]).fetch("http://public.example/to/http:__inside.example_")
    assert connected == ["93.184.216.34"]
