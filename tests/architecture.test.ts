/**
 * The rooms of src/ and what each may import, as data, held against every import of every file. To change the table
 * is to change the architecture: say why in the same commit.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../src/build/settings.ts";

const rooms: Readonly<Record<string, readonly string[]>> = {
  stats: [],
  survey: ["stats"],
  codebook: ["survey", "stats"],
  intake: ["survey"],
  views: ["survey"],
  counts: ["survey", "views"],
  store: ["counts", "survey", "views"],
  measures: ["counts", "survey", "stats"],
  models: ["measures", "counts", "survey", "views", "stats"],
  fitting: ["survey", "intake", "measures", "stats"],
  findings: ["measures", "models", "survey", "views", "words"],
  charts: ["measures", "models", "survey", "theme", "words"],
  panels: [
    "stats",
    "survey",
    "views",
    "counts",
    "measures",
    "models",
    "findings",
    "charts",
    "theme",
    "words",
  ],
  words: [],
  theme: [],
  publish: ["measures", "survey", "panels", "store", "charts", "theme", "words"],
  build: [
    "stats",
    "survey",
    "codebook",
    "intake",
    "views",
    "counts",
    "store",
    "measures",
    "models",
    "fitting",
    "findings",
    "charts",
    "panels",
    "words",
    "theme",
    "publish",
  ],
  browser: [
    "survey",
    "views",
    "counts",
    "store",
    "measures",
    "models",
    "findings",
    "charts",
    "panels",
    "words",
    "theme",
  ],
  // One room in three folders.
  components: ["layouts", "build", "panels", "words", "theme", "browser"],
  layouts: ["components", "build", "panels", "words", "theme", "browser"],
  pages: ["components", "layouts", "build", "panels", "words", "theme", "browser"],
  drafting: ["codebook", "intake", "survey"],
  cli: ["build", "codebook", "drafting", "intake", "publish"],
};

/** Doors beyond the first table, each with its reason. */
const doors: Readonly<Record<string, string>> = {
  "cli → stats": "the demo's generator draws seeded random numbers",
  "cli → views": "the demo's generator names slices",
  "publish → counts": "estimates.csv asks for the counts that its figures are made of",
  "publish → views": "estimates.csv writes slices in their permalink form",
  "pages → survey": "a page is handed its language and survey, whose types live there",
  "layouts → survey": "a layout is handed its language, whose type lives there",
  "components → survey": "a component is handed its language, whose type lives there",
  "pages → publish": "the routes beside the pages hand out what publish makes",
};

/** Doors that only some files or some imports may pass. */
const narrow: readonly { readonly from: string; readonly to: RegExp; readonly rule: string }[] = [
  { from: "browser", to: /^store\/(?!browser\.ts$)/, rule: "the browser opens store/browser.ts only" },
];
const typesOnly: readonly string[] = ["charts → measures", "charts → models", "charts → survey"];

/** Rooms that also run in a reader's browser: nothing of Node in them. */
const browserSafe = [
  "stats",
  "survey",
  "views",
  "counts",
  "measures",
  "models",
  "findings",
  "charts",
  "panels",
  "words",
  "theme",
  "browser",
];
/** Files, processes and network are for these rooms; publish swaps the finished site in. */
const mayTouchFiles = ["build", "store", "cli", "publish"];
const filesAndNetwork =
  /^node:(fs|http|https|http2|net|dgram|dns|tls|child_process|worker_threads|cluster)(\/|$)/;

/** Libraries that one room keeps to itself. */
const keptIn: Readonly<Record<string, readonly string[]>> = {
  "@duckdb/node-api": ["store", "cli/bench"],
  "@duckdb/duckdb-wasm": ["store", "browser"],
  "@observablehq/plot": ["charts"],
  zod: ["codebook"],
  yaml: ["codebook", "drafting"],
  jsdom: ["build"],
};

const mostLines = 250;
/** Files that may be longer; there should be none. */
const longFiles: readonly string[] = [];

interface Import {
  readonly file: string;
  readonly line: number;
  /** Path under src/, or the name of a package. */
  readonly to: string;
  readonly inside: boolean;
  readonly typeOnly: boolean;
}

const source = join(projectRoot, "src");
const files = globSync("**/*.{ts,tsx,astro,mjs,js}", { cwd: source })
  .map((file) => file.replaceAll("\\", "/"))
  .toSorted();

