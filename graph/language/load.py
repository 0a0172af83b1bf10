"""Loads the language pipeline, once a process; the only module that imports spaCy at run time, and only when called."""

from __future__ import annotations

import hashlib
import json
import threading
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from graph.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = Path(__file__).resolve().parent / "model"
NEEDED = ("tagger", "parser", "ner")
UNUSED = ("senter", "sentencizer", "entity_linker", "spancat", "textcat", "textcat_multilabel")

_LOADING = threading.Lock()


def load_pipeline(name: str | None = None) -> Language:
    """The bundled pipeline, or the installed spaCy pipeline (or its folder) that `name` gives.

    Loaded at the first call (about a second) and shared by all later ones, from any thread. Raises PipelineError where
    the pipeline is not there, cannot be read, or has no tagger, parser or ner.
    """
    with _LOADING:
        return _load(name)


def pipeline_version(name: str | None = None) -> str:
    """A short text that changes with the pipeline of that name: its own name, version and a hash of its description.

    The description (meta.json) holds the scores, so that a pipeline trained anew has a new version. Nothing is loaded
    and spaCy is not imported. Raises PipelineError where the pipeline is not there.
    """
    try:
        content = (_folder(name) / "meta.json").read_bytes()
        meta = json.loads(content)
        return f"{meta['lang']}_{meta['name']}-{meta['version']}-{hashlib.sha256(content).hexdigest()[:12]}"
    except (OSError, ValueError, KeyError) as error:
        raise _explain(name, error) from error


def _folder(name: str | None) -> Path:
    """The folder of a pipeline's description: the bundled one's, that of an installed package, or `name` itself."""
    if name is None:
        return BUNDLED
    spec = find_spec(name) if name.isidentifier() else None
    return Path(spec.origin).parent if spec and spec.origin else Path(name)


@cache
def _load(name: str | None) -> Language:
    if name is None and not (BUNDLED / "meta.json").is_file():
        raise _explain(name, FileNotFoundError())
    import spacy

    try:
        nlp = spacy.load(BUNDLED if name is None else name, exclude=UNUSED)
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise _explain(name, error) from error
    lacking = [component for component in NEEDED if component not in nlp.pipe_names]
    if lacking:
        raise PipelineError(
            f"The language pipeline {nlp.meta['lang']}_{nlp.meta['name']} has no {' and no '.join(lacking)}; set "
            "DRAMATIS_PIPELINE to a spaCy pipeline that has a tagger, a parser and ner, such as en_core_web_lg, or "
            "unset it to use the bundled one."
        )
    _speed_up(nlp)
    return nlp


def _explain(name: str | None, error: Exception) -> PipelineError:
    if name is None and isinstance(error, FileNotFoundError):
        return PipelineError(
            f"The bundled language pipeline is missing from {str(BUNDLED)!r}; reinstall Dramatis, train it with "
            "`make train`, or set DRAMATIS_PIPELINE to an installed spaCy pipeline."
        )
    if name is None:
        return PipelineError(
            f"The bundled language pipeline in {str(BUNDLED)!r} cannot be read ({_first_line(error)}); reinstall "
            "Dramatis."
        )
    if isinstance(error, OSError) and not Path(name).exists():
        remedy = f"run `python -m spacy download {name}`" if name.isidentifier() else "give a folder that exists"
        return PipelineError(
            f"The language pipeline {name!r} is not installed; {remedy}, or unset DRAMATIS_PIPELINE to use the bundled "
            "one."
        )
    return PipelineError(
        f"The language pipeline {name!r} cannot be read ({_first_line(error)}); install one that fits this version of "
        "spaCy, or unset DRAMATIS_PIPELINE to use the bundled one."
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0].rstrip(".")


def _speed_up(nlp: Language) -> None:
    """Lets the pipeline's own layers multiply matrices by numpy where that is faster than thinc's bundled BLIS.

    BLIS has no kernels for some processors; with numpy's BLAS reading is then up to twice as fast. Only the layers of
    `nlp` change, and of those only the ones on plain NumpyOps: other pipelines and spaCy's defaults stay as they are.
    """
    from thinc.api import NumpyOps

    stock, plain = NumpyOps(), NumpyOps(use_blis=False)
    if _time_product(plain) >= _time_product(stock):
        return
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if type(node.ops) is NumpyOps:
                node.ops = plain


def _time_product(ops: Any) -> float:
    """Seconds that the fastest of five products of the usual size takes (a few milliseconds in all)."""
    left, right = ops.alloc2f(256, 384), ops.alloc2f(384, 384)
    times = []
    for _ in range(5):
        start = perf_counter()
        ops.gemm(left, right, trans2=True)
        times.append(perf_counter() - start)
    return min(times)
