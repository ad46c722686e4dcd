import { stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { prepare, storeFolderOf } from "../../build/prepare.ts";
import { problemCount, problemLines } from "../../build/report-problems.ts";
import { cacheFolder, dataFolder, projectRoot } from "../../build/settings.ts";
import type { WaveSheet } from "../../drafting/align.ts";
import type { Draft } from "../../drafting/assemble.ts";
import { draftCodebook } from "../../drafting/draft.ts";
import { saneFileNames, surveyId } from "../../drafting/file-names.ts";
import { isChinese } from "../../drafting/header-words.ts";
import { reportText } from "../../drafting/report.ts";
import { findTable } from "../../drafting/table.ts";
import { waveNames } from "../../drafting/wave-names.ts";
import { type DraftLanguage, type DraftWords, draftWords } from "../../drafting/words.ts";
import { writeCodebook } from "../../drafting/write-codebook.ts";
import { sayWaiting } from "../say-waiting.ts";
import type { NewArguments } from "./arguments.ts";
import { type ReadSheet, readSheet } from "./read-sheet.ts";
import { writeSurvey } from "./write-survey.ts";

/** What to print, and whether the site builds from what was written. */
export interface NewOutcome {
  readonly lines: readonly string[];
  readonly builds: boolean;
}

/** Drafts a survey from its exports and checks the draft. */
export async function newSurvey(asked: NewArguments): Promise<NewOutcome> {
  const paths = asked.files.map((file) => resolve(file));
  const names = saneFileNames(paths.map((path) => basename(path)));
  const read = await readAll(paths, names, asked.language ?? "en");
  const sheets = read.flatMap((one) => ("sheet" in one ? [one.sheet] : []));
  const language =
    asked.language ??
    (isChinese(sheets.flatMap(({ columns }) => columns.map(({ text }) => text))) ? "zh" : "en");
  const say = draftWords[language];
  const id = asked.id ?? surveyId(names);
  const folder = asked.out === undefined ? join(dataFolder(), id) : resolve(asked.out);
  const problems = [
    ...repeated(asked.files, read, say),
    ...read.flatMap((one) => ("problem" in one ? [one.problem] : [])),
    ...sheets.flatMap((sheet) => tableProblem(sheet, language)),
    ...(await inTheWay(folder, paths, names)).map((path) => say.exists(path)),
  ];
  if (problems.length > 0) return { lines: problems, builds: false };
  const { waves, titles, order } = inTime(sheets);
  const draft = draftCodebook(waves, { id, title: titleOf(id, language), language, titles });
  if (!draft) return { lines: [say.noQuestions], builds: false };
  const schema = relative(folder, join(projectRoot, "public", "survey.schema.json")).replaceAll("\\", "/");
  let outcome: NewOutcome = { lines: [], builds: false };
  await writeSurvey(
    folder,
    {
      codebook: writeCodebook(draft, { heading: say.heading(waves.map(({ sheet }) => sheet.file)), schema }),
      report: reportText(draft, waves, say),
      exports: order.map((at) => ({ from: paths[at] ?? "", name: names[at] ?? "" })),
    },
    async (aside) => {
      outcome = await check({ folder, aside }, draft, language);
      return outcome.builds;
    },
  );
  return outcome;
}

/** The same file twice would be two waves of the same answers. */
function repeated(files: readonly string[], read: readonly ReadSheet[], say: DraftWords): readonly string[] {
  const hashes = read.map((one) => ("sha256" in one ? one.sha256 : undefined));
  return hashes.flatMap((hash, at) => {
    const before = hash === undefined ? at : hashes.indexOf(hash);
    return before === at ? [] : [say.sameFile(files[before] ?? "", files[at] ?? "")];
  });
}

async function readAll(
  paths: readonly string[],
  names: readonly string[],
  language: DraftLanguage,
): Promise<readonly ReadSheet[]> {
  const read: ReadSheet[] = [];
  for (const [at, path] of paths.entries())
    read.push(await readSheet(path, names[at] ?? "", draftWords[language]));
  return read;
}

function tableProblem(sheet: WaveSheet["sheet"], language: DraftLanguage): readonly string[] {
  const table = findTable(sheet);
  return table ? [draftWords[language].isTable(sheet.file), ...table] : [];
}

function inTime(sheets: readonly WaveSheet["sheet"][]) {
  const { names, order } = waveNames(sheets.map(({ file }) => file));
  const waves = order.flatMap((at) => {
    const [name, sheet] = [names[at], sheets[at]];
    return name && sheet ? [{ wave: name.id, sheet }] : [];
  });
  return { waves, order, titles: new Map(names.map(({ id, title }) => [id, title])) };
}

function titleOf(id: string, language: DraftLanguage): string {
  const words = id.replaceAll(/[-_]+/g, " ");
  return language === "zh" ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Runs the same check as `npm run check`, on this survey alone, where it was written aside. */
async function check(
  { folder, aside }: { readonly folder: string; readonly aside: string },
  draft: Draft,
  language: DraftLanguage,
): Promise<NewOutcome> {
  const say = draftWords[language];
  const { prepared, problems } = await prepare({
    data: aside,
    root: projectRoot,
    cache: cacheFolder() ?? storeFolderOf({ data: folder, root: projectRoot }),
    onWait: sayWaiting,
  });
  const [stop = 0, row = 0, cell = 0, note = 0] = (["stop", "row", "cell", "note"] as const).map((severity) =>
    problemCount(problems, severity),
  );
  const summary = say.summary(stop, row, cell, note);
  if (!prepared) {
    const stops = problems.filter(({ severity }) => severity === "stop");
    return { builds: false, lines: [...problemLines(stops), summary, say.stops] };
  }
  const { guessed, toDecide, leftOut } = draft.report;
  const dimensions = Array.isArray(draft.body["dimensions"]) ? draft.body["dimensions"].length : 0;
  const inData = !relative(dataFolder(), folder).startsWith("..");
  return {
    builds: true,
    lines: [
      say.wrote(join(folder, "survey.yaml")),
      say.wrote(join(folder, "new-report.md")),
      say.counts(dimensions, guessed.length - dimensions, toDecide.length, leftOut.length),
      ...problemLines(problems.filter(({ severity }) => severity !== "note")),
      summary,
      inData ? say.builds : say.buildsElsewhere(folder),
    ],
  };
}

/** Files that would be overwritten: a codebook, or another export of the same name. */
async function inTheWay(
  folder: string,
  paths: readonly string[],
  names: readonly string[],
): Promise<readonly string[]> {
  const exports = names.map((name, at) => ({ from: paths[at], to: join(folder, "waves", name) }));
  const written = [
    join(folder, "survey.yaml"),
    ...exports.flatMap(({ from, to }) => (from === to ? [] : [to])),
  ];
  const there = await Promise.all(written.map(isThere));
  return written.filter((_, at) => there[at]);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
