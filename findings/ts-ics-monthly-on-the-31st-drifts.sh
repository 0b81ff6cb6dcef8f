#!/usr/bin/env bash
# ts-ics 2.4.6: monthly from 31 January, yearly from 29 February.
# Guess: months without a 31st and years without a leap day are left out (RFC 5545); or, less rightly, the last day of each month.
# Seen: neither. After the first short month it stays on the 28th for good, in long months too, and never returns to the leap day.
. "$(dirname "$0")/lib.sh"
script ts-ics@2.4.6 <<'SCRIPT'
import { extendByRecurrenceRule } from 'ts-ics';

const print = (frequency, count, start) => console.log(`${frequency} from ${start}: ${extendByRecurrenceRule({ frequency, count }, { start: new Date(`${start}T10:00:00Z`) }).map(d => d.toISOString().slice(0, 10)).join(' ')}`);
print('MONTHLY', 5, '2027-01-31');
print('YEARLY', 5, '2024-02-29');
SCRIPT
seen <<'SEEN'
MONTHLY from 2027-01-31: 2027-01-31 2027-02-28 2027-03-28 2027-04-28 2027-05-28
YEARLY from 2024-02-29: 2024-02-29 2025-02-28 2026-02-28
SEEN
