#!/bin/sh
# PostgreSQL's archive_command: archive.sh %p /backup/wal/%f. Keeps a write-ahead file, flushed, under its own name; never writes over one.
set -eu
from=$1
to=$2
if [ -e "$to" ]; then
  # Archived before, but PostgreSQL was not told: the same is well, another is not.
  cmp -s "$from" "$to"
  exit
fi
mkdir -p "$(dirname "$to")"
cp "$from" "$to.half"
sync "$to.half"
mv "$to.half" "$to"
