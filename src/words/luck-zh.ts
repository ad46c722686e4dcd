import type { luckEnglish } from "./luck-en.ts";
import { spaced } from "./spacing.ts";

/** 得分与运气的用语。 */
export const luckChinese: typeof luckEnglish = {
  luckTitle: "得分高低是否只是随机波动？",
  noneFar: (by, all) => spaced(`${by}，${all} 家机构的得分均未明显超出随机波动范围`),
  noneFarButMany: (by, all, many) =>
    spaced(
      `${by}，${all} 家机构的得分均未明显超出随机波动范围，但有 ${many} 家在 95% 控制限之外，多于随机波动所能造成`,
    ),
  noLuck: (by, all, outside) =>
    spaced(`${by}，${all} 家机构中有 ${outside} 家的得分超出随机波动范围（99.8% 控制限）`),
  noLimits: "基数已知的得分太少，无法区分随机波动与真实差异",
  luckLead:
    "每个圆点是一个机构。即使各机构毫无差别，得分也会因随机波动而参差，答卷越少越分散，但几乎都会落在曲线之间。落在外面的另有原因：可能是做得好或差，也可能是顾客不同。",
  counts: (outside, all, byChance) =>
    spaced(`${all} 个中有 ${outside} 个在 99.8% 控制限之外；仅凭偶然约为 ${byChance} 个。`),
  innerCounts: (outside, byChance) =>
    spaced(`在 95% 控制限之外的有 ${outside} 个；仅凭偶然约为 ${byChance} 个。`),
  moreThanLuck: "这多于随机波动所能解释：纯属偶然而出现这么多，二十次里不到一次。",
  meanOfBranches: "各机构平均",
  chart: "得分与样本量，对照随机波动范围",
  limits: "随机波动范围（99.8%）",
  waves: "在外的期数",
  periods: (waves) => spaced(`在外的次数（每次合并 ${waves} 期）`),
  timesOf: (times, all) => spaced(`${all} 次中 ${times} 次`),
  onlyOnce: "仅一期可判",
  notRepeated: (waves) =>
    waves === 1
      ? "目前只有一期可判，是否反复出现尚无从知晓。"
      : spaced(`目前只有一个时段（合并 ${waves} 期）可判，是否反复出现尚无从知晓。`),
  repeats: "末列是在可比的各期中，有几期落在同一侧之外：反复出现的就不是随机波动。",
  above: "好于随机波动范围",
  below: "差于随机波动范围",
  aboveLimits: "高于随机波动范围",
  belowLimits: "低于随机波动范围",
  onlySome: (shown, all) => spaced(`共 ${all} 个，此处列出偏离最远的 ${shown} 个。`),
  panelTitle: "这个得分高低是否只是随机波动？",
  range: (average, low, high, base) =>
    spaced(
      `若与平均水平（${average}）没有差别，以${base}计，仅凭随机波动，得分会在 ${low} 至 ${high} 之间（99.8% 控制限）。`,
    ),
  basis: (answers, effective) => spaced(`${answers} 份答卷（等效样本量 ${effective}）`),
  verdicts: {
    outside: (value) => spaced(`实际得分 ${value}，在范围之外，不能用随机波动解释。`),
    edge: (value) =>
      spaced(`实际得分 ${value}，在范围之内但接近边缘：仅凭随机波动偏离这么远，二十次里不到一次。`),
    inside: (value) => spaced(`实际得分 ${value}，完全在范围之内，与平均水平的差距可能只是随机波动。`),
  },
  repeatedWaves: (times, all) => spaced(`在可比的 ${all} 期中，有 ${times} 期落在同一侧之外。`),
  repeatedPeriods: (times, all) => spaced(`在可比的 ${all} 个时段中，有 ${times} 个落在同一侧之外。`),
  fairPlace: (fair, ranks, all) =>
    spaced(
      `按得分的不确定程度向平均水平靠拢后，公平得分为 ${fair}；在 ${all} 个中排第 ${ranks}（90% 区间）。`,
    ),
  fairUnranked: (fair, caution) =>
    spaced(`按得分的不确定程度向平均水平靠拢后，公平得分为 ${fair}；答卷少于 ${caution} 份，不参加排名。`),
  severalSegments: (segment) => `其受访者分属多个${segment}，没有任何一个占到九成，因此不与任何一类相比。`,
  amongAll: (table) => spaced(`与全部对照：${table}`),
};
