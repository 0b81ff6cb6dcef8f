// Reads a Turtle file and a JSON-LD file with parsers that know nothing of this program; prints the graph in canonical form if both say the same.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';

const [turtle, linked] = process.argv.slice(2).map(file => readFileSync(file, 'utf8'));
const writer = new Writer({ format: 'N-Quads' });
const quads = writer.quadsToString(new Parser({ format: 'text/turtle' }).parse(turtle));
const fromTurtle = await jsonld.canonize(quads, { algorithm: 'URDNA2015', inputFormat: 'application/n-quads', format: 'application/n-quads' });
const fromJson = await jsonld.canonize(JSON.parse(linked), { algorithm: 'URDNA2015', format: 'application/n-quads' });
const other = new Set(fromJson.split('\n'));
if (fromTurtle !== fromJson) {
  console.error('only in Turtle:\n' + fromTurtle.split('\n').filter(line => !other.has(line)).join('\n'));
  process.exit(1);
}
process.stdout.write(fromTurtle);
