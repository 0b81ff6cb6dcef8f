#!/usr/bin/env bash
# edtf 4.11.1: what does its format() make of an uncertain month, a decade, an interval and a season in English and in Norwegian?
# Guess: the same in both but for the words: "5/2019 (?)", "2010s", "2019 – 2020", "Spring 2019".
# Seen: in a language for which it has no words (nb) all that is not a plain date is left out without a sign: the month is certain, the decade is
#       the year 2010, the interval its first year and an open one its first month (in English an error). The season is 1 January in both.
. "$(dirname "$0")/lib.sh"
script edtf@4.11.1 <<'SCRIPT'
import edtf, { format } from 'edtf';

for (const text of ['2019-05?', '2019-05~', '201X', '2019/2020', '2019-05/..', '2019-21']) {
  const [english, norwegian] = ['en', 'nb'].map(locale => { try { return format(edtf(text), locale); } catch (error) { return error.message; } });
  console.log(`${text}: en ${english}, nb ${norwegian}`);
}
SCRIPT
seen <<'SEEN'
2019-05?: en 5/2019 (?), nb 5.2019
2019-05~: en ca. 5/2019, nb 5.2019
201X: en XXXX, nb 2010
2019/2020: en 2019 – 2020, nb 2019
2019-05/..: en cannot format infinite intervals, nb 5.2019
2019-21: en 1/1/2019, nb 1.1.2019
SEEN
