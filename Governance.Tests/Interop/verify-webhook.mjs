// Verifies a message with a library that knows nothing of this program: the secret, the headers and the body, as JSON on standard input. Prints what the message says, or fails.
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';

const { secret, headers, body } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(new Webhook(secret).verify(body, headers)));
