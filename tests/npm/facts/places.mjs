// Where a difference has to be learned. docs/when-the-service-changes.md has what follows from it.

export const places = {
  beta: (name, state) =>
    state === "gone"
      ? `AnthropicBeta.Known.cs: SupersededBy on the member for "${name}"`
      : `AnthropicBeta.Known.cs: a member with [KnownBeta("${name}")]` +
        (/^user-profiles-\d{4}-\d\d-\d\d$/.test(name) ? ", with Shape = a new member of ApiRevision" : ""),
  endpoint: (name, state) =>
    state === "gone"
      ? "Endpoint.cs: the member, and the call that uses it"
      : "Endpoint.cs: a member, and the call that uses it; Traffic.cs in FluentProfiles.ModelFacts",
  "needed beta": () => "Endpoint.cs: Beta of the endpoint",
  part: (name) =>
    name === "body of a webhook"
      ? "WebhookEventReader; ByHand.cs in FluentProfiles.ModelFacts"
      : "the call of the endpoint; Traffic.cs in FluentProfiles.ModelFacts",
  member: (type, name, state, member) => {
    if (type === "parameters of a list") return `ListRequest, and ResourceAddress.OfPage: ${name}`;
    return state === "gone"
      ? `${type}: Until of the property for "${name}"`
      : `${type}: a property [ProfileField("${name}")] of the kind ${kindText(member)}; or Since and Until of the one there is`;
  },
  kind: (name) => `the type of the property for ${name}`,
  value: (name, type, value, state) => {
    if (!type) return `the code that reads or writes ${name}`;
    return state === "gone"
      ? `${type}: nothing, unless the value must not be sent any more`
      : `${type}: a constant "${value}" in Values, a member of its own, IsKnown`;
  },
};

function kindText(member) {
  if (member.of) return `${member.kind} of ${kindText(member.of)}`;
  return member.values ? `enum (${member.values.join(", ")})` : member.kind;
}
