import { z } from "zod";
import type { Problem } from "../survey/problem.ts";
import type { RecordedFigure, VersionRecord } from "../survey/version-record.ts";
import { schemaProblems } from "./messages.ts";
import { readYaml } from "./yaml-source.ts";

const text = z.object({ en: z.string(), zh: z.string() });
const ends = { n: z.number(), value: z.number(), low: z.number(), high: z.number() };
const { n, value, low, high } = ends;

/** `[n, value, low, high]`, with "low" behind it where the base is small; `["published", value]`; "withheld" or "none" where nothing is shown. */
const figure = z
  .union([
    z.enum(["withheld", "none"]),
    z.tuple([z.literal("published"), value]),
    z.tuple([n, value, low, high]),
    z.tuple([n, value, low, high, z.literal("low")]),
  ])
  .transform((written): RecordedFigure => {
    if (typeof written === "string") return { status: written };
    if (written[0] === "published") return { status: written[0], value: written[1] };
    const [n, value, low, high, status = "ok"] = written;
    return { status, n, value, low, high };
  });
const byWave = z.record(z.string(), figure);

const versionsSchema = z.object({
  format: z.literal(1),
  survey: z.string(),
  versions: z.array(
    z.object({
      dataVersion: z.string(),
      headline: z.object({ question: z.string(), measure: z.string().optional() }),
      waves: z.array(
        z.object({
          id: z.string(),
          title: text,
          file: z.string(),
          sha256: z.string(),
          rows: z.number(),
          weighted: z.boolean(),
        }),
      ),
      questions: z.array(
        z.object({
          id: z.string(),
          short: text,
          asked: z.array(z.string()).optional(),
          figures: z.record(z.string(), byWave),
          shares: z.record(z.string(), byWave).optional(),
          answered: z.record(z.string(), z.union([z.number(), z.enum(["withheld", "none"])])).optional(),
        }),
      ),
      index: z.array(z.object({ id: z.string(), short: text, unit: z.string(), figures: byWave })).optional(),
      branches: z.array(z.object({ path: z.array(z.string()), label: text, figures: byWave })),
    }),
  ),
});

const expected = "what `npm run record` wrote";
const expectedFigure =
  '[n, value, low, high], the same with "low" behind it, ["published", value], "withheld" or "none"';
const mend =
  "Take the file as it was last committed; or remove it and run `npm run record` at the version that was published last.";

export interface VersionsOptions {
  /** The file's name in messages. */
  readonly file: string;
  /** The survey that the records must be of. */
  readonly survey: string;
}

/**
 * The recorded versions of a survey, oldest first; none where there is no file; of a file that is none of ours the
 * first thing wrong, which stops.
 */
export function readVersions(
  written: string | undefined,
  { file, survey }: VersionsOptions,
): { readonly versions: readonly VersionRecord[]; readonly problems: readonly Problem[] } {
  if (written === undefined) return { versions: [], problems: [] };
  const wrong = (problem: Partial<Problem> & { readonly message: string }) => ({
    versions: [],
    problems: [{ severity: "stop" as const, file, expected, mend, ...problem }],
  });
  const json = parsed(written);
  if ("fault" in json) return wrong(json.fault);
  const found = versionsSchema.safeParse(json.value);
  if (!found.success) {
    const { source } = readYaml(written, file);
    const [first] = source ? schemaProblems(found.error, source) : [];
    const isFigure = /[.](figures|shares)[.]/.test(first?.column ?? "");
    return wrong({
      message: "This is no record of versions",
      ...first,
      ...(isFigure ? { expected: expectedFigure } : {}),
      mend,
    });
  }
  if (found.data.survey === survey)
    return { versions: found.data.versions as readonly VersionRecord[], problems: [] };
  return wrong({
    column: "survey",
    value: found.data.survey,
    message: "These versions are of another survey",
    expected: `survey "${survey}"`,
    mend: "Remove the file, or put this survey's own in its place. A survey that got another id starts a new record.",
  });
}

/** The value of a JSON text, or what is wrong with it and, where that can be told, on which line. */
function parsed(
  written: string,
): { readonly value: unknown } | { readonly fault: Pick<Problem, "message" | "line" | "expected"> } {
  const conflict = written.split("\n").findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
  if (conflict >= 0)
    return {
      fault: {
        message: "A merge left both sides in the file",
        line: conflict + 1,
        expected: "one side of the merge",
      },
    };
  try {
    return { value: JSON.parse(written) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const line = lineIn(said, written);
    const message = `The JSON can't be read: ${said.replace(/ in JSON at position.*$/, "")}`;
    return { fault: { message, expected, ...(line === undefined ? {} : { line }) } };
  }
}

/** The line that a message of the JSON parser speaks of; versions of Node word it differently. */
function lineIn(said: string, written: string): number | undefined {
  const [, position] = / at position (\d+)/.exec(said) ?? [];
  if (position !== undefined) return written.slice(0, Number(position)).split("\n").length;
  return said.includes("end of JSON") ? written.trimEnd().split("\n").length : undefined;
}
