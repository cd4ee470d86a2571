// Reads the requests of a resource's compiled JavaScript: of each method of its classes the verb, the path and how the
// arguments are split into headers and what is sent, with the betas that the method names by itself.
import ts from "typescript";

const verbs = { get: "GET", getAPIList: "GET", post: "POST", put: "PUT", patch: "PATCH", delete: "DELETE" };

/** @returns A map from a method's name to { method, route, sent: "body" | "query" | null, left: names of headers, betas }. */
export function callsOf(javaScript) {
  const calls = new Map();
  const source = ts.createSourceFile("resource.js", javaScript, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  each(source, (node) => {
    if (!ts.isMethodDeclaration(node) || !ts.isClassLike(node.parent)) return;
    const request = find(node, isRequest);
    if (request) calls.set(node.name.text, { ...requestOf(request), ...argumentsOf(node), betas: betasOf(request) });
  });
  return calls;
}

function isRequest(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text in verbs &&
    node.expression.expression.getText() === "this._client"
  );
}

function requestOf(call) {
  return { method: verbs[call.expression.name.text], route: routeOf(call.arguments[0]) };
}

function routeOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node)) return routeOf(node.template);
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => "{id}" + span.literal.text).join("");
  throw new Error(`A path is written in a way that facts/calls.mjs doesn't read: ${node.getText()}`);
}

// `const { betas, workspace_id, ...body } = params`: what is named goes into headers, the rest is sent.
function argumentsOf(method) {
  const pattern = find(method, (node) => ts.isObjectBindingPattern(node) && ts.isVariableDeclaration(node.parent));
  const names = pattern?.elements ?? [];
  const rest = names.find((element) => element.dotDotDotToken);
  return {
    sent: rest?.name.text ?? null,
    left: names.filter((element) => element !== rest).map((element) => (element.propertyName ?? element.name).text),
  };
}

// `'anthropic-beta': [...(betas ?? []), 'one,another'].toString()`
function betasOf(request) {
  const header = find(request, (node) => ts.isPropertyAssignment(node) && node.name.text === "anthropic-beta");
  const names = [];
  if (header) each(header.initializer, (node) => ts.isStringLiteral(node) && names.push(...node.text.split(",")));
  return names;
}

function each(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => each(child, visit));
}

function find(node, matches) {
  return matches(node) ? node : ts.forEachChild(node, (child) => find(child, matches));
}
