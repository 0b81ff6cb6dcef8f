#!/usr/bin/env bash
# Writes the code by which Wolverine calls the handlers, where anything it is made from has changed since: a build of the server with a compiler
# in it writes it to Governance.Api/Internal/Generated, and what is built to be run, without one, takes it in. No database is needed.
set -euo pipefail
cd "$(dirname "$0")/.."

generated=Governance.Api/Internal/Generated
stamp=$generated/.written
# A folder is newer than what it had taken out of it.
is_newer() {
  [ -n "$(find Governance.Api Governance.Domain Directory.Build.props Directory.Packages.props \( -name bin -o -name obj -o -name Internal \) -prune -o \
    \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -path '*/*' -type d \) -newer "$stamp" -print -quit)" ]
}
if [ -e "$stamp" ] && ! is_newer; then exit 0; fi

echo "Writing the handlers' code ..."
dotnet build Governance.Api --configuration Debug --verbosity quiet --nologo -p:Codegen=true
rm -rf "$generated"
(cd Governance.Api && dotnet ../artifacts/codegen/bin/Governance.Api/Debug/net10.0/Governance.Api.dll codegen write >/dev/null)
touch "$stamp"
