#!/usr/bin/env bash
# ts-ics 2.4.6: the board meets on the second Tuesday of each month from 12 January 2027, the auditors on the last working day from 29 January.
# Guess: 12 January, 9 February, 9 March; 29 January, 26 February, 31 March.
# Seen: January is missing from both, and the last working day is told wrongly (Thursday 25 February, Tuesday 30 March).
. "$(dirname "$0")/lib.sh"
script ts-ics@2.4.6 <<'SCRIPT'
import { extendByRecurrenceRule } from 'ts-ics';

const print = (name, rule, start) => console.log(`${name}: ${extendByRecurrenceRule(rule, { start: new Date(start) }).map(d => d.toISOString().slice(0, 10)).join(' ')}`);
print('second Tuesday', { frequency: 'MONTHLY', count: 3, byDay: [{ day: 'TU', occurrence: 2 }] }, '2027-01-12T10:00:00Z');
print('last working day', { frequency: 'MONTHLY', count: 3, byDay: ['MO', 'TU', 'WE', 'TH', 'FR'].map(day => ({ day })), bySetPos: [-1] }, '2027-01-29T10:00:00Z');
SCRIPT
seen <<'SEEN'
second Tuesday: 2027-02-09 2027-03-09 2027-04-13
last working day: 2027-02-25 2027-03-30 2027-04-29
SEEN
