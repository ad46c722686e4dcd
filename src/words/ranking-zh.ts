import { bestChinese } from "./best-zh.ts";
import { luckChinese } from "./luck-zh.ts";
import type { MethodWords } from "./method-words.ts";
import type { rankingEnglish } from "./ranking-en.ts";

/** 公平排名的用语。 */
export const rankingChinese: typeof rankingEnglish = {
  lead: "按公平得分（细竖线）由好到差排列：答卷越少、得分越不确定，就越向平均水平靠拢。",
  oneGroup: "按分组的严格检验，其余各家与首位相比均未见显著落后；名次能准到什么程度，看名次区间。",
  groups: "同组之内与该组首位均未见显著差别。",
  rank: "名次（90% 区间）",
  rankWhy: "名次有 90% 的把握落在此范围内；旁边是只看得分的名次。",
  raw: (rank) => `按得分第 ${rank}`,
  group: (number) => `第 ${number} 组`,
  nextGroup: (number, before) => `第 ${number} 组：首位明显落后于第 ${before} 组首位`,
  unranked: "未参加排名",
  fair: "公平得分",
  bestLink: "综合来看，哪些机构最好？查看全网公平排名",
  luckLink: "得分高低是否只是随机波动？查看全网对照（只与随机波动相比，不计正常差异）",
  besideOthers: (segment) => `此处不分${segment}并列，只按原始得分排列，不列名次。`,
  rankedWithin: (segment) => `同一${segment}内的排名：`,
  ...bestChinese,
  ...luckChinese,
};

export const rankingMethodChinese: MethodWords = {
  id: "M31",
  name: "公平排名",
  meaning:
    "小机构排在榜首或榜尾，往往只是随机波动。因此答卷越少、得分越不确定，就越向全表平均靠拢，再按这样得到的公平得分排列；同时给出每个名次所在的范围，以及与组内首位未见显著差别的各组。公平得分只对所在的表有意义：同一机构在另一层级的表中，平均水平不同，公平得分也不同。样本偏少的机构只列公平得分、不列名次，单独排在后面（前提是其余机构不少于三个）。随机波动界限：与平均水平无异的机构，仅凭偶然会落在其内。",
  formula:
    "公平得分 = B × 自身得分 + (1 − B) × 平均，B = 组间方差 ÷ (组间方差 + 误差²)。误差² = 机构内单份答案的合并方差 ÷ 等效样本量；若某机构的答案完全相同，则误差至少取未见到的其他答案可能造成的偏差。组间方差 = 各机构得分超出误差的方差，用矩法估计，不小于 0。分组：自上而下，凡首次出现得分显著低于该组首位的机构，即另起一组：以各机构自身得分和上述误差作双侧 z 检验，对全表参加排名的机构的所有两两比较作 Holm 校正，显著性水平为 0.5%，由排名页的所有表均分，即每表 0.5% ÷ 表数。表数：最低一级以上每级一张；最低一级按代码本中的类别每类一张（类别有几个维度时，每种组合一张），没有类别则为一张。无论在哪一页分组，水平相同。界限：平均 ± z × √(机构内方差 ÷ 等效样本量)。若按二项分布（试验次数为机构数、概率为 0.05）出现这么多或更多的概率不到 5%，则落在 95% 界限之外的多于随机波动所能解释。",
  interval:
    "名次：1000 次固定种子模拟的中间 90%。名次区间的说法比分组宽松：分组对所有两两比较一并判断，水平严格得多，因此同组机构的名次区间不一定重叠。只有同时满足以下两点才说名次有变化：两期的 90% 名次区间不重叠（只在两期都有名次的机构之间排名）；该机构自身得分也朝同一方向变化显著，并与页面上其他比较一并判断（M20）。因此纯属偶然的页面出现名次变化的机会不会超过出现箭头的机会；机构本身没有变化、只是被别人超过的，不作说明。",
  source:
    "Efron and Morris (1975), Journal of the American Statistical Association 70; DerSimonian and Laird (1986), Controlled Clinical Trials 7; Goldstein and Spiegelhalter (1996), Journal of the Royal Statistical Society A 159; Spiegelhalter (2005), Statistics in Medicine 24",
};
