# Everything that is done with a checkout. `make` alone lists the targets.

PYTHON ?=
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

# Of what runs side by side, each says what it has to say at its end (make 3.81, of macOS, mixes it).
SAID_AT_ITS_END := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# Else each process of the tests, and each server, would compile its sources and rewrite its assertions anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run dev test test-all bench format generate wheel lock front-end ruff mypy eslint tsc node-tests pytest pytest-without-browsers clean
.DELETE_ON_ERROR:

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.installed front-end ## installs what is missing and serves on 127.0.0.1:8000
	@$(BIN)/python -m app

dev: $(VENV)/.installed front-end ## the same with the front end's sources as they stand, and starts anew when Python's change
	@$(BIN)/python -m tools.dev

test: $(VENV)/.tested node_modules/.installed ## all checks: style, types, unit tests in both languages, real browsers
	@$(MAKE) --no-print-directory --jobs=2 $(SAID_AT_ITS_END) ruff mypy eslint tsc node-tests
	@$(MAKE) --no-print-directory pytest

test-all: ## the same with every sweep whole, and the Python tests with each Python from 3.11 to 3.14 that is found
	@CHAINRULE_THOROUGH_TESTS=1 $(MAKE) --no-print-directory test
	@sh tools/test_all.sh $(MAKE)

bench: $(VENV)/.tested front-end ## measures speed beside peers and writes docs/performance.md
	@$(BIN)/python -m bench.peers
	@failed=; for part in $(notdir $(patsubst %/,%,$(dir $(wildcard bench/*/__main__.py)))); do \
	  $(BIN)/python -m bench.$$part || failed="$$failed $$part"; \
	done; test -z "$$failed" || { echo "Not measured:$$failed" >&2; exit 1; }

format: $(VENV)/.tested ## formats the Python sources and applies the linters' safe repairs
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .
	$(BIN)/python -m tools.npm run --silent lint -- --fix

generate: $(VENV)/.tested ## renews what is generated from the code: the page's types, tables in the docs, fixtures
	$(BIN)/python -m tools.generate

wheel: $(VENV)/.tested ## builds the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

lock: $(BIN)/python ## resolves the Python dependencies anew, after a change in pyproject.toml
	sh tools/lock.sh $(BIN)/python

front-end: $(VENV)/.installed ## installs the front-end libraries, renders formulas and builds the page, where that is outdated
	@$(BIN)/python -m tools.front_end

clean: ## removes what was built and installed
	rm -rf $(VENV) .venv-3.* node_modules static/vendor static/built .front_end build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# These run two at a time, each on one processor.

ruff: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

mypy: $(VENV)/.tested
	$(BIN)/mypy

eslint: node_modules/.installed front-end
	$(BIN)/python -m tools.npm run --silent lint

tsc: node_modules/.installed front-end
	$(BIN)/python -m tools.npm run --silent types

node-tests: node_modules/.installed front-end
	$(BIN)/python -m tools.npm run --silent test

pytest: $(VENV)/.tested node_modules/.installed front-end
	$(BIN)/python -m tools.browser
	$(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=loadscope --no-loadscope-reorder

# What is installed, each with a stamp that is newer than its lock file.

$(BIN)/python:
	@python=$$(sh tools/find_python.sh $(PYTHON)) || exit 1; \
	echo "Making $(VENV) with $$($$python --version)"; \
	$$python -m venv $(VENV) || { \
	  rm -rf $(VENV); \
	  echo "That Python can't make environments. Debian and Ubuntu: apt install python3-venv" >&2; \
	  exit 1; \
	}

$(VENV)/.installed: $(BIN)/python requirements/runtime.txt requirements/build.txt pyproject.toml hatch_build.py
	@echo "Installing Chainrule and what it needs (once, about a minute)"
	@$(PIP) -r requirements/runtime.txt -r requirements/build.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Without what needs a browser or an engine: those ask the same of every Python.
pytest-without-browsers: $(VENV)/.tested node_modules/.installed front-end
	$(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=loadscope --no-loadscope-reorder --quiet --ignore=tests/browser --ignore=tests/engines

$(VENV)/.tested: $(VENV)/.installed requirements/test.txt
	@echo "Installing what the checks need"
	@$(PIP) -r requirements/test.txt
	@touch $@

node_modules/.installed: package.json package-lock.json .npmrc | $(VENV)/.installed
	$(BIN)/python -m tools.npm ci --silent
	@touch $@
