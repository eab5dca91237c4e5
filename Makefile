# make run    sets up .venv and opens the program on a sample article
# make test   sets up .venv and runs every check
# make lock   writes the lock files anew from pyproject.toml
# make attribution-model DATA=folder   trains the attribution model on articles marked by hand

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := seeds/articles/harbour-inquiry.txt

.PHONY: run test check lock benchmarks attribution-model

run:
	@$(PYTHON) packaging/set_up.py run
	@$(BIN)/according $(SAMPLE)

test:
	@$(PYTHON) packaging/set_up.py test
	@$(MAKE) --no-print-directory check

check:
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 2

benchmarks:
	@$(PYTHON) packaging/set_up.py test
	@for one in tests/benchmarks/[a-z]*.py; do echo; echo "== $$one"; $(BIN)/python $$one || exit 1; done

lock:
	uv pip compile -q pyproject.toml --extra build --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-annotate -o requirements.lock
	uv pip compile -q pyproject.toml --extra build --extra dev -c requirements.lock --universal \
	    --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements-dev.lock

attribution-model:
	$(PYTHON) -m venv .venv-model
	.venv-model/bin/pip install -q -r requirements.lock
	.venv-model/bin/pip install -q -r packaging/attribution-model/requirements.txt
	.venv-model/bin/pip install -q --no-deps --no-build-isolation -e .
	.venv-model/bin/python packaging/attribution-model/make_model.py $(DATA)
