// Prints how an installed official SDK and the model differ.
// node facts/drift.mjs SDK_FOLDER MODEL_FACTS [--report-only]
import { readFileSync } from "node:fs";
import { accept } from "./accepted.mjs";
import { compare } from "./compare.mjs";
import { readSdk } from "./sdk.mjs";

const [folder, modelFile, mode] = process.argv.slice(2);
const sdk = readSdk(folder);
const model = JSON.parse(readFileSync(modelFile, "utf8"));
const entries = JSON.parse(readFileSync(new URL("accepted.json", import.meta.url), "utf8"));

const compared = compare(sdk, model);
const { differences, stale, count } = accept(compared.differences, entries);

for (const { state, name, detail, shapes, place } of differences) {
  const under = shapes.length > 0 ? ` (${shapes.join(", ")})` : "";
  console.log(`${state.padEnd(8)}${name}${under}${detail && `: ${detail}`}\n        ${place}`);
}
for (const comment of sdk.notUnderstood)
  console.log(`unread  a comment that names shapes: ${comment}\n        shapes.mjs in tests/npm/facts`);
for (const { fact, reason } of stale)
  console.log(`stale   accepted, but no difference any more: ${fact}\n        accepted.json in tests/npm/facts (${reason})`);

const failed = differences.length + stale.length + sdk.notUnderstood.length;
console.log(`@anthropic-ai/sdk ${sdk.version}: ${compared.same.length} facts agree, ${count} differences are accepted.`);
console.log(`${compared.same.length} passed, ${failed} failed`);
process.exitCode = failed === 0 || mode === "--report-only" ? 0 : 1;
