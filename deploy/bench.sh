#!/usr/bin/env bash
# Measures the program from a clean clone, given the .NET SDK; the tables are Markdown.
#   deploy/bench.sh [name]... [--events N]   beside what it could be at best: all benchmarks, or those named; rebuild and growth on so many events.
#                                            artifacts/bench/all.json has more.
#   deploy/bench.sh --against COMMIT [--only record|read|cold|import|rebuild|start|memory] [--rounds N] [--guarded]
#                                            beside the program of another commit, and a plain program on Marten and Wolverine (the peer): each as it is
#                                            published, in a process and database of its own, asked over HTTP in interleaved rounds; all of it in a quarter of an hour.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/postgres.sh

# As the server is deployed. Not every commit's has code to be written first.
publish() {
  if [ -x deploy/codegen.sh ]; then deploy/codegen.sh; fi
  dotnet publish "$1" --configuration Release --runtime linux-x64 --verbosity quiet --nologo --output "$2"
}

against='' others=()
while [ $# -gt 0 ]; do
  if [ "$1" = --against ]; then against=${2:?--against takes a commit} && shift 2; else others+=("$1") && shift; fi
done

deploy/codegen.sh
dotnet build Governance.Tests --configuration Release --verbosity quiet --nologo
publish Governance.Api artifacts/server
export BENCH_SERVER=$PWD/artifacts/server/Governance.Api.dll DOTNET_GCgen0size=0x400000
bench=(dotnet Governance.Tests/bin/Release/net10.0/Governance.Tests.dll)
[ -n "$against" ] || exec "${bench[@]}" bench "${others[@]}"

publish Governance.Tests/Benchmarks/Peer artifacts/peer
beside=$(mktemp --directory)
trap 'git worktree remove --force "$beside/source"; rm -rf "$beside"' EXIT
git worktree add --quiet --detach "$beside/source" "$against"
(cd "$beside/source" && publish Governance.Api "$beside/server")
"${bench[@]}" compare --ours "$BENCH_SERVER" --against "$beside/server/Governance.Api.dll" --peer "$PWD/artifacts/peer/Governance.Peer.dll" "${others[@]}"
