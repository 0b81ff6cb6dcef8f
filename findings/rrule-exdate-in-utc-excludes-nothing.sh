#!/usr/bin/env bash
# rrule 2.8.1: a meeting is given in a zone (DTSTART;TZID=Europe/Oslo), and one of its times is taken out by an EXDATE. May that be in UTC?
# Guess: yes; an instant is an instant, and RFC 5545 lets EXDATE be UTC.
# Seen: only the EXDATE with the same TZID takes effect; that of the same instant in UTC is passed over without a word, and the
#       cancelled meeting is still in the list.
. "$(dirname "$0")/lib.sh"
script rrule@2.8.1 luxon@3.7.2 <<'SCRIPT'
import rrule from 'rrule';

const weekly = 'DTSTART;TZID=Europe/Oslo:20270104T180000\nRRULE:FREQ=WEEKLY;COUNT=3\n';
for (const exdate of ['EXDATE;TZID=Europe/Oslo:20270111T180000', 'EXDATE:20270111T170000Z'])
  console.log(`${exdate}: ${rrule.rrulestr(weekly + exdate).all().map(d => d.toISOString().slice(0, 10)).join(' ')}`);
SCRIPT
seen <<'SEEN'
EXDATE;TZID=Europe/Oslo:20270111T180000: 2027-01-04 2027-01-18
EXDATE:20270111T170000Z: 2027-01-04 2027-01-11 2027-01-18
SEEN
