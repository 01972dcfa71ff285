# `make run` shows the demo practice, `make test` runs the tests; both need only Python and make.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=
WORKERS ?= auto
manage = .venv/bin/python manage.py
# Else each worker and each process that a test starts would compile all of it anew.
compiled_once = env -u PYTHONDONTWRITEBYTECODE
# pytest calls it a failure (5) when ARGS leave no test to run; all of them must never be none.
unless_none_chosen = $(if $(ARGS),|| [ $$? = 5 ])

help:
	@echo "make run           the demo practice on http://127.0.0.1:8000 (PORT=8001 for another port, DEBUG=1 to develop)"
	@echo "make serve         the same as in production: never DEBUG"
	@echo "make test          all tests (ARGS='-k inquiry' for some, DATABASE_URL=postgres://... on PostgreSQL,"
	@echo "                   WORKERS=2 for so many at once in place of one a core)"
	@echo "make format        rewrite Python, templates, style sheets and scripts in the one format the checks ask for"
	@echo "make requirements  compile requirements/*.in (ARGS=--upgrade for newer releases)"

run serve: export SITE_URL ?= http://127.0.0.1:$(PORT)
serve: export override DEBUG = 0
run serve: python
	@$(PYTHON) requirements/install.py run
	@exec $(manage) run_site --port $(PORT) --prepare --demo

# A file of tests by one worker: what its tests share is made once. In the browser each worker has
# a site, a database, a mailbox and a Chromium of its own, which all its tests share; a test takes so
# long there that whoever is done takes some of those that another one has left.
test: python
	@$(PYTHON) requirements/install.py dev
	$(compiled_once) .venv/bin/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS) $(unless_none_chosen)
	$(compiled_once) .venv/bin/python -m pytest tests/browser -n $(WORKERS) --dist worksteal $(ARGS) $(unless_none_chosen)

format: python
	@$(PYTHON) requirements/install.py dev
	@.venv/bin/ruff format --quiet .
	@git ls-files -z '*.html' | xargs -0 .venv/bin/djade --target-version 5.2
	@.venv/bin/deno fmt --quiet

requirements: python
	@$(PYTHON) requirements/install.py dev
	@.venv/bin/python requirements/compile.py $(ARGS)

python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, and there is no $(PYTHON) here. On Debian or Ubuntu: apt install python3 python3-venv"; exit 1; }

.PHONY: help run serve test format requirements python
