// Lists, pages, filters, gets, creates, updates and deletes with the official SDK, against the service at
// ANTHROPIC_BASE_URL.
import assert from "node:assert/strict";
import Anthropic from "@anthropic-ai/sdk";
import { run } from "./checks.mjs";

const client = new Anthropic({
  baseURL: process.env.ANTHROPIC_BASE_URL,
  apiKey: process.env.ANTHROPIC_API_KEY ?? "any-key",
  maxRetries: 0,
});
const profiles = client.userProfiles;
const beta = client.beta.userProfiles;

async function all(pages) {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
}

const checks = {
  "a list has the generally available shape": async () => {
    const page = await profiles.list({ limit: 2 });
    assert.equal(page.data.length, 2);
    assert.deepEqual(Object.keys(page.data[0]).sort(), [
      "access_type",
      "created_at",
      "enforcement_actions",
      "enforcement_status",
      "external_user_details",
      "id",
      "metadata",
      "name",
      "programs",
      "type",
      "updated_at",
    ]);
    assert.equal(Object.keys(page.data[0].external_user_details).length, 7);
  },
  "paging reads every profile once, newest first": async () => {
    const items = await all(profiles.list({ limit: 100 }));
    assert.ok(items.length > 100);
    assert.equal(new Set(items.map((item) => item.id)).size, items.length);
    const moments = items.map((item) => Date.parse(item.created_at));
    assert.ok(moments.every((moment, i) => i === 0 || moments[i - 1] >= moment));
    const oldestFirst = await all(profiles.list({ limit: 90, order: "asc" }));
    assert.deepEqual(
      oldestFirst.map((item) => item.id),
      items.map((item) => item.id).reverse(),
    );
  },
  "by name, profiles without one come last": async () => {
    const items = await all(profiles.list({ limit: 100, order_by: "name", order: "desc" }));
    const firstNull = items.findIndex((item) => item.name === null);
    assert.ok(firstNull > 0);
    assert.ok(items.slice(firstNull).every((item) => item.name === null));
  },
  "a filter matches any of its values": async () => {
    const statuses = ["banned", "pending"];
    const items = await all(profiles.list({ enforcement_status: statuses, limit: 5 }));
    const everything = await all(profiles.list({ limit: 100 }));
    assert.deepEqual(
      items.map((item) => item.id),
      everything.filter((item) => statuses.includes(item.enforcement_status)).map((item) => item.id),
    );
  },
  "a profile lives": async () => {
    const created = await profiles.create({
      name: "Ada",
      metadata: { plan: "pro" },
      external_user_details: { country: "PL", reference_id: "r-1" },
    });
    assert.equal(created.external_user_details.reference_id, "r-1");
    const updated = await profiles.update(created.id, { metadata: { plan: "", seat: "4" } });
    assert.deepEqual(updated.metadata, { seat: "4" });
    assert.equal((await profiles.retrieve(created.id)).name, "Ada");
    const url = await profiles.actionURLs.create(created.id, { action: { type: "enroll_end_user" } });
    assert.equal(url.type, "user_profile_action_url");
    assert.deepEqual({ ...(await profiles.delete(created.id)) }, { id: created.id, type: "user_profile_deleted" });
    await assert.rejects(profiles.retrieve(created.id), Anthropic.NotFoundError);
  },
  "a get reports what a list does not": async () => {
    const items = await all(profiles.list({ limit: 100 }));
    assert.ok(items.every((item) => item.programs.efs === null));
    const enrolled = items.find((item) => item.programs.cyber !== null);
    assert.deepEqual(enrolled.programs.cyber.tiers, {});
    const whole = await profiles.retrieve(enrolled.id);
    assert.deepEqual(Object.keys(whole.programs.cyber.tiers), ["a", "b", "c"]);
  },
  "the beta client gets the shape it names": async () => {
    const page = await beta.list({ limit: 1 });
    assert.ok("external_id" in page.data[0] && "trust_grants" in page.data[0]);
    assert.ok(!("programs" in page.data[0]));
    assert.ok((await all(beta.list({ limit: 100 }))).length > 100);
  },
  "the beta client writes": async () => {
    const created = await beta.create({ name: "Bo", external_id: "r-2" });
    assert.equal((await beta.retrieve(created.id)).external_id, "r-2");
    assert.equal((await beta.update(created.id, { external_id: "r-3" })).external_id, "r-3");
    assert.equal((await beta.createEnrollmentURL(created.id)).type, "enrollment_url");
    const url = await beta.actionURLs.create(created.id, { action: { type: "enroll_end_user" } });
    assert.equal(url.type, "user_profile_action_url");
    assert.equal((await beta.delete(created.id)).id, created.id);
  },
  "data controls are read and written": async () => {
    const controls = beta.providers.google.dataControls;
    const { id } = await profiles.create({ name: "Cy" });
    const unset = await controls.retrieve(id);
    assert.deepEqual([unset.cmek.type, unset.storage.type], ["disabled", "disabled"]);
    const written = await controls.update(id, {
      cmek: { type: "enabled", external_key_ids: { us: "ekey_1", eu: "ekey_2" } },
      storage: { type: "enabled", buckets: { us: { bucket_name: `acme-${id}`, project_number: "7" } } },
    });
    assert.equal(written.user_profile_id, id);
    assert.equal(written.cmek.status.us.type, "pending");
    assert.equal(written.cmek.status.sg.type, "not_configured");
    await controls.update(id, {
      cmek: { type: "enabled", external_key_ids: { us: null } },
      storage: { type: "disabled" },
    });
    const read = await controls.retrieve(id);
    assert.deepEqual(read.cmek.external_key_ids, { eu: "ekey_2" });
    assert.deepEqual(Object.keys(read.storage).sort(), ["retired_buckets", "type"]);
    assert.equal(read.bucket_label_value, unset.bucket_label_value);
    await profiles.delete(id);
    await assert.rejects(controls.retrieve(id), Anthropic.NotFoundError);
  },
  "a refused data control says why": async () => {
    const controls = beta.providers.google.dataControls;
    const { id } = await profiles.create({});
    const update = (regions) => controls.update(id, { cmek: { type: "enabled", external_key_ids: regions } });
    for (const [regions, code] of [
      [{ mars: "ekey_1" }, "region_not_supported"],
      [{ us: "no-key" }, "external_key_not_found"],
    ]) {
      await assert.rejects(update(regions), (error) => {
        assert.ok(error instanceof Anthropic.BadRequestError);
        assert.equal(error.error.error.details.error_code, code);
        return true;
      });
    }
  },
  "two shapes in one request are refused": async () => {
    await assert.rejects(beta.list({ betas: ["user-profiles-2026-03-24"] }), Anthropic.BadRequestError);
  },
  "errors are read as what they are": async () => {
    await assert.rejects(profiles.list({ limit: 101 }), (error) => {
      assert.ok(error instanceof Anthropic.BadRequestError);
      assert.equal(error.error.error.type, "invalid_request_error");
      assert.match(error.requestID, /^req_/);
      return true;
    });
  },
};

await run(checks);
