#!/usr/bin/env bash
# Every cluster as a file of its own, verified and sealed by its hashes, for what outlives PostgreSQL:
# and beside the folder erasures.ndjson, by which what was erased is erased again in what is restored.
# clusters.sh /backup/clusters "dotnet /opt/governance/Governance.Api.dll". The program's settings come from the environment.
# With Governance__SigningKey among them, where each log stands is signed and added to heads.ndjson beside the folder; the logs are held against it first.
set -euo pipefail
umask 077
to=$1
read -r -a program <<< "$2"
mkdir -p "$to"
heads=$(dirname "$to")/heads.ndjson
against=()
if [ -e "$heads" ]; then against=(--against "$heads" ${Governance__SigningKey:+--key "$Governance__SigningKey"}); fi
clusters=$("${program[@]}" verify ${against[@]+"${against[@]}"} | tee /dev/stderr | sed -n 's/^\([a-z0-9-]*\): position .*/\1/p')
for cluster in $clusters; do
  "${program[@]}" export events --cluster "$cluster" --output "$to/$cluster.half"
  mv "$to/$cluster.half" "$to/$cluster.ndjson"
  echo "$to/$cluster.ndjson"
done
"${program[@]}" erasures export "$(dirname "$to")/erasures.ndjson"
if [ -n "${Governance__SigningKey:-}" ]; then "${program[@]}" heads sign "$heads"; else echo "Where the logs stand is not signed: Governance__SigningKey names no key. Make one by heads key." >&2; fi
