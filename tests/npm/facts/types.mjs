// Turns TypeScript's types into facts: an object's members with their kinds, the values of an enum, the parts of a union in one.
import ts from "typescript";
import { shapesOf } from "./shapes.mjs";

export class TypeReader {
  /** The types read so far by name. */
  read = {};
  notUnderstood = [];

  constructor(checker, shapes) {
    this.checker = checker;
    this.shapes = shapes;
  }

  /** What a call returns: `APIPromise<T>` a T, `PagePromise<Page, T>` a page. */
  answerOf(signature) {
    const promise = signature.getReturnType();
    const [first] = promise.aliasTypeArguments ?? this.checker.getTypeArguments(promise);
    return this.nameOf(first);
  }

  /** What a call sends: the members of its `params`, but for those that become headers. */
  paramsOf(signature, headers) {
    const params = signature.getParameters().find((parameter) => parameter.name === "params");
    const type = this.checker.getNonNullableType(this.checker.getTypeOfSymbol(params));
    return this.nameOf(type, headers);
  }

  nameOf(type, without = []) {
    const name = nameOf(type);
    if (!(name in this.read)) {
      this.read[name] = {};
      this.read[name] = this.membersOf(type, name, without);
    }
    return name;
  }

  membersOf(type, owner, without) {
    const members = {};
    for (const part of (type.isUnion() ? type.types : [type]).filter((one) => this.concernsProfiles(one))) {
      for (const member of part.getProperties().filter((one) => isData(one, part) && !without.includes(one.name))) {
        const known = members[member.name];
        const kind = this.kindOf(this.checker.getTypeOfSymbol(member));
        members[member.name] = { ...merged(known, kind), shapes: this.shapesOf(member, owner) };
      }
    }
    return members;
  }

  /** False for the events of other features (`session.created`), which the webhooks' union has beside those of profiles. */
  concernsProfiles(type) {
    const member = type.getProperty("type");
    const literal = member && this.checker.getTypeOfSymbol(member);
    return !literal?.isStringLiteral() || !literal.value.includes(".") || literal.value.startsWith("user_profile.");
  }

  shapesOf(member, owner) {
    const comment = ts.displayPartsToString(member.getDocumentationComment(this.checker));
    const shapes = shapesOf(comment, this.shapes);
    if (shapes === null) this.notUnderstood.push(`${owner}.${member.name}: ${comment.replace(/\s+/g, " ")}`);
    return shapes ?? this.shapes;
  }

  kindOf(type) {
    const some = this.checker.getNonNullableType(type);
    const parts = some.isUnion() ? some.types : [some];
    if (parts.every((part) => part.isStringLiteral()))
      return { kind: "text", values: parts.map((part) => part.value).sort() };
    if (parts.every((part) => part.flags & ts.TypeFlags.StringLike)) return { kind: "text" };
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return { kind: "flag" };
    if (parts.every((part) => part.flags & ts.TypeFlags.NumberLike)) return { kind: "number" };
    if (this.checker.isArrayType(some)) return { kind: "list", of: this.kindOf(this.checker.getTypeArguments(some)[0]) };
    if (some.getStringIndexType()) return { kind: "map", of: this.kindOf(some.getStringIndexType()) };
    if (parts.every((part) => part.flags & ts.TypeFlags.Object)) return { kind: "object", type: this.nameOf(some) };
    return { kind: this.checker.typeToString(some) };
  }
}

/** The declared name; that of parameters, which both namespaces have, with the namespace before it. */
function nameOf(type) {
  const symbol = type.aliasSymbol ?? type.symbol;
  if (!symbol) return type.types.map(nameOf).join(" | ");
  const isBeta = symbol.declarations[0].getSourceFile().fileName.includes("/beta/");
  return isBeta && !symbol.name.startsWith("Beta") ? `Beta${symbol.name}` : symbol.name;
}

/** A member of JSON: no method, nothing private or inherited of a page's class. */
function isData(member, type) {
  const [declaration] = member.declarations ?? [];
  const isOwn = !(type.symbol.flags & ts.SymbolFlags.Class) || declaration.parent === type.symbol.valueDeclaration;
  return isOwn && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration));
}

/** A member that several parts of a union have: their values in one. */
function merged(known, kind) {
  if (!known) return kind;
  const values = known.values && kind.values ? [...new Set([...known.values, ...kind.values])].sort() : undefined;
  return { ...kind, ...(values ? { values } : {}) };
}
