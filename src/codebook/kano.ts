import type { Text } from "../survey/text.ts";
import type { CodebookQuestion, CodebookText } from "./schema.ts";

type Kano = Extract<CodebookQuestion, { type: "kano" }>;
type Single = Extract<CodebookQuestion, { type: "single" }>;

/** The five answers to both questions about a feature, in Kano's order (Kano et al. 1984). */
export const kanoAnswers: readonly Text[] = [
  { en: "I like it", zh: "我很喜欢" },
  { en: "I expect it", zh: "理应如此" },
  { en: "I don't mind", zh: "无所谓" },
  { en: "I can live with it", zh: "勉强接受" },
  { en: "I dislike it", zh: "我很不喜欢" },
];

const legs = {
  functional: { en: "with it", zh: "具备时" },
  dysfunctional: { en: "without it", zh: "不具备时" },
} as const;

/** Ids of the two questions that a Kano question is read as. */
export function legIds(id: string): { readonly functional: string; readonly dysfunctional: string } {
  return { functional: `${id}_functional`, dysfunctional: `${id}_dysfunctional` };
}

/**
 * A Kano question as two single choices: how people feel if the feature is there, and if it is not. Each is a question
 * of its own in the report; M16 takes them together.
 */
export function kanoLegs(written: Kano): readonly Single[] {
  const { functional, dysfunctional, codes, type: _, id, text, short, labels, ...shared } = written;
  const ids = legIds(id);
  const leg = (kind: keyof typeof legs, column: Single["column"]): Single => ({
    ...shared,
    type: "single",
    id: ids[kind],
    column,
    text: withLeg(text ?? short ?? id, kind),
    short: withLeg(short ?? text ?? id, kind),
    labels: labels ?? Object.fromEntries(codes.map((code, at) => [String(code), kanoAnswers[at] ?? ""])),
  });
  return [leg("functional", functional), leg("dysfunctional", dysfunctional)];
}

function withLeg(text: CodebookText, kind: keyof typeof legs): CodebookText {
  const { en, zh } = typeof text === "string" ? { en: text, zh: text } : text;
  return { en: `${en ?? zh ?? ""} (${legs[kind].en})`, zh: `${zh ?? en ?? ""}（${legs[kind].zh}）` };
}
