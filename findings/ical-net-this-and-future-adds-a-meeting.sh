#!/usr/bin/env bash
# Ical.Net 5.2.4: from 18 January on a weekly meeting begins two hours later: RECURRENCE-ID;RANGE=THISANDFUTURE.
# Guess: 18 and 25 January at 20:00; or, RANGE not being known, 18 January alone at 20:00.
# Seen: neither. All four are told at 18:00, and a fifth on 18 January at 20:00: with RANGE the override does not even replace its own.
. "$(dirname "$0")/lib.sh"
program Ical.Net=5.2.4 <<'PROGRAM'
using Ical.Net;

foreach (var range in new[] { "", ";RANGE=THISANDFUTURE" })
{
    string[] lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Register//EN", "BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270101T000000Z", "DTSTART:20270104T180000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4", "END:VEVENT",
        "BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270101T000000Z", $"RECURRENCE-ID{range}:20270118T180000Z", "DTSTART:20270118T200000Z", "DURATION:PT1H", "END:VEVENT", "END:VCALENDAR", ""];
    Console.WriteLine($"{range}: {string.Join(' ', Calendar.Load(string.Join("\r\n", lines))!.GetOccurrences().Select(o => o.Period.StartTime.Value.ToString("MM-ddTHH")))}");
}
PROGRAM
seen <<'SEEN'
: 01-04T18 01-11T18 01-18T20 01-25T18
;RANGE=THISANDFUTURE: 01-04T18 01-11T18 01-18T18 01-18T20 01-25T18
SEEN
