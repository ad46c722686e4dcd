import type { WaveSheet } from "./align.ts";
import type { Draft } from "./assemble.ts";
import type { ReportLine } from "./report-lines.ts";
import type { DraftWords } from "./words.ts";

/** What was guessed, what a person should decide and what was left out, as Markdown. */
export function reportText(draft: Draft, waves: readonly WaveSheet[], say: DraftWords): string {
  const { guessed, toDecide, leftOut } = draft.report;
  const files = waves.flatMap(({ wave, sheet }) => [
    `- ${say.fileLine(sheet.file, sheet.rows, sheet.columns.length, sheet.layout.format, wave)}`,
    ...(sheet.ragged > 0 ? [`  - ${say.raggedLine(sheet.ragged)}`] : []),
  ]);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [say.filesHeading, files],
    [say.toDecideHeading, grouped(toDecide)],
    [say.guessedHeading, guessed.map(line)],
    [say.leftOutReportHeading, leftOut.length > 0 ? leftOut.map(line) : [say.nothingLeftOut]],
  ];
  const parts = [
    `# ${say.reportTitle(String(draft.body["id"]))}`,
    ...sections.map(([heading, lines]) => `## ${heading}\n\n${lines.join("\n")}`),
    say.reportEnd,
  ];
  return `${parts.join("\n\n")}\n`;
}

function line({ key, text }: ReportLine): string {
  return `- \`${key}\`: ${text}`;
}

/** The same point about several questions is made once. */
function grouped(lines: readonly ReportLine[]): readonly string[] {
  return [...Map.groupBy(lines, ({ text }) => text)].map(
    ([text, same]) => `- ${same.map(({ key }) => `\`${key}\``).join(", ")}: ${text}`,
  );
}
