#!/usr/bin/env bash
# Makes the test data of an upgrade from 22800f9, the last version whose log was written over Npgsql alone:
#   make-22800f9.sh PROGRAM    where PROGRAM is Governance.Api.dll as it was built from 22800f9. It takes python3 and PostgreSQL's programs, and no network but loopback.
# Not for CI: what it makes stands in the folder 22800f9, and is what the tests read. Run again, it makes the same story with other ids, keys and moments.
#
# 1. The old program loads the demo into a private PostgreSQL and serves; make/fill.py fills it through HTTP and the pages.
# 2. The database as plain SQL: with the reporting schema, as a real one has it, without owners, so that whoever restores it owns it. Its grants name the roles
#    governance_serve, which a private PostgreSQL and the tests' have, and no other; make that role before restoring it elsewhere.
# 3. The old program serves it once more, and make/answers.py asks it what the tests ask; the archives are what it exports. The dump is of before that.
# The manifest tells the moment of the dump, for a clock that begins there, and all secrets, which are made up and of no use elsewhere.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")"
to=$PWD/22800f9
work=$(mktemp -d /tmp/upgrade.XXXXXX)
chmod 711 "$work"
export Governance__StateFolder=$work/state Governance__AdminKey=the-admin-key-of-the-upgrade Governance__RequestsPerSecond=0 Governance__SignInsPerMinute=0 \
  Governance__AllowPrivateWebhookTargets=true Governance__Webhooks__FirstPause=00:00:00.05 Governance__Webhooks__LongestPause=00:00:00.2 Governance__Webhooks__Tries=2
database=(--host "$work/state/postgres" --username "$(id -un)" governance)

server=
stop() { if [ -n "$server" ]; then kill "$server" && wait "$server" || true; server=; fi; }
finish() { stop; rm -rf "$work"; }
trap finish EXIT

start() {
  dotnet "$program" serve --urls http://127.0.0.1:0 > "$work/log" 2>&1 &
  server=$!
  for _ in $(seq 300); do
    address=$(sed -n 's/^Serving on //p' "$work/log")
    [ -z "$address" ] || return 0
    sleep 0.1
  done
  cat "$work/log" >&2
  exit 1
}

mkdir -p "$to"
dotnet "$program" demo > /dev/null
start
python3 make/fill.py "${address%/}" "$Governance__AdminKey" "$work/manifest.json"
# Until the reporting tables and the search texts have followed.
curl -fsS --retry 100 --retry-delay 1 --retry-all-errors "${address%/}/health/ready" > "$work/ready"
moment=$(date -u +%Y-%m-%dT%H:%M:%SZ)
pg_dump "${database[@]}" --no-owner | grep -v '^\\\(un\)\?restrict ' | gzip -9n > "$to/database.sql.gz"
stop
start
python3 make/answers.py "${address%/}" "$work/manifest.json" "$to"
stop
dotnet "$program" verify
jq --arg clock "$moment" '{version: "22800f9", clock: $clock} + .' "$work/manifest.json" > "$to/manifest.json"
ls -l "$to"
