import type { DraftWords } from "./words.ts";

const list = (values: readonly unknown[], most = 6) =>
  `${values
    .slice(0, most)
    .map((value) => `“${value}”`)
    .join("、")}${values.length > most ? "等" : ""}`;

/** The draft's sentences in Chinese. */
export const chinese: DraftWords = {
  decide: "待定：",
  other: "其他",
  noName: "（无表头）",

  heading: (files) => [
    `初稿，由 ${files.join("、")} 推测得出。每处推测的理由写在它的上方；需要人来决定的，以“待定：”标出。`,
    "`npm run check` 会指出不相符之处；定下来的注释可以删掉。",
  ],

  recommendScale: (ends) => `推荐意愿，${ends} 分：依据表头用词。`,
  codeScale: (ends, why) => `${ends} 分评分题：${why}。`,
  inBattery: (size) => `相邻 ${size} 列编码相同`,
  byHeader: "依据表头用词",
  byShape: "答案的分布像评分",
  wordScale: (worst, best) => `文字评分题，从“${worst}”（最差）到“${best}”（最好）。`,
  codedChoice: (codes) => `单选题，${codes} 个编码。`,
  yesOrNo: "是非题。",
  ranges: (options) => `单选题，${options} 个区间，按数值排序。`,
  writtenChoice: (options, percent) =>
    percent === 100 ? `单选题，${options} 个选项。` : `单选题，${options} 个选项，占全部答案的 ${percent}%。`,
  place: (values) => `地点或机构，依据表头用词：${values} 个取值，按原样使用。`,
  joined: (separator, percent, options) =>
    `多选题，一格内以“${separator}”分隔（占 ${percent}% 的单元格）：${options} 个选项。`,
  choiceColumns: (columns, values) => `多选题，一个选项一列：共 ${columns} 列，取值如 ${list(values)}。`,
  mentions: (columns, options) => `多选题，依次提及，共 ${columns} 列：${options} 种答案。`,
  ranks: (places) => `名次，从 1（最好）到 ${places}：显示平均名次。`,
  quantity: (min, max) => `数量，从 ${min} 到 ${max}。`,
  freeText: "开放题：只公布有多少人作答。",
  openByForm: "开放题，问卷工具如此标明：只公布有多少人作答。",
  joinedCodes: (separator, percent, options) =>
    `多选题的编码，一格内以“${separator}”分隔（占 ${percent}% 的单元格）：${options} 个选项。`,
  typedBeside: "选项旁填写的文字：只公布有多少人作答。",

  doubtfulScale: (ends, missing) =>
    missing.length > 0
      ? `是否为 ${ends} 分，而 ${list(missing)} 不是答案？`
      : `是否为 ${ends} 分？另一种量表同样可能。`,
  codesAsMissing: (codes) => `${list(codes)} 视为未作答。`,
  wordsAsMissing: (values) => `${list(values)} 视为未作答。`,
  onlyShape: "仅凭答案的分布推测为评分题；若不是，请改为单选题。",
  recommendFromOne: "没有人选 0，因此量表从 1 开始；若可以选 0，请删去 `scale`。",
  strays: (values) => `${list(values)} 不属于任何编码；此类单元格计为坏值。`,
  wordsForCodes: "有的期是文字，有的期是编码；1 视为其中最差的一级。",
  isOftenBest: "“总是”是最好的答案吗？若不是，请把量表倒过来。",
  stepMissing: "可能缺少没有人选的一级。",
  nameCodes: "这些编码是什么意思？请写在 labels 里。",
  rareToOther: (values) => `${values} 种少见的取值归入“其他”；可以公布的请列出。`,
  maybeFreeText: "作答的人很少，这些可能是各人自己写的话；若是，请改为 type: text。",
  textByHeader: "从表头看是开放题；若答案出自选项列表，请改为单选题。",
  decimalCommas: "像是以逗号为小数点的数字（12,3），无法读取：请将导出文件改用小数点，再把题型改为 number。",
  typedAsOther: (header) => `在“${header}”里填写了内容的人计为选了“其他”；文字不读取。对吗？`,
  turnedIntoDate: "电子表格似乎把 6-10 之类的区间变成了日期；请用 `recode` 改正。",
  optionHoldsSeparator: (options) => `${list(options)} 含有分隔符，已视为一个选项。`,
  rankingAsChoices: "选项的先后次序不予保留。",
  noneChoice: (code) => `“${code}”视为“以上都没有”。`,
  notTicked: (values) => `${list(values)} 视为未选，其余取值视为选中。`,
  baseOfChoices: "百分比的基数是至少选了一项的人；写 `base: asked` 则为全部受访者。",
  blankIsNo: "空白视为“否”；若无 `base: asked`，空白即为未作答。",
  whatWasAsked: "表头只有选项，没有题目：请补上 text。",
  whichUnit: "单位是什么？",
  scaleChanged: "各期量表不同；跨越这一变化不计算升降。",
  matchedNear: (headers) => `${list(headers)} 是同一题吗？系按相近的表头对应。`,
  notInWaves: (waves) => `${list(waves)} 期没有此题，也没有相近的题。`,
  renamed: (waves, id, header) =>
    `${list(waves)} 期没有此题。那里的“${header}”（\`${id}\`）是同一题吗？若是，请合为一题，按期写 \`column\`。`,
  sameHeaderOtherAnswers: (waves) =>
    `表头相同，但自 ${list(waves)} 起答案差别很大：是另一题吗？跨越这一变化不计算升降。`,

  checkTitle: "给读者看的标题，最好两种语言都写：{ en: …, zh: … }。",
  respondentGuess: "该列在每一期内都不重复；从不公布。",
  dateGuess: "只公布每一期最早和最晚的月份。",
  dateBySpan: "这是作答的日期吗？仅凭日期彼此接近而推测。",
  whichDate: (header) =>
    `没有找到作答日期；若“${header}”就是，请写 \`date: { column: …, publish: month }\`。`,
  dateOrder: (order) => `没有大于 12 的日，分不清日和月谁在前；暂按 ${order}。`,
  weightGuess: "1 附近的正数，或表头如此命名。",
  durationGuess: "请补上 `minimum`，即低于多少秒算答得太快。",
  commonMissing: "多数题目共有的未作答取值；题目自己的列表会取代它。",
  wavesOrder: "从旧到新，依据文件名中的年份，否则按给出的次序。已知的起止日期和邀请人数请补上。",
  waveGuess: "已知的起止日期和邀请人数请补上。",
  encodingGuess: "既不是 UTF-8 也不是 GB18030；暂按 windows-1252。请看带重音的字母是否正确。",
  sheetChosen: (file, sheet, others) =>
    `${file} 读取了工作表“${sheet}”，其表格最大；若应为另一张，请写 \`sheet:\`。其余工作表：${list(others)}。`,
  hierarchyNested: "后一级都在前一级之内：由此生成分支页面。",
  hierarchyLone: "只找到这一个地点维度；可补上其他层级（从大到小），或删去。",
  outcomeByWords: "从用词看是总体评价，作为报告的首要指标。",
  outcomeFirst: "第一道评分题；请指定报告的首要指标。",
  noOutcome: "没有找到评分题；以第一题为首要指标。",

  leftOutHeading: "未采用的列及理由：",
  personalHeader: "从表头看是个人信息，可能识别到人：不读取，也不公布。",
  personalValues: (what) => `个人信息，内容像${what}：不读取，也不公布。`,
  patterns: {
    email: "电子邮箱",
    ip: "IP 地址",
    mobile: "手机号码",
    phone: "电话号码",
    place: "经纬度",
    identity: "身份证号",
  },
  empty: "各期均为空。",
  constant: (value) => `每一行都是“${value}”。`,
  ofTheTool: "问卷工具自带的列。",
  roleNotUsed: "问卷工具的另一个时间或编号；已采用其中一个。",
  secondWeight: "另一个权重；已采用其中一个。",
  secondDate: "日期；已采用其中一列。若作为题目：type 写 date。",
  datesOfSomething: "日期，但看不出是什么日期。若作为题目：type 写 date。",
  timesOfDay: "时刻，没有相应的题型。",
  ids: "编号或流水号。",
  unreadableDates: "表头为日期，但内容读不出日期。",
  codesOfList: (codes) => `${codes} 种编码；给出需要的编码含义后即可使用。`,
  commentCodes: (codes) => `依次提及的 ${codes} 种编码，像是开放题的编码；给出编码含义后即可使用。`,

  reportTitle: (id) => `${id}：推测结果`,
  filesHeading: "已读取",
  fileLine: (file, rows, columns, form, wave) =>
    `${file}：${rows} 行，${columns} 列，格式 ${form}，第 ${wave} 期`,
  raggedLine: (rows) => `${rows} 行的单元格数与表头不符，将被剔除`,
  toDecideHeading: "需要人来决定",
  guessedHeading: "推测及理由",
  leftOutReportHeading: "未采用及理由",
  confidence: (doubts) => (doubts === 0 ? "（把握大）" : doubts === 1 ? "（较可能）" : "（不确定）"),
  nothingLeftOut: "无。",
  reportEnd: "本文件可以删除。",

  usage: "npm run new -- 导出文件.csv [后续各期.csv …] [--id 名称] [--out 文件夹] [--language en|zh]",
  noFiles: "没有给出导出文件",
  unknownOption: (option) => `没有 ${option} 这个选项`,
  optionValue: (option, expected) => `${option} 后面应为 ${expected}`,
  noFile: (path) => `${path}：没有这个文件`,
  noRows: (path) => `${path}：表头下没有答案`,
  noColumns: (path) => `${path}：不是带表头的表格`,
  unreadable: (path, why) => `${path}：${why}`,
  noQuestions: "没有任何一列可以作为题目",
  isTable: (path) => `${path}：这是汇总表，不是逐人的答卷。请在该期用 \`tabulated\` 代替 \`file\`：`,
  exists: (path) => `${path} 已经存在；请删除它，或另选 --id 或 --out`,
  wrote: (path) => `已写入 ${path}`,
  counts: (dimensions, questions, toDecide, leftOut) =>
    `${dimensions} 个维度，${questions} 道题，${leftOut} 列未采用，${toDecide} 处待定`,
  summary: (stop, row, cell, note) =>
    `${stop} 处须停止，${row} 行被剔除，${cell} 个单元格视为缺失，${note} 条提示`,
  builds: "已可生成网站：npm run dev",
  buildsElsewhere: (folder) => `已可生成网站：MANYI_DATA=${folder} npm run dev`,
  stops: "初稿未通过检查，因此没有写入任何文件：请按所列问题修改导出文件，再重新运行",
  sameFile: (a, b) => `${a} 与 ${b} 是同一个文件；每期的导出文件只写一次`,
  notText: (path) => `${path}：不是文本表格，含有空字节或控制字符；请把答卷导出为 CSV 或工作簿`,
  noHeader: (path) => `${path}：第一行不是表头，没有一格含有文字；请写上各题的名称`,
};
