#!/usr/bin/env bash
# vcf 2.1.2: a note of two lines and a comma, read from a vCard and written to one.
# Guess: \n and \, are undone in reading and made in writing (RFC 6350 section 3.4).
# Seen: reading leaves the backslashes in the value; writing escapes neither comma nor semicolon and leaves the line break out, so that two
#       words become one. What it reads and what it writes do not even fit each other.
. "$(dirname "$0")/lib.sh"
script vcf@2.1.2 <<'SCRIPT'
import VCard from 'vcf';

const read = new VCard().parse('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Kari Berg\r\nNOTE:Chair\\, board\\nSince 2024\r\nEND:VCARD\r\n');
console.log(JSON.stringify(read.get('note').valueOf()));
const written = new VCard();
written.set('fn', 'Kari Berg');
written.set('org', 'Example Partners, Inc.; Board');
written.set('note', 'Chair\nSince 2024');
console.log(written.toString('4.0').replaceAll('\r\n', '\n'));
SCRIPT
seen <<'SEEN'
"Chair\\, board\\nSince 2024"
BEGIN:VCARD
VERSION:4.0
FN:Kari Berg
ORG:Example Partners, Inc.; Board
NOTE:ChairSince 2024
END:VCARD
SEEN
