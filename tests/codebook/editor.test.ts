/** The JSON Schema as an editor meets it: through the YAML language server, by the comment on a codebook's first line. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";
import { jsonSchemaText } from "../../src/codebook/json-schema.ts";
import { type JsonSchema, keysWithoutHelp } from "./json-schema-help.ts";
import { LanguageServer } from "./language-server.ts";

const server = new LanguageServer();
beforeAll(() => server.start(projectRoot));
afterAll(() => server.stop());

const codebooks = ["data", "tests/real"].flatMap((folder) =>
  globSync("*/survey.yaml", { cwd: join(projectRoot, folder) }).map((path) => join(folder, path)),
);

test("public/survey.schema.json is the parser's own schema", () => {
  const written = readFileSync(join(projectRoot, "public/survey.schema.json"), "utf-8");
  expect(written).toBe(jsonSchemaText());
});

test("every key has a word of help for whoever hovers over it", () => {
  expect(keysWithoutHelp(JSON.parse(jsonSchemaText()) as JsonSchema)).toEqual([]);
});

test.each(codebooks)("%s has nothing that an editor would underline", async (path) => {
  const text = readFileSync(join(projectRoot, path), "utf-8");
  expect(text.split("\n", 1)[0]).toMatch(/^# yaml-language-server: \$schema=.*survey\.schema\.json$/);
  expect(await server.open(join(projectRoot, path), text)).toEqual([]);
});

describe("a codebook in the making", () => {
  const path = join(projectRoot, "data", "in-the-making", "survey.yaml");
  const indent = "    ";
  const text = `# yaml-language-server: $schema=../../public/survey.schema.json
id: shop
titel: Shop
waves: [{ id: "1", file: a.csv }]
questions:
  - id: media
    type: multi
${indent}
publish: everything
`;
  let found: readonly string[] = [];
  beforeAll(async () => {
    const diagnostics = await server.open(path, text);
    found = diagnostics.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
  });

  test("is told what is wrong, at its line", () => {
    expect(found.toSorted()).toEqual([
      '2: Missing property "title".',
      "3: Property titel is not allowed.",
      '9: Value is not accepted. Valid values: "protected", "rows", "pages".',
    ]);
  });

  test("is offered the keys of its question's type", async () => {
    const answer = (await server.askAt("completion", path, [7, 4])) as { items: { label: string }[] };
    const labels = answer.items.map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(["column", "separator", "columns", "labels", "asked", "other"]),
    );
    expect(labels).not.toContain("unit");
  });

  test("is helped on hovering", async () => {
    const answer = (await server.askAt("hover", path, [8, 2])) as { contents: { value: string } };
    expect(answer.contents.value).toMatch(/browser may download/);
  });
});
