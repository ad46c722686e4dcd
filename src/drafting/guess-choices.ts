import { isNone } from "./answer-words.ts";
import { wholeCodes } from "./code-scale.ts";
import { type Field, frequent } from "./field.ts";
import { type Group, isOff } from "./groups.ts";
import type { DraftLabel, Guess } from "./guess.ts";
import { examples, sift } from "./guess-codes.ts";
import { distinctCodes, isNobodys, isOther, labelOf, leastGiven, otherCode } from "./guess-words.ts";
import { slug } from "./ids.ts";
import type { DraftWords } from "./words.ts";

const mostMentions = 60;
/** Of coded comments, whose codes nobody can guess. */
const mostComments = 20;

/** A column a choice. */
export function guessChoices(group: Group, say: DraftWords): Guess {
  const labels = choiceLabels(group.fields, say);
  // What was typed is a tick, whatever it says.
  const ticks = group.fields.filter(({ typed }) => !typed);
  const typed = group.fields.find((field) => field.typed);
  const off = new Set(ticks.flatMap(({ profile }) => [...profile.values.keys()].filter(isOff)));
  const unusual = [...off].filter((value) => !/^(0|no|false|否|不选|未选)$/i.test(value));
  const plain = group.fields.every(({ part }) => part === undefined);
  const blankIsNo = plain && off.size === 0;
  const none = labels.find(({ text }) => isNone(text))?.code;
  return {
    answers: {
      type: "multi",
      form: { kind: "choices", ...(unusual.length > 0 ? { notMentioned: unusual } : {}) },
      labels,
      ...(none === undefined ? {} : { none }),
      ...(blankIsNo ? { base: "asked" as const } : {}),
    },
    missing: [],
    reason: say.choiceColumns(group.fields.length, examples(group.fields[0] as Field, 2)),
    doubts: [
      ...(unusual.length > 0 ? [say.notTicked(unusual)] : []),
      blankIsNo ? say.blankIsNo : say.baseOfChoices,
      ...(plain || /^第\d+题$/.test(group.fields[0]?.text ?? "") ? [say.whatWasAsked] : []),
      ...(none === undefined ? [] : [say.noneChoice(none)]),
      ...(typed ? [say.typedAsOther(typed.name)] : []),
    ],
  };
}

function choiceLabels(fields: readonly Field[], say: DraftWords): readonly DraftLabel[] {
  const labels = fields.map(({ part, name, typed }, at) => {
    const text = part ?? name.replace(/#\d+$/, "");
    if (typed) return { code: "other", text: /^other$/i.test(text) ? say.other : text };
    return { code: isOther(text) ? "other" : slug(text) || `choice-${at + 1}`, text };
  });
  return distinctCodes(labels);
}

/** A column a mention, each with the code or the words of a choice; the number of codes where they are too many. */
export function guessMentions({ fields }: Group, say: DraftWords): Guess | { readonly tooMany: number } {
  const sifted = fields.map(({ profile }) => sift(profile.values));
  const counts = new Map<string, number>();
  for (const { rest } of sifted)
    for (const [value, count] of rest) counts.set(value, (counts.get(value) ?? 0) + count);
  const coded = wholeCodes(counts);
  const gone = coded ? [...coded.keys()].filter((code) => code <= 0 || code >= 900) : [];
  const codes = coded && [...coded.keys()].filter((code) => !gone.includes(code)).toSorted((a, b) => a - b);
  const least = leastGiven(Math.max(...fields.map(({ profile }) => profile.answered)));
  const words = frequent(counts).filter(([value, count]) => count >= least || isNobodys(value));
  const rare = codes ? 0 : counts.size - words.length;
  const values = codes?.map(String) ?? words.map(([value]) => value);
  const most = /com(ment)?s?\d*$/i.test(fields[0]?.name ?? "") ? mostComments : mostMentions;
  if (values.length === 0 || values.length > most) return { tooMany: counts.size };
  const labels = distinctCodes(values.map(labelOf));
  const other = rare > 0 ? otherCode(labels) : undefined;
  const written =
    other === undefined || labels.some(({ code }) => code === other)
      ? labels
      : [...labels, { code: other, text: say.other }];
  return {
    answers: {
      type: "multi",
      form: { kind: "mentions" },
      labels: written,
      ...(other === undefined ? {} : { other }),
    },
    missing: [...new Set([...sifted.flatMap(({ missing }) => missing), ...gone.map(String)])],
    reason: say.mentions(fields.length, values.length),
    doubts: [
      ...(rare > 0 ? [say.rareToOther(rare)] : []),
      ...(coded ? [say.nameCodes] : []),
      ...(gone.length > 0 ? [say.codesAsMissing(gone)] : []),
    ],
  };
}
