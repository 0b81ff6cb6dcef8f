#!/usr/bin/env bash
# scimmy 1.3.5: a filter over people, not all of whom have an e-mail; and a value with an escaped quotation mark.
# Guess: who lacks the attribute does not match; \" in a string is JSON's, as RFC 7644 has it.
# Seen: emails[…] and emails.type throw a TypeError as soon as one person lacks emails, while userName, which one lacks too, does not.
#       A filter with an escaped quotation mark is refused as a syntax error.
. "$(dirname "$0")/lib.sh"
script scimmy@1.3.5 <<'SCRIPT'
import SCIMMY from 'scimmy';

const people = [{ id: 1, userName: 'kari', emails: [{ type: 'work', value: 'kari@example.org' }] }, { id: 2 }, { id: 3, userName: 'the "new" one' }];
for (const filter of ['userName eq "kari"', 'emails.type eq "work"', 'emails[type eq "work" and value co "example"]', 'userName eq "the \\"new\\" one"']) {
  try { console.log(`${filter}: ${new SCIMMY.Types.Filter(filter).match(people).map(p => p.id).join()}`); }
  catch (error) { console.log(`${filter}: ${error.name}, ${error.message}`); }
}
SCRIPT
seen <<'SEEN'
userName eq "kari": 1
emails.type eq "work": TypeError, Cannot convert undefined or null to object
emails[type eq "work" and value co "example"]: TypeError, Cannot convert undefined or null to object
userName eq "the \"new\" one": SCIMError, Unexpected token 'new\" one"' in filter
SEEN
