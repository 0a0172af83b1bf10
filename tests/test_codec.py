"""What is stored of an article comes back as it was."""

import zlib
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.codec import decode_extraction, decode_removed, encode_extraction, encode_removed
from graph.model import (
    Article,
    Chain,
    Claim,
    Construction,
    Extraction,
    Form,
    Mention,
    RemovedSpan,
    Sentence,
    Status,
    TextSpan,
)

ARTICLE = Article(id="a1", title="Title", text="Trump met Lavrov.")
WORDS = st.text(max_size=8)
NUMBERS = st.integers(0, 5_000)
SPANS = st.builds(TextSpan, NUMBERS, NUMBERS)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
MENTIONS = st.builds(Mention, st.just("a1"), NUMBERS, SPANS, st.sampled_from(Form), WORDS, NUMBERS)
CLAIMS = st.builds(
    Claim,
    id=WORDS,
    article_id=st.just("a1"),
    sentence=NUMBERS,
    relation_type=WORDS,
    source=MENTIONS,
    trigger=SPANS,
    lemma=WORDS,
    target=MENTIONS,
    status=st.sampled_from(Status),
    speaker=st.none() | MENTIONS,
    when=st.none() | st.dates().map(str),
    confidence=st.floats(0, 1),
    construction=st.sampled_from(Construction),
    rule=WORDS,
)
EXTRACTIONS = st.builds(
    Extraction,
    article=st.just(ARTICLE),
    sentences=st.lists(st.builds(Sentence, st.just("a1"), NUMBERS, SPANS), max_size=4).map(tuple),
    mentions=st.lists(MENTIONS, max_size=6).map(tuple),
    chains=st.lists(st.builds(Chain, NUMBERS, WORDS, WORDS, LISTS, LISTS, LISTS), max_size=4).map(tuple),
    claims=st.lists(CLAIMS, max_size=5).map(tuple),
    version=st.just("v1"),
)


@given(EXTRACTIONS)
def test_codec_extractions_come_back_as_they_were(extraction):
    assert decode_extraction(encode_extraction(extraction), ARTICLE, version="v1") == extraction


@given(st.lists(st.builds(RemovedSpan, SPANS, WORDS)).map(tuple))
def test_codec_removed_spans_come_back_as_they_were(removed):
    assert decode_removed(encode_removed(removed)) == removed


def test_codec_takes_in_every_field_there_is():
    # The codec writes fields by name: a new one has to be added there, and here.
    names = {cls.__name__: len(fields(cls)) for cls in (Mention, Chain, Claim, Sentence, Extraction, RemovedSpan)}
    assert names == {"Mention": 6, "Chain": 6, "Claim": 14, "Sentence": 3, "Extraction": 6, "RemovedSpan": 2}


@pytest.mark.parametrize(
    "payload", [b"", b"rubbish", zlib.compress(b"{}"), zlib.compress(b"[1]"), zlib.compress(b"not json")]
)
def test_codec_damaged_bytes_are_told(payload):
    with pytest.raises(ValueError, match=r"damaged|Expecting"):
        decode_extraction(payload, ARTICLE, version="v1")
