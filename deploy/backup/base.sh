#!/bin/sh
# A base backup, checked, in a folder named by the moment it was whole: base.sh /backup [options of pg_basebackup, such as --host and --username].
# With the files that archive.sh keeps in /backup/wal it restores to any moment after that. Run it every night.
set -eu
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
backup=$1
shift
half=$backup/base/half.$$
mkdir -p "$backup/base"
trap 'rm -rf "$half"' EXIT
pg_basebackup --pgdata "$half" --checkpoint fast --wal-method stream --no-password "$@"
pg_verifybackup --quiet "$half"
to=$backup/base/$(date -u +%Y%m%d%H%M%S)
mv "$half" "$to"
echo "$to"
