#!/usr/bin/env bash
# Measures the program beside what it could be at best, from a clean clone, given the .NET SDK: all benchmarks, or those named;
# with --events 1000000 as the last words, rebuild and growth on so many. The table is Markdown; artifacts/bench/all.json has more.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

deploy/codegen.sh
dotnet build Governance.Tests --configuration Release --verbosity quiet --nologo
# As the server is deployed.
dotnet publish Governance.Api --configuration Release --runtime linux-x64 --verbosity quiet --nologo --output artifacts/server
export BENCH_SERVER=$PWD/artifacts/server/Governance.Api.dll DOTNET_GCgen0size=0x400000
exec dotnet Governance.Tests/bin/Release/net10.0/Governance.Tests.dll bench "$@"
