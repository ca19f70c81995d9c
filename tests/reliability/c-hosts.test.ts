import { once } from "node:events";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createNodeServer } from "../../server/http/node-server.ts";
import { buildApp } from "../server/fake-parts.ts";

const hosts = new Set(["chat.example"]);

describe("the name that a request comes under", () => {
  it.each([
    ["http://localhost/healthz", 200],
    ["http://127.0.0.1:3000/healthz", 200],
    ["http://[::1]:3000/healthz", 200],
    ["http://10.1.2.3/healthz", 200],
    ["http://chat.example:8080/healthz", 200],
    ["http://CHAT.example/healthz", 200],
    ["http://attacker.example/healthz", 421],
    ["http://chat.example.attacker.example/healthz", 421],
    ["http://localhost.attacker.example/api/documents", 421],
  ])("[R057] %s is answered with %i", async (url, status) => {
    const { app } = buildApp({ access: { rateLimit: 0, proxyHops: 0, hosts } });
    expect((await app.request(url)).status).toBe(status);
  });

  it("[R057] is told what to do, and may be any where ALLOWED_HOSTS is *", async () => {
    const refused = buildApp({ access: { rateLimit: 0, proxyHops: 0, hosts } }).app;
    const response = await refused.request("http://attacker.example/api/documents");
    expect(await response.json()).toMatchObject({ code: "host_unknown", detail: "attacker.example" });
    const open = buildApp({ access: { rateLimit: 0, proxyHops: 0, hosts: null } }).app;
    expect((await open.request("http://attacker.example/healthz")).status).toBe(200);
  });

  it("[R057] is read from the Host header that the server receives", async () => {
    const server = createNodeServer(buildApp().app, pino({ level: "silent" }));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const statusUnder = async (host: string) => {
      const [response] = await once(get({ port, path: "/healthz", headers: { host } }), "response");
      response.resume();
      return response.statusCode;
    };
    expect(await statusUnder(`localhost:${port}`)).toBe(200);
    expect(await statusUnder(`rebound.example:${port}`)).toBe(421);
    server.close();
  });
});
