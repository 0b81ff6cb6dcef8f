#!/usr/bin/env bash
# croner 11.0.1 and cron-parser 5.10.6: when does 30 2 * * * run in Oslo on the night when 02:30 does not exist, and when 02:30 is there twice?
# Guess: both run at 03:30 in spring, and once in autumn.
# Seen: in spring croner runs at 03:00, the moment the clock jumps to, cron-parser at 03:30; in autumn both once, the first time.
. "$(dirname "$0")/lib.sh"
script croner@11.0.1 cron-parser@5.10.6 <<'SCRIPT'
import { Cron } from 'croner';
import { CronExpressionParser } from 'cron-parser';

for (const from of ['2027-03-27T12:00:00Z', '2027-10-30T12:00:00Z']) {
  console.log(`croner: ${new Cron('30 2 * * *', { timezone: 'Europe/Oslo' }).nextRuns(2, new Date(from)).map(d => d.toISOString().slice(0, 16)).join(' ')}`);
  const parsed = CronExpressionParser.parse('30 2 * * *', { currentDate: from, tz: 'Europe/Oslo' });
  console.log(`cron-parser: ${[parsed.next(), parsed.next()].map(d => d.toISOString().slice(0, 16)).join(' ')}`);
}
SCRIPT
seen <<'SEEN'
croner: 2027-03-28T01:00 2027-03-29T00:30
cron-parser: 2027-03-28T01:30 2027-03-29T00:30
croner: 2027-10-31T00:30 2027-11-01T01:30
cron-parser: 2027-10-31T00:30 2027-11-01T01:30
SEEN
