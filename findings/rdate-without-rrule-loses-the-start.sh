#!/usr/bin/env bash
# ical.js 2.2.1, rrule 2.8.1: a meeting with DTSTART and two RDATEs but no RRULE. How many times is it held?
# Guess: three: the recurrence set begins with DTSTART, whatever else defines it (RFC 5545 section 3.8.5.2).
# Seen: both list the RDATEs alone, and with a RRULE beside them ical.js tells a RDATE that falls on the rule twice, rrule once.
. "$(dirname "$0")/lib.sh"
script ical.js@2.2.1 rrule@2.8.1 <<'SCRIPT'
import ICAL from 'ical.js';
import rrule from 'rrule';

for (const lines of [
  ['DTSTART:20270104T180000Z', 'RDATE:20270106T180000Z,20270111T180000Z'],
  ['DTSTART:20270104T180000Z', 'RRULE:FREQ=WEEKLY;COUNT=2', 'RDATE:20270111T180000Z'],
]) {
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Register//EN', 'BEGIN:VEVENT', 'UID:1@example.org', 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')).iterator();
  const dates = [];
  for (let next; (next = iterator.next());) dates.push(next.toString().slice(0, 10));
  console.log(`ical.js ${lines.length - 1} lines: ${dates.join(' ')}`);
  console.log(`rrule ${lines.length - 1} lines: ${rrule.rrulestr(lines.join('\n')).all().map(d => d.toISOString().slice(0, 10)).join(' ')}`);
}
SCRIPT
seen <<'SEEN'
ical.js 1 lines: 2027-01-06 2027-01-11
rrule 1 lines: 2027-01-06 2027-01-11
ical.js 2 lines: 2027-01-04 2027-01-11 2027-01-11
rrule 2 lines: 2027-01-04 2027-01-11
SEEN
