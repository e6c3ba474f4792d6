#!/bin/sh
# Resolve pyproject.toml and its groups into requirements.lock: names, versions,
# hashes, for every platform and every Python from 3.11 on, and no index address.
set -eu
uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --strip-extras \
  --group dev --group build pyproject.toml -o requirements.lock
