// Webhooks both ways: the official SDK and standardwebhooks accept what the emulator at ANTHROPIC_BASE_URL signs, and the library's
// verifier, in a process of its own (tests/WebhookReader), accepts and rejects what they do.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import Anthropic from "@anthropic-ai/sdk";
import { Webhook } from "standardwebhooks";
import { run } from "./checks.mjs";

const secret = "whsec_Zmx1ZW50cHJvZmlsZXMtdGVzdC1zaWduaW5nLWtleSE=";
const otherSecret = "whsec_YW5vdGhlci10ZXN0LWtleS1vZi1ub2JvZHktYXQtYWxs";
const key = process.env.ANTHROPIC_API_KEY ?? "any-key";
const client = new Anthropic({ baseURL: process.env.ANTHROPIC_BASE_URL, apiKey: key, webhookKey: secret });

// What the emulator posts, in the order of arrival.
const received = [];
const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
  response.writeHead(204).end();
});
server.listen(0, "127.0.0.1");
await once(server, "listening");

async function command(method, path, body) {
  const response = await fetch(`${process.env.ANTHROPIC_BASE_URL}/emulator/${path}`, {
    method,
    headers: { "x-api-key": key },
    body: body && JSON.stringify(body),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.status === 204 ? undefined : response.json();
}

/** The webhooks of some commands, once all are delivered. */
async function webhooksOf(commands) {
  received.length = 0;
  await commands();
  await command("POST", "webhooks/flush");
  return [...received];
}

const configuration = process.env.Configuration ?? "Release";
const reader = spawn("dotnet", ["run", "-c", configuration, "--no-build", "--project", "../WebhookReader"], {
  stdio: ["pipe", "pipe", "inherit"],
});
const results = createInterface({ input: reader.stdout })[Symbol.asyncIterator]();

/** What the library's verifier makes of a message: "accepted TYPE ID", or the reason of the rejection. */
async function ours({ id, timestamp, signature, body, secrets = [secret] }) {
  const bytes = Buffer.from(body).toString("base64");
  reader.stdin.write(`${JSON.stringify({ secrets, id, timestamp, signature, body: bytes })}\n`);
  return (await results.next()).value;
}

/** What standardwebhooks makes of it. */
function theirs({ id, timestamp, signature, body }) {
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

function eventOf(type, data = {}) {
  const created_at = new Date().toISOString();
  return JSON.stringify({ type: "event", id: "wevt_1", created_at, data: { type, id: "uprof_1", ...data } });
}

/** A message that standardwebhooks has signed. */
function signed(body, { id = "msg_1", seconds = Math.floor(Date.now() / 1000), by = secret } = {}) {
  const signature = new Webhook(by).sign(id, new Date(seconds * 1000), body);
  return { id, timestamp: String(seconds), signature, body };
}

const opened = "user_profile.enforcement_action_opened";

const checks = {
  "the SDK unwraps each event that the emulator signs": async () => {
    const { data } = await client.userProfiles.list({ limit: 1 });
    const { id } = data[0];
    let action;
    const webhooks = await webhooksOf(async () => {
      action = await command("POST", `user_profiles/${id}/enforcement_actions`, { type: "ban" });
      await command("DELETE", `user_profiles/${id}/enforcement_actions/${action.id}`);
      await command("POST", `user_profiles/${id}/programs/efs`, { status: "on_hold" });
    });
    const events = webhooks.map(({ headers, body }) => client.beta.webhooks.unwrap(body, { headers }));
    assert.deepEqual(
      events.map((event) => [event.type, event.data.type, event.data.id, event.data.enforcement_action_id]),
      [
        ["event", opened, id, action.id],
        ["event", "user_profile.enforcement_action_resolved", id, action.id],
        ["event", "user_profile.program_status_updated", id, undefined],
      ],
    );
    assert.ok(events.every((event) => !Number.isNaN(Date.parse(event.created_at))));
  },
  "standardwebhooks accepts what the emulator signs, and nothing else": async () => {
    const { data } = await client.userProfiles.list({ limit: 2 });
    const [{ headers, body }] = await webhooksOf(() =>
      command("POST", `user_profiles/${data[1].id}/enforcement_actions`),
    );
    assert.equal(new Webhook(secret).verify(body, headers).data.id, data[1].id);
    assert.throws(() => new Webhook(otherSecret).verify(body, headers));
    assert.throws(() => new Webhook(secret).verify(body.replace(opened, "user_profile.renamed"), headers));
    assert.throws(() => client.beta.webhooks.unwrap(body, { headers, key: otherSecret }));
  },
  "the library accepts what the emulator signs": async () => {
    const { data } = await client.userProfiles.list({ limit: 3 });
    const [{ headers, body }] = await webhooksOf(() =>
      command("POST", `user_profiles/${data[2].id}/enforcement_actions`),
    );
    const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) => headers[`webhook-${name}`]);
    assert.equal(await ours({ id, timestamp, signature, body }), `accepted ${opened} ${JSON.parse(body).id}`);
  },
  "the library accepts what standardwebhooks signs": async () => {
    const bodies = [
      eventOf(opened, { enforcement_action_id: "enac_1" }),
      eventOf("session.idled", { id: "sesn_1", title: "Łódź 🌍 \u0000 \\ \"" }),
      JSON.stringify(JSON.parse(eventOf("vault.created")), null, 2),
      eventOf("a.b", { large: "ü".repeat(200_000) }),
    ];
    for (const body of bodies) {
      const message = signed(body);
      assert.ok(theirs(message));
      assert.equal(await ours(message), `accepted ${JSON.parse(body).data.type} wevt_1`);
    }
  },
  "a secret is rotated": async () => {
    const body = eventOf(opened);
    const both = [secret, otherSecret];
    assert.match(await ours({ ...signed(body, { by: otherSecret }), secrets: both }), /^accepted/);
    assert.match(await ours({ ...signed(body, { by: secret }), secrets: both }), /^accepted/);
    assert.equal(await ours(signed(body, { by: otherSecret })), "WrongSignature");
    const twice = { ...signed(body), signature: both.map((by) => signed(body, { by }).signature).join(" ") };
    assert.match(await ours({ ...twice, secrets: [otherSecret] }), /^accepted/);
    assert.ok(theirs(twice));
  },
  "the library and standardwebhooks agree on every list of signatures": async () => {
    const message = signed(eventOf(opened));
    const right = message.signature;
    const wrong = signed(message.body, { by: otherSecret }).signature;
    const lists = [
      ...[0, 1, 2, 3].map((place) => Array.from({ length: 4 }, (_, i) => (i === place ? right : wrong)).join(" ")),
      `${wrong}  ${right}`,
      ` ${right} `,
      `v1, ${right}`,
      `v1,x v1a,${right.slice(3)} ${right}`,
      `v1a,${right.slice(3)} v2,${right.slice(3)}`,
      `V1,${right.slice(3)}`,
      `v1,`,
      ` `,
      `${right}=`,
      right.slice(0, -1),
      right.slice(3),
      Array(1_000).fill(wrong).concat(right).join(" "),
    ];
    for (const signature of lists) {
      const accepted = /^accepted/.test(await ours({ ...message, signature }));
      assert.equal(accepted, theirs({ ...message, signature }), signature.slice(0, 100));
    }
  },
  "the library and standardwebhooks agree on time": async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const [off, expected] of [
      [0, /^accepted/],
      [-280, /^accepted/],
      [280, /^accepted/],
      [-320, /^TimestampTooOld$/],
      [320, /^TimestampTooNew$/],
    ]) {
      const message = signed(eventOf(opened), { seconds: now + off });
      assert.match(await ours(message), expected);
      assert.equal(theirs(message), /accepted/.test(expected.source));
    }
  },
  "the library and standardwebhooks agree on what is missing": async () => {
    const message = signed(eventOf(opened));
    for (const part of ["id", "timestamp", "signature"]) {
      for (const nothing of [null, ""]) {
        assert.match(await ours({ ...message, [part]: nothing }), /^Missing/);
        assert.ok(!theirs({ ...message, [part]: nothing ?? undefined }));
      }
    }
  },
  // standardwebhooks works on text, in which these bytes can't be told from others. The library looks at the bytes.
  "bytes that are no text are signed as they are": async () => {
    const body = Buffer.concat([Buffer.from(eventOf(opened)), Buffer.from([0xff])]);
    const text = signed(body.toString());
    assert.equal(await ours({ ...text, body }), "WrongSignature");
    const mac = createHmac("sha256", Buffer.from(secret.slice(6), "base64"));
    const signature = `v1,${mac.update(`msg_1.${text.timestamp}.`).update(body).digest("base64")}`;
    assert.equal(await ours({ ...text, signature, body }), "InvalidEvent");
  },
};

try {
  await command("PUT", "webhooks", { url: `http://127.0.0.1:${server.address().port}/hooks` });
  await run(checks);
} finally {
  server.close();
  reader.stdin.end();
}
