#!/usr/bin/env bash
# dateutils 0.4.10 (Debian): dconv, dtest and ddiff of 2027-02-30; dround of 20 January to whole months.
# Guess: an error and nothing printed for the day that does not exist; rounding to the first of January.
# Seen: 30 February is taken for 28 February and the result printed; dconv and ddiff end with exit code 2 all the same, dtest answers as if the
#       date were one. Rounding is upwards, unless the interval is negative (-- /-1mo).
. "$(dirname "$0")/lib.sh"
debian dateutils=0.4.10-1
{
  for command in 'dconv 2027-02-30' 'dtest 2027-02-30 --eq 2027-02-28' 'ddiff 2027-02-30 2027-03-01' 'dround 2027-01-20 /1mo' 'dround 2027-01-20 -- /-1mo'; do
    echo "$command: $("$folder/root/usr/bin/dateutils."$command 2>&1) (exit code $?)"
  done
} > "$folder/seen"
seen <<'SEEN'
dconv 2027-02-30: 2027-02-28 (exit code 2)
dtest 2027-02-30 --eq 2027-02-28:  (exit code 0)
ddiff 2027-02-30 2027-03-01: 1 (exit code 2)
dround 2027-01-20 /1mo: 2027-02-01 (exit code 0)
dround 2027-01-20 -- /-1mo: 2027-01-01 (exit code 0)
SEEN
