"""The pipeline before training: which components, how wide, with which labels.

Two encoders: the tagger, the morphologizer and the parser share one, the names have one of their own, so that the two
halves can be trained side by side (and neither pulls the other off its task).
"""

from __future__ import annotations

import spacy
from spacy.language import Language

NAME = "dramatis_news"
VERSION = "1.1.0"

NAMES = ("name_encoder", "ner")

_ATTRS = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
SYNTAX_ROWS = (5000, 1000, 2500, 2500, 50, 50)
NAME_ROWS = (4000, 500, 1500, 1500, 50, 50)


def build_encoder(width: int, rows: tuple[int, ...], *, evidence: bool) -> dict[str, object]:
    """Settings of a tok2vec: hashed word features, and the word evidence table (`vectors`) if asked for."""
    return {
        "model": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": width,
                "attrs": _ATTRS,
                "rows": list(rows),
                "include_static_vectors": evidence,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": width,
                "depth": 4,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        }
    }


def _listen(width: int, upstream: str) -> dict[str, object]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": upstream}


def add_syntax(nlp: Language, width: int, *, evidence: bool) -> None:
    """Adds the untrained encoder, tagger, morphologizer and parser."""
    nlp.add_pipe("tok2vec", name="syntax_encoder", config=build_encoder(width, SYNTAX_ROWS, evidence=evidence))
    softmax = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listen(width, "syntax_encoder")}
    nlp.add_pipe("tagger", config={"model": softmax})
    nlp.add_pipe("morphologizer", config={"model": dict(softmax)})
    nlp.add_pipe(
        "parser",
        config={
            "update_with_oracle_cut_size": 40,
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": 96,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": _listen(width, "syntax_encoder"),
            },
        },
    )


def add_names(nlp: Language, width: int, *, evidence: bool) -> None:
    """Adds the untrained encoder and recogniser of names."""
    nlp.add_pipe("tok2vec", name="name_encoder", config=build_encoder(width, NAME_ROWS, evidence=evidence))
    nlp.add_pipe(
        "ner",
        config={
            "update_with_oracle_cut_size": 60,
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": _listen(width, "name_encoder"),
            },
        },
    )


def build_blank() -> Language:
    """spaCy's blank English, named and described as ours."""
    return spacy.blank("en", meta={"name": NAME, "version": VERSION})
