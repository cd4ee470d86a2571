// Compares the facts of an official SDK with those of the model. A fact has a name, and the shapes under which it differs.
import { places } from "./places.mjs";

/** @returns { same: names, differences: [{ state: "new" | "gone" | "changed", name, detail, shapes, place }] } */
export function compare(sdk, model) {
  const found = new Differences();
  compareNames(found, "beta", sdk.betas, model.betas);
  compareNames(found, "endpoint", sdk.endpoints.map(nameOf), model.endpoints.map(nameOf));
  const pairs = new Pairs(found, sdk.types, model.types);
  const known = shapesOf(model);
  for (const endpoint of sdk.endpoints) {
    const ours = model.endpoints.find((one) => nameOf(one) === nameOf(endpoint));
    const shapes = endpoint.shapes.filter((shape) => known.has(shape));
    compareNames(found, "needed beta", endpoint.betas, ours?.betas ?? endpoint.betas, ` of ${nameOf(endpoint)}:`);
    for (const part of ours ? ["query", "body", "answer"] : [])
      pairs.addPart(`${part} of ${nameOf(endpoint)}`, endpoint[part], ours[part], shapes);
  }
  pairs.addPart("body of a webhook", sdk.webhook, model.webhook, ["current"]);
  return found.result();
}

/** A shape that the model does not know shows as a new beta; that the model serves nothing under it is no news. */
function shapesOf({ types }) {
  return new Set(Object.values(types).flatMap((members) => Object.values(members).flatMap((member) => member.shapes)));
}

function nameOf(endpoint) {
  return `${endpoint.method} ${endpoint.route}`;
}

function compareNames(found, kind, theirs, ours, of = "") {
  for (const name of new Set([...theirs, ...ours])) {
    const state = stateOf(theirs.includes(name), ours.includes(name));
    found.add(`${kind}${of} ${name}`, state, { place: places[kind](name, state) });
  }
}

function stateOf(isTheirs, isOurs) {
  return isTheirs && isOurs ? "same" : isTheirs ? "new" : "gone";
}

/** Walks both sides' types at once from the endpoints, so that no list says which type is which. */
class Pairs {
  seen = new Set();

  constructor(found, theirs, ours) {
    Object.assign(this, { found, theirs, ours });
  }

  addPart(name, theirs, ours, shapes) {
    if (!theirs && !ours) return;
    const state = stateOf(Boolean(theirs), Boolean(ours));
    this.found.add(name, state, { shapes, place: places.part(name) });
    if (state === "same") for (const shape of shapes) this.add(theirs, ours, shape);
  }

  add(theirs, ours, shape) {
    const pair = `${theirs} ${ours} ${shape}`;
    if (this.seen.has(pair)) return;
    this.seen.add(pair);
    const [here, there] = [this.ours[ours], this.theirs[theirs]];
    for (const name of new Set([...Object.keys(there), ...Object.keys(here)])) {
      const [their, our] = [there[name], here[name]].map((member) => (member?.shapes.includes(shape) ? member : null));
      if (!their && !our) continue;
      const state = stateOf(Boolean(their), Boolean(our));
      const place = places.member(ours, name, state, their);
      this.found.add(`member ${ours}.${name}`, state, { shapes: [shape], place });
      if (their && our) this.addKind(`${ours}.${name}`, their, our, shape);
    }
  }

  addKind(name, their, our, shape) {
    if (their.kind !== our.kind) {
      const detail = `${their.kind} there, ${our.kind} here`;
      this.found.add(`kind of ${name}`, "changed", { shapes: [shape], detail, place: places.kind(name) });
    } else if (their.kind === "text") this.addValues(name, their, our, shape);
    else if (their.kind === "object") this.add(their.type, our.type, shape);
    else if (their.of) this.addKind(name, their.of, our.of, shape);
  }

  // A text with a single possible value, such as an object's type, needs no enum.
  addValues(name, their, our, shape) {
    if (!our.values && (their.values?.length ?? 0) < 2) return;
    for (const value of new Set([...(their.values ?? []), ...(our.values ?? [])])) {
      const state = stateOf(their.values?.includes(value), our.values?.includes(value));
      this.found.add(`value ${name}: ${value}`, state, {
        shapes: [shape],
        place: places.value(name, our.type, value, state),
      });
    }
  }
}

class Differences {
  same = new Set();
  differences = new Map();

  add(name, state, { shapes = [], detail = "", place }) {
    if (state === "same") {
      this.same.add(name);
      return;
    }
    const key = `${name} ${state} ${detail}`;
    const known = this.differences.get(key) ?? { state, name, detail, shapes: [], place };
    known.shapes = [...new Set([...known.shapes, ...shapes])];
    this.differences.set(key, known);
  }

  result() {
    const differences = [...this.differences.values()];
    const differing = new Set(differences.map((one) => one.name));
    return { same: [...this.same].filter((name) => !differing.has(name)), differences };
  }
}
