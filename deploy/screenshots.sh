#!/usr/bin/env bash
# Makes the pictures in the README anew from the demo, in deploy/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh
. deploy/chromium.sh

deploy/codegen.sh
dotnet build Governance.Tests --configuration Release --verbosity quiet --nologo
SCREENSHOTS="$PWD/deploy/screenshots" dotnet test Governance.Tests --configuration Release --no-build --nologo --filter FullyQualifiedName~ScreenshotTests
