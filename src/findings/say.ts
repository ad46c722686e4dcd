import type { Language, Text } from "../survey/text.ts";
import { formatChange, formatChangeRange, formatNumber, formatRange, formatValue } from "../words/numbers.ts";
import type { Words } from "../words/words.ts";
import type { FindingFigure, NamedBranch } from "./finding.ts";

/** Words and language of a page. */
export interface Speaking {
  readonly words: Words;
  readonly language: Language;
}

/** Branches that a sentence names behind its claim. */
export interface Naming {
  /** What they are, where there are two such lists; else empty. */
  readonly lead: string;
  readonly branches: readonly NamedBranch[];
  /** How many are not named, in words; empty where all are. */
  readonly more: string;
}

export interface Said {
  readonly claim: string;
  readonly rest?: readonly string[];
  readonly named?: readonly Naming[];
}

/** True of problems per 100 (M11), which are counted in nothing further and of which fewer are better. */
export function isOfProblems({ unit }: Pick<FindingFigure, "unit">): boolean {
  return unit === "per100";
}

/** How the sizes of one figure are written. */
export interface Say extends Speaking {
  readonly figure: FindingFigure;
  readonly name: string;
  readonly text: (text: Text) => string;
  readonly number: (value: number) => string;
  readonly value: (value: number) => string;
  /** A size without a sign, with what it is counted in. */
  readonly size: (value: number) => string;
  /** The same without what it is counted in. */
  readonly plain: (value: number) => string;
  /** The same with its sign. */
  readonly signed: (value: number) => string;
  readonly interval: (one: { readonly low: number; readonly high: number }) => string;
  readonly between: (one: { readonly low: number; readonly high: number }) => string;
}

/**
 * The unit in which a change of a quantity is written: with as many decimals as the value that it led to. Other units
 * have decimals of their own.
 */
export function unitBeside(unit: string, isQuantity: boolean, value: number | undefined): string {
  if (!isQuantity || value === undefined || unit === "proportion" || Math.abs(value) < 0.1) return unit;
  return Math.abs(value) >= 100 ? "index100" : "scale";
}

/** @param beside the value that the sizes of a sentence stand beside */
export function sayOf(figure: FindingFigure, speaking: Speaking, beside?: number): Say {
  const { words, language } = speaking;
  const unit = unitBeside(figure.unit, figure.measured.en !== "", beside);
  const said = words.findings;
  const measured = figure.measured[language];
  const counted = (text: string) => {
    if (measured !== "") return words.withUnit(text, measured);
    if (isOfProblems(figure)) return text;
    return unit === "proportion" ? said.percentagePoints(text) : said.points(text);
  };
  const signed = (value: number) => formatChange(value, unit, language);
  const plain = (value: number) => signed(Math.abs(value)).replace("+", "");
  return {
    ...speaking,
    figure,
    name: figure.rated ? said.scoreFor(figure.name[language]) : figure.name[language],
    text: (text) => text[language],
    number: (value) => formatNumber(value, language),
    value: (value) => words.withUnit(formatValue(value, unit, language), measured),
    size: (value) => counted(plain(value)),
    plain,
    signed: (value) => counted(signed(value)),
    interval: ({ low, high }) => said.interval(formatRange(low, high, unit, language)),
    between: ({ low, high }) => said.interval(formatChangeRange(low, high, unit, language)),
  };
}

export const wayOf = (change: number) => (change > 0 ? "rise" : "fall");
