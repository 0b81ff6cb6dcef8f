#!/usr/bin/env bash
# ical-generator 10.2.0: the calendar is given a timezone; its weekly event, given as JavaScript dates, leaves out one date. In which zone is each time written?
# Guess: all in the calendar's zone with TZID, or all in UTC; DTSTAMP in UTC, as RFC 5545 demands.
# Seen: DTSTART and UNTIL are floating, EXDATE has the TZID (so it is of another type than what it is to exclude), and DTSTAMP is floating too.
#       The numbers are those of the machine's zone (UTC here) in all of them.
. "$(dirname "$0")/lib.sh"
script ical-generator@10.2.0 <<'SCRIPT'
import ical from 'ical-generator';

const calendar = ical({ name: 'Board', timezone: 'Europe/Oslo' });
calendar.createEvent({
  id: '1@example.org', stamp: new Date(0), summary: 'Board meeting', start: new Date('2027-01-04T17:00:00Z'), end: new Date('2027-01-04T18:00:00Z'),
  repeating: { freq: 'WEEKLY', until: new Date('2027-01-18T17:00:00Z'), exclude: [new Date('2027-01-11T17:00:00Z')] },
});
console.log(calendar.toString().split('\r\n').filter(line => /^(DT|RRULE|EXDATE)/.test(line)).join('\n'));
SCRIPT
seen <<'SEEN'
DTSTAMP:19700101T000000
DTSTART:20270104T170000
DTEND:20270104T180000
RRULE:FREQ=WEEKLY;UNTIL=20270118T170000
EXDATE;TZID=Europe/Oslo:20270111T170000
SEEN
