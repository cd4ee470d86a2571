// A service of tomorrow: the installed SDK with edits, against the facts of the SDK as it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { accept } from "./accepted.mjs";
import { callsOf } from "./calls.mjs";
import { compare } from "./compare.mjs";
import { readSdk } from "./sdk.mjs";
import { shapesOf } from "./shapes.mjs";

const root = fileURLToPath(new URL("../node_modules/@anthropic-ai/sdk", import.meta.url));
const today = readSdk(root);
const [march, august, september, current] = ["03-24", "08-18", "09-04"]
  .map((date) => `user-profiles-2026-${date}`)
  .concat("current");
const all = [march, august, september, current];

/** The facts of the SDK with [file, text, replacement] put in; each text must be there. */
function edited(...edits) {
  const missing = new Set(edits);
  const facts = readSdk(root, (file) => {
    let text = readFileSync(file, "utf8");
    for (const edit of edits.filter(([end]) => file.endsWith(`/resources/${end}`))) {
      if (text.includes(edit[1])) missing.delete(edit);
      text = text.replaceAll(edit[1], edit[2]);
    }
    return text;
  });
  assert.deepEqual([...missing], []);
  return facts;
}

/** What the model would have to learn if it knew the SDK of today. */
function news(tomorrow, model = modelOf(today)) {
  return compare(tomorrow, model).differences.map(({ state, name }) => `${state} ${name}`).sort();
}

// The model has one type where the SDK has one a namespace: here the generally available one, with all members of both.
function modelOf(sdk) {
  const types = structuredClone(sdk.types);
  for (const [name, members] of Object.entries(sdk.types))
    if (name.startsWith("Beta") && name.slice(4) in types)
      types[name.slice(4)] = united(types[name.slice(4)], members);
  const endpoints = sdk.endpoints.toSorted((a, b) => a.shapes.length - b.shapes.length);
  return { ...sdk, types, endpoints };
}

function united(ofCurrent, ofBetas) {
  const names = [...new Set([...Object.keys(ofCurrent), ...Object.keys(ofBetas)])];
  const shapes = (name) => [
    ...(ofBetas[name]?.shapes ?? []).filter((shape) => shape !== current),
    ...(ofCurrent[name] ? [current] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, { ...(ofCurrent[name] ?? ofBetas[name]), shapes: shapes(name) }]));
}

const profiles = "user-profiles/user-profiles.d.ts";
const betaProfiles = "beta/user-profiles/user-profiles.d.ts";

test("the SDK of today has no news", () => {
  assert.deepEqual(news(today), []);
  assert.ok(compare(today, modelOf(today)).same.length > 150);
});

test("members, values and kinds of tomorrow are found, in objects at any depth", () => {
  const tomorrow = edited(
    [profiles, "    data_retention: boolean;", "    data_retention: boolean;\n    audit: boolean;"],
    [profiles, "    human_review: boolean;", "    human_review: string;"],
    [profiles, "'high_harm' | ", ""],
    [profiles, "'unrestricted' | 'pending'", "'unrestricted' | 'paused' | 'pending'"],
    [profiles, "'created_at' | 'name';", "'created_at' | 'updated_at' | 'name';"],
    [profiles, "    type: 'ban';", "    type: 'ban';\n    appeal_url: string | null;"],
    [profiles, "    reference_id?: string | null;", "    reference_id?: string | null;\n    vat_id?: string;"],
  );
  assert.deepEqual(news(tomorrow), [
    "changed kind of UserProfileCyberRequirements.human_review",
    "gone value UserProfileEnforcementAction.reason: high_harm",
    "new member UserProfileCyberRequirements.audit",
    "new member UserProfileEnforcementAction.appeal_url",
    "new member UserProfileExternalUserDetailsParams.vat_id",
    "new value UserProfile.enforcement_status: paused",
    "new value UserProfileListParams.enforcement_status: paused",
    "new value UserProfileListParams.order_by: updated_at",
  ]);
});

test("a member of the beta types alone differs under the betas alone", () => {
  const tomorrow = edited([betaProfiles, "    external_id?: string | null;", "    external_ref?: string | null;"]);
  const { differences } = compare(tomorrow, modelOf(today));
  const shapes = Object.fromEntries(differences.map(({ state, name, shapes }) => [`${state} ${name}`, shapes]));
  assert.deepEqual(shapes["gone member UserProfile.external_id"], [march, august]);
  assert.deepEqual(shapes["new member UserProfile.external_ref"], [march, august]);
});

