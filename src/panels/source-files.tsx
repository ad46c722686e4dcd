import { waveIds } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { TooFew } from "./too-few.tsx";
import { isTooFew, type TableFacts, type WaveFacts } from "./wave-facts.ts";

interface SourceFile {
  /** One long file can hold the tables of several waves. */
  readonly waves: readonly string[];
  readonly file: string;
  /** Absent where they are too few to be told. */
  readonly rows?: number;
  readonly quality: WaveFacts["quality"] | TableFacts["quality"];
  readonly sha256: string;
}

/** The files that a report is built from, exports and printed tables, with their hashes. */
export function sourceFiles(
  facts: readonly WaveFacts[],
  tables: readonly TableFacts[],
): Panel<readonly SourceFile[]> {
  return {
    needs: () => [],
    read: ({ survey }) => filesOf(facts, tables, survey),
    claims: () => [],
    draw: (context, files) => <SourceFiles context={context} files={files} />,
  };
}

function filesOf(
  facts: readonly WaveFacts[],
  tables: readonly TableFacts[],
  survey: ReportContext["survey"],
): readonly SourceFile[] {
  const waves = waveIds(survey);
  const uses = [
    ...facts.map((one) => ({ ...one, rows: one.quality.kept })),
    ...tables.map((one) => ({ ...one, rows: one.quality.used })),
  ].toSorted((a, b) => waves.indexOf(a.wave) - waves.indexOf(b.wave));
  return [...Map.groupBy(uses, ({ file }) => file).values()].flatMap((ofFile): SourceFile[] => {
    const [first] = ofFile;
    if (!first) return [];
    const { file, quality, sourceSha256: sha256 } = first;
    const rows = ofFile.reduce((sum, use) => sum + use.rows, 0);
    const isFew = ofFile.some((use) => "kept" in use.quality && isTooFew(use.quality, survey.base));
    const told = isFew ? {} : { rows };
    return [{ waves: ofFile.map(({ wave }) => wave), file, ...told, quality, sha256 }];
  });
}

/** The waves of a file, the first and the last where there are many. */
function wavesText(context: ReportContext, { waves }: SourceFile): string {
  const titles = waves.map((wave) => waveTitle(context, wave));
  if (titles.length <= 2) return titles.join(context.words.listSeparator);
  return `${titles[0]} – ${titles.at(-1)}`;
}

/** The survey tool's form, and of a workbook the sheet. */
function formatText({ words }: ReportContext, { quality }: SourceFile): string {
  if (!("format" in quality)) return words.printedTable;
  const { format, sheet } = quality;
  return [words.formatName[format], ...(sheet === undefined ? [] : [words.sheet(sheet)])].join(
    words.listSeparator,
  );
}

function SourceFiles({
  context,
  files,
}: {
  readonly context: ReportContext;
  readonly files: readonly SourceFile[];
}) {
  const { words, language } = context;
  return (
    <section class="panel" id="files">
      <h2>{words.filesTitle}</h2>
      <FiguresTable
        label={words.filesTitle}
        head={{ title: words.wave, cell: (file: SourceFile) => wavesText(context, file) }}
        columns={[
          { title: words.file, cell: ({ file }) => file.split("/").at(-1) },
          {
            title: words.rows,
            kind: "number",
            cell: ({ rows }) =>
              rows === undefined ? <TooFew context={context} /> : formatNumber(rows, language),
          },
          { title: words.format, cell: (file) => formatText(context, file) },
          { title: words.encoding, cell: ({ quality }) => quality.encoding },
          {
            title: "SHA-256",
            cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 16)}…</code>,
          },
        ]}
        rows={files}
      />
    </section>
  );
}
