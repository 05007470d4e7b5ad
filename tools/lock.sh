#!/bin/sh
# Writes requirements/*.txt from pyproject.toml: exact versions with hashes, and no address of a package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" -m venv "$work/venv"
"$work/venv/bin/pip" --disable-pip-version-check install --quiet pip-tools==7.6.2

export CUSTOM_COMPILE_COMMAND="make lock"
compile() {
  "$work/venv/bin/pip-compile" --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options "$@" pyproject.toml
}
compile --output-file requirements/runtime.txt
compile --output-file requirements/build.txt --all-build-deps --only-build-deps
compile --output-file requirements/test.txt --all-build-deps --extra test