test("a comment that withdraws a member from a shape is read", () => {
  const comment = "Absent under the legacy `user-profiles-2026-03-24` beta header.";
  const tomorrow = edited([betaProfiles, comment, "Absent under the `user-profiles-2026-08-18` and earlier beta headers."]);
  const { differences } = compare(tomorrow, modelOf(today));
  assert.deepEqual(differences.map(({ state, name, shapes }) => [state, name, shapes]), [
    ["gone", "member UserProfile.access_type", [august]],
  ]);
});

test("a comment on shapes in other words is reported, not passed over", () => {
  const comment = "Absent under the legacy `user-profiles-2026-03-24` beta header.";
  const tomorrow = edited([betaProfiles, comment, "Ask `user-profiles-2026-03-24` in vain."]);
  assert.match(tomorrow.notUnderstood.join(), /^BetaUserProfile\.access_type: /);
});

test("betas, webhooks and endpoints of tomorrow are found", () => {
  const tomorrow = edited(
    ["beta/beta.d.ts", "'efs-2026-10-01' | ", "'user-profiles-2027-01-01' | "],
    ["beta/webhooks.d.ts", "'user_profile.program_status_updated'", "'user_profile.program_status_changed'"],
    ["beta/webhooks.d.ts", "'session.created'", "'session.born'"],
    ["user-profiles/action-urls.js", "/action_urls`", "/links`"],
    ["beta/user-profiles/action-urls.js", "/action_urls`", "/links`"],
    ["beta/user-profiles/providers/google/data-controls.js", ",google-managed-data-controls-2026-09-01", ",google-2027-02-02"],
  );
  assert.deepEqual(news(tomorrow), [
    "gone beta efs-2026-10-01",
    "gone endpoint POST /v1/user_profiles/{id}/action_urls",
    "gone needed beta of GET /v1/user_profiles/{id}/providers/google/data_controls: google-managed-data-controls-2026-09-01",
    "gone needed beta of POST /v1/user_profiles/{id}/providers/google/data_controls: google-managed-data-controls-2026-09-01",
    "gone value BetaWebhookEventData.type: user_profile.program_status_updated",
    "new beta user-profiles-2027-01-01",
    "new endpoint POST /v1/user_profiles/{id}/links",
    "new needed beta of GET /v1/user_profiles/{id}/providers/google/data_controls: google-2027-02-02",
    "new needed beta of POST /v1/user_profiles/{id}/providers/google/data_controls: google-2027-02-02",
    "new value BetaWebhookEventData.type: user_profile.program_status_changed",
  ]);
});

test("an accepted difference passes under its shapes, and one that is none any more is stale", () => {
  const difference = { state: "gone", name: "member A.b", detail: "", shapes: [march, august], place: "" };
  const entry = (under, fact = "member A.b") => ({ fact, state: "gone", under, reason: "" });
  assert.deepEqual(accept([difference], [entry()]), { differences: [], stale: [], count: 1 });
  assert.deepEqual(accept([difference], [entry([march])]).differences, [{ ...difference, shapes: [august] }]);
  assert.deepEqual(accept([difference], [entry([march, september])]).stale, [entry([march, september])]);
  assert.deepEqual(accept([difference], [entry([], "member A.c")]).stale, [entry([], "member A.c")]);
});

test("words about shapes", () => {
  const read = (text) => shapesOf(text, all);
  assert.deepEqual(read("No word."), all);
  assert.deepEqual(read("Rejected with `x` under the `user-profiles-2026-09-04` and\n earlier beta headers."), [current]);
  assert.deepEqual(read("Legacy field, accepted only under the `user-profiles-2026-08-18` beta\nheader; else none."), [august]);
  assert.deepEqual(
    read("Not accepted under the legacy `user-profiles-2026-03-24` and `user-profiles-2026-08-18` beta headers, which"),
    [september, current],
  );
  assert.equal(read("Since `user-profiles-2026-08-18`."), null);
});

test("requests in JavaScript", () => {
  const calls = callsOf(`class A {
    get(id, params = {}, options) {
      const { betas, "x-y": z, ...query } = params ?? {};
      return this._client.getAPIList(path\`/v1/a/\${id}/b/\${params.c}\`, Page, { query });
    }
    put(body) { return this._client.put('/v1/a', { headers: { "anthropic-beta": [...b, "one,two"].toString() } }); }
    other() { return this.client.get('/v1/no'); }
  }`);
  assert.deepEqual([...calls], [
    ["get", { method: "GET", route: "/v1/a/{id}/b/{id}", sent: "query", left: ["betas", "x-y"], betas: [] }],
    ["put", { method: "PUT", route: "/v1/a", sent: null, left: [], betas: ["one", "two"] }],
  ]);
});
