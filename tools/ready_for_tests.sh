#!/bin/sh
# What the whole suite needs from the system: Chromium, PostgreSQL 15 or later, gettext.
# Installed here when allowed; otherwise says exactly what to type.
set -u
missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
  || [ -n "${CHROMIUM:-}" ] || missing="$missing chromium"
command -v xgettext >/dev/null 2>&1 || missing="$missing gettext"
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 \
  || command -v postgres >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests:$missing"
  apt-get update -q >/dev/null \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null \
    && exit 0
fi
echo "The tests need:$missing. Type:  sudo apt-get install -y$missing" >&2
exit 1
