#!/usr/bin/env bash
# cloudevents (npm) 10.0.0: subject "Styret på Årø" in binary mode, and data that is a string with datacontenttype application/json.
# Guess: the header is percent-encoded (the HTTP binding, section 3.1.3.2, demands it), the body is "hello" with quotation marks.
# Seen: the header is the text as it is, which fetch refuses to send for any letter beyond Latin-1; the body is hello, which is no JSON, while the
#       structured mode quotes it. A time without a zone, which is no RFC 3339 time, is accepted and sent as the machine's own.
. "$(dirname "$0")/lib.sh"
script cloudevents@10.0.0 <<'SCRIPT'
import { CloudEvent, HTTP } from 'cloudevents';

const event = new CloudEvent({ type: 'no.example.decided', source: '/register', subject: 'Styret – Årø', time: '2027-01-04T18:00:00', datacontenttype: 'application/json', data: 'hello' });
const binary = HTTP.binary(event);
console.log(binary.headers['ce-subject'], binary.body, binary.headers['ce-time']);
try { new Headers(binary.headers); console.log('fetch takes the headers'); }
catch (error) { console.log(`fetch: ${error.name}`); }
console.log(JSON.stringify(JSON.parse(HTTP.structured(event).body).data));
SCRIPT
seen <<'SEEN'
Styret – Årø hello 2027-01-04T18:00:00.000Z
fetch: TypeError
"hello"
SEEN
