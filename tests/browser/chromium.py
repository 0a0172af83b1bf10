"""Finds a Chromium for the tests that drive a real browser, or gets one: `python -m tests.browser.chromium`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
ADVICE = (
    "No Chromium was found and none could be installed; install Chromium, Chrome or Edge (on Debian and Ubuntu: "
    "sudo apt-get install chromium), or set CHROMIUM to the path of one, and run this again."
)


def find_chromium() -> str | None:
    """Return the path of a Chromium that starts: the one that CHROMIUM names, one installed, or Playwright's own."""
    return next((path for path in _candidates() if path and _starts(path)), None)


def get_chromium() -> str:
    """Return the path of a Chromium, installed first if there is none. Raises LookupError with advice if all fails."""
    found = find_chromium()
    if found is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        _run("apt-get", "update")
        _run("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core")
        found = find_chromium()
    if found is None:
        _run(sys.executable, "-m", "playwright", "install", "chromium")
        found = find_chromium()
    if found is None:
        raise LookupError(ADVICE)
    return found


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("CHROMIUM")
    yield from map(shutil.which, COMMANDS)
    yield from PLACES
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Say whether the browser can be started; Ubuntu's package, for one, is a stub where there are no snaps."""
    try:
        return Path(path).is_file() and _run(path, "--version") == 0
    except OSError:
        return False


def _run(*command: str) -> int:
    """Run a command without a word unless it fails, and return its exit code."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, env=environment)
    except subprocess.TimeoutExpired:
        return 124
    if done.returncode:
        print(f"{' '.join(command)} failed: {done.stderr.strip()[-500:]}", file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    try:
        print(get_chromium())
    except LookupError as error:
        sys.exit(str(error))
