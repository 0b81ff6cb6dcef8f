#!/usr/bin/env bash
# Every cluster as a file of its own, verified and sealed by its hashes, for what outlives PostgreSQL:
# and beside the folder erasures.ndjson, by which what was erased is erased again in what is restored.
# clusters.sh /backup/clusters "dotnet /opt/governance/Governance.Api.dll". The program's settings come from the environment.
set -euo pipefail
to=$1
read -r -a program <<< "$2"
mkdir -p "$to"
clusters=$("${program[@]}" verify | tee /dev/stderr | sed -n 's/^\([a-z0-9-]*\): position .*/\1/p')
for cluster in $clusters; do
  "${program[@]}" export events --cluster "$cluster" --output "$to/$cluster.half"
  mv "$to/$cluster.half" "$to/$cluster.ndjson"
  echo "$to/$cluster.ndjson"
done
"${program[@]}" erasures export "$(dirname "$to")/erasures.ndjson"
