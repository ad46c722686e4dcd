import type { Wave } from "./waves.ts";

/** A column of the export. */
export interface Column {
  readonly id: string;
  readonly header: string;
  /** Words of the answers 1, 2, 3 …, where the export can write words. */
  readonly words?: readonly string[];
}

const satisfaction = ["很不满意", "不满意", "一般", "满意", "很满意"];
const demand = ["很低", "较低", "一般", "较高", "很高"];
const services = [
  "上门提货",
  "送货上楼",
  "包装加固",
  "保价运输",
  "代收货款",
  "签收回单",
  "以上都没有",
  "其他",
];

function plain(id: string, header: string): Column {
  return { id, header };
}

function rated(id: string, header: string): Column {
  return { id, header, words: satisfaction };
}

function demanded(id: string, header: string): Column {
  return { id, header, words: demand };
}

/** What the order system hands to the survey tool: codes in every wave. */
const orderColumns: readonly Column[] = [
  plain("respondent_id", "答卷编号"),
  plain("when", "提交时间"),
  plain("seconds", "答题秒数"),
  plain("channel", "调查渠道"),
  plain("region", "大区编码"),
  plain("branch", "分公司编码"),
  plain("office", "营业部编码"),
  plain("customer_type", "客户类型"),
  plain("service_line", "服务产品"),
];

const satisfactionColumns = (wave: Wave): readonly Column[] => [
  rated("overall", "Q1 总的来说，您对我们的货运服务是否满意"),
  rated("pu1", "Q2 下单是否方便"),
  rated("pu2", "Q3 上门揽收是否准时"),
  rated("pu3", "Q4 揽收人员的服务态度"),
  rated("tr1", "Q5 货物是否按承诺时间送达"),
  rated("tr2", "Q6 送货前是否与您预约时间"),
  rated("tr3", wave.id < "2024-H1" ? "Q7 运单查询是否方便" : "Q7 用手机小程序查询运单是否方便"),
  rated("sa1", "Q8 货物送达时是否完好无损"),
  rated("sa2", "Q9 货物包装与装卸是否规范"),
  rated("sa3", "Q10 货物件数是否准确无短少"),
  rated("se1", "Q11 客服电话是否容易接通"),
  rated("se2", "Q12 客服解答问题是否清楚"),
  rated("se3", "Q13 运输异常是否主动告知"),
  rated("pr1", "Q14 运费价格是否合理"),
  rated("pr2", "Q15 收费项目是否透明"),
  rated("pr3", "Q16 对账开票是否及时准确"),
];

const routedColumns: readonly Column[] = [
  { id: "claim", header: "Q17 近半年是否发生过货损货差并提出理赔", words: ["是", "否"] },
  rated("claim_speed", "Q18 货物破损赔付是否及时"),
  rated("claim_fair", "Q19 赔付金额是否合理"),
  plain("damage_broken", "Q20 理赔原因(破损)"),
  plain("damage_wet", "Q20 理赔原因(受潮)"),
  plain("damage_lost", "Q20 理赔原因(丢失)"),
  plain("damage_short", "Q20 理赔原因(短少)"),
  plain("damage_wrong", "Q20 理赔原因(错发)"),
  rated("cold_temperature", "Q21 冷链全程温度是否达标"),
  rated("cold_handling", "Q22 冷链到站后装卸是否迅速"),
];

const otherColumns: readonly Column[] = [
  { id: "services", header: "Q23 您用过哪些增值服务（可多选）", words: services },
  demanded("ex1", "Q24 您对上门揽收准时的要求有多高"),
  demanded("ex2", "Q25 您对按承诺时间送达的要求有多高"),
  demanded("ex3", "Q26 您对货物完好无损的要求有多高"),
  demanded("ex4", "Q27 您对异常主动告知的要求有多高"),
  demanded("ex5", "Q28 您对收费透明的要求有多高"),
  plain("days", "Q29 最近一票货从揽收到签收用了几天"),
  plain("recommend", "Q30 您向同行或朋友推荐我们的可能性（0-10分）"),
  { id: "stay", header: "Q31 明年您是否会继续选择我们", words: ["一定会", "可能会", "可能不会", "一定不会"] },
  { id: "volume", header: "Q32 下半年您的发货量预计", words: ["增加", "持平", "减少"] },
];

const columnsSince2024: readonly Column[] = [
  plain("green", "Q33 您是否愿意选用新能源货车运输"),
  plain("kano_track_with", "K1 若能在手机上实时查看货物位置，您觉得"),
  plain("kano_track_without", "K1 若不能在手机上实时查看货物位置，您觉得"),
  plain("kano_receipt_with", "K2 若签收后即时回传电子回单，您觉得"),
  plain("kano_receipt_without", "K2 若签收后没有电子回单，您觉得"),
  plain("kano_slot_with", "K3 若能预约两小时送货时段，您觉得"),
  plain("kano_slot_without", "K3 若不能预约两小时送货时段，您觉得"),
  plain("kano_temperature_with", "K4 若能查到全程温度记录，您觉得"),
  plain("kano_temperature_without", "K4 若查不到全程温度记录，您觉得"),
  plain("kano_calls_with", "K5 若每到一个中转站都打电话通知，您觉得"),
  plain("kano_calls_without", "K5 若中转时不打电话通知，您觉得"),
];

/** Whether a column holds grades of 1–5. */
export function isRated({ words }: Column): boolean {
  return words === satisfaction || words === demand;
}

/** The columns of a wave's file, in the order of the questionnaire. */
export function columnsOf(wave: Wave): readonly Column[] {
  return [
    ...orderColumns,
    ...satisfactionColumns(wave),
    ...routedColumns,
    ...otherColumns,
    ...(wave.id < "2024-H1" ? [] : columnsSince2024),
    demanded("ex6", "Q34 您对揽收人员服务态度的要求有多高"),
    plain("comment", "您对我们还有什么意见和建议"),
  ];
}
