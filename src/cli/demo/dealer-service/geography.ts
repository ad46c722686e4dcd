/** A city of the network: code, English name, Chinese name, number of dealers. */
export type City = readonly [code: string, en: string, zh: string, dealers: number];

export interface Province {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly cities: readonly City[];
}

export interface Region {
  readonly code: string;
  /** Size of the market of one dealer against the average; the sample follows its square root. */
  readonly market: number;
  /** Constant difference of this region's scores, on the 1–10 scale. No story: it is there in every wave. */
  readonly level: number;
  readonly provinces: readonly Province[];
}

function province(code: string, en: string, zh: string, cities: readonly City[]): Province {
  return { code, en, zh, cities };
}

const east: readonly Province[] = [
  province("shanghai", "Shanghai", "上海", [["shanghai", "Shanghai", "上海", 8]]),
  province("jiangsu", "Jiangsu", "江苏", [
    ["nanjing", "Nanjing", "南京", 5],
    ["suzhou", "Suzhou", "苏州", 6],
    ["wuxi", "Wuxi", "无锡", 4],
    ["nantong", "Nantong", "南通", 3],
    ["xuzhou", "Xuzhou", "徐州", 3],
  ]),
  province("zhejiang", "Zhejiang", "浙江", [
    ["hangzhou", "Hangzhou", "杭州", 5],
    ["ningbo", "Ningbo", "宁波", 4],
    ["wenzhou", "Wenzhou", "温州", 3],
    ["jinhua", "Jinhua", "金华", 2],
    ["jiaxing", "Jiaxing", "嘉兴", 2],
  ]),
  province("shandong", "Shandong", "山东", [
    ["jinan", "Jinan", "济南", 4],
    ["qingdao", "Qingdao", "青岛", 4],
    ["yantai", "Yantai", "烟台", 2],
    ["weifang", "Weifang", "潍坊", 2],
  ]),
];

const south: readonly Province[] = [
  province("guangdong", "Guangdong", "广东", [
    ["guangzhou", "Guangzhou", "广州", 8],
    ["shenzhen", "Shenzhen", "深圳", 8],
    ["foshan", "Foshan", "佛山", 4],
    ["dongguan", "Dongguan", "东莞", 5],
    ["zhuhai", "Zhuhai", "珠海", 3],
    ["huizhou", "Huizhou", "惠州", 3],
  ]),
  province("guangxi", "Guangxi", "广西", [
    ["nanning", "Nanning", "南宁", 4],
    ["liuzhou", "Liuzhou", "柳州", 3],
    ["guilin", "Guilin", "桂林", 2],
  ]),
];

const north: readonly Province[] = [
  province("beijing", "Beijing", "北京", [["beijing", "Beijing", "北京", 10]]),
  province("hebei", "Hebei", "河北", [
    ["shijiazhuang", "Shijiazhuang", "石家庄", 5],
    ["tangshan", "Tangshan", "唐山", 4],
    ["baoding", "Baoding", "保定", 4],
    ["langfang", "Langfang", "廊坊", 3],
    ["handan", "Handan", "邯郸", 3],
  ]),
];

const central: readonly Province[] = [
  province("hubei", "Hubei", "湖北", [
    ["wuhan", "Wuhan", "武汉", 7],
    ["yichang", "Yichang", "宜昌", 3],
    ["xiangyang", "Xiangyang", "襄阳", 3],
  ]),
  province("hunan", "Hunan", "湖南", [
    ["changsha", "Changsha", "长沙", 6],
    ["zhuzhou", "Zhuzhou", "株洲", 3],
    ["hengyang", "Hengyang", "衡阳", 3],
  ]),
  province("henan", "Henan", "河南", [
    ["zhengzhou", "Zhengzhou", "郑州", 6],
    ["luoyang", "Luoyang", "洛阳", 3],
    ["nanyang", "Nanyang", "南阳", 3],
  ]),
];

const southwest: readonly Province[] = [
  province("chongqing", "Chongqing", "重庆", [["chongqing", "Chongqing", "重庆", 8]]),
  province("sichuan", "Sichuan", "四川", [
    ["chengdu", "Chengdu", "成都", 8],
    ["mianyang", "Mianyang", "绵阳", 3],
    ["deyang", "Deyang", "德阳", 2],
    ["leshan", "Leshan", "乐山", 2],
  ]),
  province("yunnan", "Yunnan", "云南", [
    ["kunming", "Kunming", "昆明", 5],
    ["qujing", "Qujing", "曲靖", 2],
    ["dali", "Dali", "大理", 2],
  ]),
];

const northwest: readonly Province[] = [
  province("shaanxi", "Shaanxi", "陕西", [
    ["xian", "Xi'an", "西安", 7],
    ["xianyang", "Xianyang", "咸阳", 2],
    ["baoji", "Baoji", "宝鸡", 3],
    ["hanzhong", "Hanzhong", "汉中", 2],
  ]),
  province("gansu", "Gansu", "甘肃", [
    ["lanzhou", "Lanzhou", "兰州", 4],
    ["tianshui", "Tianshui", "天水", 2],
  ]),
];

const northeast: readonly Province[] = [
  province("liaoning", "Liaoning", "辽宁", [
    ["shenyang", "Shenyang", "沈阳", 6],
    ["dalian", "Dalian", "大连", 6],
    ["anshan", "Anshan", "鞍山", 2],
    ["jinzhou", "Jinzhou", "锦州", 2],
  ]),
  province("jilin", "Jilin", "吉林", [
    ["changchun", "Changchun", "长春", 5],
    ["siping", "Siping", "四平", 2],
    ["tonghua", "Tonghua", "通化", 2],
  ]),
];

/** The seven regions; their own labels stand in the codebook. */
export const regions: readonly Region[] = [
  { code: "east", market: 1.25, level: 0.05, provinces: east },
  { code: "south", market: 1.15, level: 0.03, provinces: south },
  { code: "north", market: 1.05, level: 0, provinces: north },
  { code: "central", market: 0.9, level: -0.03, provinces: central },
  { code: "southwest", market: 0.95, level: 0.02, provinces: southwest },
  { code: "northwest", market: 0.7, level: -0.08, provinces: northwest },
  { code: "northeast", market: 0.7, level: -0.05, provinces: northeast },
];
