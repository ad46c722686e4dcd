import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { normal, seededRandom } from "../../../stats/random.ts";

export const waves = ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"];
export const items: readonly string[] = Array.from({ length: 12 }, (_, at) => `q${at + 1}`);
export const dimensions = [
  "wave",
  "region",
  "province",
  "city",
  "store",
  "channel",
  "product",
  "gender",
  "age",
];
/** Headers of the invented export, in order. */
export const columns: readonly string[] = [
  "response_id",
  "submitted_at",
  ...dimensions,
  ...items,
  "overall",
  "nps",
  "comment",
];

const stores = 3000;
const regions = ["North", "East", "South", "Central", "Southwest", "Northwest", "Northeast"];
const channels = ["web", "phone", "store", "app"];
const products = ["A", "B", "C"];
const genders = ["M", "F"];
const ages = ["18-25", "26-35", "36-45", "46-60", "60+"];
const words = "slow friendly price queue quality delivery damaged helpful late clear".split(" ");
/** Share of respondents who answer 1 … 5, where a store is good and where it is not. */
const likes = { good: [0.04, 0.08, 0.22, 0.4, 0.26], poor: [0.08, 0.14, 0.3, 0.32, 0.16] };
const blankShare = 1 / 50;
const commentShare = 1 / 12;
const rowsInPart = 5000;

/** Writes the invented export: the same rows for the same number of rows. */
export async function writeExport(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(parts(lines(rows))), createWriteStream(path));
}

/** The lines of the invented export, the header first, without their ends. */
export function* lines(rows: number): Generator<string> {
  const random = seededRandom(7);
  yield columns.join(",");
  for (let at = 0; at < rows; at++) yield respondent(at, rows, random);
}

/** Lines with their ends, many in a piece. */
export function* parts(given: Iterable<string>): Generator<string> {
  let [part, held] = ["", 0];
  for (const line of given) {
    part += `${line}\r\n`;
    held += 1;
    if (held < rowsInPart) continue;
    yield part;
    [part, held] = ["", 0];
  }
  if (held > 0) yield part;
}

function respondent(at: number, rows: number, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = (list: readonly string[]) => list[below(list.length)] ?? "";
  const quarter = Math.floor((at * waves.length) / rows);
  const month = pad((quarter % 4) * 3 + 1 + below(3), 2);
  const answers = answersAt(below(stores), random);
  return [
    `R${pad(at, 8)}`,
    `${2023 + Math.floor(quarter / 4)}-${month}-${pad(1 + below(28), 2)}`,
    waves[quarter],
    ...answers.place,
    pick(channels),
    pick(products),
    pick(genders),
    pick(ages),
    ...answers.ratings,
    random() < commentShare ? `"${pick(words)}, ${pick(words)}"` : "",
  ].join(",");
}

/** Where a store stands and how one of its customers rates it: items, overall, likelihood to recommend. */
function answersAt(store: number, random: () => number) {
  const city = Math.floor(store / 10);
  const province = Math.floor((city * 31) / 300);
  const region = regions[Math.floor((province * 7) / 31)];
  const like = (store * 7919) % 10 < 7 ? likes.good : likes.poor;
  const ratings = items.map(() => (random() < blankShare ? undefined : rating(like, random())));
  const given = ratings.filter((value) => value !== undefined);
  const mean = given.reduce((sum, value) => sum + value, 0) / Math.max(1, given.length);
  const onTen = (shift: number, spread: number) =>
    Math.max(0, Math.min(10, Math.round(mean * 2 + shift + spread * normal(random))));
  return {
    place: [region, `P${pad(province, 2)}`, `C${pad(city, 3)}`, `S${pad(store, 4)}`],
    ratings: [...ratings.map((value) => value ?? ""), onTen(0, 1.2), onTen(0.3, 1.8)],
  };
}

function rating(shares: readonly number[], uniform: number): number {
  let rest = uniform;
  for (const [at, share] of shares.entries()) {
    rest -= share;
    if (rest < 0) return at + 1;
  }
  return shares.length;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
