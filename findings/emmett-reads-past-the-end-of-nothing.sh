#!/usr/bin/env bash
# emmett-postgresql 0.42.0: a stream of three events read in part: up to 2, from 9, and expecting version 7.
# Guess: currentStreamVersion is 3 in all; from 9 gives no events of a stream that exists; expecting 7 is a version conflict.
# Seen: currentStreamVersion is that of the last event read; from 9 the stream does not exist and is at 0; what is expected is not looked at. Who reads on
#       from a cursor cannot tell "nothing new" from "no such stream".
. "$(dirname "$0")/lib.sh"
start_postgres
SOCKET=$folder script @event-driven-io/emmett@0.42.0 @event-driven-io/emmett-postgresql@0.42.0 <<'SCRIPT'
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const store = getPostgreSQLEventStore(`postgresql://postgres@localhost/postgres?host=${process.env.SOCKET}`);
await store.appendToStream('board-1', ['Founded', 'Renamed', 'Dissolved'].map(type => ({ type, data: {} })));
for (const [what, options] of [['all', {}], ['to 2', { to: 2n }], ['from 9', { from: 9n }], ['expecting 7', { expectedStreamVersion: 7n }]]) {
  try {
    const read = await store.readStream('board-1', options);
    console.log(`${what}: ${read.events.length} events, version ${read.currentStreamVersion}, exists ${read.streamExists}`);
  } catch (error) { console.log(`${what}: ${error.message}`); }
}
await store.close();
SCRIPT
seen <<'SEEN'
all: 3 events, version 3, exists true
to 2: 2 events, version 2, exists true
from 9: 0 events, version 0, exists false
expecting 7: 3 events, version 3, exists true
SEEN
