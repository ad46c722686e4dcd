import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";

/** The engine's library carries the scripts that it is built with, paths in them: nothing that a site should publish. */
const withoutBuildScripts = {
  name: "without-build-scripts",
  transform: (code, id) =>
    id.includes("duckdb-browser")
      ? { code: code.replace(/scripts:\{[^{}]*\}/, "scripts:{}"), map: null }
      : undefined,
};

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || "/",
  outDir: process.env.MANYI_OUT || "./dist",
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss(), withoutBuildScripts],
    // Colours are written with light-dark(); for browsers before it, it is turned into custom properties.
    build: { assetsInlineLimit: 0, cssTarget: ["chrome111", "edge111", "firefox114", "safari16.4"] },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    ssr: { external: ["@duckdb/node-api", "jsdom", "sharp", "fontkit", "wawoff2"] },
  },
});
