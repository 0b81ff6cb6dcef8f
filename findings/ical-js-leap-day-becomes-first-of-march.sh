#!/usr/bin/env bash
# ical.js 2.2.1: something happens every year since 29 February 2024 (FREQ=YEARLY, nothing else). When next?
# Guess: 2028-02-29: RFC 5545 has dates that do not exist left out, and monthly on the 31st is left out so.
# Seen: 1 March 2025, 1 March 2026. Say BYMONTH=2;BYMONTHDAY=29, which means the same by the RFC, and the years between are left out.
. "$(dirname "$0")/lib.sh"
script ical.js@2.2.1 <<'SCRIPT'
import ICAL from 'ical.js';

for (const [start, rule] of [['2027-01-31', 'FREQ=MONTHLY;COUNT=3'], ['2024-02-29', 'FREQ=YEARLY;COUNT=3'], ['2024-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3']]) {
  const dates = [];
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  for (let next; (next = iterator.next());) dates.push(next.toString());
  console.log(`${rule}: ${dates.join(' ')}`);
}
SCRIPT
seen <<'SEEN'
FREQ=MONTHLY;COUNT=3: 2027-01-31 2027-03-31 2027-05-31
FREQ=YEARLY;COUNT=3: 2024-02-29 2025-03-01 2026-03-01
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3: 2024-02-29 2028-02-29 2032-02-29
SEEN
