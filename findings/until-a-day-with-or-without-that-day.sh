#!/usr/bin/env bash
# rrule 2.8.1, rrule-temporal 2.2.8, ical.js 2.2.1: a weekly meeting at 18:00 with UNTIL=20270118, a day (older calendars write that), which is a meeting day.
# And with UNTIL=20270118T170000Z, the very instant of that meeting.
# Guess: one answer in all: without the 18th where UNTIL is a day, as it is taken for its first moment; with it where it is the instant.
# Seen: a day: rrule and ical.js leave the 18th out, rrule-temporal holds the meeting. The instant: rrule leaves it out all the same, since it compares UTC
#       with the wall clock in Oslo; the others hold it.
. "$(dirname "$0")/lib.sh"
script rrule@2.8.1 luxon@3.7.2 rrule-temporal@2.2.8 ical.js@2.2.1 <<'SCRIPT'
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import ICAL from 'ical.js';

for (const until of ['20270118', '20270118T170000Z']) {
  const text = `DTSTART;TZID=Europe/Oslo:20270104T180000\nRRULE:FREQ=WEEKLY;UNTIL=${until}`;
  const event = ['BEGIN:VEVENT', 'UID:1@example.org', 'DTSTAMP:20270101T000000Z', ...text.replace(';TZID=Europe/Oslo', '').replace('T170000Z', 'T180000').split('\n'), 'END:VEVENT'].join('\r\n');
  const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(event))).iterator();
  const dates = [];
  for (let next; (next = iterator.next());) dates.push(next.toString().slice(8, 10));
  console.log(`${until}: rrule ${rrule.rrulestr(text).all().map(d => d.toISOString().slice(8, 10)).join(' ')}, rrule-temporal ${new RRuleTemporal({ rruleString: text }).all().map(d => d.toString().slice(8, 10)).join(' ')}, ical.js ${dates.join(' ')}`);
}
SCRIPT
seen <<'SEEN'
20270118: rrule 04 11, rrule-temporal 04 11 18, ical.js 04 11
20270118T170000Z: rrule 04 11, rrule-temporal 04 11 18, ical.js 04 11 18
SEEN
