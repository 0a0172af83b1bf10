# make run    sets everything up and opens Dramatis on http://127.0.0.1:8050
# make test   sets everything up and runs all the tests, the page in a real Chromium among them
# make check  make test, and the static checks
# make bench  measures speed and memory, prints a table and writes it to bench.txt
# make score  scores the extraction against the gold graphs in ../shared/gold, where they are there
# make train  trains the bundled language pipeline anew (hours; CORPORA=folder with treebanks/ and ner/)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPORA ?= ../shared

.PHONY: run test check bench score train browser
run: $(VENV)/run.stamp
	$(BIN)/python app.py

test: $(VENV)/test.stamp browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/test.stamp browser
	$(BIN)/python -m tests.benchmarks

score: $(VENV)/test.stamp
	$(BIN)/python -m tests.gold

train: $(VENV)/train.stamp
	$(BIN)/python -m graph.language.training --corpora $(CORPORA)

browser: $(VENV)/test.stamp
	@$(BIN)/python -m tests.browser.chromium

# Says in one sentence what is missing before anything is made.
define CHECK_PYTHON
import importlib.util, sys
version = ".".join(map(str, sys.version_info[:3]))
if sys.version_info < (3, 11):
    sys.exit(f"Dramatis needs Python 3.11 or newer and this is {version}: install one and run make PYTHON=python3.12.")
if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
    sys.exit(f"Python {version} has no venv module: on Debian and Ubuntu, sudo apt-get install python3-venv.")
print("Setting up in .venv; this takes a minute or two the first time.")
endef
export CHECK_PYTHON

$(VENV)/run.stamp: requirements.txt
	@$(PYTHON) -c "$$CHECK_PYTHON"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

$(VENV)/train.stamp: $(VENV)/run.stamp pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[train]'
	@touch $@
