#!/bin/sh
# Runs base.sh every night at 02:15 UTC, and at once where there is no base backup yet, for as long as it is left to run: nightly.sh /backup [options of pg_basebackup].
# A night that failed is told on stderr and tried again an hour later.
set -u
trap "exit 0" TERM INT
here=$(dirname "$0")
[ -n "$(ls "$1/base" 2>/dev/null | grep '^[0-9]*$')" ] || next=0
while :; do
  now=$(date -u +%s)
  : "${next:=$(((now - 8100 + 86400) / 86400 * 86400 + 8100))}"
  if [ "$now" -lt "$next" ]; then
    # In the background, so that a signal is heard at once.
    sleep $((next - now)) &
    wait $!
  fi
  if /bin/sh "$here/base.sh" "$@"; then unset next; else next=$(($(date -u +%s) + 3600)); fi
done
