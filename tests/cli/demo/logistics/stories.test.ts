import { describe, expect, test } from "vitest";
import {
  distinct,
  everyone,
  grades,
  isOf,
  margin,
  mean,
  meanOf,
  type Row,
  rowsOf,
  waveIds,
} from "./answers.ts";

const transit = ["Q5", "Q6"];
const items = Array.from({ length: 15 }, (_, at) => `Q${at + 2}`);
const otherItems = items.filter((item) => item !== "Q7");

describe("the stories", () => {
  test("transit falls by about half a grade in one region in 2024-H1, and nowhere else; half is back in 2024-H2", () => {
    for (const region of distinct(everyone, "大区编码")) {
      const [before, during, after] = waveIds
        .slice(1)
        .map((wave) => levelOf(transit, wave, { 大区编码: region }));
      const fall = (during ?? 0) - (before ?? 0);
      if (region !== "HZ") {
        expect(Math.abs(fall), region).toBeLessThan(0.15);
        continue;
      }
      expect(fall).toBeGreaterThan(-0.7);
      expect(fall).toBeLessThan(-0.45);
      expect(Math.abs((after ?? 0) - (during ?? 0) + fall / 2)).toBeLessThan(0.1);
    }
  });

  test("of that region's items only those of transit fell, and its freight took more than a day longer", () => {
    const central = { 大区编码: "HZ" };
    for (const item of otherItems.filter((each) => !transit.includes(each)))
      expect(Math.abs(change(item, "2024-H1", central)), item).toBeLessThan(0.2);
    const days = (wave: string) =>
      mean(rowsOf(wave, central).flatMap((row) => (row.Q29 ? [Number(row.Q29)] : [])));
    expect(days("2024-H1") - days("2023-H2")).toBeGreaterThan(1.1);
    expect(days("2024-H1") - days("2023-H2")).toBeLessThan(1.7);
    expect(days("2024-H2") - days("2023-H2")).toBeGreaterThan(0.4);
    expect(days("2024-H2")).toBeLessThan(days("2024-H1") - 0.4);
  });

  test("claims are settled sooner from 2024-H2 on, for no more money, and only those who claimed notice", () => {
    expect(change("Q18", "2024-H2")).toBeGreaterThan(0.65);
    expect(change("Q18", "2024-H2")).toBeLessThan(1.05);
    for (const wave of waveIds.slice(1, 3)) expect(Math.abs(change("Q18", wave)), wave).toBeLessThan(0.2);
    expect(Math.abs(change("Q19", "2024-H2"))).toBeLessThan(0.2);
    expect(change("Q1", "2024-H2", { Q17: "1" })).toBeGreaterThan(0.2);
    expect(Math.abs(change("Q1", "2024-H2", { Q17: "2" }))).toBeLessThan(0.06);
    for (const wave of waveIds) {
      const claims = rowsOf(wave, { Q17: "1" });
      expect(claims.length / rowsOf(wave).length).toBeCloseTo(0.145, 1);
      expect(meanOf(claims, "Q1")).toBeLessThan(meanOf(rowsOf(wave, { Q17: "2" }), "Q1") - 0.5);
    }
  });

  test("the reworded item jumps by about a third of a grade in 2024-H1, and no other item does", () => {
    const elsewhere = (wave: string) => rowsOf(wave).filter((row) => row.大区编码 !== "HZ");
    const jump = (item: string) => meanOf(elsewhere("2024-H1"), item) - meanOf(elsewhere("2023-H2"), item);
    expect(jump("Q7")).toBeGreaterThan(0.3);
    expect(jump("Q7")).toBeLessThan(0.5);
    for (const item of otherItems) expect(Math.abs(jump(item)), item).toBeLessThan(0.09);
  });

  test("online sellers demand more punctuality in 2024-H2 and find as much of it: the gap widens, the item stands", () => {
    const sellers = { 客户类型: "ECOM" };
    expect(change("Q25", "2024-H2", sellers)).toBeGreaterThan(0.4);
    expect(change("Q25", "2024-H2", sellers)).toBeLessThan(0.65);
    expect(Math.abs(change("Q5", "2024-H2", sellers))).toBeLessThan(0.12);
    for (const type of ["ENT", "IND"])
      expect(Math.abs(change("Q25", "2024-H2", { 客户类型: type })), type).toBeLessThan(0.12);
    for (const question of ["Q24", "Q26", "Q27", "Q28"])
      expect(Math.abs(change(question, "2024-H2", sellers)), question).toBeLessThan(0.12);
  });

  test("transparent charges have the widest gap in every wave", () => {
    const pairs = { Q34: "Q4", Q24: "Q3", Q25: "Q5", Q26: "Q8", Q27: "Q13", Q28: "Q15" };
    for (const wave of waveIds) {
      const gaps = Object.entries(pairs).map(([expected, found]) => pairedGap(wave, expected, found));
      expect(gaps.at(-1), wave).toBe(Math.min(...gaps));
      expect(gaps.at(-1), wave).toBeLessThan(-0.7);
    }
  });

  test("the pick-up staff give more than is asked for, their punctuality as much, all else less", () => {
    for (const wave of waveIds) {
      expect(pairedGap(wave, "Q34", "Q4"), wave).toBeGreaterThan(0.45);
      expect(Math.abs(pairedGap(wave, "Q24", "Q3")), wave).toBeLessThan(0.08);
      for (const [expected, found] of [
        ["Q25", "Q5"],
        ["Q26", "Q8"],
        ["Q27", "Q13"],
      ] as const)
        expect(pairedGap(wave, expected, found), `${wave} ${expected}`).toBeLessThan(-0.12);
    }
  });

  test("who scores higher stays more surely, and recommends more", () => {
    for (const wave of waveIds) {
      const low = loyalty(wave, 0, 65);
      const middle = loyalty(wave, 65, 80);
      const high = loyalty(wave, 80, 101);
      for (const { people } of [low, middle, high]) expect(people, wave).toBeGreaterThan(400);
      expect(low.stay, wave).toBeLessThan(0.16);
      expect(Math.abs(middle.stay - 0.39), wave).toBeLessThan(0.04);
      expect(high.stay, wave).toBeGreaterThan(0.66);
      expect(low.recommend, wave).toBeLessThan(0.07);
      expect(Math.abs(middle.recommend - 0.18), wave).toBeLessThan(0.04);
      expect(high.recommend, wave).toBeGreaterThan(0.42);
    }
  });

  test("three small offices are weak: a wave mixes them with unlucky ones, four together single them out", () => {
    const weak = ["HRB03", "KHN02", "TYN02"];
    const found = waveIds.map((wave) => lowest(rowsOf(wave), 3).toSorted());
    expect(found.filter((offices) => offices.join() === weak.join()).length).toBeLessThan(2);
    expect(lowest(everyone, 3).toSorted()).toEqual(weak);
    const usual = meanOf(everyone, "Q1");
    for (const office of [...weak, "SJW03", "NNG03", "XIY04"]) {
      for (const wave of waveIds)
        expect(rowsOf(wave, { 营业部编码: office }).length, office).toBeLessThan(15);
      const given = grades(
        everyone.filter((row) => row.营业部编码 === office),
        "Q1",
      );
      expect(mean(given) < usual - 0.28, office).toBe(weak.includes(office));
      if (weak.includes(office)) expect(mean(given) + margin(given), office).toBeLessThan(usual);
    }
  });

  test("the temperature record is a must for cold chain and indifferent to all others", () => {
    const since2024 = waveIds.slice(2).flatMap((wave) => rowsOf(wave));
    const cold = since2024.filter((row) => isOf(row, { 服务产品: "COLD" }));
    const others = since2024.filter((row) => row.服务产品 !== "COLD");
    expect(categories(cold, "K4")[0]).toMatchObject(["M", expect.closeTo(0.54, 1)]);
    expect(categories(others, "K4")[0]).toMatchObject(["I", expect.closeTo(0.67, 1)]);
    // All together it looks like something that nobody needs.
    expect(categories(since2024, "K4")[0]?.[0]).toBe("I");
    const most = ["K1", "K2", "K3", "K5"].map((feature) => [
      categories(cold, feature)[0]?.[0],
      categories(others, feature)[0]?.[0],
    ]);
    expect(most).toEqual([
      ["O", "O"],
      ["M", "M"],
      ["A", "A"],
      ["R", "R"],
    ]);
  });

  test("apart from the stories, nothing moves between waves by more than chance", () => {
    const quiet = [...otherItems, "Q21", "Q22", "Q24", "Q26", "Q27", "Q28"];
    const elsewhere = (wave: string) => rowsOf(wave).filter((row) => row.大区编码 !== "HZ");
    for (const [at, wave] of waveIds.entries()) {
      if (at === 0) continue;
      for (const question of quiet) {
        const [now, before] = [wave, waveIds[at - 1] ?? ""].map((id) => grades(elsewhere(id), question));
        const limit = 1.6 * Math.hypot(margin(now ?? []), margin(before ?? []));
        expect(Math.abs(mean(now ?? []) - mean(before ?? [])), `${wave} ${question}`).toBeLessThan(limit);
      }
    }
  });
});

/** Change of a question's mean on the wave before. */
function change(question: string, wave: string, slice: Row = {}): number {
  const before = waveIds[waveIds.indexOf(wave) - 1] ?? "";
  return meanOf(rowsOf(wave, slice), question) - meanOf(rowsOf(before, slice), question);
}

function levelOf(questions: readonly string[], wave: string, slice: Row): number {
  return mean(questions.map((question) => meanOf(rowsOf(wave, slice), question)));
}

/** The offices with the lowest overall satisfaction. */
function lowest(rows: readonly Row[], count: number): readonly string[] {
  return [...Map.groupBy(rows, (row) => row.营业部编码 ?? "")]
    .map(([office, members]) => ({ office, level: meanOf(members, "Q1") }))
    .toSorted((a, b) => a.level - b.level)
    .slice(0, count)
    .map(({ office }) => office);
}

/** Mean of found − expected over those who answered both. */
function pairedGap(wave: string, expected: string, found: string): number {
  const gaps = rowsOf(wave).flatMap((row) => {
    const both = [grades([row], found)[0], grades([row], expected)[0]];
    return both[0] === undefined || both[1] === undefined ? [] : [both[0] - both[1]];
  });
  return mean(gaps);
}

/** Of those whose own index lies in a band: who would certainly stay, and who recommends with 9 or 10. */
function loyalty(wave: string, from: number, until: number) {
  const inBand = rowsOf(wave).filter((row) => {
    const given = items.flatMap((item) => grades([row], item));
    const own = 25 * (mean(given) - 1);
    return 2 * given.length >= items.length && own >= from && own < until;
  });
  const share = (question: string, answer: RegExp, sure: readonly string[]) => {
    const given = inBand.flatMap((row) => (answer.test(row[question] ?? "") ? [row[question] ?? ""] : []));
    return given.filter((cell) => sure.includes(cell)).length / given.length;
  };
  return {
    people: inBand.length,
    stay: share("Q31", /^([1-4]|(一定|可能)不?会)$/, ["1", "一定会"]),
    recommend: share("Q30", /^(\d|10)$/, ["9", "10"]),
  };
}

/** Kano's table: a row for each answer to "if it is there", a letter for each answer to "if it is not". */
const kanoTable = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"];

/** Categories with their share of the people, the most frequent first; questionable ones left out. */
function categories(rows: readonly Row[], feature: string): readonly (readonly [string, number])[] {
  const found = rows.flatMap((row) => {
    const [functional] = grades([row], `${feature}+`);
    const [dysfunctional] = grades([row], `${feature}-`);
    const category = kanoTable[(functional ?? 0) - 1]?.[(dysfunctional ?? 0) - 1] ?? "Q";
    return category === "Q" ? [] : [category];
  });
  const counts = [...Map.groupBy(found, (category) => category)];
  return counts
    .map(([category, people]) => [category, people.length / found.length] as const)
    .toSorted((a, b) => b[1] - a[1]);
}
