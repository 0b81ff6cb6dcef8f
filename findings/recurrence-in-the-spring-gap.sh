#!/usr/bin/env bash
# rrule 2.8.1, rrule-temporal 2.2.8, ts-ics 2.4.6: when is a daily meeting of 02:30 in Oslo held on the night when 02:30 does not exist?
# Guess: all three say 03:30 summer time (01:30 UTC), as RFC 5545 section 3.3.5 has it.
# Seen: none does. rrule says 00:30 UTC (01:30 by the wall), rrule-temporal leaves the day out and makes COUNT good with a day at
#       the end, ts-ics goes on by 24 hours (01:30 UTC that night, but then for ever an hour late by the wall).
. "$(dirname "$0")/lib.sh"
script rrule@2.8.1 luxon@3.7.2 rrule-temporal@2.2.8 ts-ics@2.4.6 <<'SCRIPT'
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';

const text = 'DTSTART;TZID=Europe/Oslo:20270327T023000\nRRULE:FREQ=DAILY;COUNT=3';
const print = (name, dates) => console.log(`${name}: ${dates.map(d => d.toISOString().slice(0, 16)).join(' ')}`);
print('rrule', rrule.rrulestr(text).all());
print('rrule-temporal', new RRuleTemporal({ rruleString: text }).all().map(d => new Date(d.epochMilliseconds)));
const event = convertIcsCalendar(undefined, `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Register//EN\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nDTSTAMP:20270101T000000Z\r\n${text.replace('\n', '\r\n')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`).events[0];
print('ts-ics', extendByRecurrenceRule(event.recurrenceRule, { start: event.start.date }));
SCRIPT
seen <<'SEEN'
rrule: 2027-03-27T01:30 2027-03-28T00:30 2027-03-29T00:30
rrule-temporal: 2027-03-27T01:30 2027-03-29T00:30 2027-03-30T00:30
ts-ics: 2027-03-27T01:30 2027-03-28T01:30 2027-03-29T01:30
SEEN
