#!/usr/bin/env bash
# A minute of load by sixteen clients on two nodes, while PostgreSQL is killed three times and each node once. Prints what was
# acknowledged and the longest outage; fails if anything acknowledged is lost, doubled or changed. Then as long with two hundred, a process of their own,
# who ask for what takes much: fails if what is kept takes three times as long as without them, or a write or health a second. On this machine alone.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

deploy/codegen.sh
dotnet build Governance.Tests --configuration Release --verbosity quiet --nologo
FAULT_SECONDS="${1:-60}" dotnet test Governance.Tests --configuration Release --no-build --nologo --filter "FullyQualifiedName~Faults.LoadTests|FullyQualifiedName~Faults.CrowdTests" --logger 'console;verbosity=detailed' |
  grep -E '^ +(In [0-9]|Of the crowd|Passed|Failed|Expected)|^Test Run' | sort -u
