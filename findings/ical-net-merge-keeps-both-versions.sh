#!/usr/bin/env bash
# Ical.Net 5.2.4: a calendar with a meeting (SEQUENCE 1) is merged with one that has the same UID moved (SEQUENCE 2).
# Guess: one meeting, the one of the higher sequence (RFC 5546 section 2.1.4), or at least one of the two.
# Seen: two meetings of one UID, both with occurrences: MergeWith neither compares UIDs nor looks at SEQUENCE.
. "$(dirname "$0")/lib.sh"
program Ical.Net=5.2.4 <<'PROGRAM'
using Ical.Net;

var calendar = Read(1, "20270104");
calendar.MergeWith(Read(2, "20270105"));
foreach (var meeting in calendar.Events) Console.WriteLine($"{meeting.Uid}, sequence {meeting.Sequence}, {meeting.Start!.Value:yyyy-MM-dd}");
Console.WriteLine($"occurrences: {calendar.GetOccurrences().Count()}");

static Calendar Read(int sequence, string day) => Calendar.Load(string.Join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Register//EN", "BEGIN:VEVENT", "UID:1@example.org", $"DTSTAMP:2027010{sequence}T000000Z", $"DTSTART:{day}T180000Z", "DURATION:PT1H", $"SEQUENCE:{sequence}", "END:VEVENT", "END:VCALENDAR", ""))!;
PROGRAM
seen <<'SEEN'
1@example.org, sequence 1, 2027-01-04
1@example.org, sequence 2, 2027-01-05
occurrences: 2
SEEN
