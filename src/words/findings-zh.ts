import type { findingsEnglish, MixParts, MovedParts } from "./findings-en.ts";
import { spaced } from "./spacing.ts";

const went = (way: "rise" | "fall") => (way === "rise" ? "上升" : "下降");
const judged = (good: boolean | undefined) => (good === undefined ? "" : good ? "（好转）" : "（变差）");
const inPlace = (place: string, figure: string) => (place === "" ? figure : `${place}的${figure}`);
const listed = (names: readonly string[]) => (names.length < 2 ? (names[0] ?? "") : names.join("、"));
const shifted = ({ fewer, more }: Pick<MixParts, "fewer" | "more">) =>
  [
    ...(fewer.length > 0 ? [`${listed(fewer)}占比下降`] : []),
    ...(more.length > 0 ? [`${listed(more)}占比上升`] : []),
  ].join("、");
const who = (weighted: boolean) => (weighted ? "客户" : "受访者");
const scoreOf = ({ place, figure, score }: MovedParts) =>
  `${inPlace(place, figure)}${score && !/(指数|得分|评分)$/.test(figure) ? "得分" : ""}`;
const movedText = (parts: MovedParts) =>
  `${scoreOf(parts)}${went(parts.way)} ${parts.size}，至 ${parts.value}${judged(parts.good)}`;

