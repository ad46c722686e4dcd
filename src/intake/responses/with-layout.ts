import type { VariableReading } from "../../survey/reading.ts";
import type { ExportLayout } from "../exports/layout.ts";
import type { Header } from "./header.ts";

/** Variables with what the survey tool's form says of values: which are no answer, and which say "not asked". */
export function withLayout(
  variables: readonly VariableReading[],
  { columns, missing, notAsked }: ExportLayout,
  header: Header,
): readonly VariableReading[] {
  return variables.map((variable) => {
    const ofColumns = columnsOf(variable).flatMap((column) => {
      const place = header.placeOf(column);
      return place === undefined ? [] : (columns[place]?.missing ?? []);
    });
    if (missing.length + notAsked.length + ofColumns.length === 0) return variable;
    return {
      ...variable,
      missing: [...variable.missing, ...missing, ...ofColumns],
      notAsked: [...(variable.notAsked ?? []), ...notAsked],
    };
  });
}

function columnsOf(variable: VariableReading): readonly string[] {
  if (variable.kind === "choices") return variable.choices.flatMap(({ column }) => column ?? []);
  return variable.kind === "mentions" ? variable.columns : [variable.column];
}
