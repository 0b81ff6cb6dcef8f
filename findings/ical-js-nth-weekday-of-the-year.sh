#!/usr/bin/env bash
# ical.js 2.2.1: yearly rules that pick one Monday: BYWEEKNO=1;BYDAY=MO (of ISO week 1) and BYDAY=20MO (the twentieth of the year).
# Guess: one Monday a year each (2024-01-01, 2024-12-30 …; 2027-05-17, 2028-05-15 …), or an exception for a part that is not supported.
# Seen: no exception; several Mondays of the same year, week after week.
. "$(dirname "$0")/lib.sh"
script ical.js@2.2.1 <<'SCRIPT'
import ICAL from 'ical.js';

for (const [start, rule] of [['2024-01-01', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=4'], ['2027-05-17', 'FREQ=YEARLY;BYDAY=20MO;COUNT=4']]) {
  const dates = [];
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  for (let next; (next = iterator.next());) dates.push(next.toString());
  console.log(`${rule}: ${dates.join(' ')}`);
}
SCRIPT
seen <<'SEEN'
FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=4: 2024-01-08 2024-01-15 2024-01-22 2024-01-29
FREQ=YEARLY;BYDAY=20MO;COUNT=4: 2027-05-17 2027-05-24 2027-05-31 2027-06-07
SEEN
