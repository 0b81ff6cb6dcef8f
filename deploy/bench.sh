#!/usr/bin/env bash
# Measures the program beside what it could be at best, from a clean clone, given the .NET SDK: all benchmarks, or those named.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

dotnet build Governance.Tests --configuration Release --verbosity quiet --nologo
exec dotnet Governance.Tests/bin/Release/net10.0/Governance.Tests.dll bench "$@"
