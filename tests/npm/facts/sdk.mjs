// Reads what an installed official SDK states of the service: endpoints, types, betas, webhook types.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { callsOf } from "./calls.mjs";
import { TypeReader } from "./types.mjs";

const betaFolder = path.join("resources", "beta");

/**
 * @param root The folder of the package `@anthropic-ai/sdk`.
 * @param read Reads a file's text; a test has it read a service that changed.
 */
export function readSdk(root, read = (file) => readFileSync(file, "utf8")) {
  const manifest = JSON.parse(read(path.join(root, "package.json")));
  const resources = ["resources/user-profiles", "resources/beta/user-profiles"].flatMap((folder) =>
    declarationsBelow(path.join(root, folder)),
  );
  const beta = path.join(root, betaFolder, "beta.d.ts");
  const webhooks = path.join(root, betaFolder, "webhooks.d.ts");
  const program = programOf([...resources, beta, webhooks], read);
  const checker = program.getTypeChecker();
  const exported = (file, name) => exportsOf(checker, program, file).find((symbol) => symbol.name === name);

  const betas = literalsOf(checker.getDeclaredTypeOfSymbol(exported(beta, "AnthropicBeta"))).sort();
  const shapes = [...betas.filter((name) => /^user-profiles-\d{4}-\d\d-\d\d$/.test(name)), "current"];
  const types = new TypeReader(checker, shapes);
  const endpoints = resources.flatMap((file) => endpointsOf(file, { root, read, shapes, checker, program, types }));
  const webhook = checker.getDeclaredTypeOfSymbol(exported(webhooks, "BetaWebhookEvent"));
  return {
    version: manifest.version,
    endpoints,
    betas,
    webhook: types.nameOf(webhook),
    types: types.read,
    notUnderstood: types.notUnderstood,
  };
}

function declarationsBelow(folder) {
  if (!existsSync(folder)) throw new Error(`The SDK has no ${folder}: its layout changed, and so must facts/sdk.mjs.`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) => path.join(folder, name))
    .sort();
}

function programOf(files, read) {
  const options = {
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readAny = host.readFile;
  host.readFile = (file) => (file.includes("/resources/") ? read(file) : readAny(file));
  return ts.createProgram(files, options, host);
}

function exportsOf(checker, program, file) {
  const source = program.getSourceFile(file);
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source));
}

/** The endpoints that a resource's class calls: the path from its JavaScript, what is sent and returned from its types. */
function endpointsOf(file, { root, read, shapes, checker, program, types }) {
  const isBeta = path.relative(root, file).startsWith(betaFolder);
  const spoken = isBeta ? shapes.filter((shape) => shape !== "current") : ["current"];
  const calls = callsOf(read(file.replace(/\.d\.ts$/, ".js")));
  return exportsOf(checker, program, file)
    .filter((symbol) => symbol.flags & ts.SymbolFlags.Class && declaredIn(symbol, file))
    .flatMap((symbol) => checker.getDeclaredTypeOfSymbol(symbol).getProperties())
    .filter((member) => calls.has(member.name))
    .map((member) => {
      const { method, route, sent, left, betas } = calls.get(member.name);
      const signature = checker.getTypeOfSymbol(member).getCallSignatures()[0];
      return {
        method,
        route,
        shapes: spoken,
        [sent ?? "query"]: sent ? types.paramsOf(signature, left) : null,
        answer: types.answerOf(signature),
        betas: betas.filter((name) => !shapes.includes(name)),
      };
    });
}

function declaredIn(symbol, file) {
  return symbol.declarations.some((declaration) => path.resolve(declaration.getSourceFile().fileName) === path.resolve(file));
}

function literalsOf(type) {
  return (type.isUnion() ? type.types : [type]).filter((one) => one.isStringLiteral()).map((one) => one.value);
}
