import { generateKeyPairSync } from "node:crypto";
import { type JWTHeaderParameters, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { buildApp, post } from "../server/fake-parts.ts";

const secret = new TextEncoder().encode("a secret of the test's own, 32 characters and more");
const now = () => Math.floor(Date.now() / 1000);

interface Changes {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly key?: Parameters<SignJWT["sign"]>[0];
}

/** A good token for the reader `mei`, with changes. */
function sign({ claims = {}, header = {}, key = secret }: Changes = {}): Promise<string> {
  return new SignJWT({ sub: "mei", aud: "groundline", exp: now() + 300, ...claims })
    .setProtectedHeader({ alg: "HS256", ...header })
    .sign(key);
}

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const publicPem = rsa.publicKey.export({ type: "spki", format: "pem" });

/** What is wrong with a credential, how it is made, the code of the refusal, and what it says to do. */
const refused: [string, () => string | Promise<string>, string, RegExp][] = [
  ["that is empty", () => "", "token_invalid", /compact form/],
  ["that is no token", () => "none", "token_invalid", /compact form/],
  ["that has expired", () => sign({ claims: { exp: now() - 61 } }), "token_expired", /^$/],
  [
    "that lives for an hour",
    () => sign({ claims: { exp: now() + 3600 } }),
    "token_invalid",
    /^exp: .*10 min/,
  ],
  ["that never expires", () => sign({ claims: { exp: undefined } }), "token_invalid", /^exp: /],
  ["that is not valid yet", () => sign({ claims: { nbf: now() + 70 } }), "token_invalid", /^nbf: /],
  [
    "for another audience",
    () => sign({ claims: { aud: "payroll" } }),
    "token_invalid",
    /^aud: .*"groundline"/,
  ],
  ["for no audience", () => sign({ claims: { aud: undefined } }), "token_invalid", /^aud: /],
  ["of nobody", () => sign({ claims: { sub: undefined } }), "token_invalid", /^sub: /],
  ["of a blank subject", () => sign({ claims: { sub: " " } }), "token_invalid", /^sub: /],
  ["of a very long subject", () => sign({ claims: { sub: "x".repeat(256) } }), "token_invalid", /^sub: /],
  [
    "without a signature (alg none)",
    () => new UnsecuredJWT({ sub: "mei", aud: "groundline", exp: now() + 300 }).encode(),
    "token_invalid",
    /./,
  ],
  [
    "signed with HS512",
    () => sign({ header: { alg: "HS512" }, key: new Uint8Array(64) }),
    "token_invalid",
    /^alg: /,
  ],
  [
    "signed with RS256",
    () => sign({ header: { alg: "RS256" }, key: rsa.privateKey }),
    "token_invalid",
    /^alg: /,
  ],
  [
    "signed with a public key as the secret",
    () => sign({ key: Buffer.from(publicPem) }),
    "token_invalid",
    /^signature: /,
  ],
  ["signed with another secret", () => sign({ key: new Uint8Array(32) }), "token_invalid", /^signature: /],
  [
    "whose kid names a file",
    () => sign({ key: new Uint8Array(32), header: { kid: "../../../../dev/null" } }),
    "token_invalid",
    /^signature: /,
  ],
  [
    "whose jku names keys elsewhere",
    () => sign({ key: new Uint8Array(32), header: { jku: "https://evil.example/keys" } }),
    "token_invalid",
    /^signature: /,
  ],
  [
    "with the subject changed",
    async () => replaceSubject(await sign(), "boss"),
    "token_invalid",
    /^signature: /,
  ],
];

describe("a token of an embedded chat", () => {
  const embed = { origins: ["https://intranet.example"], secret, isOpen: false };
  const { app } = buildApp({ embed });
  const ask = (credential: string, changes: object = {}) =>
    app.request(
      "/api/ask",
      post({ question: "How high?", ...changes }, { authorization: `Bearer ${credential}` }),
    );
  const list = async (headers: Record<string, string>) =>
    (await (await app.request("/api/conversations", { headers })).json()).conversations;

  it("[R090] names the reader, to whom the conversation belongs whatever cookie comes along", async () => {
    const response = await ask(await sign());
    expect(response.status).toBe(200);
    expect(response.headers.has("set-cookie")).toBe(false);
    const { conversation } = await response.json();

    const cookie = "groundline_reader=0123456789012345678901";
    const again = { authorization: `bearer ${await sign()}`, cookie };
    expect((await list(again)).map(({ id }: { id: string }) => id)).toContain(conversation);
    expect(await list({ cookie })).toEqual([]);
    expect(await list({ authorization: `Bearer ${await sign({ claims: { sub: "chan" } })}` })).toEqual([]);
    expect((await ask(await sign({ claims: { sub: "chan" } }), { conversation })).status).toBe(404);
    expect((await ask(await sign(), { conversation })).status).toBe(200);
  });

  it.each(refused)("[R090] %s is refused", async (_, make, code, detail) => {
    const response = await ask(await make());
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    const problem = await response.json();
    expect(problem).toMatchObject({ code, status: 401 });
    expect(problem.detail ?? "").toMatch(detail);
    expect(response.headers.has("set-cookie")).toBe(false);
  });

  it.each([
    ["a minute after it expired", { exp: now() - 50 }],
    ["a minute before it is valid", { nbf: now() + 50 }],
    ["ten minutes before it expires", { exp: now() + 600 }],
  ])("[R090] is taken %s, as clocks differ", async (_, claims) => {
    expect((await ask(await sign({ claims }))).status).toBe(200);
  });

  it("[R090] is refused on every route of the API, in the same words", async () => {
    const paths = new Set(app.routes.filter(({ path }) => path.startsWith("/api/")).map(({ path }) => path));
    for (const path of paths) {
      const headers = { authorization: "Bearer none" };
      const response = await app.request(path.replaceAll(/:\w+(\{[^}]+\})?|\*/g, "x"), { headers });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it("[R054] counts in Authorization alone: in an address, a cookie or another header it says nothing", async () => {
    const token = await sign();
    await ask(token);
    expect(await list({ "x-api-key": token })).toEqual([]);
    expect(await list({ cookie: `token=${token}` })).toEqual([]);
    const response = await app.request(`/api/conversations?token=${token}`);
    expect(response.status).toBe(400);
  });

  it("[R061] is guessed no oftener than an address may ask", async () => {
    const access = { rateLimit: 60, proxyHops: 0, hosts: null };
    const limited = buildApp({ embed, access }).app;
    const guesses = Array.from({ length: 1000 }, (_, guess) =>
      limited.request("/api/conversations", { headers: { authorization: `Bearer guess-${guess}` } }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    // Ten readers' share, and what comes back of it while the guesses are made.
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(700);
  });

  it("[R090] is no matter of other kinds of Authorization, nor of the OpenAI API's keys", async () => {
    expect(
      (await app.request("/api/documents", { headers: { authorization: "Basic bWU6eA==" } })).status,
    ).toBe(200);
    expect((await app.request("/v1/models", { headers: { authorization: "Bearer none" } })).status).toBe(200);
  });

  it("[R090] is refused where the server has no secret", async () => {
    const without = buildApp().app;
    const headers = { authorization: `Bearer ${await sign()}` };
    const response = await without.request("/api/documents", { headers });
    expect(response.status).toBe(401);
    expect((await response.json()).detail).toContain("EMBED_SECRET");
  });
});

describe("an anonymous reader of an embedded chat", () => {
  it("[R053] has a key of its own, to which its conversations belong", async () => {
    const { app } = buildApp();
    const [mine, other] = [await newKey(app), await newKey(app)];
    expect(mine).not.toBe(other);
    const headers = { authorization: `Bearer ${mine}` };
    const { conversation } = await (await app.request("/api/ask", post({ question: "a" }, headers))).json();
    const read = (key: string) =>
      app.request(`/api/conversations/${conversation}`, { headers: { authorization: `Bearer ${key}` } });
    expect((await read(mine)).status).toBe(200);
    expect((await read(other)).status).toBe(404);
    const cookie = `groundline_reader=${mine.split("-")[1]}`;
    expect((await app.request(`/api/conversations/${conversation}`, { headers: { cookie } })).status).toBe(
      404,
    );
  });

  it("[R090] is not let in where tokens are asked for, with an old key or a new one", async () => {
    const key = await newKey(buildApp().app);
    const { app } = buildApp({ embed: { origins: [], secret, isOpen: false } });
    const asked = await app.request("/api/documents", { headers: { authorization: `Bearer ${key}` } });
    expect(asked.status).toBe(401);
    expect(await asked.json()).toMatchObject({ code: "token_missing" });
    const begun = await app.request("/api/embed/readers", post({}));
    expect(begun.status).toBe(401);
    expect(await begun.json()).toMatchObject({ code: "token_missing" });
  });
});

describe("GET /api/embed", () => {
  it("says who may embed the chat and whether a token is needed, and nothing of the secret", async () => {
    const { app } = buildApp({ embed: { origins: ["https://intranet.example"], secret, isOpen: false } });
    expect(await (await app.request("/api/embed")).json()).toEqual({
      origins: ["https://intranet.example"],
      isOpen: false,
    });
  });
});

async function newKey(app: ReturnType<typeof buildApp>["app"]): Promise<string> {
  const response = await app.request("/api/embed/readers", post({}));
  expect(response.status).toBe(201);
  return (await response.json()).key;
}

function replaceSubject(token: string, sub: string): string {
  const [header, payload = "", signature] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, sub })).toString("base64url");
  return [header, changed, signature].join(".");
}
