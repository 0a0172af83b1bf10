"""Who may import whom: the rules of the house, read from the imports themselves."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import graph
from graph.settings import ROOT

SPACY = ("spacy", "thinc")
LOADER = "graph.language.load"
LANGUAGE = ("graph.extract", "graph.language")
# Who knows the network: it is built, placed, measured, drawn and saved; paths are walked on plain values.
NETWORKX = (
    "graph.network",
    "graph.positions",
    "graph.forces",
    "graph.filters",
    "graph.measures",
    "graph.export",
    "graph.importing",
)
# What the page may know beside the door: the nouns that it shows (docs/decisions/0016-ten-names.md).
VALUES = (
    "graph.articles",
    "graph.contradictions",
    "graph.corrections",
    "graph.days",
    "graph.errors",
    "graph.explain",
    "graph.export",
    "graph.filters",
    "graph.library",
    "graph.measures",
    "graph.model",
    "graph.paths",
    "graph.picture",
    "graph.projects",
    "graph.questions.values",
    "graph.readings",
    "graph.review",
    "graph.search",
    "graph.taxonomy",
    "graph.words",
)
PAGE_LIBRARIES = ("dash", "dash_mantine_components", "dash_ag_grid", "plotly", "flask", "waitress")
WIRING = {"Input", "Output", "State", "callback"}
# Modules that stand below all others of graph, and what they may know of us.
FOUNDATIONS = {"graph.model": set(), "graph.errors": set(), "graph.settings": {"graph.errors"}}


class Import(NamedTuple):
    """A module that another one names; `lazy` if that happens inside a function."""

    module: str
    names: tuple[str, ...]
    lazy: bool
    for_types: bool


def sources() -> list[Path]:
    folders = (ROOT / "graph", ROOT / "components")
    return [ROOT / "app.py", *(path for folder in folders for path in sorted(folder.rglob("*.py")))]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports_of(path: Path) -> tuple[Import, ...]:
    found: list[Import] = []

    def visit(node: ast.AST, *, lazy: bool, for_types: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                found.extend(Import(alias.name, (), lazy, for_types) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: write imports out in full"
                found.append(Import(child.module or "", tuple(a.name for a in child.names), lazy, for_types))
            else:
                inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                typing = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
                visit(child, lazy=lazy or inside, for_types=for_types or typing)

    visit(ast.parse(path.read_text(encoding="utf-8")), lazy=False, for_types=False)
    return tuple(found)


def targets(imported: Import, modules: set[str]) -> list[str]:
    """Return the modules of ours that an import loads: `from graph import model` loads graph and graph.model."""
    named = [f"{imported.module}.{name}" for name in imported.names]
    return [module for module in (imported.module, *named) if module in modules]


def is_below(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


MODULES = {name_of(path): path for path in sources()}
GRAPH = [module for module in MODULES if is_below(module, ("graph",))]
PAGE = [module for module in MODULES if module not in GRAPH]
# Training is a tool of its own, which the product never loads.
PRODUCT = [module for module in MODULES if not is_below(module, ("graph.language.training",))]


def imports(module: str) -> tuple[Import, ...]:
    return imports_of(MODULES[module])


def offences(modules: Iterable[str], is_offence: Callable[[str, Import], bool]) -> list[str]:
    """Return "module imports module" for each import that breaks a rule."""
    return [f"{m} imports {i.module}" for m in modules for i in imports(m) if is_offence(m, i)]


def test_architecture_sees_the_modules():
    assert {"app", "graph", "graph.library", "components", "components.callbacks", "graph.model"} <= MODULES.keys()


def test_architecture_graph_knows_nothing_of_the_page():
    assert offences(GRAPH, lambda _, i: is_below(i.module, ("components", "app", *PAGE_LIBRARIES))) == []


def test_architecture_the_page_knows_values_and_not_how_they_are_made():
    assert offences(PAGE, lambda _, i: is_below(i.module, ("graph",)) and i.module not in {"graph", *VALUES}) == []


def test_architecture_the_door_has_ten_names():
    assert len(graph.__all__) == 10
    assert all(hasattr(graph, name) for name in graph.__all__)


def test_architecture_components_know_nothing_of_the_app():
    assert offences(MODULES, lambda _, i: is_below(i.module, ("app",))) == []


def test_architecture_only_the_language_modules_know_spacy():
    def is_offence(module: str, imported: Import) -> bool:
        loads = not imported.for_types and not (module == LOADER and imported.lazy)
        return is_below(imported.module, SPACY) and (loads or not is_below(module, LANGUAGE))

    assert offences(PRODUCT, is_offence) == []


def test_architecture_only_the_drawing_modules_know_networkx():
    assert (
        offences(MODULES, lambda m, i: is_below(i.module, ("networkx", "igraph")) and not is_below(m, NETWORKX)) == []
    )


def test_architecture_no_import_hides_in_a_function():
    def is_offence(module: str, imported: Import) -> bool:
        return imported.lazy and not (module == LOADER and is_below(imported.module, SPACY))

    assert offences(PRODUCT, is_offence) == []


def test_architecture_only_callbacks_wire():
    def is_offence(_module: str, imported: Import) -> bool:
        return is_below(imported.module, ("dash",)) and bool(WIRING & set(imported.names))

    others = [m for m in MODULES if m != "app" and not is_below(m, ("components.callbacks",))]
    assert offences(others, is_offence) == []


def test_architecture_the_library_stands_above_the_rest_of_graph():
    above = ("graph", "graph.__main__", "graph.library", "graph.projects")
    inner = [module for module in GRAPH if module not in above]
    assert offences(inner, lambda _, i: is_below(i.module, ("graph.library", "graph.store", "graph.__main__"))) == []
    assert offences(inner, lambda _, i: i.module == "graph") == []


@pytest.mark.parametrize("module", FOUNDATIONS)
def test_architecture_the_foundations_stand_alone(module):
    ours = {imported.module for imported in imports(module) if is_below(imported.module, ("graph", "components"))}
    assert ours <= FOUNDATIONS[module]


def test_architecture_only_settings_reads_the_environment():
    readers = {m for m in PRODUCT if m != "app" and {"environ", "getenv"} & attributes(MODULES[m])}
    assert readers == {"graph.settings"}


def attributes(path: Path) -> set[str]:
    return {node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)}


def test_architecture_has_no_cycles():
    needs = {
        module: {target for i in imports(module) if not i.for_types for target in targets(i, set(MODULES))} - {module}
        for module in MODULES
    }
    # To name a module inside a package is no need of the package.
    needs = {module: {n for n in named if not module.startswith(f"{n}.")} for module, named in needs.items()}
    while leaves := {module for module, named in needs.items() if not named & needs.keys()}:
        needs = {module: named for module, named in needs.items() if module not in leaves}
    assert not needs, f"in or above a cycle: {sorted(needs)}"


@pytest.mark.parametrize("package", ["graph", "app", "graph.__main__"])
def test_architecture_importing_leaves_spacy_alone(package):
    code = f"import sys, {package}; print(sorted({{'spacy', 'thinc'}} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_architecture_importing_the_app_starts_nothing(tmp_path):
    code = "import threading, app; print(threading.active_count())"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"HOME": str(tmp_path), "PATH": "", "PYTHONPATH": str(ROOT)},
    )
    assert run.stdout.strip() == "1"
    assert list(tmp_path.iterdir()) == []
