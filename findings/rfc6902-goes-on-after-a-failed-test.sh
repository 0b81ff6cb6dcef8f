#!/usr/bin/env bash
# rfc6902 (npm) 5.4.0: a patch begins with a test that fails. Is the rest applied?
# Guess: no: RFC 6902 section 5 ends the patch at the first failure, which is what test is for.
# Seen: applyPatch returns a TestError in its list of results and applies the rest all the same; nothing is thrown.
. "$(dirname "$0")/lib.sh"
script rfc6902@5.4.0 <<'SCRIPT'
import { applyPatch } from 'rfc6902';

const body = { version: 3, name: 'Board' };
const results = applyPatch(body, [{ op: 'test', path: '/version', value: 2 }, { op: 'replace', path: '/name', value: 'Council' }]);
console.log(JSON.stringify(body), results.map(r => r?.name ?? 'applied').join());
SCRIPT
seen <<'SEEN'
{"version":3,"name":"Council"} TestError,applied
SEEN
