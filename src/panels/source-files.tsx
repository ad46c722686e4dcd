import { formatNumber } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import type { TableFacts, WaveFacts } from "./wave-facts.ts";

interface SourceFile {
  readonly wave: string;
  readonly file: string;
  readonly rows: number;
  readonly encoding: string;
  readonly sha256: string;
}

/** The files that a report is built from, exports and printed tables, with their hashes. */
export function sourceFiles(
  facts: readonly WaveFacts[],
  tables: readonly TableFacts[],
): Panel<readonly SourceFile[]> {
  return {
    needs: () => [],
    read: ({ survey }) =>
      survey.waves.flatMap(({ id }) => filesOf(facts, tables).filter(({ wave }) => wave === id)),
    claims: () => [],
    draw: (context, files) => <SourceFiles context={context} files={files} />,
  };
}

function filesOf(facts: readonly WaveFacts[], tables: readonly TableFacts[]): readonly SourceFile[] {
  return [
    ...facts.map((one) => ({ ...one, rows: one.quality.kept })),
    ...tables.map((one) => ({ ...one, rows: one.quality.used })),
  ].map(({ wave, file, rows, quality: { encoding }, sourceSha256: sha256 }) => ({
    wave,
    file,
    rows,
    encoding,
    sha256,
  }));
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
        head={{ title: words.wave, cell: ({ wave }: SourceFile) => waveTitle(context, wave) }}
        columns={[
          { title: words.file, cell: ({ file }) => file.split("/").at(-1) },
          { title: words.rows, kind: "number", cell: ({ rows }) => formatNumber(rows, language) },
          { title: words.encoding, cell: ({ encoding }) => encoding },
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
