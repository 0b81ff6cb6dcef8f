#!/usr/bin/env bash
# A hundred thousand generated requests to every route of a node of its own, or as many as are given. Prints what was answered and
# the seed; fails on any error of ours, a hang, or anything in the log that was not acknowledged. FUZZ_SEED=random asks others.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

deploy/codegen.sh
dotnet build Governance.Tests --configuration Release --verbosity quiet --nologo
FUZZ_REQUESTS="${1:-100000}" dotnet test Governance.Tests --configuration Release --no-build --nologo --filter FullyQualifiedName~FuzzTests --logger 'console;verbosity=detailed' |
  grep -aE '^ +(With FUZZ_SEED|Passed|Failed|Expected)|^Test Run' | sort -u
