import { slug } from "./ids.ts";

/** A wave's id and title, by its file's name. */
export interface WaveName {
  readonly id: string;
  readonly title: string;
  /** Sorts waves by time; undefined where the name holds no year. */
  readonly time?: string;
}

const periods: readonly (readonly [
  RegExp,
  (match: RegExpExecArray) => Omit<WaveName, "time"> & { readonly time: string },
])[] = [
  [
    /(20\d\d|19\d\d)[\s_年-]*(?:q([1-4])|第?([一二三四1-4])季度?)/i,
    ([, year = "", latin, chinese = ""]) => {
      const quarter = latin ?? String("一二三四".indexOf(chinese) + 1 || chinese);
      return {
        id: `${year}-q${quarter}`,
        title: `${year} Q${quarter}`,
        time: `${year}-${(Number(quarter) - 1) * 3 + 1}`.replace(/-(\d)$/, "-0$1"),
      };
    },
  ],
  [
    /(20\d\d|19\d\d)[\s_年-]*(?:h([12])|(上|下)半年)/i,
    ([, year = "", half, word]) => {
      const number = half ?? (word === "上" ? "1" : "2");
      return {
        id: `${year}-h${number}`,
        title: `${year} H${number}`,
        time: `${year}-${number === "1" ? "01" : "07"}`,
      };
    },
  ],
  [
    /(20\d\d|19\d\d)[\s_.年-]?(0[1-9]|1[0-2]|[1-9](?=月))(?!\d)/,
    ([, year = "", month = ""]) => ({
      id: `${year}-${month.padStart(2, "0")}`,
      title: `${year}-${month.padStart(2, "0")}`,
      time: `${year}-${month.padStart(2, "0")}`,
    }),
  ],
  [/(?<!\d)(20\d\d|19\d\d)(?!\d)/, ([, year = ""]) => ({ id: year, title: year, time: `${year}-01` })],
];

/** Reads year, quarter, half or month from a file's name; else the name itself. */
export function waveName(file: string): WaveName {
  const base = file.replace(/\.[^.]+$/, "");
  for (const [form, name] of periods) {
    const match = form.exec(base);
    if (match) return name(match);
  }
  return { id: slug(base) || "wave", title: base };
}

/** Names for several files, each with an id of its own, and the order of the files in time. */
export function waveNames(files: readonly string[]): {
  readonly names: readonly WaveName[];
  readonly order: readonly number[];
} {
  const found = files.map(waveName);
  const taken = new Map<string, number>();
  const names = found.map((name) => {
    const times = (taken.get(name.id) ?? 0) + 1;
    taken.set(name.id, times);
    return times === 1 ? name : { ...name, id: `${name.id}-${times}` };
  });
  const order = files.map((_, at) => at);
  const timed = names.every(({ time }) => time !== undefined);
  return {
    names,
    order: timed
      ? order.toSorted((a, b) => ((names[a]?.time ?? "") < (names[b]?.time ?? "") ? -1 : 1))
      : order,
  };
}
