// Prints YAML files as JSON: a list of the documents of each.
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

console.log(JSON.stringify(process.argv.slice(2).map(file => parseAllDocuments(readFileSync(file, "utf8"), { merge: true }).map(parsed => parsed.toJS()))));
