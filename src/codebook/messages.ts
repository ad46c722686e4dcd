import { z } from "zod";
import { nearest, suggestion } from "../survey/nearest.ts";
import type { Problem } from "../survey/problem.ts";
import { valueAt } from "./key-path.ts";
import { codebookSchema } from "./schema.ts";
import type { KeyPath, YamlSource } from "./yaml-source.ts";

type Issue = z.core.$ZodIssue;

/** A fault that the schema found, put down to the deepest place that it can be. */
export interface Fault {
  readonly path: KeyPath;
  readonly issue: Issue;
  /** The last key of the path does not belong there. */
  readonly unknownKey: boolean;
}

/** All faults of a value that the schema refuses. */
export function faultsOf(error: z.ZodError, value: unknown): readonly Fault[] {
  return error.issues.flatMap((issue) => faultsIn(issue, [], value));
}

function faultsIn(issue: Issue, above: KeyPath, value: unknown): readonly Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], issue, unknownKey: true }));
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branch = likeliestBranch(issue.errors, valueAt(value, path));
    if (branch) return branch.flatMap((inner) => faultsIn(inner, path, value));
  }
  return [{ path, issue, unknownKey: false }];
}

/** Says what the schema found wrong in the analyst's terms: key path, what was expected, how to mend it. */
export function schemaProblems(error: z.ZodError, source: YamlSource): readonly Problem[] {
  return faultsOf(error, source.value).map((fault) => problemOf(fault, source));
}

/** The key of the format that an unknown one is likely to mean. */
export function nearKey(key: string): string | undefined {
  return nearest(key, knownKeys);
}

/** A key path as the analyst would say it: `questions[2].scale`. */
export function pathText(path: KeyPath): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at ? "." : ""}${String(step)}`))
    .join("");
}

function problemOf({ path, issue, unknownKey: isUnknown }: Fault, source: YamlSource): Problem {
  if (isUnknown) return unknownKey(path, String(path.at(-1)), source);
  const found = valueAt(source.value, path);
  return {
    severity: "stop",
    file: source.file,
    line: source.lineOf(path),
    column: pathText(path) || "(the whole file)",
    ...(found === undefined ? {} : { value: shorten(found) }),
    message:
      found === undefined ? `"${String(path.at(-1) ?? "")}" is missing` : "This value can't be used here",
    expected: expectation(issue),
    mend: found === undefined ? "Add the key." : mendOf(issue, found),
  };
}

/** Of a union's branches, the one that what was written comes closest to: the one that fails deepest. */
function likeliestBranch(
  branches: readonly (readonly Issue[])[],
  found: unknown,
): readonly Issue[] | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  const fits = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type"),
  );
  // A key that one form does not know may be a code of another.
  const unknown = (issues: readonly Issue[]) =>
    issues.filter(({ code }) => code === "unrecognized_keys").length;
  return fits.toSorted((a, b) => a.length - b.length || unknown(a) - unknown(b))[0];
}

function unknownKey(path: KeyPath, key: string, source: YamlSource): Problem {
  return {
    severity: "stop",
    file: source.file,
    line: source.lineOf(path),
    column: pathText(path),
    value: key,
    message: `"${key}" is not a key that belongs here`,
    expected: "a key of the codebook format",
    mend: suggestion(key, knownKeys, "Take it out, or look the key up in the README."),
  };
}

/** What a kind of value is called in YAML. */
const plainKinds: Readonly<Record<string, string>> = {
  record: "a map of keys and values",
  object: "a map of keys and values",
  array: "a list",
  string: "a text",
  int: "a whole number",
};

function leastOf({ origin, minimum, inclusive }: Extract<Issue, { code: "too_small" }>): string {
  if (origin === "array") return `a list of at least ${minimum}`;
  return origin === "string"
    ? "a text that is not empty"
    : `${inclusive === false ? "more than" : "at least"} ${minimum}`;
}

/** What each form of a key would have been. */
function formsOf(branches: readonly (readonly Issue[])[]): string {
  const forms = branches.flatMap(([first]) => (first && first.path.length === 0 ? [expectation(first)] : []));
  return [...new Set(forms)].join(", or ") || "one of the forms of this key";
}

function expectation(issue: Issue): string {
  if (issue.code === "invalid_type") return plainKinds[issue.expected] ?? `a ${issue.expected}`;
  if (issue.code === "invalid_format" && issue.format === "date") return "a day as YYYY-MM-DD";
  if (issue.code === "too_small") return leastOf(issue);
  if (issue.code === "too_big")
    return `${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
  const isPlain = issue.message === "Invalid input";
  if (issue.code === "invalid_union" && issue.errors.length > 0 && isPlain) return formsOf(issue.errors);
  if (issue.code === "invalid_value") return issue.values.map(String).join(" or ");
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.join(", ");
  return issue.message;
}

function mendOf(issue: Issue, found: unknown): string {
  const options =
    issue.code === "invalid_value"
      ? issue.values.map(String)
      : issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)
        ? issue.options.map(String)
        : [];
  return suggestion(String(found), options, "Change the value to what was expected.");
}

function shorten(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Every key that the schema knows anywhere, for proposals. */
const knownKeys: readonly string[] = [...collectKeys(z.toJSONSchema(codebookSchema, { io: "input" }))].sort();

function collectKeys(schema: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== "object" || schema === null) return into;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") for (const name of Object.keys(value as object)) into.add(name);
    collectKeys(value, into);
  }
  return into;
}
