.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
READY := .venv/.ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help setup test format golden pages site bench bench-quick demo lock clean

help:    ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)    ## make the environment in .venv, with the pinned versions and this checkout installed

# What a user needs, and nothing else: the demo starts sooner for it.
$(INSTALLED): pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# What checking needs on top.
$(READY): $(INSTALLED) requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

test: setup    ## everything CI runs: format, lint, types, imports, data, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

format: setup    ## rewrite code in canonical form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: setup    ## regenerate samples/golden; then read the diff
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.findings

pages: setup    ## write docs/reference from the code
	$(BIN)/python -m handbook

site: pages    ## build docs/ as a site in build/site
	$(PYTHON) -m venv build/site-environment
	build/site-environment/bin/pip install --quiet --disable-pip-version-check -r docs/requirements.txt
	build/site-environment/bin/mkdocs build --strict --quiet

bench: setup    ## measure every ratio beside pinned peers; write docs/benchmarks.md
	$(BIN)/python -m bench

bench-quick: setup    ## the same in three minutes, only printed
	$(BIN)/python -m bench --quick

demo: $(INSTALLED)    ## import samples/documents into demo.db and ask it three questions
	rm -f demo.db demo.db-* demo.db.*
	$(BIN)/jixiao import samples/documents --db demo.db
	@echo; echo "1. Which satisfaction targets lie at or above 90 %?"
	$(BIN)/jixiao find --db demo.db --level 满意度指标 --target '≥90%'
	@echo; echo "2. Which cost indicators are capped in money?"
	$(BIN)/jixiao find --db demo.db --level 成本指标 --unit 元
	@echo; echo "3. What must be done within hours, minutes or days?"
	$(BIN)/jixiao find --db demo.db --level 时效指标 --unit 秒

LOCK := build/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --custom-compile-command 'make lock' --quiet --upgrade

lock:    ## pin every dependency with its hash: requirements.lock to run, requirements-dev.lock to check
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet uv
	$(LOCK) pyproject.toml --extra build --extra web -o requirements.lock
	$(LOCK) pyproject.toml --extra build --extra dev -c requirements.lock -o requirements-dev.lock

clean:    ## remove the environment and what was built
	rm -rf .venv build dist demo.db demo.db-* demo.db.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
