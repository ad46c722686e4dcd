import type { MethodWords } from "./method-words.ts";

/** 指数及其衍生结果的方法说明。 */
export const weightedIndexChinese: MethodWords = {
  id: "M10",
  name: "加权指数",
  meaning:
    "把多道题合成一个数字。先把每道题换算成占量表满分的比例，因子得分是所含各题的简单平均，指数是各因子按权重的平均；因此只问了少数人的题目与其他题目分量相同。失分说明某个因子让指数丢了多少分，即它在指数中的占比乘以它离满分的差距；各因子失分之和等于指数离满分的差距。某一组中作答人数过少、不能公布的题目不计入，其权重由其余各题分担，页面会加以说明。",
  formula:
    "题目得分：均值 ÷ 最高分，或（均值 − 最低分）÷（最高分 − 最低分），以代码本为准。因子：所含各题得分的平均。指数：Σ 权重 × 因子得分 ÷ Σ 权重，再乘以 1000 或 100。失分：占比 ×（满分 − 得分）。机构排名表中，得分相同者名次并列取前，样本量小的机构单列。",
  interval:
    "线性化方差：对每位受访者，就其作答的题目计算 z = Σ a ×（答案 − 均值）÷ 加权基数，其中 a 为该题在指数中的占比除以量表的宽度；方差为 Σw²z² · n/(n−1)，用自由度为等效样本量减一的 t 区间。基数为至少回答了其中一题的人。失分的区间由得分的区间换算而来。",
  source: "Woodruff (1971)，Journal of the American Statistical Association 66；Kish (1965)，Survey Sampling",
};

export const importanceMapChinese: MethodWords = {
  id: "M15",
  name: "重要性—表现图",
  meaning:
    "把每个因子的重要程度与得分放在一起，分成四个区域：优先改进（重要而得分低）、继续保持（重要而得分高）、次要、可能投入过多（不太重要而得分高）。重要性取自指数设定的权重，并非由答案推算。只有得分的整个置信区间都低于均值的因子，才会被列为需要改进。",
  formula:
    "横轴为因子在指数中的权重，纵轴为得分，十字线位于两者的简单平均。因子不足三个，或各因子权重相同时，不绘制此图。",
  source: "Martilla 与 James (1977)，Journal of Marketing 41",
};

export const reliabilityMethodChinese: MethodWords = {
  id: "M21",
  name: "因子的信度",
  meaning:
    "一个因子所含的题目是否测量同一件事。若对一题满意的人对其他题也满意，α 接近 1；若各题答案互不相干，则接近 0；达到 0.7 说明题目配合良好。每道题旁还列出它与其余题目总和的相关，以及去掉它之后的 α。",
  formula:
    "α = k ÷ (k − 1) ×（1 − Σ 各题方差 ÷ 总和的方差），每个协方差都按同时回答两题的人计算。与其余题目的相关：该题与其余各题总和的相关系数。",
  interval:
    "α：（1 − α）÷（1 − 估计值）服从自由度为 n − 1 与 (n − 1)(k − 1) 的 F 分布，n 为共同作答人数最少的那两题的等效样本量。相关系数：费希尔变换。",
  source:
    "Cronbach (1951)，Psychometrika 16；Feldt (1965)，Psychometrika 30；Fisher (1921)，Metron 1；Nunnally (1978)，Psychometric Theory",
};

export const pooledWavesChinese: MethodWords = {
  id: "M35",
  name: "多期合并",
  meaning:
    "每期样本较少的机构，把最近若干期合并起来展示，页面会列明是哪几期。趋势图上相邻的点因此共用一部分答卷，所以变化总是与此前不重叠的若干期相比。若相互重叠的合并结果，或与上级机构的数字相减，会推算出少数人的答案，则相应数字不予公布。机构关闭之后不再有新的合并结果。",
  formula:
    "各期的全部答卷合为一个基数；每期权重均值为 1，因此各期按受访人数计入。只有问法相同的各期才合并（M33）。期数不足的合并结果不予公布，最新一期除外。",
  interval: "与单期相同。",
  source: "Kish (1999)，Survey Methodology 25；合并的层级和期数由代码本规定",
};
