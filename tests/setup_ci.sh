#!/bin/sh
# Installs what the full suite needs on Debian: browser, PostgreSQL, gettext, Pango, Java and Maven for the search
# server (its jars are fetched when the tests start), and the checkers of HTML and PDF.
# With names of programs (chromium, npm) only those.
set -eu
cd "$(dirname "$0")/.."

VNU_VERSION=26.9.27
VNU_SHA512=4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428
VNU_JAR=.tools/vnu/build/dist/vnu.jar
VERAPDF_VERSION=1.28.2
VERAPDF_SHA256=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
VERAPDF_JAR=.tools/verapdf/greenfield-apps-$VERAPDF_VERSION.jar

missing=""
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
install_missing() {
  [ -n "$missing" ] || return 0
  echo "Installing$missing…"
  become=""
  [ "$(id -u)" = 0 ] || become=sudo
  $become apt-get update -qq
  # shellcheck disable=SC2086 # a list of package names
  $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

if [ $# -gt 0 ]; then
  for name in "$@"; do need "$name" "$name"; done
  install_missing
  exit
fi

need chromium chromium
need java default-jre-headless
need xgettext gettext
need git git
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
[ -e "$VNU_JAR" ] || need npm npm
need mvn maven
library() { /sbin/ldconfig -p 2>/dev/null | grep -q "$1" || missing="$missing $2"; }
library libpangoft2-1.0.so.0 libpangoft2-1.0-0
library libharfbuzz-subset.so.0 libharfbuzz-subset0

install_missing

if [ ! -e "$VNU_JAR" ]; then
  echo "Fetching the HTML checker…"
  rm -rf .tools/vnu .tools/*.tgz
  mkdir -p .tools/vnu
  (cd .tools && npm pack --silent "vnu-jar@$VNU_VERSION" >/dev/null)
  archive=".tools/vnu-jar-$VNU_VERSION.tgz"
  echo "$VNU_SHA512  $archive" | sha512sum --check --quiet
  tar -xzf "$archive" -C .tools/vnu --strip-components 1
  rm "$archive"
fi

if [ ! -e "$VERAPDF_JAR" ]; then
  echo "Fetching the PDF checker…"
  mkdir -p .tools/verapdf
  artifact="org.verapdf.apps:greenfield-apps:$VERAPDF_VERSION"
  plugin=org.apache.maven.plugins:maven-dependency-plugin:3.6.1
  mvn -q -B "$plugin:get" "-Dartifact=$artifact" -Dtransitive=false
  mvn -q -B "$plugin:copy" "-Dartifact=$artifact" "-DoutputDirectory=$PWD/.tools/verapdf"
  echo "$VERAPDF_SHA256  $VERAPDF_JAR" | sha256sum --check --quiet || { rm -f "$VERAPDF_JAR"; exit 1; }
fi
