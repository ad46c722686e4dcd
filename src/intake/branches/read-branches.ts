import type { BranchHistory, Network } from "../../survey/network.ts";
import { stateOn } from "../../survey/network.ts";
import type { Problem } from "../../survey/problem.ts";
import type { Option } from "../../survey/question.ts";
import { sameText } from "../../survey/text.ts";
import { checkLinks } from "./check-links.ts";
import { checkOrder } from "./check-order.ts";
import { readRows } from "./read-rows.ts";
import { byBranch, type WrittenState } from "./written-state.ts";

export interface ReadBranchesOptions {
  /** The file's name in messages. */
  readonly file: string;
  /** The hierarchy's dimensions, widest first, with the options that the codebook labels. */
  readonly levels: readonly { readonly id: string; readonly options: readonly Option[] }[];
  /** The day whose network is shown; absent: the network after all that is known. */
  readonly on?: string;
}

/**
 * Reads the file of branches: a row for each state of a branch through time, `branch,level,parent,name,name_zh,from,
 * until,into`. Everything wrong comes back together. A branch without a name is called as its label, else its code.
 */
export function readBranches(
  text: string,
  { file, levels, on }: ReadBranchesOptions,
): { readonly network: Network; readonly problems: readonly Problem[] } {
  const ids = levels.map(({ id }) => id);
  const labelled = levels.map(({ options }) => options.map(({ id }) => id));
  const { rows, faults } = readRows(text, ids);
  const all = [...faults, ...checkOrder(rows), ...checkLinks(rows, { levels: ids, labelled })];
  const labels = levels.map(({ options }) => new Map(options.map(({ id, label }) => [id, label])));
  const branches = byBranch(rows).flatMap((states) => historyOf(states, labels) ?? []);
  const network: Network = { levels: ids, branches, ...(on === undefined ? {} : { on }) };
  const problems = all.map(
    ({ column, value, ...fault }): Problem => ({
      severity: "stop",
      file,
      ...fault,
      ...(column === "" ? {} : { column, value }),
    }),
  );
  return { network, problems: [...problems, ...clashes(rows, { file, levels, labels, network })] };
}

type Labels = readonly ReadonlyMap<string, Option["label"]>[];

function historyOf(rows: readonly WrittenState[], labels: Labels): BranchHistory | undefined {
  const [first, ...others] = rows.map(({ line: _, isDated: __, level, id, name, ...state }) => ({
    ...state,
    name: name ?? labels[level]?.get(id) ?? sameText(id),
  }));
  const [row] = rows;
  return first && row && { level: row.level, id: row.id, states: [first, ...others] };
}

/** Names that the codebook's labels give otherwise: one of the two is out of date. */
function clashes(
  rows: readonly WrittenState[],
  {
    file,
    levels,
    labels,
    network,
  }: Pick<ReadBranchesOptions, "file" | "levels"> & { readonly labels: Labels; readonly network: Network },
): readonly Problem[] {
  return levels.flatMap(({ id: dimension }, level): readonly Problem[] => {
    const lines = network.branches.flatMap((branch) => {
      const label = labels[level]?.get(branch.id);
      const { name, from } = stateOn(branch, network.on);
      const same = label === undefined || (label.en === name.en && label.zh === name.zh);
      const row = rows.find((one) => one.level === level && one.id === branch.id && one.from === from);
      return branch.level !== level || same || !row ? [] : [row.line];
    });
    const [line] = lines;
    if (line === undefined) return [];
    return [
      {
        ...{ severity: "note", file, line, column: "name", value: dimension },
        message: "The labels of the codebook give branches another name; the file of branches is shown",
        expected: "one name for a branch",
        mend: `Take the labels of ${dimension} out, or correct the names.`,
        ...{ count: lines.length, lines: lines.slice(0, 20) },
      },
    ];
  });
}
