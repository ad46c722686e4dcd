import { normal } from "../../../stats/random.ts";
import { grade, pick } from "../draws.ts";
import type { Firm } from "./firms.ts";
import { gradeWords, type Item, items, notJudged } from "./items.ts";
import { opinion, usualMinutes, waitingShift } from "./stories.ts";
import type { Wave } from "./waves.ts";

type Random = () => number;

/** Level of the average item of the average hall, in grades of 1–5. */
const usual = 4.12;

/** Spread of a customer's mood, of each item around it, and of what the overall grade adds of its own. */
const spread = { mood: 0.55, item: 0.66, overall: 0.4 };

/** The graded cells of a card: eight items and the overall grade. */
export function gradedCells({ industry, level }: Firm, wave: Wave, random: Random) {
  const { level: lower, spread: width } = opinion[industry];
  const mood = usual + level + lower + width * spread.mood * normal(random);
  const graded = Object.entries(items).map(([id, item]) => {
    const felt =
      mood + item.level + waitingShift(industry, id as Item, wave.id) + width * spread.item * normal(random);
    return [id, cardCell(felt, id === "q8" ? 0.07 : 0.012, random)] as const;
  });
  const overall = cardCell(mood + width * spread.overall * normal(random), 0.004, random);
  return { mood, cells: { ...(Object.fromEntries(graded) as Readonly<Record<Item, string>>), overall } };
}

/**
 * What those who fill in the card by phone are asked besides: how easy it was, 1–7, and whether they would recommend the
 * hall, 1–10. Both follow the mood of the card.
 */
export function phoneCells(channel: string, mood: number, random: Random) {
  const [ease, liking] = [normal(random), normal(random)];
  if (channel !== byPhone) return { effort: "", recommend: "" };
  return {
    effort: String(grade(1.45 * mood - 0.6 + 0.9 * ease, [1, 7])),
    recommend: String(grade(2 * mood - 0.5 + 1.2 * liking, [1, 10])),
  };
}

/** A grade in words; now and then left open on purpose, or blank. */
function cardCell(felt: number, open: number, random: Random): string {
  const luck = random();
  if (luck < open) return notJudged;
  if (luck < open + 0.012) return "";
  return gradeWords[grade(felt, [1, 5]) - 1] ?? "";
}

const byPhone = "扫码填写";

const channels = [
  ["纸质卡片", 0.72],
  [byPhone, 0.28],
] as const;

const purposes = [
  ["个人业务", 0.78],
  ["单位业务", 0.22],
] as const;

const ages = [
  ["18-34", 0.31],
  ["35-49", 0.33],
  ["50-64", 0.22],
  ["65+", 0.1],
  ["", 0.04],
] as const;

/** Who filled in the card; drawn without regard to any grade. */
export function customerCells(random: Random) {
  return { channel: pick(channels, random), purpose: pick(purposes, random), age: pick(ages, random) };
}

/** Minutes waited, as people remember them: skewed, whole, now and then not told. */
export function minutesCell({ industry }: Firm, wave: Wave, random: Random): string {
  const minutes = usualMinutes(industry, wave.id) * Math.exp(0.5 * normal(random) - 0.125);
  return random() < 0.06 ? "" : String(Math.max(1, Math.min(120, Math.round(minutes))));
}
