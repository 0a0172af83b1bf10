import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import spacy

from graph.errors import PipelineError
from graph.language import load


@pytest.fixture(autouse=True)
def forget_loaded() -> Iterator[None]:
    yield
    load._load.cache_clear()


def write_pipeline(folder: Path, *components: str) -> Path:
    nlp = spacy.blank("en")
    for component in components:
        nlp.add_pipe(component)
    nlp.to_disk(folder)
    return folder


def test_load_import_leaves_spacy_alone() -> None:
    code = "import sys, graph.language.load; print('spacy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_load_pipeline_reads_the_bundled_one_once_from_many_threads() -> None:
    with ThreadPoolExecutor(4) as pool:
        loaded = list(pool.map(lambda _: load.load_pipeline(), range(4)))
    assert len({id(nlp) for nlp in loaded}) == 1


def test_load_pipeline_names_what_is_not_installed() -> None:
    with pytest.raises(PipelineError) as caught:
        load.load_pipeline("en_core_web_enormous")
    message = str(caught.value)
    assert "'en_core_web_enormous' is not installed" in message
    assert "python -m spacy download en_core_web_enormous" in message
    assert "unset DRAMATIS_PIPELINE" in message


def test_load_pipeline_names_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="is not installed; give a folder that exists"):
        load.load_pipeline(str(tmp_path / "nowhere"))


def test_load_pipeline_names_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no pipeline")
    with pytest.raises(PipelineError, match="cannot be read"):
        load.load_pipeline(str(tmp_path))


def test_load_pipeline_names_what_a_pipeline_lacks(tmp_path: Path) -> None:
    folder = write_pipeline(tmp_path / "bare", "sentencizer")
    with pytest.raises(PipelineError, match="has no tagger and no parser and no ner"):
        load.load_pipeline(str(folder))


def test_load_pipeline_says_where_the_bundled_one_should_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "BUNDLED", tmp_path / "model")
    with pytest.raises(PipelineError, match=r"missing from .*model.*`make train`"):
        load.load_pipeline()


def test_load_pipeline_leaves_other_pipelines_and_thinc_as_they_were() -> None:
    from thinc.api import get_current_ops

    before = get_current_ops()
    load.load_pipeline()
    assert get_current_ops() is before
    assert get_current_ops().use_blis


def test_pipeline_version_names_and_tells_apart(tmp_path: Path) -> None:
    version = load.pipeline_version()
    assert version.startswith("en_dramatis_news-1.")
    first, same, other = (tmp_path / name for name in ("first", "same", "other"))
    for folder, description in ((first, "one"), (same, "one"), (other, "another")):
        spacy.blank("en", meta={"description": description}).to_disk(folder)
    assert load.pipeline_version(str(first)) == load.pipeline_version(str(same)) != load.pipeline_version(str(other))


def test_pipeline_version_finds_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "en_tiny"
    package.mkdir()
    (package / "__init__.py").write_text("raise ImportError('nobody may import me')")
    (package / "meta.json").write_text('{"lang": "en", "name": "tiny", "version": "2.0"}')
    monkeypatch.syspath_prepend(tmp_path)
    assert load.pipeline_version("en_tiny").startswith("en_tiny-2.0-")


def test_pipeline_version_leaves_spacy_alone(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    code = "import sys, graph.language.load as load; load.pipeline_version(sys.argv[1]); print('spacy' in sys.modules)"
    command = [sys.executable, "-c", code, str(tmp_path / "blank")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_pipeline_version_names_what_is_not_there() -> None:
    with pytest.raises(PipelineError, match="'en_core_web_enormous' is not installed; run"):
        load.pipeline_version("en_core_web_enormous")
