import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { loadEnvironment } from "../../ingest/settings.ts";
import { configSchema, readConfig } from "../../server/config.ts";

const defaults = {
  corpusDir: "seeds",
  dataDir: "data",
  host: "127.0.0.1",
  port: 3000,
  logLevel: "info",
  keeperPages: false,
  uploads: false,
  glossary: undefined,
  embeddings: null,
  rerank: null,
  model: null,
  access: { rateLimit: 0, proxyHops: 0, hosts: new Set(["127.0.0.1"]) },
  budget: { ofReader: 0, ofAll: 0 },
  embed: { origins: [], secret: null, isOpen: true },
  conversationDays: 0,
};

describe("readConfig", () => {
  it("starts without any setting", () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it("takes every setting from the environment and ignores what is not its own", () => {
    const environment = {
      CORPUS_DIR: "/文件",
      DATA_DIR: "/var/data",
      HOST: "0.0.0.0",
      PORT: "8080",
      LOG_LEVEL: "warn",
      KEEPER_PAGES: "on",
      UPLOADS: "on",
      GLOSSARY: "terms.txt",
      EMBEDDING_MODEL: "large",
      OPENAI_API_KEY: "sk-1",
      CHAT_MODEL: "talker",
      JUDGE_MODEL: "judge",
      RATE_LIMIT: "120",
      READER_TOKENS_A_DAY: "50000",
      TOKENS_A_DAY: "2000000000",
      PROXY_HOPS: "1",
      ALLOWED_HOSTS: "Chat.example, chat",
      CONVERSATION_DAYS: "90",
      EMBED_ORIGINS: "https://intranet.example, http://[::1]:3001",
      EMBED_SECRET: "s".repeat(32),
      RERANK_URL: "http://rerank:8080/rerank",
      RERANK_MODEL: "reader",
      RERANK_API_KEY: "secret",
      PATH: "/bin",
    };
    expect(readConfig(environment)).toEqual({
      corpusDir: "/文件",
      dataDir: "/var/data",
      host: "0.0.0.0",
      port: 8080,
      logLevel: "warn",
      keeperPages: true,
      uploads: true,
      glossary: "terms.txt",
      embeddings: { model: "large", baseUrl: "https://api.openai.com/v1", apiKey: "sk-1" },
      rerank: { url: "http://rerank:8080/rerank", model: "reader", key: "secret" },
      model: { model: "talker", judge: "judge", apiKey: "sk-1", baseUrl: undefined },
      embed: {
        origins: ["https://intranet.example", "http://[::1]:3001"],
        secret: new TextEncoder().encode("s".repeat(32)),
        isOpen: false,
      },
      access: { rateLimit: 120, proxyHops: 1, hosts: new Set(["0.0.0.0", "chat.example", "chat"]) },
      budget: { ofReader: 50_000, ofAll: 2_000_000_000 },
      conversationDays: 90,
    });
  });

  it.each([
    [{ CHAT_MODEL: "talker" }, null],
    [{ OPENAI_API_KEY: "sk-1" }, null],
    [{ CHAT_MODEL: "talker", OPENAI_API_KEY: "sk-1", ANSWERS: "extractive" }, null],
    [{ CHAT_MODEL: "talker", OPENAI_BASE_URL: "http://host/v1" }, "talker"],
    [{ CHAT_MODEL: "talker", OPENAI_BASE_URL: "http://host/v1", ANSWERS: "model" }, "talker"],
  ])("with %o answers by the model %s", (environment, model) => {
    expect(readConfig(environment).model?.model ?? null).toBe(model);
  });

  it.each([
    [{}, true],
    [{ EMBED_SECRET: "s".repeat(32) }, false],
    [{ EMBED_SECRET: "s".repeat(32), EMBED_READERS: "token" }, false],
    [{ EMBED_SECRET: "s".repeat(32), EMBED_READERS: "anyone" }, true],
  ])("with %o lets embedded readers in without a token: %s", (environment, isOpen) => {
    expect(readConfig(environment).embed.isOpen).toBe(isOpen);
  });

  it("takes a blank setting as one that is not set", () => {
    expect(readConfig({ PORT: "", CORPUS_DIR: "  ", GLOSSARY: "", LOG_LEVEL: undefined })).toEqual(defaults);
  });

  it.each([
    ["PORT", "http", 'PORT is "http": set it to a whole number from 0 to 65535'],
    ["PORT", "65536", 'PORT is "65536": set it to a whole number'],
    ["PORT", "-1", 'PORT is "-1": set it to a whole number'],
    ["PORT", "3e3", 'PORT is "3e3": set it to a whole number'],
    ["HOST", "http://localhost", 'HOST is "http://localhost": set it to a host name'],
    ["RERANK_URL", "localhost:8080", 'RERANK_URL is "localhost:8080": set it to a whole address'],
    ["RERANK_URL", "http://me:secret@host/", "set it to a whole address without a user name"],
    ["KEEPER_PAGES", "yes", 'KEEPER_PAGES is "yes": set it to on or off'],
    ["EMBEDDINGS", "local", 'EMBEDDINGS is "local": set it to one of auto, builtin, openai'],
    ["EMBEDDINGS", "openai", 'EMBEDDINGS is "openai": set EMBEDDING_MODEL too'],
    ["ANSWERS", "model", 'ANSWERS is "model": set CHAT_MODEL too'],
    ["OPENAI_API_KEY", "sk 1", "OPENAI_API_KEY is not usable: set it to a key of letters"],
    ["OPENAI_BASE_URL", "localhost:11434", 'OPENAI_BASE_URL is "localhost:11434": set it to an address'],
    ["EMBED_ORIGINS", "intranet.example", 'EMBED_ORIGINS is "intranet.example": set it to exact origins'],
    ["EMBED_ORIGINS", "https://a.example/", "set it to exact origins between commas"],
    ["EMBED_ORIGINS", "https://a.example,https://*.b.example", "set it to exact origins between commas"],
    ["EMBED_ORIGINS", "https://a.example;script-src *", "set it to exact origins between commas"],
    ["EMBED_ORIGINS", "*", "set it to exact origins between commas"],
    ["EMBED_ORIGINS", "https://A.example", "set it to exact origins between commas"],
    ["EMBED_SECRET", "short", "EMBED_SECRET is not usable: set it to 32 or more random characters"],
    ["EMBED_READERS", "all", 'EMBED_READERS is "all": set it to one of auto, token, anyone'],
    ["EMBED_READERS", "token", 'EMBED_READERS is "token": set EMBED_SECRET too'],
    ["RATE_LIMIT", "many", 'RATE_LIMIT is "many": set it to a whole number of requests a minute'],
    ["TOKENS_A_DAY", "1e6", 'TOKENS_A_DAY is "1e6": set it to a whole number of tokens a day'],
    ["PROXY_HOPS", "11", 'PROXY_HOPS is "11": set it to the number of proxies'],
    ["ALLOWED_HOSTS", "https://chat.example", "set it to host names between commas"],
    ["CONVERSATION_DAYS", "-1", 'CONVERSATION_DAYS is "-1": set it to a whole number of days'],
    ["LOG_LEVEL", "loud\nline", 'LOG_LEVEL is "loud\\nline": set it to one of fatal, error'],
  ])("refuses %s=%s in one line that says what to do", (setting, value, start) => {
    const message = messageOf(() => readConfig({ [setting]: value }));
    expect(message).toContain(start);
    expect(message).not.toContain("\n");
  });

  it("finds in .env.example every setting with its default", async () => {
    const example = parseEnv(await readFile(".env.example", "utf8"));
    expect(Object.keys(example).sort()).toEqual(Object.keys(configSchema.shape).sort());
    expect(readConfig(example)).toEqual(defaults);
  });
});

describe("loadEnvironment", () => {
  it("fills from the file what the environment leaves open", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "groundline-")), ".env");
    await writeFile(file, "\uFEFFPORT=4000\nHOST=localhost\n");
    expect(loadEnvironment({ file, environment: { HOST: "0.0.0.0" } })).toEqual({
      PORT: "4000",
      HOST: "0.0.0.0",
    });
  });

  it("needs no file", () => {
    expect(loadEnvironment({ file: "/nowhere/.env", environment: { PORT: "1" } })).toEqual({ PORT: "1" });
  });

  it("names a file that cannot be read", () => {
    expect(messageOf(() => loadEnvironment({ file: tmpdir() }))).toBe(
      `${tmpdir()} cannot be read: make it a readable text file, or remove it.`,
    );
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Error && error.name === "SettingsError") return error.message;
  }
  throw new Error("No SettingsError was thrown");
}
