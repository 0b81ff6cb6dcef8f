#!/usr/bin/env bash
# scim-patch 0.8.3: replace with the path members[value eq "9"].display, and no member has the value 9.
# Guess: an error with scimType noTarget (RFC 7644 section 3.5.2.3).
# Seen: no error; a member with value 9 and that display is added. A rename that comes after a removal puts the person back on the board.
. "$(dirname "$0")/lib.sh"
script scim-patch@0.8.3 <<'SCRIPT'
import { scimPatch } from 'scim-patch';

const group = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Board', members: [{ value: '1', display: 'Kari' }, { value: '9', display: 'Ola' }] };
const patched = scimPatch(group, [{ op: 'remove', path: 'members[value eq "9"]' }, { op: 'replace', path: 'members[value eq "9"].display', value: 'Ola N.' }]);
console.log(JSON.stringify(patched.members));
SCRIPT
seen <<'SEEN'
[{"value":"1","display":"Kari"},{"value":"9","display":"Ola N."}]
SEEN
