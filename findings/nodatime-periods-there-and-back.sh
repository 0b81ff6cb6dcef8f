#!/usr/bin/env bash
# NodaTime 3.3.7: the period from 31 January to 28 February and back; twelve months and a year, both normalized; a week normalized.
# Guess: P1M and P-1M; equal once normalized (that is what Normalize is for); P1W.
# Seen: P1M there, P-28D back; twelve months stay twelve months and are not equal to a year; a week becomes seven days. Normalize does not touch months.
. "$(dirname "$0")/lib.sh"
program NodaTime=3.3.7 <<'PROGRAM'
using NodaTime;

var (january, february) = (new LocalDate(2027, 1, 31), new LocalDate(2027, 2, 28));
Console.WriteLine($"{Period.Between(january, february)} {Period.Between(february, january)}");
Console.WriteLine($"{Period.FromMonths(12).Normalize()} {Period.FromYears(1).Normalize()} {Period.FromMonths(12).Normalize() == Period.FromYears(1).Normalize()}");
Console.WriteLine(Period.FromWeeks(1).Normalize());
PROGRAM
seen <<'SEEN'
P1M P-28D
P12M P1Y False
P7D
SEEN