/** Findings and the sentences that say them, in Chinese. */
export const findingsChinese: typeof findingsEnglish = {
  title: "要点",
  workedOut: "这个数字怎样得出？",
  question: (subject) => `${subject}：现状如何，有何变化？`,
  points: (size) => `${size}\u00a0分`,
  percentagePoints: (size) => `${size} 个百分点`,
  interval: (interval) => spaced(`95% 置信区间 ${interval}`),
  base: (n) => `基数 ${n}`,
  bases: (from, to) => `基数 ${from} → ${to}`,
  since: (wave) => spaced(`与${wave}相比`),
  detailGap: "；",
  scoreFor: (name) => `${name}得分`,
  titleScore: (name) => name,
  changeWithout: (names) => spaced(`变化不含${names}（两期不可比）`),

  moved: (parts) => spaced(movedText(parts)),
  steady: (figure, place, since, size) => spaced(`${inPlace(place, figure)}较${since}无显著变化：${size}`),
  followed: (parts, before, lost, wave) =>
    spaced(
      `${scoreOf(parts)}在${wave}${went(before)} ${lost}之后，本期${before === parts.way ? "继续" : ""}${went(parts.way)} ${parts.size}，至 ${parts.value}${judged(parts.good)}`,
    ),
  returned: (parts, { lost, then, isWhole }) => {
    const { way, size, value } = parts;
    const before = way === "rise" ? "下降" : "上升";
    const back = way === "rise" ? "收复" : "回落";
    const all = isWhole ? `，超过前次${way === "rise" ? "降幅" : "升幅"}` : "";
    return spaced(`${scoreOf(parts)}在${then}${before} ${lost}，本期${back} ${size}${all}，至 ${value}`);
  },
  followedSteady: (figure, place, before, lost, wave) =>
    spaced(`${inPlace(place, figure)}在${wave}${went(before)} ${lost}之后，本期无显著变化`),

  mix: (parts) => {
    const groups = shifted(parts);
    const cause =
      groups === ""
        ? `${who(parts.weighted)}的${parts.dimension}构成改变`
        : `${who(parts.weighted)}中${groups}`;
    return spaced(`${cause}，仅此一项就使${parts.figure}${went(parts.way)} ${parts.size}`);
  },
  mixAround: ({ figure, dimension, size, way, weighted }) =>
    spaced(
      `全部${who(weighted)}的${dimension}构成改变，仅此一项就使总体${figure}${went(way)} ${size}，此处的变化可能也有一部分来自于此`,
    ),
  quoted: (label) => `“${label}”`,
  share: (name, from, to) => spaced(`${name}（${from} → ${to}）`),
  by: (dimension) => `按${dimension}`,
  scoresSteady: (size) => spaced(`各组内评分无显著变化，影响 ${size}`),
  scoresMoved: (way, size) => spaced(`各组内评分也使其${went(way)}：${size}`),
  scoresAgainst: (way, size) => spaced(`各组内评分则使其${went(way)}：${size}`),

  weakest: (figure, parts, of, value) =>
    spaced(`${parts} ${of === "factors" ? "个因子" : "道题"}中${figure}得分最低，为 ${value}`),
  weighsAndCosts: (weight, lost, all) =>
    spaced(`，且权重最大（${weight}）、失分最多：全部失分 ${all} 分中占 ${lost} 分`),
  weighs: (weight) => spaced(`，且权重最大（${weight}）`),
  costs: (lost, all) => spaced(`，且失分最多：全部失分 ${all} 分中占 ${lost} 分`),

  pooledOver: (waves) => spaced(`${waves}合并计算`),
  farFirst: (_count, number, _all, side) => `${number} 个远${side === "better" ? "好于" : "差于"}`,
  farThen: (number, side) => `${number} 个远${side === "better" ? "好于" : "差于"}`,
  apart: (far, _single, all, level, segment) =>
    spaced(`${all} 个${level}中，${far.join("、")}${segment === "" ? "" : `同一${segment}的`}其他${level}`),
  farSides: { better: "较好", worse: "较差" },
  andMore: (_more, all) => spaced(`等 ${all} 个`),
  farMeans: (level) => `“远”指处于领先组或落后组，且与平均之差超过${level}间标准差的两倍`,
  farBy: (sizes, side) => `${side === "above" ? "高" : "低"} ${sizes}`,
  apartBy: (sizes) => spaced(`公平得分比平均${sizes.join("、")}`),
  behind: (level, branch, other, isFirst) =>
    spaced(`各${level}中，${branch}明显落后于${isFirst ? `居首的${other}` : other}`),
  behindBy: (value, other) => spaced(`${value} 对 ${other}；公平排序居末，自成一组`),
  end: (branch, place, all, level, value) =>
    spaced(`${all} 个${level}中${branch}${place === "highest" ? "最高" : "最低"}，为 ${value}`),
  endAgainst: (side, other, value) => spaced(`明显${side === "above" ? "高于" : "低于"}${other}（${value}）`),

  problemsEnd: (branch, place, all, level, value) =>
    spaced(
      `${all} 个${level}中${branch}${place === "highest" ? "最多，即最差" : "最少，即最好"}，为 ${value}`,
    ),
  problemsSteady: (figure, value, since, size) =>
    spaced(`${figure}为 ${value}，较${since}无显著变化：${size}`),
  problemsIn: (problems, kind) => spaced(`“${kind}”类${problems}`),
  ofFigure: (figure, claim) => spaced(`${figure}：${claim}`),

  target: (met, target, size) =>
    spaced(met ? `明确达到目标 ${target}，高出 ${size}` : `明确未达到目标 ${target}，相差 ${size}`),
  rest: (figure, parent, size, side) =>
    spaced(
      `${figure}明显${side === "higher" ? "高于" : "低于"}${parent === "" ? "其余全部受访者" : `${parent}其余部分`}，相差 ${size}`,
    ),
  luck: (figure, value, side) =>
    spaced(`${figure}为 ${value}，${side === "better" ? "好于" : "差于"}随机波动范围`),
  luckLimits: (limits, among, average) => spaced(`${among}平均 ${average}；仅凭随机波动应在 ${limits} 之间`),
  few: (_n, number, caution) => spaced(`答卷仅 ${number} 份，不足 ${caution} 份，此页数字请谨慎解读`),

  nothing: (since, base) =>
    spaced(since === "" ? `尚无更早的结果可比；基数 ${base}。` : `未计算较${since}的变化；基数 ${base}。`),
  titleMix: (parts) => {
    const groups = shifted(parts);
    return groups === "" ? `${parts.dimension}构成改变` : spaced(`${who(parts.weighted)}中${groups}`);
  },
  titleMoved: (parts) => spaced(`${scoreOf(parts)}${went(parts.way)} ${parts.size}`),
  because: (total, reason) => `${total}：${reason}`,
  mostlyMix: (total, reason) => `${total}，主要来自构成变化：${reason}`,
  inMixWave: (total) => `${total}（本期客户构成有变）`,
  although: (found, total) => `${found}；${total}`,
  titleStands: (figure, value, how) => spaced(`${figure}为 ${value}，${how}`),
  titleLuck: { better: "好于随机波动范围", worse: "差于随机波动范围" },
  titleTarget: (met, target) => spaced(`明确${met ? "高于" : "低于"}目标 ${target}`),
  group: (label, dimension) => spaced(`“${label}”（${dimension}）`),
  titleRest: { rise: "明显高于其余全部受访者", fall: "明显低于其余全部受访者" },
  titleRestOf: (parent, way) => `明显${way === "rise" ? "高于" : "低于"}${parent}其余部分`,
  totalSteady: (figure, value) => spaced(`${figure === "" ? "总体" : figure}为 ${value}，无显著变化`),
};
