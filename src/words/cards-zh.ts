import type { cardsEnglish } from "./cards-en.ts";
import { spaced } from "./spacing.ts";

/** 五级卡片得分。 */
export const cardsChinese: typeof cardsEnglish = {
  cardOver: (card, over) => spaced(`${card}（${over}）`),
  cardOfMany: (card, level) => spaced(`${card}：按${level}比较`),
  cardOfOne: (card, name) => spaced(`${card}：${name}处于什么水平？`),
  cardOfAll: (card) => spaced(`${card}：得分是多少？`),
  cardStands: ({ card, wave, value, interval, verdict, previous }) => {
    const stands = `${wave}${card}为 ${value} 分（满分 100 分，95% 置信区间 ${interval}）`;
    if (verdict === "none") return spaced(`${stands}。`);
    const moved = verdict === "rise" ? "显著上升" : verdict === "fall" ? "显著下降" : "无显著变化";
    return spaced(`${stands}，较${previous}${moved}。`);
  },
  notRule: (level) =>
    spaced(`按全体受访者计算时，大单位所占分量更重，因此这不是规则规定的${level === "" ? "" : level}得分。`),
  wholes: "对照：其所属的上级与全体",
  wholesOver: "对照：其所属的上级与全体（按全体受访者计算）",
  partOf: "包含以上各行",
  isPartOf: (list) => spaced(`供对照（未作检验）：${list}。`),
  isPartOfBefore: (list) => spaced(`供对照（扣分前，未作检验）：${list}。`),
  grades: (scores) => scores.join("、"),
  gradesOr: (sets) => sets.join("或"),
  madeOf: {
    national: (items, grades) =>
      spaced(`各等级由好到差计 ${grades} 分；得分为 ${items} 道题平均分占满分的百分比。`),
    fiveToOne: (items) =>
      spaced(
        `五个等级由好到差计 5、4、3、2、1 分；得分为 ${items} 道题平均分占满分的百分比，因此最低为 20 分而不是 0 分，不能与从 0 分起算的得分直接比较。`,
      ),
  },
  rule: ({ threshold, step, points }) =>
    spaced(
      `扣分规则：问卷回收率低于 ${threshold} 时，每低满 ${step} 个百分点扣 ${points} 分。扣分是一种处罚，不是估计值；置信区间随得分一起下移，与上期的比较以扣分前的得分为准。`,
    ),
  before: "扣分前",
  beforeHead: "扣分前",
  intervalBefore: "95% 置信区间（扣分前）",
  afterHead: "扣分后",
  intervalAfter: "95% 置信区间（扣分后）",
  afterIn: (wave) => spaced(`${wave}，扣分后`),
  unknownIn: (wave) => spaced(`${wave}，未扣分：回收情况未知`),
  deductionHead: "回收率扣分",
  minus: (points) => `−${points}`,
  lost: (points, rate, of) => spaced(`−${points} 分，回收率 ${rate}${of === "" ? "" : `（${of}）`}`),
  saidBefore: (before, points, rate) => spaced(`扣分前 ${before} 分，因回收率 ${rate} 扣 ${points} 分`),
  labelInFilter: (label) => spaced(`筛选范围内的${label}`),
  inFilter: "筛选范围内",
  notDeducted: "未扣分：回收情况未知",
  returned: (rate, of) => spaced(`回收率 ${rate}${of === "" ? "" : `（${of}）`}`),
  cut: (list) => spaced(`因回收率过低被扣分：${list}。`),
  cutBelow: (list) => spaced(`这一级没有因回收率过低而扣分，但下级有：${list}。`),
  cutTo: ({ label, before, after, rate }) => spaced(`${label}（${before} → ${after}，回收率 ${rate}）`),
  cutMany: (level, count) => spaced(`${level}层级共 ${count} 个`),
  noneCut: "没有因回收率过低而扣分。",
  noneCutHere: "这一级没有因回收率过低而扣分。",
  returnsUnknown: "这些群体的问卷回收情况未知，因此未作扣分。",
  someUnknown: (list) =>
    spaced(`${list}的问卷回收情况未知：图中以空心圆点表示，为未扣分的得分，不能与扣分后的得分相比。`),
  someOthers: (count) => spaced(`另外 ${count} 个`),
  firmsTitle: (card) => spaced(`${card}（按规则）：抽样单位的平均得分是多少？`),
  firmsStand: (wave, list) => spaced(`${wave}抽样单位平均得分：${list}。`),
  firmsHead: "抽样单位",
  firmsHere: "筛选范围内的单位",
  sampledPart: (label, _firms, count) =>
    `${label}：筛选范围内有 ${count} 个抽样单位；抽样是否足够，只对全体作出判断。`,
  firmsAre: (level) => (level === "单位" ? "" : spaced(`规则所说的“单位”，在本调查中即“${level}”。`)),
  firmsNote:
    "这是规则规定的得分：每个抽样单位不论有多少顾客作答，都只计一次；抽样单位不得少于总数的 10%，且不得少于 5 个。置信区间由各单位得分之间的差异得出。",
  firmsChangeNote:
    "与上期的比较以扣分前的平均得分为准，每个单位视为一个观测值，两期视为相互独立的样本作 Welch 检验；若两期抽中的是同一批单位，这样检验偏于保守。",
  firmsCut: (list) => spaced(`平均得分中已计入因回收率过低而被扣的分：${list}。`),
  noFirmCut: "没有抽样单位因回收率过低而被扣分。",
  firmsUnknown: "各单位的问卷回收情况未知，因此未作扣分。",
  firmsUnknownOf: (list) => spaced(`${list}各单位的问卷回收情况未知：图中以空心圆点表示，未作扣分。`),
  firmsWere: (label, wave, value) =>
    spaced(`${wave}${label}（未扣分）为 ${value}；变化是否显著，由上一级页面与其他同类一并判断。`),
  inWaveBefore: (wave) => spaced(`${wave}（扣分前）`),
  overFirms: "抽样单位平均",
  overFirmsKey: "抽样单位平均，扣分后",
  overFirmsUncut: "抽样单位平均，未扣分：回收情况未知",
  overFirmsBefore: "抽样单位平均（扣分前）",
  overFirmsAfter: "抽样单位平均（扣分后）",
  overRespondents: "按全体受访者计算",
  overRespondentsHere: "按筛选范围内的受访者计算",
  respondentsKey: (over) => spaced(`${over}，未扣分`),
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
};
