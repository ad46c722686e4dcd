/** A way in which a file comes to harm between a survey tool and a repository. */
export type Harm = (bytes: Buffer, random: () => number) => Buffer;

const below = (end: number, random: () => number) => Math.floor(random() * end);
const one = <Value>(values: readonly Value[], random: () => number): Value => {
  const value = values[below(values.length, random)];
  if (value === undefined) throw new RangeError("nothing to choose from");
  return value;
};

const strays = [
  "\0",
  '"',
  '""',
  ",",
  ";",
  "\t",
  "\r",
  "\n",
  "\r\n",
  "\uFEFF",
  "┋",
  "=1+1",
  "〖",
  "�",
  "9e999",
  "-3",
];

const marks: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Every harm, by name; each is done at a random place. */
export const harms: Readonly<Record<string, Harm>> = {
  "cut off": (bytes, random) => bytes.subarray(0, below(bytes.length + 1, random)),
  "start missing": (bytes, random) => bytes.subarray(below(bytes.length + 1, random)),
  "middle missing": (bytes, random) => {
    const start = below(bytes.length + 1, random);
    return without(bytes, start, start + below(200, random));
  },
  "part repeated": (bytes, random) => {
    const start = below(bytes.length + 1, random);
    const part = bytes.subarray(start, start + below(400, random));
    return Buffer.concat([bytes.subarray(0, start), part, part, bytes.subarray(start + part.length)]);
  },
  "bits turned": (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let times = 1 + below(8, random); times > 0 && copy.length > 0; times--) {
      const at = below(copy.length, random);
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8, random));
    }
    return copy;
  },
  "bytes strewn in": (bytes, random) => {
    let mangled = bytes;
    for (let times = 1 + below(4, random); times > 0; times--)
      mangled = inserted(mangled, Buffer.from(one(strays, random)), below(mangled.length + 1, random));
    return mangled;
  },
  "quotes lost": (bytes, random) => onLines(bytes, (line) => (random() < 0.2 ? line.replace('"', "") : line)),
  "lines joined": (bytes, random) =>
    Buffer.from(
      text(bytes).replace(/\n/g, () => (random() < 0.05 ? "" : "\n")),
      "latin1",
    ),
  "lines shuffled": (bytes, random) => {
    const lines = text(bytes)
      .split("\n")
      .map((line) => ({ line, key: random() }));
    return Buffer.from(
      lines
        .toSorted((a, b) => a.key - b.key)
        .map(({ line }) => line)
        .join("\n"),
      "latin1",
    );
  },
  "lines repeated": (bytes, random) => onLines(bytes, (line) => (random() < 0.1 ? `${line}\n${line}` : line)),
  "blank lines": (bytes, random) => onLines(bytes, (line) => (random() < 0.1 ? `\n${line}` : line)),
  "line ends mixed": (bytes, random) =>
    Buffer.from(
      text(bytes).replace(/\r?\n/g, () => one(["\n", "\r\n", "\r"], random)),
      "latin1",
    ),
  "separators swapped": (bytes, random) => {
    const [from, to] = [one([",", ";", "\t"], random), one([",", ";", "\t"], random)];
    return onLines(bytes, (line) => (random() < 0.5 ? line.replaceAll(from, to) : line));
  },
  "cells emptied": (bytes, random) =>
    onLines(bytes, (line) =>
      line
        .split(",")
        .map((cell) => (random() < 0.1 ? "" : cell))
        .join(","),
    ),
  "cells added": (bytes, random) => onLines(bytes, (line) => (random() < 0.05 ? `${line},` : line)),
  "a mark at the start": (bytes, random) => Buffer.concat([Buffer.from(one(marks, random)), bytes]),
  "a zero byte a character": (bytes) => Buffer.from(text(bytes), "utf16le"),
  "one line a million characters long": (bytes, random) =>
    inserted(bytes, Buffer.alloc(1_000_000, "x"), below(bytes.length + 1, random)),
};

/** Bytes as text of the same length, so that any byte survives the way there and back. */
function text(bytes: Buffer): string {
  return bytes.toString("latin1");
}

function onLines(bytes: Buffer, change: (line: string) => string): Buffer {
  return Buffer.from(text(bytes).split("\n").map(change).join("\n"), "latin1");
}

function without(bytes: Buffer, start: number, end: number): Buffer {
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
}

function inserted(bytes: Buffer, part: Buffer, at: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
}

/** One to three harms, one after the other. */
export function mangle(
  bytes: Buffer,
  random: () => number,
): { readonly bytes: Buffer; readonly harm: string } {
  const names = Array.from({ length: 1 + below(3, random) }, () => one(Object.keys(harms), random));
  const mangled = names.reduce((harmed, name) => harms[name]?.(harmed, random) ?? harmed, bytes);
  return { bytes: mangled, harm: names.join(", ") };
}
