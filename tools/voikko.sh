#!/bin/sh
# Voikko, the optional Finnish morphology: its library and vocabulary from the system, and our
# adapter (GPL, outside the package) into the environment or, when one is named, into a folder.
#   tools/voikko.sh [FOLDER]
set -u
cd "$(dirname "$0")/.."
needed="libvoikko1 voikko-fi"
present() { dpkg-query -W -f='${Status}\n' $needed 2>/dev/null | grep -c '^install ok installed$'; }
if [ "$(present)" != 2 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Voikko: $needed"
    apt-get update -q >/dev/null \
      && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $needed >/dev/null
  fi
fi
if [ "$(present)" != 2 ]; then
  echo "Voikko is optional and not here. Type:  sudo apt-get install -y $needed" >&2
  exit 1
fi
exec .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
  --no-build-isolation --upgrade ${1:+--target "$1"} ./adapters/voikko
