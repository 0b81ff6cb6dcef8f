#!/usr/bin/env bash
# Ical.Net 5.2.4: one meeting of a weekly series in Europe/Oslo is moved; its RECURRENCE-ID is the same instant, in UTC.
# Guess: the moved meeting takes the place of the old one, as with a RECURRENCE-ID in Oslo time; an EXDATE in UTC does find its meeting.
# Seen: both are told: the old time and the new.
. "$(dirname "$0")/lib.sh"
program Ical.Net=5.2.4 <<'PROGRAM'
using Ical.Net;

foreach (var line in new[] { "EXDATE:20270111T170000Z", "RECURRENCE-ID;TZID=Europe/Oslo:20270111T180000", "RECURRENCE-ID:20270111T170000Z" })
{
    string[] moved = line.StartsWith('R') ? ["BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270101T000000Z", line, "DTSTART;TZID=Europe/Oslo:20270113T180000", "DURATION:PT1H", "END:VEVENT"] : [];
    string[] lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Register//EN", "BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270101T000000Z", "DTSTART;TZID=Europe/Oslo:20270104T180000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", .. line.StartsWith('E') ? [line] : Array.Empty<string>(), "END:VEVENT", .. moved, "END:VCALENDAR", ""];
    Console.WriteLine($"{line}: {string.Join(' ', Calendar.Load(string.Join("\r\n", lines))!.GetOccurrences().Select(o => o.Period.StartTime.Value.ToString("yyyy-MM-dd")))}");
}
PROGRAM
seen <<'SEEN'
EXDATE:20270111T170000Z: 2027-01-04 2027-01-18
RECURRENCE-ID;TZID=Europe/Oslo:20270111T180000: 2027-01-04 2027-01-13 2027-01-18
RECURRENCE-ID:20270111T170000Z: 2027-01-04 2027-01-11 2027-01-13 2027-01-18
SEEN
