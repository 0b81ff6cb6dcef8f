#!/usr/bin/env bash
# Ical.Net 5.2.4: a weekly seminar in Oslo from Saturday noon to Sunday noon, given by DTEND or by DURATION:P1D; one weekend the clocks change.
# Guess: Sunday noon by the wall every week, however it is written.
# Seen: with DTEND the length is taken as exact hours, so on the weekend of the change it ends at 13:00; with P1D at noon. RFC 5545 (3.8.5.3) does
#       ask for that: "noon to noon" has to be written as P1D.
. "$(dirname "$0")/lib.sh"
program Ical.Net=5.2.4 <<'PROGRAM'
using Ical.Net;

var oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
foreach (var end in new[] { "DTEND;TZID=Europe/Oslo:20270321T120000", "DURATION:P1D" })
{
    string[] lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Register//EN", "BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270101T000000Z", "DTSTART;TZID=Europe/Oslo:20270320T120000", end, "RRULE:FREQ=WEEKLY;COUNT=3", "END:VEVENT", "END:VCALENDAR", ""];
    Console.WriteLine($"{end}: {string.Join(", ", Calendar.Load(string.Join("\r\n", lines))!.GetOccurrences().Select(o => TimeZoneInfo.ConvertTimeFromUtc(o.Period.EffectiveEndTime!.AsUtc, oslo).ToString("MM-dd HH:mm")))}");
}
PROGRAM
seen <<'SEEN'
DTEND;TZID=Europe/Oslo:20270321T120000: 03-21 12:00, 03-28 13:00, 04-04 12:00
DURATION:P1D: 03-21 12:00, 03-28 12:00, 04-04 12:00
SEEN
