#!/usr/bin/env bash
# rrule 2.8.1: what does toText() say of a rule with BYSETPOS or BYMINUTE?
# Guess: the set position and the minute too ("the last weekday", "at 14:30"), or that it cannot be told (isFullyConvertibleToText).
# Seen: both are left out without a sign. "The last working day of the month" reads "every month on weekdays", 14:30 reads "at 14",
#       and isFullyConvertibleToText says true of both. The text cannot be shown to anyone instead of the rule.
. "$(dirname "$0")/lib.sh"
script rrule@2.8.1 <<'SCRIPT'
import rrule from 'rrule';

for (const rule of ['FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=DAILY;BYHOUR=14;BYMINUTE=30']) {
  const parsed = rrule.RRule.fromString(rule);
  console.log(`${rule}: ${parsed.toText()} (${parsed.isFullyConvertibleToText()})`);
}
SCRIPT
seen <<'SEEN'
FREQ=MONTHLY;BYDAY=-1FR: every month on the last Friday (true)
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1: every month on weekdays (true)
FREQ=DAILY;BYHOUR=14;BYMINUTE=30: every day at 14 (true)
SEEN
