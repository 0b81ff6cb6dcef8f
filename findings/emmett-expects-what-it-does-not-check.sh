#!/usr/bin/env bash
# emmett-postgresql 0.42.0: appends that expect STREAM_DOES_NOT_EXIST of a stream that exists, STREAM_EXISTS of one that does not, and an append of no events.
# Guess: a version conflict for the first two (that is how a founding is kept from happening twice); nothing happens for the third.
# Seen: the first two are appended, only numbers are checked; no events is a conflict, whatever is expected: "Expected version NO_CONCURRENCY_CHECK
#       does not match current -1".
. "$(dirname "$0")/lib.sh"
start_postgres
SOCKET=$folder script @event-driven-io/emmett@0.42.0 @event-driven-io/emmett-postgresql@0.42.0 <<'SCRIPT'
import { STREAM_DOES_NOT_EXIST, STREAM_EXISTS } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const store = getPostgreSQLEventStore(`postgresql://postgres@localhost/postgres?host=${process.env.SOCKET}`);
const append = async (what, stream, events, expectedStreamVersion) => {
  try { console.log(`${what}: version ${(await store.appendToStream(stream, events, expectedStreamVersion === undefined ? undefined : { expectedStreamVersion })).nextExpectedStreamVersion}`); }
  catch (error) { console.log(`${what}: ${error.message}`); }
};
const founded = [{ type: 'Founded', data: { name: 'Board' } }];
await append('founded', 'board-1', founded, STREAM_DOES_NOT_EXIST);
await append('founded again', 'board-1', founded, STREAM_DOES_NOT_EXIST);
await append('expecting 9', 'board-1', founded, 9n);
await append('a new one that exists', 'board-2', founded, STREAM_EXISTS);
await append('no events', 'board-1', []);
await store.close();
SCRIPT
seen <<'SEEN'
founded: version 1
founded again: version 2
expecting 9: Expected version 9 does not match current -1
a new one that exists: version 1
no events: Expected version NO_CONCURRENCY_CHECK does not match current -1
SEEN
