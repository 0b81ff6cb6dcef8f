#!/usr/bin/env bash
# Serves the demo on http://localhost:5080 from a clean clone, given the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

address=${ASPNETCORE_URLS:-http://localhost:5080}
dotnet build Governance.Api --configuration Release --verbosity quiet --nologo
exec dotnet Governance.Api/bin/Release/net10.0/Governance.Api.dll serve --urls "$address" "$@"
