// The SDK's beta types are one type for several shapes. Which of them serve a member is said in its comment alone.
const names = "(?:`user-profiles-[\\d-]+`(?:, | and |, and )?)+";
const absent = new RegExp(`(?:absent|not accepted|rejected[^.]*) under the (?:legacy )?(${names})( and earlier)? beta headers?`, "i");
const only = new RegExp(`(?:present|accepted) only under the (?:legacy )?(${names}) beta headers?`, "i");

/**
 * @param comment The comment of a member, or of a parameter.
 * @param shapes All shapes, oldest first.
 * @returns The shapes that serve it, or null where the comment names shapes in words that are not understood.
 */
export function shapesOf(comment, shapes) {
  const text = comment.replace(/\s+/g, " ");
  const found = absent.exec(text) ?? only.exec(text);
  if (!found) return text.includes("`user-profiles-2") ? null : shapes;
  const named = found[1].match(/user-profiles-[\d-]+/g);
  if (!absent.test(text)) return shapes.filter((shape) => named.includes(shape));
  const last = Math.max(...named.map((shape) => shapes.indexOf(shape)));
  return shapes.filter((shape, i) => (found[2] ? i > last : !named.includes(shape)));
}
