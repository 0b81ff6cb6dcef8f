#!/usr/bin/env bash
# scim-patch 0.8.3: replace name by {familyName: "Berg"}, once as path "name", once without a path as {name: {familyName: "Berg"}}.
# Guess: the same: RFC 7644 has both replace the sub-attributes given and keep the others.
# Seen: with a path the given name is kept; without one it is gone. And a path in another case (displayname) adds a second attribute
#       beside displayName, though SCIM's attribute names know no case.
. "$(dirname "$0")/lib.sh"
script scim-patch@0.8.3 <<'SCRIPT'
import { scimPatch } from 'scim-patch';

const user = () => ({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], displayName: 'Kari', name: { givenName: 'Kari', familyName: 'Ås' } });
for (const operation of [{ op: 'replace', path: 'name', value: { familyName: 'Berg' } }, { op: 'replace', value: { name: { familyName: 'Berg' } } }, { op: 'replace', path: 'displayname', value: 'K. Berg' }]) {
  const { schemas, ...rest } = scimPatch(user(), [operation]);
  console.log(JSON.stringify(rest));
}
SCRIPT
seen <<'SEEN'
{"displayName":"Kari","name":{"givenName":"Kari","familyName":"Berg"}}
{"displayName":"Kari","name":{"familyName":"Berg"}}
{"displayName":"Kari","name":{"givenName":"Kari","familyName":"Ås"},"displayname":"K. Berg"}
SEEN
