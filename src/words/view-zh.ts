import { compareChinese } from "./compare-zh.ts";
import { filtersChinese } from "./filters-zh.ts";
import { missingChinese } from "./missing-zh.ts";
import { spaced } from "./spacing.ts";
import type { viewEnglish } from "./view-en.ts";

/** A reader's view of a report, in Chinese. */
export const viewChinese: typeof viewEnglish = {
  filters: filtersChinese,
  compare: compareChinese,
  missing: missingChinese,
  band: "筛选",
  all: "筛选范围内全体",
  more: (count) => `以及另外 ${count} 项`,
  without: (values) => `不含${values}`,
  and: (first, last) => spaced(`${first}和${last}`),
  allBut: (values) => spaced(`${values}以外的受访者`),
  minimum: (count) => `样本量不足 ${count} 的数据不予公布。`,
  respondents: (count, all, wave) => `${wave}，${all} 名受访者中的 ${count} 名`,
  respondentsFew: (minimum, wave) => `${wave}，受访者不足 ${minimum} 名`,
  respondentsNone: (wave) => `${wave}没有符合该筛选条件的受访者。`,
  onlyWave: (wave) => `本页显示${wave}。`,
  clear: "显示全体",
  starting: "正在浏览器中计算，完成之前下方仍为全体受访者的数据。",
  counting: "正在计算，完成之前下方仍为上一次筛选的数据。",
  loading: (done, all) => `正在加载计算程序：${done} / ${all} MB。`,
  showsEverybody: "下方页面显示全体受访者。",
  alwaysEverybody: "本页不受筛选影响，始终显示全体受访者。",
  faults: {
    unsupported: "此浏览器缺少计算所需的功能，或在此处不允许使用，无法自行计算。请改用较新的浏览器。",
    unpublished: "本报告只发布页面，不发布可供浏览器计算的答卷数据，因此无法筛选。",
    network: "计算所需的文件未能加载。请检查网络后重试。",
    damaged: "本站有文件在传输中损坏。请重试；如果仍然如此，请告知报告发布者。",
    withheld: (dimension) => `${dimension}：公布的数据过少（M34），不能据此筛选；全体数据的页面上可以看到。`,
    memory: "计算时浏览器内存不足。请关闭其他标签页后重试。",
    failed: "计算失败。",
  },
  retry: "重试",
  needsScript: "链接中的筛选需要启用 JavaScript；本页显示全体受访者。",
  progress: "正在加载计算程序",
  notLower: (asked, minimum) =>
    `链接要求的最小样本量为 ${asked}，但不能低于 ${minimum}，仍按 ${minimum} 计。`,
  nobodyInBoth: (page, filter) => `没有受访者既属于${page}又符合筛选条件（${filter}）`,
  nobodyInBothWhy: "因此本页没有可显示的内容。请取消筛选，或选择其他机构的页面。",
  nobodyAtAll: (filter) => `没有受访者符合筛选条件（${filter}）`,
  nobodyAtAllWhy: "各期均无符合条件的受访者，因此没有可显示的内容。请去掉部分条件。",
  raisedWhy: (minimum, own) =>
    `答卷少于当前所选的最小基数 ${minimum} 份，或公布后可由相减推算出这样的组；因这一选择而不显示，本调查自身的最小基数为 ${own} 份。`,
  panelsLeft: (titles) => `以下部分只有全体受访者的数据，当前筛选下不显示：${titles}。`,
  updated: "该链接生成之后，数据已有更新。",
  ignored: {
    dimension: (name) => `链接按“${name}”筛选，但本调查没有这一维度。`,
    value: (name, values) => `链接在“${name}”中指定了“${values}”，但本调查没有这样的取值。`,
    wave: (values) => `链接指定了“${values}”这一期，但本调查没有这一期。`,
    gap: (ends) => `链接指定的各期并不相连，已将首尾之间的各期全部合并（“${ends}”）。`,
    set: (value) => `链接指定了名为“${value}”的人群，但本调查没有定义它。`,
    minimum: (value) => `链接要求的最小样本量“${value}”不是数字。`,
    versus: (value) => `链接同时指定了两个对比对象：“vs=${value}”已忽略，按另一群体对比。`,
    version: (value) => `该链接是为本站的另一版本（${value}）生成的，已尽可能读取。`,
  },
  embedNotes: "关于当前筛选的说明",
  leftOut: "筛选后未包含的内容",
  about: (who, answer) => `${who}：${answer}`,
  countOf: (dimension, count) => `${dimension} ${count} 名`,
  withheld: (counts, all) =>
    `因组合过于少见而未公布（M34），相关之处不含这些受访者：${counts}（共 ${all} 名受访者）。`,
  weightsDiffer: "部分权重已合并（M34），加权数值可能与全体页面上的同一数值略有出入。",
  weightsJoined: ({ rows, all, moved, most }) =>
    spaced(
      `权重可能透露所属机构（M34），因此 ${all} 名受访者中有 ${rows} 名的权重取若干人的平均值：与原值相差最多 ${most}，移到其他受访者名下的权重占全部权重的 ${moved}。全体页面使用各自原有的权重；未加权数值和基数均准确。`,
    ),
  withheldMost: (dimensions) =>
    `${dimensions}：公布的数据过少（M34），筛选后不按此项显示；全体数据的页面上可以看到。`,
  placeless: (dimension, count) =>
    `本期有 ${count} 名受访者的${dimension}未公布（M34），既不计入该组，也不计入其余受访者。`,
  pooled: (waves) => `${waves}合并计算：全部答卷视同一期（M35）。`,
  askedOtherwise: (asked, shown) =>
    spaced(`${asked}各期对本题的问法不同或未全部询问（M33）：本页只显示${shown}及当期的受访者。`),
  notPooled: (questions) =>
    `以下题目在所合并的各期中问法不同或未全部询问（M33），只用所注期次的答卷：${questions}。`,
  versusWithin: (other, own) => `${other}与${own}有重合，无法对比：变化仍与此前各期比较。`,
  versusOwn: (wave) => `当前显示的就是${wave}，没有可比的内容：请另选一期。变化仍与此前各期比较。`,
  versusNobody: "本页显示全体受访者，没有其余受访者可比：请先选择筛选条件。",
  versusNoBranch: "当前没有选定单个机构，因此没有上级可比：请只选一个机构。",
  versusLater: (other, own) => `${other}晚于${own}：差异见对比一节，本页其他部分不列变化。`,
  uncompared: {
    chosen: { cell: "不作对比", page: "当前选择为不作对比，因此这里没有内容。" },
    alone: { cell: "此前无调查", page: "所合并的各期之前没有其他调查，无从比较。" },
    later: { cell: "见对比一节", page: "当前与较晚的一期对比，差异见对比一节。" },
  },
  notInRows: {
    text: "筛选后的人群中有多少人写了内容，未予公布。",
    date: "筛选后的人群填写了哪些日期，未予公布。",
  },
  notPublished: "筛选后不公布",
  kept: "题目未答率只有全体的数据，筛选后不显示；抽样层不能区分所筛选的人群时，回收率也不显示。",
  printedWaves: (waves) => `${waves}只有印刷表格留存，无法筛选，此处不显示。`,
};
