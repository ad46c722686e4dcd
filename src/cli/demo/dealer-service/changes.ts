import { type Region, regions } from "./geography.ts";
import type { Dealer } from "./network.ts";
import { quarterDays, type Wave, waves } from "./waves.ts";

/** What happens to the network in the two years: one change of each kind, to dealers of no story. Waves are the first after it. */
export const changes = {
  opened: { dealer: "wuhan-07", wave: "2023-Q3" },
  closed: { dealer: "shenyang-06", wave: "2024-Q3" },
  merged: { dealer: "guangzhou-08", into: "guangzhou-05", wave: "2024-Q3" },
  moved: { dealer: "langfang-03", province: "beijing", city: "beijing", wave: "2024-Q1" },
  renamed: { dealer: "qingdao-04", wave: "2024-Q2", formerly: { en: "Qingdao Haibin", zh: "青岛海滨店" } },
} as const;

/** Whether a dealer serves customers in a wave; one that was merged does, under another code. */
export function isOpen({ code }: Dealer, { id }: Wave): boolean {
  const { opened, closed } = changes;
  return !(code === opened.dealer && id < opened.wave) && !(code === closed.dealer && id >= closed.wave);
}

/** A dealer's code and place as a wave's export has them. */
export function placeIn(
  { code, province, city }: Dealer,
  { id }: Wave,
): Pick<Dealer, "province" | "city"> & { readonly dealer: string } {
  const { merged, moved } = changes;
  const place = code === moved.dealer && id >= moved.wave ? moved : { province, city };
  const dealer = code === merged.dealer && id >= merged.wave ? merged.into : code;
  return { province: place.province, city: place.city, dealer };
}

/** The columns of branches.csv, in order. */
export const branchColumns = [
  "branch",
  "level",
  "parent",
  "name",
  "name_zh",
  "from",
  "until",
  "into",
] as const;

type BranchRow = Readonly<Record<(typeof branchColumns)[number], string>>;

/** The network through time: provinces, cities and dealers below the regions, a row for each state. */
export function branchRows(dealers: readonly Dealer[]): readonly BranchRow[] {
  const provinces = regions.flatMap((region) => region.provinces.map((province) => ({ region, province })));
  return [
    ...provinces.map(({ region, province }) => provinceRow(region, province)),
    ...provinces.flatMap(({ province }) =>
      province.cities.map(([branch, name, zh]) =>
        row({ branch, level: "city", parent: province.code }, name, zh),
      ),
    ),
    ...dealers.flatMap(dealerRows),
  ];
}

function provinceRow(region: Region, { code, en, zh }: Region["provinces"][number]): BranchRow {
  return row({ branch: code, level: "province", parent: region.code }, en, zh);
}

function dealerRows(dealer: Dealer): readonly BranchRow[] {
  const { opened, closed, merged, moved, renamed } = changes;
  const state = (what: Partial<BranchRow> = {}, { en, zh }: Pick<Dealer, "en" | "zh"> = dealer) =>
    row({ branch: dealer.code, level: "dealer", parent: dealer.city, ...what }, en, zh);
  switch (dealer.code) {
    case opened.dealer:
      return [state({ from: firstDay(opened.wave) })];
    case closed.dealer:
      return [state({ until: dayBefore(closed.wave) })];
    case merged.dealer:
      return [state({ until: dayBefore(merged.wave), into: merged.into })];
    case moved.dealer:
      return [
        state({ until: dayBefore(moved.wave) }),
        state({ parent: moved.city, from: firstDay(moved.wave) }),
      ];
    case renamed.dealer:
      return [
        state({ until: dayBefore(renamed.wave) }, renamed.formerly),
        state({ from: firstDay(renamed.wave) }),
      ];
    default:
      return [state()];
  }
}

function row(
  what: Partial<BranchRow> & Pick<BranchRow, "branch" | "level" | "parent">,
  name: string,
  zh: string,
): BranchRow {
  return { from: "", until: "", into: "", name, name_zh: zh, ...what };
}

function firstDay(id: string, days = 0): string {
  const wave = waves.find((candidate) => candidate.id === id);
  if (!wave) throw new Error(`there is no wave "${id}"`);
  return new Date(quarterDays(wave).first + days * 86_400_000).toISOString().slice(0, 10);
}

function dayBefore(id: string): string {
  return firstDay(id, -1);
}
