import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

/** Builds the script that other pages load: one file by itself, which leaves no name of its own on their window. */
export function buildLoader(): Plugin {
  return {
    name: "groundline-loader",
    apply: "build",
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        build: { write: false, lib: { entry, formats: ["iife"], name: "groundline" } },
      });
      const [output] = [built].flat();
      if (output === undefined || !("output" in output)) throw new Error("The loader was not built.");
      this.emitFile({ type: "asset", fileName: "embed.js", source: output.output[0].code });
    },
  };
}

const entry = fileURLToPath(new URL("./src/embed/loader/main.ts", import.meta.url));
