import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { measuresFor } from "../measures/registry.ts";
import { indexSubjects } from "../panels/subject.ts";
import type { Branch } from "../survey/branches.ts";
import { isChoiceQuestion, type Question } from "../survey/question.ts";
import type { Survey, Wave } from "../survey/survey.ts";
import type {
  CountsByWave,
  FiguresByWave,
  RecordedBranch,
  RecordedFigure,
  RecordedQuestion,
  VersionRecord,
} from "../survey/version-record.ts";
import { endsOfWaves, wavesIn } from "../survey/waves-text.ts";
import { branchSlice, sliceText } from "../views/slice.ts";
import { plainCell } from "./estimates.ts";
import { branchWaves, rounded } from "./version-record.ts";

/** What this reads of a site's manifest. */
interface SiteManifest extends Pick<Survey, "measures" | "hierarchy" | "factors" | "index"> {
  readonly format: number;
  readonly dataVersion: string;
  /** Whom the site is about, where that is not everybody. */
  readonly scope?: string;
  readonly headline: string;
  readonly questions: readonly Question[];
  /** How many answered each text; absent in sites that were built before this was written. */
  readonly answered?: Readonly<Record<string, CountsByWave>>;
  readonly branches: readonly Pick<Branch, "path" | "label">[];
  readonly waves: readonly (Wave & {
    readonly rows: number;
    readonly weighted: boolean;
    readonly sourceSha256: string;
  })[];
}

type Row = Readonly<Record<string, string>>;

/**
 * The record of a survey as an earlier build published it, from its `manifest.json` and `estimates.csv`; undefined
 * where there is no such site, or one of another format, or one of other respondents. Names of exports stand in
 * neither file.
 * @param scope whom the site must be about, as its manifest says it; by default everybody
 */
export async function recordOfSite(
  out: string,
  survey: string,
  scope?: string,
): Promise<VersionRecord | undefined> {
  const read = (name: string) => readFile(join(out, survey, name), "utf-8");
  try {
    const manifest = JSON.parse(await read("manifest.json")) as SiteManifest;
    if (manifest.format !== 1 || manifest.scope !== scope) return undefined;
    const text = (await read("estimates.csv")).replace(/^\uFEFF/, "");
    return recordFrom(manifest, Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data);
  } catch {
    // No site, or not one of ours: there is nothing to compare with, which the caller says.
    return undefined;
  }
}

function recordFrom(manifest: SiteManifest, rows: readonly Row[]): VersionRecord {
  const { dataVersion, headline, waves } = manifest;
  const shown = new Map(
    manifest.questions.map((question) => [question.id, measuresShown(question, manifest)]),
  );
  const choices = new Set(manifest.questions.filter(isChoiceQuestion).map(({ id }) => id));
  const weighted = new Set(waves.flatMap((wave) => (wave.weighted ? [wave.id] : [])));
  const order = waves.map(({ id }) => id);
  const inPagesWeighting = rows.filter(
    ({ wave = "", weighted: weighting }) =>
      (weighting === "1") === wavesIn(wave, order).some((one) => weighted.has(one)),
  );
  const onPages = inPagesWeighting.filter(({ subject = "", measure = "", option }) =>
    option === ""
      ? shown.get(subject)?.includes(measure) === true
      : choices.has(subject) && measure === "share",
  );
  const measure = shown.get(headline)?.[0];
  return {
    dataVersion,
    headline: { question: headline, ...(measure === undefined ? {} : { measure }) },
    waves: waves.map(({ id, title, rows, weighted, sourceSha256 }) => {
      return { id, title, file: "", sha256: sourceSha256, rows, weighted };
    }),
    questions: questionRecords(manifest, { rows, onPages }),
    ...indexRecord(manifest, inPagesWeighting),
    branches: branchRecords(
      manifest,
      onPages.filter((row) => row["subject"] === headline && row["measure"] === measure),
    ),
  };
}

function measuresShown(question: Question, { measures }: SiteManifest): readonly string[] {
  return measuresFor(question, { measures }).map(({ name }) => name);
}

function questionRecords(
  { questions, answered }: SiteManifest,
  { rows, onPages }: { readonly rows: readonly Row[]; readonly onPages: readonly Row[] },
): readonly RecordedQuestion[] {
  const ofAll = (table: readonly Row[]) => table.filter(({ slice }) => slice === "");
  const [listed, figures] = [ofAll(rows), ofAll(onPages)];
  return questions.map((question) => {
    const { id, short, type } = question;
    const own = ({ subject }: Row) => subject === id;
    // A text has no rows, so that nothing tells when it was asked.
    const asked = type === "text" ? {} : { asked: wavesOf(listed.filter(own)) };
    const texts = type === "text" ? answered?.[id] : undefined;
    const [scores, shares] = [
      figures.filter((row) => own(row) && row["option"] === ""),
      figures.filter((row) => own(row) && row["option"] !== ""),
    ];
    return {
      id,
      short,
      ...asked,
      figures: grouped(scores, "measure"),
      ...(isChoiceQuestion(question) ? { shares: grouped(shares, "option") } : {}),
      ...(texts ? { answered: texts } : {}),
    };
  });
}

/** Sites that were built before the manifest named the index have none. */
function indexRecord(manifest: SiteManifest, rows: readonly Row[]): Pick<VersionRecord, "index"> {
  const parts = indexSubjects(manifest as SiteManifest & Survey).map(({ id, name, part, unit }) => {
    const own = rows.filter((row) => row["slice"] === "" && row["subject"] === id && row["measure"] === part);
    return { id, short: name, unit, figures: byWave(own) };
  });
  return parts.length > 0 ? { index: parts } : {};
}

function branchRecords(
  { branches, hierarchy, waves }: SiteManifest,
  headlines: readonly Row[],
): readonly RecordedBranch[] {
  const latest = new Set(waves.slice(-branchWaves).map(({ id }) => id));
  const bySlice = Map.groupBy(
    headlines.filter(({ wave = "" }) => latest.has(endsOfWaves(wave)[1])),
    ({ slice = "" }) => slice,
  );
  return branches.map(({ path, label }) => {
    const own = bySlice.get(sliceText(branchSlice(hierarchy, path)));
    return { path, label, figures: byWave(own ?? []) };
  });
}

function wavesOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ wave = "" }) => wave))];
}

function grouped(
  rows: readonly Row[],
  column: "measure" | "option",
): Readonly<Record<string, FiguresByWave>> {
  const groups = Map.groupBy(rows, (row) => plainCell(row[column] ?? ""));
  return Object.fromEntries([...groups].map(([name, figures]) => [name, byWave(figures)]));
}

function byWave(rows: readonly Row[]): FiguresByWave {
  return Object.fromEntries(rows.map((row) => [row["wave"] ?? "", figureOf(row)]));
}

function figureOf({ n, value, low, high, status }: Row): RecordedFigure {
  if (status === "published") return { status, value: rounded(Number(value)) };
  if (status !== "ok" && status !== "low") return { status: status === "none" ? "none" : "withheld" };
  // A blank interval is one that is not known: both ends are the value.
  const number = (text: string | undefined) => rounded(Number(text || value));
  return { status, n: Number(n), value: number(value), low: number(low), high: number(high) };
}
