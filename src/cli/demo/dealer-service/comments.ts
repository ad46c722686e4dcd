import type { PhraseBook, Phrases } from "./comment-phrases.ts";
import { english } from "./comment-phrases-en.ts";
import { chinese } from "./comment-phrases-zh.ts";
import { grade, pickEvenly } from "./draws.ts";
import type { Experience } from "./experience.ts";
import { type Factor, factors } from "./items.ts";
import type { Respondent } from "./respondents.ts";
import { factorLevel } from "./stories.ts";

type Random = () => number;

/** How a language puts sentences together. */
interface Manner {
  readonly book: PhraseBook;
  readonly names: Phrases;
  readonly but: string;
  readonly stop: string;
  readonly between: string;
}

const manners: Readonly<Record<Respondent["language"], Manner>> = {
  zh: { book: chinese, names: ["李", "王", "陈", "周", "赵", "林"], but: "，不过", stop: "。", between: "" },
  en: {
    book: english,
    names: ["Li", "Wang", "Chen", "Zhou", "Zhao", "Lin"],
    but: ", but ",
    stop: ".",
    between: " ",
  },
};

/** Draws what a respondent writes, if anything: about one in eight does. May hold commas, quotes and a line break. */
export function comment(lived: Experience, person: Respondent, random: Random): string {
  if (random() >= 0.12) return "";
  const manner = manners[person.language];
  const felt = feeling(lived.overall);
  if (random() < 0.2) return pickEvenly(manner.book.short[felt], random);
  const sentences = [mainSentence(lived, felt, { manner, random }), ...closing(felt, { manner, random })];
  const broken = sentences.length > 1 && random() < 0.15;
  return sentences.map((sentence) => capital(sentence) + manner.stop).join(broken ? "\n" : manner.between);
}

type Feeling = "pleased" | "neutral" | "cross";

function feeling(overall: number): Feeling {
  const given = grade(overall, [1, 10]);
  if (given >= 9) return "pleased";
  return given <= 6 ? "cross" : "neutral";
}

interface Telling {
  readonly manner: Manner;
  readonly random: Random;
}

function mainSentence(lived: Experience, felt: Feeling, { manner, random }: Telling): string {
  const ranked = factors.toSorted((a, b) => standing(lived, a) - standing(lived, b));
  const worst = ranked[0] ?? "service_quality";
  const best = ranked.at(-1) ?? "advisor";
  const praise = fill(pickEvenly(manner.book.praise[best], random), { manner, random });
  const complaint = fill(pickEvenly(manner.book.complaint[worst], random), { manner, random });
  if (felt === "pleased") return praise;
  return felt === "cross" ? complaint : praise + manner.but + complaint;
}

/** A factor against its usual level: people write about what was unlike the rest, not about what is always low. */
function standing(lived: Experience, factor: Factor): number {
  return lived.byFactor[factor] - factorLevel[factor];
}

function closing(felt: Feeling, { manner, random }: Telling): readonly string[] {
  const close = felt !== "neutral" && random() < 0.45 ? [pickEvenly(manner.book.close[felt], random)] : [];
  const contact = felt !== "pleased" && random() < 0.06 ? [pickEvenly(manner.book.contact, random)] : [];
  return [...close, ...contact];
}

function fill(phrase: string, { manner, random }: Telling): string {
  const minutes = 20 + 5 * Math.floor(15 * random());
  return phrase.replace("{minutes}", String(minutes)).replace("{name}", pickEvenly(manner.names, random));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