/** The script of a file; of an Astro component its front matter and its client scripts, each on its own line. */
function scriptOf(file: string): string {
  const text = readFileSync(join(source, file), "utf-8");
  if (!file.endsWith(".astro")) return text;
  const blank = (part: string) => part.replaceAll(/[^\n]/g, " ");
  let script = "";
  let at = 0;
  for (const match of text.matchAll(/^---\n([\s\S]*?)\n---|<script[^>]*>([\s\S]*?)<\/script>/gm)) {
    const inner = match[1] ?? match[2] ?? "";
    const start = match.index + match[0].indexOf(inner);
    script += blank(text.slice(at, start)) + inner;
    at = start + inner.length;
  }
  return script;
}

const parsed = new Map(
  files.map((file) => [
    file,
    ts.createSourceFile(
      file,
      scriptOf(file),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  ]),
);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf(file: string, tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const inside = specifier.text.startsWith(".");
    const to = inside ? normalize(join(dirname(file), specifier.text)).replaceAll("\\", "/") : specifier.text;
    const line = tree.getLineAndCharacterOfPosition(specifier.getStart()).line + 1;
    found.push({ file, line, to, inside, typeOnly });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node.arguments[0], false);
  });
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = importClause.namedBindings;
  return (
    !importClause.name &&
    !!names &&
    ts.isNamedImports(names) &&
    names.elements.every((name) => name.isTypeOnly)
  );
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === "require")
  );
}

const imports = [...parsed].flatMap(([file, tree]) => importsOf(file, tree));
const roomOf = (path: string) => path.split("/")[0] ?? "";
const place = ({ file, line }: { readonly file: string; readonly line: number }) => `src/${file}:${line}`;

/** Imports from one room of another. */
const doorsUsed = imports
  .filter(({ inside, file, to }) => inside && roomOf(file) !== roomOf(to))
  .map((one) => ({ ...one, door: `${roomOf(one.file)} → ${roomOf(one.to)}` }));

test("there is something to read", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.some(({ typeOnly }) => typeOnly)).toBe(true);
  expect(files.some((file) => file.endsWith(".astro"))).toBe(true);
});

describe("rooms", () => {
  test("every file stands in a room of the table", () => {
    expect(files.filter((file) => !(roomOf(file) in rooms)).map((file) => `src/${file}`)).toEqual([]);
  });

  test("an import goes to a room that the table lists", () => {
    const offences = doorsUsed
      .filter(({ file, to, door }) => !rooms[roomOf(file)]?.includes(roomOf(to)) && !(door in doors))
      .map((one) => `${place(one)}: ${one.door} (${one.to})`);
    expect(offences).toEqual([]);
  });

  test("narrow doors are kept", () => {
    const offences = doorsUsed.flatMap((one) => [
      ...narrow
        .filter(({ from, to }) => roomOf(one.file) === from && to.test(one.to))
        .map(({ rule }) => `${place(one)}: ${rule} (${one.to})`),
      ...(typesOnly.includes(one.door) && !one.typeOnly
        ? [`${place(one)}: ${one.door} is for types only (${one.to})`]
        : []),
    ]);
    expect(offences).toEqual([]);
  });

  test("no rooms import each other in a circle", () => {
    const graph = Map.groupBy(doorsUsed, ({ file }) => roomOf(file));
    const circles = new Set<string>();
    const follow = (room: string, path: readonly string[]): void => {
      if (path.includes(room)) {
        const circle = path.slice(path.indexOf(room));
        const first = circle.indexOf(circle.toSorted()[0] ?? "");
        circles.add([...circle.slice(first), ...circle.slice(0, first)].join(" → "));
        return;
      }
      for (const next of new Set(graph.get(room)?.map(({ to }) => roomOf(to)))) follow(next, [...path, room]);
    };
    for (const room of graph.keys()) follow(room, []);
    expect([...circles]).toEqual([]);
  });

  test("the table itself has no circle but that of components and layouts", () => {
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (rooms[from] ?? []).some((room) => {
        if (room === to) return true;
        if (seen.has(room)) return false;
        seen.add(room);
        return reaches(room, to, seen);
      });
    expect(Object.keys(rooms).filter((room) => reaches(room, room))).toEqual(["components", "layouts"]);
  });
});

