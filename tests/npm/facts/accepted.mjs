// Takes accepted differences away, under the shapes that an entry names or under all.

/** @returns { differences: what is left, stale: entries that no longer apply, count: differences that were accepted } */
export function accept(differences, entries) {
  const stale = [];
  let left = differences;
  for (const entry of entries) {
    const before = left;
    left = left.flatMap((one) => without(one, entry));
    if (!applies(entry, before)) stale.push(entry);
  }
  return { differences: left, stale, count: differences.length - left.length };
}

function without(difference, { fact, state, under }) {
  if (difference.name !== fact || difference.state !== state) return [difference];
  const shapes = under ? difference.shapes.filter((shape) => !under.includes(shape)) : [];
  return shapes.length > 0 ? [{ ...difference, shapes }] : [];
}

function applies({ fact, state, under = [] }, differences) {
  const met = differences.filter((one) => one.name === fact && one.state === state).flatMap((one) => one.shapes.concat(""));
  return met.length > 0 && under.every((shape) => met.includes(shape));
}
