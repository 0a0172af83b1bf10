"""The list of keys, held against what the scripts listen to."""

import re

from components.key_help import KEYS, key_list
from graph.settings import ROOT
from tests.components.trees import text_of

SAID = re.compile(r'says: "([^"]+)"')


def test_key_help_tells_all_keys_of_the_scripts():
    told = {words for _, keys in KEYS for _, words in keys}
    said = {
        words for path in (ROOT / "assets").glob("*.js") for words in SAID.findall(path.read_text(encoding="utf-8"))
    }
    assert len(said) > 10
    assert said <= told


def test_key_help_has_a_line_for_each_key():
    words = text_of(key_list())
    assert all(does in words for _, keys in KEYS for _, does in keys)
