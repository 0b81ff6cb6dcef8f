#!/usr/bin/env bash
# Measures the program beside what it could be at best, from a clean clone, given the .NET SDK: all benchmarks, or those named;
# with --events 1000000 as the last words, rebuild and growth on so many. The table is Markdown; artifacts/bench.json has more.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

dotnet build Governance.Tests --configuration Release --verbosity quiet --nologo
# As the server runs.
export DOTNET_gcServer=1
exec dotnet Governance.Tests/bin/Release/net10.0/Governance.Tests.dll bench "$@"
