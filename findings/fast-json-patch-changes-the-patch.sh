#!/usr/bin/env bash
# fast-json-patch 3.1.1: the patch [add /chair {…}, replace /chair/name] is applied to two documents, with the defaults.
# Guess: the patch stays as it is; a patch is data.
# Seen: the value in the patch becomes part of the document, so the second operation changes the first one's value: the patch that is
#       logged or sent on afterwards is another, and the two documents share one object: who changes one changes both.
. "$(dirname "$0")/lib.sh"
script fast-json-patch@3.1.1 <<'SCRIPT'
import library from 'fast-json-patch';

const patch = [{ op: 'add', path: '/chair', value: { name: 'Kari' } }, { op: 'test', path: '/chair/name', value: 'Kari' }, { op: 'add', path: '/chair/deputy', value: 'Ola' }];
const [board, council] = [{}, {}];
library.applyPatch(board, patch);
console.log(JSON.stringify(patch[0]));
library.applyPatch(council, patch);
council.chair.name = 'Anne';
console.log(JSON.stringify(board));
SCRIPT
seen <<'SEEN'
{"op":"add","path":"/chair","value":{"name":"Kari","deputy":"Ola"}}
{"chair":{"name":"Anne","deputy":"Ola"}}
SEEN
