#!/usr/bin/env bash
# fast-json-patch 3.1.1: compare() of two objects that hold a Date each, in JSON a string.
# Guess: one replace with the new text.
# Seen: an add for each character of the new text, at /until/0, /until/1 and so on: for ten characters of change twenty-four operations,
#       which, applied to the JSON that the first object is, change nothing and raise nothing: the date stays the old one.
. "$(dirname "$0")/lib.sh"
script fast-json-patch@3.1.1 <<'SCRIPT'
import library from 'fast-json-patch';

const [before, after] = [{ until: new Date('2027-06-30') }, { until: new Date('2028-06-30') }];
const patch = library.compare(before, after);
console.log(patch.length, JSON.stringify(patch.slice(0, 2)));
try { console.log(JSON.stringify(library.applyPatch(JSON.parse(JSON.stringify(before)), patch).newDocument)); }
catch (error) { console.log(`${error.name}: ${error.message.split('\n')[0]}`); }
SCRIPT
seen <<'SEEN'
24 [{"op":"add","path":"/until/0","value":"2"},{"op":"add","path":"/until/1","value":"0"}]
{"until":"2027-06-30T00:00:00.000Z"}
SEEN
