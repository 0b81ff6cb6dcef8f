#!/usr/bin/env bash
# Runs every test from a clean clone, given the .NET SDK. The last line is "N passed, N failed"; whatever did not pass has failed.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh
. deploy/node.sh
. deploy/chromium.sh
. deploy/office.sh
# The examples of the documentation are typed at a shell.
command -v curl >/dev/null || as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends curl >/dev/null

results=artifacts/test-results
passed=0 failed=0
trap 'echo "$passed passed, $failed failed"' EXIT

rm -rf "$results"
deploy/codegen.sh
dotnet build Governance.sln --configuration Release --verbosity quiet --nologo
status=0
dotnet test Governance.sln --configuration Release --no-build --nologo --logger trx --results-directory "$results" \
  --blame-hang-timeout 10m --blame-hang-dump-type none "$@" || status=$?

# Adds up one counter over the files of results: <Counters total="9" executed="9" passed="8" failed="1" ...
count() { cat "$results"/*.trx 2>/dev/null | sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" | awk '{ n += $1 } END { print n + 0 }'; }
total=$(count total)
passed=$(count passed)
failed=$((total - passed))

if [ "$status" -eq 0 ] && { [ "$failed" -gt 0 ] || [ "$total" -eq 0 ]; }; then status=1; fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then echo "The run itself did not end well."; fi
exit "$status"
