#!/bin/sh
# Makes a data folder as the database was at a moment: restore.sh /backup /new/data '2026-01-31 12:00:00+00'; without a moment, as late as the archive goes.
# Then start PostgreSQL on it: it recovers, and takes writes from there on a timeline of its own. What is in /backup is not touched.
set -eu
backup=$1
data=$2
moment=${3:-}

[ ! -e "$data" ] || { echo "$data is there already: restore to a new folder." >&2; exit 1; }

# The newest base backup that was whole before the moment.
base=
for each in "$backup"/base/[0-9]*; do
  [ -d "$each" ] || continue
  if [ -z "$moment" ] || [ "$(basename "$each")" -lt "$(date -u -d "$moment" +%Y%m%d%H%M%S)" ]; then base=$each; fi
done
[ -n "$base" ] || { echo "There is no base backup from before ${moment:-now}." >&2; exit 1; }

umask 077
cp -R "$base" "$data"
{
  # What it archives from now on is another history: give it a folder of its own before you turn this on.
  echo "archive_mode = off"
  echo "restore_command = 'cp \"$backup/wal/%f\" \"%p\"'"
  echo "recovery_target_action = 'promote'"
  # Left behind, these would end the recovery of a standby made from this server, at the same moment.
  echo "recovery_end_command = 'sed -i \"/^recovery_/d; /^restore_command/d\" postgresql.auto.conf'"
  [ -z "$moment" ] || echo "recovery_target_time = '$moment'"
  # Nodes do not serve it before "erasures apply" has erased again what was erased since.
  echo "governance.restored = '$(date -u +%Y%m%d%H%M%S%N)'"
} >> "$data/postgresql.auto.conf"
touch "$data/recovery.signal"
echo "$data is $base, to be brought to ${moment:-the end of the archive} when PostgreSQL starts on it."
