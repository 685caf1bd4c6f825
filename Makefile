.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup test format golden demo lock clean

help:    ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)    ## make the environment in .venv, with the pinned versions and this checkout installed

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

test: setup    ## everything CI runs: format, lint, types, imports, data, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: setup    ## rewrite code in canonical form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: setup    ## regenerate samples/golden; then read the diff
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.findings

demo: setup    ## import samples/documents into demo.db and ask it three questions
	rm -f demo.db demo.db-* demo.db.*
	$(BIN)/jixiao import samples/documents --db demo.db
	@echo; echo "1. Which satisfaction targets lie at or above 90 %?"
	$(BIN)/jixiao find --db demo.db --level 满意度指标 --target '≥90%'
	@echo; echo "2. Which cost indicators are capped in money?"
	$(BIN)/jixiao find --db demo.db --level 成本指标 --unit 元
	@echo; echo "3. What must be done within hours, minutes or days?"
	$(BIN)/jixiao find --db demo.db --level 时效指标 --unit 秒

lock:    ## pin every dependency with its hash in requirements.lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet uv
	build/lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --quiet --upgrade -o requirements.lock

clean:    ## remove the environment and what was built
	rm -rf .venv build dist demo.db demo.db-* demo.db.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
