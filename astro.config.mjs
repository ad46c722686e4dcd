import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || "/",
  outDir: process.env.MANYI_OUT || "./dist",
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0 },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    ssr: { external: ["@duckdb/node-api", "jsdom", "sharp", "fontkit", "wawoff2"] },
  },
});
