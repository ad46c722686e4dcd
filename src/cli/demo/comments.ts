import { pickEvenly } from "./draws.ts";

type Random = () => number;
export type Phrases = readonly [string, ...string[]];
export type Feeling = "pleased" | "neutral" | "cross";

/** What customers say, by factor. `{slots}` are filled in. */
export interface PhraseBook<Factor extends string> {
  readonly praise: Readonly<Record<Factor, Phrases>>;
  readonly complaint: Readonly<Record<Factor, Phrases>>;
  readonly short: Readonly<Record<Feeling, Phrases>>;
  readonly close: { readonly pleased: Phrases; readonly cross: Phrases };
  readonly contact: Phrases;
}

/** How a language puts sentences together. */
export interface Manner<Factor extends string> {
  readonly book: PhraseBook<Factor>;
  /** Slot → what stands in its place. */
  readonly slots: Readonly<Record<string, (random: Random) => string>>;
  readonly but: string;
  readonly stop: string;
  readonly between: string;
}

/** What a respondent has to tell. */
export interface Tale<Factor extends string> {
  readonly felt: Feeling;
  /** The factor that was better than usual by most. */
  readonly best: Factor;
  readonly worst: Factor;
}

/** Draws what a respondent writes, if anything: about one in eight does. May hold commas, quotes and a line break. */
export function comment<Factor extends string>(
  tale: Tale<Factor>,
  manner: Manner<Factor>,
  random: Random,
): string {
  if (random() >= 0.12) return "";
  if (random() < 0.2) return pickEvenly(manner.book.short[tale.felt], random);
  const sentences = [mainSentence(tale, manner, random), ...closing(tale.felt, manner, random)];
  const broken = sentences.length > 1 && random() < 0.15;
  return sentences.map((sentence) => capital(sentence) + manner.stop).join(broken ? "\n" : manner.between);
}

function mainSentence<Factor extends string>(
  { felt, best, worst }: Tale<Factor>,
  { book, slots, but }: Manner<Factor>,
  random: Random,
): string {
  const praise = filled(pickEvenly(book.praise[best], random), slots, random);
  const complaint = filled(pickEvenly(book.complaint[worst], random), slots, random);
  if (felt === "pleased") return praise;
  return felt === "cross" ? complaint : praise + but + complaint;
}

function closing<Factor extends string>(
  felt: Feeling,
  { book }: Manner<Factor>,
  random: Random,
): readonly string[] {
  const close = felt !== "neutral" && random() < 0.45 ? [pickEvenly(book.close[felt], random)] : [];
  const contact = felt !== "pleased" && random() < 0.06 ? [pickEvenly(book.contact, random)] : [];
  return [...close, ...contact];
}

function filled(phrase: string, slots: Manner<string>["slots"], random: Random): string {
  return Object.entries(slots).reduce(
    (text, [slot, draw]) => text.replace(`{${slot}}`, draw(random)),
    phrase,
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
