#!/usr/bin/env bash
# immutable-json-patch 6.0.3: remove and replace of a member that is not there, and add at index 7 of a list of one.
# Guess: an error each (RFC 6902 sections 4.1 to 4.3).
# Seen: removal and replacement do nothing and say nothing; the addition goes to the end of the list. Only test refuses.
. "$(dirname "$0")/lib.sh"
script immutable-json-patch@6.0.3 <<'SCRIPT'
import { immutableJSONPatch } from 'immutable-json-patch';

const body = { members: ['Kari'] };
for (const operation of [{ op: 'remove', path: '/chair' }, { op: 'add', path: '/members/7', value: 'Ola' }, { op: 'replace', path: '/chair', value: 'Ola' }, { op: 'test', path: '/members/0', value: 'Ola' }]) {
  try { console.log(`${operation.op} ${operation.path}: ${JSON.stringify(immutableJSONPatch(body, [operation]))}`); }
  catch (error) { console.log(`${operation.op} ${operation.path}: ${error.message}`); }
}
SCRIPT
seen <<'SEEN'
remove /chair: {"members":["Kari"]}
add /members/7: {"members":["Kari","Ola"]}
replace /chair: {"members":["Kari"]}
test /members/0: Test failed, value differs (path: "/members/0")
SEEN