describe("outside", () => {
  const packages = imports.filter(({ inside }) => !inside);

  test("files, processes and network are for the edges only", () => {
    const offences = packages
      .filter(({ file, to }) => filesAndNetwork.test(to) && !mayTouchFiles.includes(roomOf(file)))
      .map((one) => `${place(one)}: ${one.to}`);
    expect(offences).toEqual([]);
  });

  test("what also runs in the browser imports nothing of Node", () => {
    const offences = packages
      .filter(({ file, to }) => to.startsWith("node:") && browserSafe.includes(roomOf(file)))
      .map((one) => `${place(one)}: ${one.to}`);
    expect(offences).toEqual([]);
  });

  test("Node's own modules are named with node:", () => {
    const bare = /^(fs|path|url|os|crypto|stream|http|https|child_process|util|events)(\/|$)/;
    expect(packages.filter(({ to }) => bare.test(to)).map((one) => `${place(one)}: ${one.to}`)).toEqual([]);
  });

  test("libraries stay in their rooms", () => {
    const offences = packages.flatMap((one) => {
      const name = one.to
        .split("/")
        .slice(0, one.to.startsWith("@") ? 2 : 1)
        .join("/");
      const allowed = keptIn[name]?.some((path) => one.file.startsWith(`${path}/`)) ?? true;
      return allowed ? [] : [`${place(one)}: ${one.to} belongs in ${keptIn[name]?.join(", ")}`];
    });
    expect(offences).toEqual([]);
  });
});

describe("the clock, chance and the page", () => {
  /** Places where a global is used that the file does not declare itself. */
  function globalsUsed(names: readonly string[], allowed: readonly string[]): readonly string[] {
    return [...parsed].flatMap(([file, tree]) => {
      if (allowed.includes(roomOf(file))) return [];
      const declared = new Set<string>();
      const used: ts.Identifier[] = [];
      walk(tree, (node) => {
        if (!ts.isIdentifier(node) || !names.includes(node.text)) return;
        const { parent } = node;
        if (isDeclaration(parent, node)) declared.add(node.text);
        else if (!isOnlyAName(parent, node) && !isHandedOver(file, node)) used.push(node);
      });
      return used
        .filter(({ text }) => !declared.has(text))
        .map(
          (node) =>
            `src/${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.text}`,
        );
    });
  }

  function isDeclaration(parent: ts.Node, node: ts.Identifier): boolean {
    return (
      (ts.isVariableDeclaration(parent) ||
        ts.isParameter(parent) ||
        ts.isBindingElement(parent) ||
        ts.isFunctionDeclaration(parent) ||
        ts.isImportSpecifier(parent)) &&
      parent.name === node
    );
  }

  /** A client script does nothing itself: it hands the page's globals to a function of browser/. */
  function isHandedOver(file: string, node: ts.Node): boolean {
    if (!file.endsWith(".astro")) return false;
    const whole = ts.isPropertyAccessExpression(node.parent) ? node.parent : node;
    return ts.isCallExpression(whole.parent) && whole.parent.arguments.some((argument) => argument === whole);
  }

  /** A key, a property after a dot or a part of a type: no use of the global. */
  function isOnlyAName(parent: ts.Node, node: ts.Identifier): boolean {
    return (
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      (ts.isBindingElement(parent) && parent.propertyName === node) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isTypeReferenceNode(parent) ||
      ts.isJsxAttribute(parent)
    );
  }

  test("no clock and no chance outside cli/: the same inputs give the same bytes", () => {
    const offences = [...parsed].flatMap(([file, tree]) => {
      if (roomOf(file) === "cli") return [];
      const found: string[] = [];
      walk(tree, (node) => {
        const text = node.getText(tree);
        const clock = ts.isNewExpression(node) && /^new Date(\(\s*\))?$/.test(text);
        const call =
          ts.isPropertyAccessExpression(node) &&
          /^(Math\.random|Date\.now|crypto\.(randomUUID|getRandomValues))$/.test(text);
        if (clock || call)
          found.push(`src/${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text}`);
      });
      return found;
    });
    expect(offences).toEqual([]);
  });

  test("the page and the network are for browser/ only; charts are handed a document", () => {
    const page = [
      "window",
      "document",
      "localStorage",
      "sessionStorage",
      "navigator",
      "location",
      "fetch",
      "XMLHttpRequest",
    ];
    expect(globalsUsed(page, ["browser", "cli"])).toEqual([]);
  });

  test("the process and its environment are for the edges", () => {
    expect(globalsUsed(["process", "Buffer", "__dirname"], ["build", "store", "cli"])).toEqual([]);
  });
});

test(`no file is longer than ${mostLines} lines`, () => {
  const lines = (file: string) => readFileSync(join(source, file), "utf-8").trimEnd().split("\n").length;
  const long = files.filter((file) => !longFiles.includes(file) && lines(file) > mostLines);
  expect(long.map((file) => `src/${file}: ${lines(file)} lines`)).toEqual([]);
  expect(longFiles.filter((file) => lines(file) <= mostLines)).toEqual([]);
});
