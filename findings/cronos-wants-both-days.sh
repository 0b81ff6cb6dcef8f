#!/usr/bin/env bash
# Cronos 0.13.0: 0 0 13 * 5, and 30 2 * * * in Oslo on the night when 02:30 does not exist.
# Guess: the thirteenth and every Friday, as cron has it where both fields are given; 03:30.
# Seen: Friday the thirteenth only; and 03:00, the moment the clocks jump to.
. "$(dirname "$0")/lib.sh"
program Cronos=0.13.0 <<'PROGRAM'
using Cronos;

Console.WriteLine(string.Join(' ', CronExpression.Parse("0 0 13 * 5").GetOccurrences(Utc(2027, 1, 1), Utc(2029, 1, 1)).Select(d => d.ToString("yyyy-MM-dd"))));
Console.WriteLine(string.Join(' ', CronExpression.Parse("30 2 * * *").GetOccurrences(Utc(2027, 3, 28), Utc(2027, 3, 30), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).Select(d => d.ToString("s"))));

static DateTime Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
PROGRAM
seen <<'SEEN'
2027-08-13 2028-10-13
2027-03-28T01:00:00 2027-03-29T00:30:00
SEEN
