import type { MethodWords } from "./method-words.ts";
import {
  importanceMapChinese,
  pooledWavesChinese,
  reliabilityMethodChinese,
  weightedIndexChinese,
} from "./methods-index-zh.ts";
import {
  bandsMethodChinese,
  contactScoresChinese,
  gapMethodChinese,
  hiddenChinese,
  picturesChinese,
  problemsMethodChinese,
  ruledScoresChinese,
} from "./methods-scoring-zh.ts";
import { rankingMethodChinese } from "./ranking-zh.ts";

export const methodsChinese: readonly MethodWords[] = [
  {
    id: "M01",
    name: "答案分布",
    meaning:
      "作答者中选择各答案的比例。多选题为占至少选择一项者或占全部被问到者的比例（见题目页面），因此合计可以超过 100%；占提及总数的比例则以全部所选项数为分母，合计为 100%。",
    formula:
      "选择该答案者的权重之和 ÷ 全部作答者的权重之和。缺失码和未被问到的人不计入基数。只以汇总表公布的期次以所列人数为准；未注明基数的百分比按公布的数字列出，没有置信区间，也不作检验。",
    interval: "按等效样本量计算的威尔逊得分区间。",
    source: "Wilson (1927)，Journal of the American Statistical Association 22",
  },
  {
    id: "M02",
    name: "平均分",
    meaning: `在题目自身量表上的平均得分。${picturesChinese}`,
    formula: "答案的加权总和 ÷ 权重总和。",
    interval:
      "自由度为等效样本量减一的 t 区间，方差为 Σw²(x−m)² / (Σw)² · n/(n−1)，不超出量表两端。若所有人答案相同，则采用同级各组的合并组内方差；没有同级组时，取未见答案最多能使均值移动的幅度。",
    hides: hiddenChinese.mean,
    source: "Kish (1965)，Survey Sampling；界限见 Clopper 与 Pearson (1934)",
  },
  ...ruledScoresChinese,
  {
    id: "M07",
    name: "高低分段占比",
    meaning:
      "最高一项、最高两项、最低两项答案的比例；净值为最高两项减最低两项；满意率为代码本认定为满意的答案所占比例。",
    formula: "比例的算法同 M01。",
    interval: "比例用威尔逊区间；净值用调整后的 Wald 区间，同 M08。",
    hides: hiddenChinese.boxes,
    source: "Wilson (1927)；Cohen (1983)，Applied Psychological Measurement 7",
  },
  {
    id: "M08",
    name: "净推荐值（NPS）、CSAT 与 CES",
    meaning: `推荐者（9–10 分）比例减去贬损者（0–6 分；1–10 分量表为 1–6 分）比例，以点数表示，范围 −100 至 +100。${contactScoresChinese.meaning}`,
    formula: "100 × (p − d)；标准误为 100 × √((p + d − (p − d)²) ÷ 等效样本量)。",
    interval:
      "NPS：调整后的 Wald 区间，加入三个虚拟答案：¾ 推荐者、¾ 贬损者、1½ 中立者。CSAT 和各比例用威尔逊区间；CES 同均值（M02）。",
    hides: hiddenChinese.loyalty,
    source: contactScoresChinese.source,
  },
  gapMethodChinese,
  weightedIndexChinese,
  problemsMethodChinese,
  importanceMapChinese,
  bandsMethodChinese,
  {
    id: "M19",
    name: "加权",
    meaning:
      "权重使一期的答案能够代表调查所针对的人群：回收比例偏低的群体，其答案权重较大。权重取自数据文件中的权重列，或按总体计算：交叉组加权使各维度的每个组合与总体一致；边际加权（RIM 加权）使每个维度各自的比例与总体一致。部分受访者的数字沿用全期的权重。读者筛选时使用所公布数据行的权重；权重可能透露所属机构，其中一部分取若干人的平均值（M34），因此加权数值可能与全体页面上的同一数值略有出入，筛选说明中列出权重改动的幅度。",
    formula:
      "交叉组加权：总体中的比例 ÷ 受访者中的比例。边际加权：逐个维度把权重乘以（目标比例 ÷ 现有比例），反复迭代，直到全部比例的相对误差不超过百万分之一；超过平均值五倍的权重截断后重新迭代，至多十次。每期权重均值为 1。设计效应：n·Σw² ÷ (Σw)²；等效样本量：(Σw)² ÷ Σw²。",
    source:
      "Deming 与 Stephan (1940)，Annals of Mathematical Statistics 11；Kish (1965)，Survey Sampling；Potter (1990)，Proceedings of the ASA Survey Research Methods Section",
  },
  {
    id: "M20",
    name: "差异检验",
    meaning:
      "判断差异是否超出偶然。只有超出偶然时才出现箭头以及“显著上升”“显著下降”的字样；其余都是“无显著变化”，但这并不表示没有变化。相比较的双方没有共同的受访者：一期与另一期相比，合并各期与此前各期相比，部分与整体中的其余部分相比，而不与包含它的整体相比。目标值本身没有误差。",
    formula:
      "均值与指数：按等效样本量的 Welch t 检验；权重不等时，离散程度不如均值估得准，因此自由度按 n ×（等效样本量 ÷ n）⁴ 份答案计算，且不超过等效样本量。比例：合并的两比例 z 检验，不作连续性校正。净值与 NPS：按标准误的 z 检验。",
    interval:
      "比较得越多，偶然的发现也越多，因此差异按组检验：同一群人的指数和各因子；同一群人的全部题目；同一上级之下全部机构（或其他维度的全部组别）的同一个数字；一道题各选项的比例；总变化的来源；机构之间的比较；一个机构与其上级其余部分的比较。每组用 Holm 方法校正，水平为 1%，后四类为 0.5%；同属两组的差异须在两组中都显著。各页的分组相同，因此在一页上显著的变化在其他页上也显著；纯属偶然的一页，出现箭头的机会不超过二十分之一；全网排名页同时列出所有机构的变化，会说明其中可能有几项只是偶然。",
    source:
      "Welch (1947)，Biometrika 34；Satterthwaite (1946)，Biometrics Bulletin 2；Holm (1979)，Scandinavian Journal of Statistics 6",
  },
  reliabilityMethodChinese,
  {
    id: "M30",
    name: "数据质量",
    meaning: "每个文件的每一行、每一格的去向，以及可能使答案存疑的作答模式。",
    formula:
      "读入行数 = 保留 + 剔除。雷同作答：同一组题目至少答了五题且答案完全相同。作答过快：时长低于代码本规定的下限。",
    source: "AAPOR，Standard Definitions (2023)",
  },
  rankingMethodChinese,
  {
    id: "M32",
    name: "总变化的来源",
    meaning:
      "把两期之间的变化精确拆成若干部分：各组顾客的评分变了多少，各组在顾客中的占比变了多少；只在其中一期出现的组单独列出。指数还可按因子和题目拆分。各部分相加等于总变化。",
    formula:
      "每一组：两期平均占比 × 该组得分的变化，以及（两期平均得分 − 总体平均得分）× 该组占比的变化；逐题计算后按指数权重相加，并沿层级逐级拆分。人数过少、不能单独展示的组合并为一行。",
    interval:
      "评分部分用各组估计自身的误差，占比部分按等效样本量的多项分布。同一总体的全部拆分视为一组检验，用 Holm 方法校正；只有某一部分显著时，才进一步检验其内部。各部分同时检验，要求较高；某组自身得分的变化是另一个数字，它在别处可以显著，而其影响在这里不显著。",
    source: "Kitagawa (1955)，Journal of the American Statistical Association 50",
  },
  {
    id: "M33",
    name: "各期可比性",
    meaning:
      "同一道题在两期之间有改动时，趋势线断开，不跨越断点计算变化。页面会写明改了什么：措辞、量表、选项、哪些代码计为有效回答、记录几个答案，或者计入谁的回答。若指数或因子中有题目改动，则两期都只按其余题目比较，页面会写明不含哪些题目。",
    formula:
      "每一期都与此前最近一次问过该题的那一期对照，依据是代码本和各期文件的表头，不看答案本身。措辞和量表的改动以代码本所写为准。代码本也可以注明改动前后仍可比较，题目页面会加以说明。",
    source: "本调查的代码本与各期文件的表头",
  },
  pooledWavesChinese,
];
