#!/usr/bin/env bash
# Serves the demo on http://localhost:5080 from a clean clone, given the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

deploy/codegen.sh
dotnet build Governance.Api --configuration Release --verbosity quiet --nologo
server=Governance.Api/bin/Release/net10.0/Governance.Api.dll
dotnet "$server" demo
exec dotnet "$server" serve --urls "${ASPNETCORE_URLS:-http://localhost:5080}" "$@"
