#!/bin/sh
# Builds the styles and scripts of the pages, with the system's Node 20+ or the one from PyPI.
set -eu
cd "$(dirname "$0")/.."
major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/' || true)
if [ "${major:-0}" -lt 20 ]; then
  [ -x .venv/bin/node ] || .venv/bin/python -m pip install -q --require-hashes -r requirements-node.lock
  PATH="$(pwd)/.venv/bin:$PATH"; export PATH
fi
npm ci --no-audit --no-fund --loglevel=error
npm run --silent build
