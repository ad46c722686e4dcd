import type { scoringEnglish } from "./scoring-en.ts";
import { spaced } from "./spacing.ts";

/** 按成文规则计算的得分。 */
export const scoringChinese: typeof scoringEnglish = {
  cardOfMany: (card) => spaced(`${card}：各机构得分如何？`),
  cardOfOne: (card) => spaced(`${card}：本机构得分如何？`),
  cardStands: ({ card, wave, value, interval, verdict, previous }) => {
    const stands = `${wave}${card} ${value} 分（满分 100 分，95% 置信区间 ${interval}）`;
    if (verdict === "none") return spaced(`${stands}。`);
    const moved = verdict === "rise" ? "显著上升" : verdict === "fall" ? "显著下降" : "无显著变化";
    return spaced(`${stands}，较${previous}${moved}。`);
  },
  madeOf: {
    national: (items) =>
      spaced(
        `五个等级由好到差计 10、8、6、3、0 分（或按代码本的规定）；得分为 ${items} 道题平均分占满分的百分比。与上期的比较以扣分前的得分为准。`,
      ),
    fiveToOne: (items) =>
      spaced(
        `五个等级由好到差计 5、4、3、2、1 分；得分为 ${items} 道题平均分占满分的百分比，因此最低为 20 分而不是 0 分，不能与从 0 分起算的得分直接比较。`,
      ),
  },
  rule: ({ threshold, step, points }) =>
    spaced(
      `扣分规则：问卷回收率低于 ${threshold} 时，每低满 ${step} 个百分点扣 ${points} 分。扣分是一种处罚，不是估计值；置信区间随得分一起下移。`,
    ),
  before: "扣分前",
  beforeHead: "扣分前",
  afterHead: "扣分后",
  afterIn: (wave) => spaced(`${wave}，扣分后`),
  deductionHead: "回收率扣分",
  minus: (points) => `−${points}`,
  lost: (points, rate) => spaced(`−${points} 分，回收率 ${rate}`),
  notDeducted: "未扣分：回收情况未知",
  returned: (rate) => spaced(`回收率 ${rate}`),
  cut: (list) => spaced(`因回收率过低被扣分：${list}。`),
  cutTo: (label, before, after) => spaced(`${label}（${before} → ${after}）`),
  noneCut: "没有因回收率过低而扣分。",
  returnsUnknown: "这些群体的问卷回收情况未知，因此未作扣分。",
  firmsTitle: (card) => spaced(`${card}：抽样单位的平均得分是多少？`),
  firmsHead: "抽样单位",
  firmsHere: "筛选范围内的单位",
  sampledPart: (label, _firms, count) =>
    `${label}：筛选范围内有 ${count} 家抽样单位；抽样是否足够，只对全体作出判断。`,
  firmsNote:
    "每个抽样单位不论有多少顾客作答，都只计一次；抽样单位不得少于总数的 10%，且不得少于 5 个。置信区间由各单位得分之间的差异得出。",
  overFirms: "抽样单位平均",
  overFirmsBefore: "抽样单位平均（扣分前）",
  overFirmsAfter: "抽样单位平均（扣分后）",
  overRespondents: "全体受访者得分",
  respondents: "受访者人数",
  firmsSampled: "抽样单位数",
  firmsThereAre: "单位总数",
  firmsRequired: "应抽单位数",
  tooFew: "不足",
  tooFewFirms: "抽样单位不足",
  sampledShort: (sampled, of, required) =>
    spaced(
      `${of === undefined ? `${sampled} 个` : `${of} 个中的 ${sampled} 个`}${required === undefined ? "" : `，应抽 ${required} 个`}`,
    ),
  sampled: {
    enough: ({ label, sampled, of }) => spaced(`${label}：${of} 个单位中抽了 ${sampled} 个，数量足够。`),
    tooFew: ({ label, sampled, of, required }) =>
      spaced(
        `${label}：${of === "" ? "" : `${of} 个单位中`}只抽了 ${sampled} 个，应抽 ${required} 个，抽样单位不足，得分仅供参考。`,
      ),
    unknown: ({ label, sampled }) => spaced(`${label}：抽了 ${sampled} 个单位，单位总数未知。`),
  },
  named: (label, value) => spaced(`${label}（${value}）`),
  gapsTitle: "顾客的期望得到满足了吗？",
  gapStands: ({ wave, value, interval }) =>
    spaced(`${wave}，各项平均差距为 ${value}（95% 置信区间 ${interval}）。`),
  short: (list) => spaced(`明显低于期望：${list}。`),
  noneShort: "没有哪一项明显低于期望。",
  gapsMoved: (list, wave) => spaced(`较${wave}有显著变化：${list}。`),
  pairGapTitle: "哪些人的期望得到了满足？",
  group: "群体",
  gapsWhole: "各项平均",
  gap: "差距",
  gapHead: "与期望相比",
  gapVerdict: { rise: "▲\u00a0高于期望", fall: "▼\u00a0低于期望", unclear: "无显著差距" },
  noGap: "无差距：与期望相符",
  eachPair: "每项",
  gapsNote:
    "差距 = 实际感受 − 期望，只计两题都作答的人，以题目自身的量表为单位。期望普遍偏高且彼此接近，差距缩小也可能只是因为期望降低了。",
  problemsTitle: (name) => spaced(`${name}：哪类问题最多？`),
  problemsTrendTitle: (name) => spaced(`${name}：走势如何？`),
  problemsTitleSentence: ({ subject, value, wave, change, verdict, previous }) => {
    if (verdict === "none") return spaced(`${wave}，${subject}为 ${value}`);
    if (verdict === "unclear") return spaced(`${wave}，${subject}为 ${value}，较${previous}无显著变化`);
    const [moved, to] = verdict === "rise" ? ["增加", "升至"] : ["减少", "降至"];
    return spaced(`${wave}，${subject}${moved} ${change}，${to} ${value}`);
  },
  problemsQuestion: (name) => spaced(`${name}：有多少？有什么变化？`),
  lowerIsBetter: "越低越好",
  headingOf: (figure, heading) => spaced(`${figure}：${heading}`),
  fewestOf: (branch) => spaced(`${branch}显著少于其他各机构。`),
  mostOf: (branch) => spaced(`${branch}显著多于其他各机构。`),
  endsNote:
    "是否显著少于或多于其他各机构，按公平排序判断，所有两两比较一并校正；没有这样的说明，即没有哪家显著不同于其余各家。",
  problemsAxis: "纵轴按数据截取；没有任何问题时为 0。",
  lowerIsBetterSentence: "数值越低越好。",
  problemsByBranch: (name, level) => spaced(`${name}：各机构情况如何？按${level}`),
  problemsStand: ({ card, wave, value, interval, verdict, previous }) => {
    const stands = `${wave}${card}为 ${value}（95% 置信区间 ${interval}），越低越好`;
    if (verdict === "none") return spaced(`${stands}。`);
    const moved = verdict === "rise" ? "显著增多" : verdict === "fall" ? "显著减少" : "无显著变化";
    return spaced(`${stands}；较${previous}${moved}。`);
  },
  mostProblems: (list, total) => spaced(`问题最多的三类占全部问题的 ${total}：${list}。`),
  problemsKey: (name) => spaced(`${name}及 95% 置信区间，越短越好`),
  moreProblems: (size) => spaced(`▲ 较此前多 ${size}`),
  fewerProblems: (size) => spaced(`▼ 较此前少 ${size}`),
  problemsNote:
    "每 100 位受访者反映的问题数，没有问题的人也计入基数。各种问题同等计数：一处异响与一次抛锚没有区别。",
  kind: "问题类别",
  allProblems: "全部问题",
  shareOfProblems: "占全部问题的比例",
  fewestFirst: "问题由少到多排列。相邻机构的先后可能只是偶然：线段为 95% 置信区间。",
  bandsTitle: "满意的顾客有多忠诚？",
  bandsDiffer: ({ outcome, top, low, topShare, lowShare, clear }) =>
    spaced(
      `${outcome}：“${top}”中占 ${topShare}，“${low}”中占 ${lowShare}，${clear ? "差异显著" : "差异不显著"}。`,
    ),
  bandsNote: (index) =>
    spaced(
      `按每位受访者自己的指数（${index}）分档：取其所答各题得分的平均，至少答一半的题。忠诚可能是因为满意，也可能只是因为没有别的选择。`,
    ),
  band: "档次",
  eachBand: "每档",
  shareOfRespondents: "受访者占比",
  sampleTitle: "回收的有效问卷够吗？",
  sampleHead: "与规则相比",
  sampleBase: (wave) => spaced(`${wave}的问卷数与顾客数。`),
  sampleNote:
    "误差范围指比例为一半时 95% 置信水平下的误差，已作有限总体校正。它只说明随机抽取的回答有多准确，不说明作答的人与没有作答的人是否相同。",
  valid: "有效问卷",
  required: "应回收数",
  requiredBy: (rule) => spaced(`应回收数（${rule}）`),
  rule1: (plus, share) => spaced(`规则一：${plus} + ${share}`),
  rule2: (margin) => spaced(`规则二：±${margin} 个百分点`),
  inForce: "本调查采用",
  margin: (points) => spaced(`±${points} 个百分点`),
  marginHead: "实际误差范围",
  met: (margin) => (margin === "" ? "达标" : spaced(`达标，${margin}`)),
  lacking: (missing, margin) => spaced(`缺 ${missing} 份${margin === "" ? "" : `，${margin}`}`),
  lackingHead: "缺口",
  axisCut: "锯齿表示坐标轴在此截断。",
  stratum: "抽样层",
  customers: "顾客数",
  handedOut: "发放",
  returnedHead: "回收",
  samplesUnknown: "有效问卷的份数未知。",
  allMet: (strata) =>
    spaced(strata === "1" ? "有效问卷达到规则要求。" : `${strata} 个抽样层的有效问卷都达到规则要求。`),
  someShort: (short, all, list, more) =>
    spaced(
      all === "1"
        ? `有效问卷不足：${list}。`
        : `${all} 个抽样层中有 ${short} 个有效问卷不足：${list}${more ? "等" : ""}。`,
    ),
  shortOf: (label, valid, required) => spaced(`${label}（应有 ${required} 份，实有 ${valid} 份）`),
  evenMet: (label, margin) => spaced(`即使达到规则要求，比例也只准确到 ±${margin} 个百分点（${label}）。`),
  satisfiedTitle: "多少人满意？",
  meanTitle: "平均分是多少？",
  countsAsSatisfied: (list, count, all) => spaced(`计为满意的选项：${list}，${all} 个选项中的 ${count} 个。`),
  meanAgainstShare: "平均分按每个回答的分值计算；满意率只看有多少人满意，因此两者的走势可能不同。",
  stars: (filled, of, value) => spaced(`${of} 颗星中的 ${filled} 颗，平均分 ${value}`),
  face: (place, of, label, value) =>
    spaced(`${of} 个表情中的第 ${place} 个（${label}），最接近平均分 ${value}`),
};
