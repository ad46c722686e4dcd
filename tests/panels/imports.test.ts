import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";

/** What a file imports at run time: imports of types alone are gone by then. */
function importsOf(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf-8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const loads =
      (ts.isImportDeclaration(node) && node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) ||
      (ts.isExportDeclaration(node) && !node.isTypeOnly);
    if (loads && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push(...node.arguments.filter(ts.isStringLiteral).map(({ text }) => text));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every file that a file leads to, and every package. */
function graphFrom(start: string) {
  const files = new Set<string>();
  const packages = new Set<string>();
  const follow = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    for (const name of importsOf(path)) {
      if (!name.startsWith(".")) packages.add(name);
      else if (existsSync(join(dirname(path), name))) follow(join(dirname(path), name));
    }
  };
  follow(join(projectRoot, start));
  return {
    files: [...files].map((path) => relative(projectRoot, path).replaceAll("\\", "/")),
    packages: [...packages].sort(),
  };
}

test("panels run in a browser: nothing that they lead to needs Node, an engine or a stand-in document", () => {
  const { files, packages } = graphFrom("src/panels/pages.ts");
  for (const file of [
    "src/panels/headline.tsx",
    "src/measures/mean.ts",
    "src/charts/trend.ts",
    "src/stats/student-t.ts",
  ])
    expect(files).toContain(file);
  expect(packages).toContain("@observablehq/plot");
  expect(packages.filter((name) => /^node:|^@duckdb\/|^jsdom|^astro|^zod|^papaparse/.test(name))).toEqual([]);
});

test("the walk sees what does need Node", () => {
  expect(graphFrom("src/store/node.ts").packages).toContain("@duckdb/node-api");
  expect(graphFrom("src/publish/swap.ts").packages.some((name) => name.startsWith("node:"))).toBe(true);
});
