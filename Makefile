# Two commands do everything: `make brief` and `make test`. Each sets up what it needs.
PYTHON ?= python3
BIN := .venv/bin
NAME ?= resolve
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# uv brings its own certificates; where a site has others, the second try takes the system's.
UV = $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python
define install
	@$(UV) $(1) 2>/dev/null || $(UV) --system-certs $(1)
endef

.PHONY: brief test lint law lock bench clean help

help:
	@echo "make brief   set up, brief examples/hiring.yaml, print it and write the HTML"
	@echo "make test    set up and run the whole suite, browser and all"
	@echo "make lint    ruff, mypy --strict, import contracts"
	@echo "make law     check the law files: syntax, cases, limb coverage, mutants"
	@echo "make bench NAME=resolve   one benchmark, with its peers"
	@echo "make lock    pin the requirements anew, with hashes"

brief: .venv/.core
	@mkdir -p out
	$(BIN)/technofed brief examples/hiring.yaml
	@$(BIN)/technofed brief examples/hiring.yaml --format html -o out/hiring.html

test: .venv/.test .venv/.browser
	$(BIN)/python -m pytest -n 2 $(ARGS)

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

law: .venv/.core
	$(BIN)/technofed laws check --mutate all

bench: .venv/.bench
	$(BIN)/python -m benchmarks.$(NAME).run $(ARGS)

lock: .venv/.build
	for part in build test bench; do \
	  $(BIN)/uv pip compile --quiet --generate-hashes --no-header --python-version 3.11 --universal \
	    requirements/$$part.in -o requirements/$$part.txt; done
	$(BIN)/uv pip compile --quiet --generate-hashes --no-header --python-version 3.11 --universal \
	  pyproject.toml -o requirements/core.txt

.venv/.build: requirements/build.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "technofed needs Python 3.11 or newer; set PYTHON=/path/to/python3"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt
	@touch $@

.venv/.core: .venv/.build requirements/core.txt pyproject.toml
	$(call install,--require-hashes -r requirements/core.txt)
	$(call install,--no-deps --no-build-isolation -e .)
	@touch $@

.venv/.test: .venv/.core requirements/test.txt
	$(call install,--require-hashes -r requirements/test.txt)
	@touch $@

.venv/.bench: .venv/.test requirements/bench.txt
	$(call install,--require-hashes -r requirements/bench.txt)
	@touch $@

# Chromium and a CJK font for the browser tests; a machine that cannot have them skips those tests, and says so.
.venv/.browser: .venv/.test scripts/install-browser
	bash scripts/install-browser
	@touch $@

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis
