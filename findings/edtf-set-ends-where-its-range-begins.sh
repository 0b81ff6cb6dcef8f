#!/usr/bin/env bash
# edtf 4.11.1: the last possible day of the set [2019,2021..2023] ("one of these years"), and of the list {2019,2021..2023}.
# Guess: 2023-12-31.
# Seen: 2021-12-31: max takes the beginning of a range for its end, though iterating the very same set tells 2022 and 2023.
. "$(dirname "$0")/lib.sh"
script edtf@4.11.1 <<'SCRIPT'
import edtf from 'edtf';

for (const text of ['[2019,2021..2023]', '{2019,2021..2023}']) {
  const set = edtf(text);
  console.log(`${text}: ${[...set].map(d => d.edtf).join(' ')}; ${new Date(set.min).toISOString().slice(0, 10)} to ${new Date(set.max).toISOString().slice(0, 10)}`);
}
SCRIPT
seen <<'SEEN'
[2019,2021..2023]: 2019 2021 2022 2023; 2019-01-01 to 2021-12-31
{2019,2021..2023}: 2019 2021 2022 2023; 2019-01-01 to 2021-12-31
SEEN
