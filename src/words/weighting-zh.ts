import { spaced } from "./spacing.ts";
import type { weightingEnglish } from "./weighting-en.ts";

/** “加权”页的文字。 */
export const weightingChinese: typeof weightingEnglish = {
  kicker: "加权",
  link: "答卷如何加权",
  title: (answers, effective) => spaced(`加权后，${answers} 份答卷的精确度相当于 ${effective} 份`),
  titleUnweighted: "本调查未加权：每份答卷计为 1",
  titleLatestUnweighted: (wave) => spaced(`${wave}未加权：每份答卷计为 1`),
  titlePrinted: "此处没有加权：本调查只存有汇总表",
  titleWithheld: (wave) => spaced(`${wave}的答卷太少，不展示加权的影响`),
  lead: "代表人数较多的答卷，权重较大，使样本构成与调查所针对的人群一致。代价是精确度下降：“等效样本量”表示结果的精确度相当于多少份等权重的答卷。",
  leadPrinted: "汇总表中的数字按原样列出；其中是否含有权重，以原表为准。",
  of: (wave) => spaced(`本页展示最近一个加权的期次：${wave}。`),
  howTitle: "各期如何加权？",
  byColumn: (column) => `采用数据文件中“${column}”列的权重`,
  byRake: (dimensions, file) =>
    spaced(
      `按 ${file} 中的总体人数，对${dimensions}作边际加权（RIM 加权），使每个维度各自的比例均与总体一致`,
    ),
  byCells: (dimensions, file) =>
    spaced(`按 ${file} 中的总体人数，对${dimensions}作交叉组加权，使各维度的每个组合均与总体一致`),
  byNothing: "未加权：每份答卷计为 1",
  byPrint: "只有汇总表，按原样列出",
  and: "和",
  method: "加权方式",
  methodName: { column: "权重列", rake: "边际", cells: "交叉组" },
  respondents: "有权重的受访者",
  without: "无权重的受访者",
  withoutWhy: "权重为空或不大于 0，或不知其在总体中属于哪一组。他们只计入未加权的数字。",
  smallest: "最小权重",
  largest: "最大权重",
  endsWhy: "为本期平均权重的倍数。若只有少数人有此权重，则列出较大一组的平均值及其人数。",
  meanOf: (mean, respondents) => `${mean}（${respondents} 人平均）`,
  deff: "设计效应",
  deffWhy: "对与权重无关的均值，权重使其方差增大的倍数：n·Σw² ÷ (Σw)²。",
  effectiveWhy: "受访者数 ÷ 设计效应。",
  rounds: "迭代轮数",
  trimmings: "截断次数",
  trimmingsWhy: "将超过平均值 5 倍的权重截断并重新迭代的次数。",
  marginsTitle: "加权后样本构成有何变化？",
  marginsLead: (wave) => spaced(`${wave}，占所属组别已知的受访者的比例。基数为受访者人数。`),
  marginsTarget: "“总体”为本期加权所依据的比例。",
  marginsUnlisted: (dimensions) => spaced(`${dimensions}的比例同样符合总体，此处不列出。`),
  marginsNoTarget: "权重随数据文件提供，此处不知其所依据的总体，因此无从对照。",
  population: "总体",
  sizesTitle: "权重差异有多大？",
  sizesEach: (wave) => spaced(`${wave}的各个权重，由大到小，为平均权重的倍数。`),
  sizesParts: (wave) =>
    spaced(
      `${wave}的受访者，按权重由大到小排列。各行权重为该行的平均值，以全部平均权重的倍数表示；少数人才有的权重不单独列出。`,
    ),
  part: "受访者（按权重）",
  weight: "权重",
  rest: (mean) => `其余，平均 ${mean}`,
  people: "受访者",
  shareOfWeight: "占权重总和",
  effectTitle: "加权对结果有何影响？",
  effectLead: (wave) =>
    spaced(
      `${wave}，全部受访者；各数字下方为 95% 置信区间。作答的是同一批人，差异完全来自权重，因此不作检验。差异在四舍五入之前计算。`,
    ),
  figure: "指标",
  difference: "差异",
  baseWeighted: "基数（加权）",
  baseUnweighted: "基数（未加权）",
};
