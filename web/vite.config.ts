import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { buildLoader } from "./build-loader.ts";
import { compressBuild } from "./compress-build.ts";

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react(), buildLoader(), compressBuild()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // Every asset stays a file of its own, so that a strict Content-Security-Policy needs no `data:`.
    assetsInlineLimit: 0,
    // The licences of what is built into the page go out with it.
    license: { fileName: "licenses.txt" },
    // The first start of the server prints what a build says; how long a plugin took is nothing to a newcomer.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: {
    proxy: { "/api": "http://127.0.0.1:3000", "/readyz": "http://127.0.0.1:3000" },
  },
});
