#!/usr/bin/env bash
# edtf 4.11.1 and @edtf-ts/core 0.4.2: which days are spring (2019-21) and winter (2019-24)?
# Guess: March to May and December to February in both.
# Seen: edtf counts seasons as quarters of the calendar year: spring is January to March, winter October to December. @edtf-ts/core has
#       the meteorological seasons. A term "since spring 2019" begins two months apart in the two.
. "$(dirname "$0")/lib.sh"
script edtf@4.11.1 @edtf-ts/core@0.4.2 <<'SCRIPT'
import edtf from 'edtf';
import { parse } from '@edtf-ts/core';

const day = d => new Date(d).toISOString().slice(0, 10);
for (const text of ['2019-21', '2019-24']) {
  const [one, other] = [edtf(text), parse(text).value];
  console.log(`${text}: edtf ${day(one.min)} to ${day(one.max)}, @edtf-ts/core ${day(other.min)} to ${day(other.max)}`);
}
SCRIPT
seen <<'SEEN'
2019-21: edtf 2019-01-01 to 2019-03-31, @edtf-ts/core 2019-03-01 to 2019-05-31
2019-24: edtf 2019-10-01 to 2019-12-31, @edtf-ts/core 2019-12-01 to 2020-02-29
SEEN
