import { formatNumber } from "../words/numbers.ts";
import { waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import type { WaveFacts } from "./wave-facts.ts";

/** The files that a report is built from, with their hashes. */
export function sourceFiles(facts: readonly WaveFacts[]): Panel<readonly WaveFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    draw: (context) => {
      const { words, language } = context;
      return (
        <section class="panel" id="files">
          <h2>{words.filesTitle}</h2>
          <FiguresTable
            label={words.filesTitle}
            head={{ title: words.wave, cell: ({ wave }: WaveFacts) => waveTitle(context, wave) }}
            columns={[
              { title: words.file, cell: ({ file }) => file.split("/").at(-1) },
              {
                title: words.rows,
                kind: "number",
                cell: ({ quality }) => formatNumber(quality.kept, language),
              },
              {
                title: words.format,
                cell: ({ quality: { format, sheet } }) =>
                  [words.formatName[format], ...(sheet === undefined ? [] : [words.sheet(sheet)])].join(", "),
              },
              { title: words.encoding, cell: ({ quality }) => quality.encoding },
              {
                title: "SHA-256",
                cell: ({ sourceSha256 }) => <code title={sourceSha256}>{sourceSha256.slice(0, 16)}…</code>,
              },
            ]}
            rows={facts}
          />
        </section>
      );
    },
  };
}
