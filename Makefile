# make run    sets everything up and opens Dramatis on http://127.0.0.1:8050
# make test   sets everything up and runs all the tests, the page in a real Chromium among them
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPORA ?= ../shared

.PHONY: run test check bench train browser
run: $(VENV)/run.stamp
	$(BIN)/python app.py

test: $(VENV)/test.stamp browser
	$(BIN)/python -m pytest

check: test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/test.stamp browser
	$(BIN)/python -m tests.benchmarks

train: $(VENV)/train.stamp
	$(BIN)/python -m graph.language.training --corpora $(CORPORA)

browser: $(VENV)/test.stamp
	$(BIN)/python -m tests.browser.chromium

$(VENV)/run.stamp: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit("Dramatis needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Use make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

$(VENV)/train.stamp: $(VENV)/run.stamp pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[train]'
	touch $@
