import type { Firm, Industry } from "./firms.ts";
import type { Item } from "./items.ts";

/** Story "numbers by phone": telecom halls hand out numbers by phone from 2024 on, and waits get shorter. In grades. */
export function waitingShift(industry: Industry, item: Item, wave: string): number {
  return item === "q3" && bookedByPhone(industry, wave) ? 0.62 : 0;
}

/** The same story in minutes. */
export function usualMinutes(industry: Industry, wave: string): number {
  const usual = { bank: 16, telecom: 19, government: 21 }[industry];
  return bookedByPhone(industry, wave) ? usual - 8 : usual;
}

function bookedByPhone(industry: Industry, wave: string): boolean {
  return industry === "telecom" && wave >= "2024";
}

/**
 * Story "satisfied, but not very": opinions about government halls are lower and closer together than elsewhere, so
 * that next to nobody is dissatisfied and few are very satisfied. Level and spread, in grades and against the others.
 */
export const opinion: Readonly<Record<Industry, { readonly level: number; readonly spread: number }>> = {
  bank: { level: 0, spread: 1 },
  telecom: { level: -0.05, spread: 1 },
  government: { level: -0.3, spread: 0.55 },
};

/** Story "few came back": of the best bank's cards of 2024 little more than a third. Share returned. */
export function returnedShare({ code }: Firm, wave: string): number {
  return code === "B04" && wave === "2024" ? 0.38 : 0.72;
}

/** Story "too few answers": one telecom hall hands out too few cards in 2024. Cards returned, against those required. */
export function answersAgainstRequired({ code }: Firm, wave: string): number {
  return code === "T04" && wave === "2024" ? 0.64 : 1.18;
}
