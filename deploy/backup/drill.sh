#!/usr/bin/env bash
# Proves that the backup restores, beside the server and without touching it: drill.sh /backup "dotnet /opt/governance/Governance.Api.dll" [moment]
# Restores to a folder of its own, starts PostgreSQL on it behind a socket alone, erases again what was erased since, verifies every hash, and clears up. Run it every month.
# PGUSER and PGDATABASE say who and where the log is, if not governance.
set -euo pipefail
backup=$1
read -r -a program <<< "$2"
moment=${3:-}
here=$(dirname "$(readlink -f "$0")")
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
export PGUSER=${PGUSER:-governance} PGDATABASE=${PGDATABASE:-governance}

# PostgreSQL does not run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
pg_ctl=$(readlink -f "$(command -v pg_ctl)")
work=$(as_postgres mktemp -d)
finish() {
  as_postgres "$pg_ctl" stop --pgdata "$work/data" --mode immediate --silent 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

as_postgres /bin/sh "$here/restore.sh" "$backup" "$work/data" "$moment"
# Debian keeps the configuration elsewhere; its own is all that this one needs.
as_postgres /bin/sh -c "echo 'local all all trust' > '$work/data/pg_hba.conf'; : > '$work/data/postgresql.conf'"
as_postgres "$pg_ctl" start --pgdata "$work/data" --wait --timeout 3600 --silent --log "$work/log" \
  --options "-c listen_addresses= -c unix_socket_directories=$work -c unix_socket_permissions=0700 -c hot_standby=off" || { tail "$work/log" >&2; exit 1; }
export ConnectionStrings__Owner="" ConnectionStrings__Governance="Host=$work;Username=$PGUSER;Database=$PGDATABASE"
if [ -e "$backup/erasures.ndjson" ]; then "${program[@]}" erasures apply "$backup/erasures.ndjson"; fi
"${program[@]}" verify
echo "The backup restores${moment:+ to $moment}, and every hash is as it was made."
