#!/usr/bin/env bash
# scim2-parse-filter 0.2.10: emails[type eq "work" and value eq "b@example.org"], where one person has that as the home address only.
# Guess: it does not match her: both conditions are about one element, that is what the brackets are for.
# Seen: it matches: each condition may be met by another element, as with emails.type eq … and emails.value eq …
. "$(dirname "$0")/lib.sh"
script scim2-parse-filter@0.2.10 <<'SCRIPT'
import library from 'scim2-parse-filter';

const people = [
  { userName: 'kari', emails: [{ type: 'work', value: 'a@example.org' }, { type: 'home', value: 'b@example.org' }] },
  { userName: 'ola', emails: [{ type: 'work', value: 'b@example.org' }] },
];
for (const filter of ['emails[type eq "work" and value eq "b@example.org"]', 'emails.type eq "work" and emails.value eq "b@example.org"'])
  console.log(`${filter}: ${people.filter(library.filter(library.parse(filter))).map(p => p.userName).join()}`);
SCRIPT
seen <<'SEEN'
emails[type eq "work" and value eq "b@example.org"]: kari,ola
emails.type eq "work" and emails.value eq "b@example.org": kari,ola
SEEN
