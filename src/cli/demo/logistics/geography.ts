/** A place in both languages. */
export interface Place {
  readonly en: string;
  readonly zh: string;
}

/** A branch, named after its city, and the districts that have an office. */
export interface Branch extends Place {
  readonly code: string;
  readonly districts: readonly Place[];
}

export interface Region {
  readonly code: string;
  /** Size of the market of one office against the average. */
  readonly market: number;
  /** Constant difference of this region's scores, in grades. No story: it is there in every wave. */
  readonly level: number;
  readonly branches: readonly Branch[];
}

/** Places are written "Qingpu 青浦". */
function place(written: string): Place {
  const [en = "", zh = ""] = written.split(" ");
  return { en, zh };
}

function branch(code: string, city: string, districts: readonly string[]): Branch {
  return { code, ...place(city), districts: districts.map(place) };
}

const east: readonly Branch[] = [
  branch("SHA", "Shanghai 上海", ["Qingpu 青浦", "Jiading 嘉定", "Songjiang 松江", "Pudong 浦东"]),
  branch("NKG", "Nanjing 南京", ["Jiangning 江宁", "Qixia 栖霞", "Luhe 六合"]),
  branch("SZV", "Suzhou 苏州", ["Kunshan 昆山", "Wujiang 吴江", "Taicang 太仓", "Xiangcheng 相城"]),
  branch("HGH", "Hangzhou 杭州", ["Xiaoshan 萧山", "Yuhang 余杭", "Linping 临平"]),
  branch("NGB", "Ningbo 宁波", ["Beilun 北仑", "Yinzhou 鄞州", "Cixi 慈溪"]),
  branch("TAO", "Qingdao 青岛", ["Huangdao 黄岛", "Jiaozhou 胶州", "Chengyang 城阳"]),
];

const south: readonly Branch[] = [
  branch("CAN", "Guangzhou 广州", ["Baiyun 白云", "Huangpu 黄埔", "Panyu 番禺", "Huadu 花都"]),
  branch("SZX", "Shenzhen 深圳", ["Bao'an 宝安", "Longgang 龙岗", "Yantian 盐田", "Longhua 龙华"]),
  branch("DGM", "Dongguan 东莞", ["Humen 虎门", "Changping 常平", "Chang'an 长安"]),
  branch("XMN", "Xiamen 厦门", ["Haicang 海沧", "Tong'an 同安", "Xiang'an 翔安"]),
  branch("NNG", "Nanning 南宁", ["Jiangnan 江南", "Liangqing 良庆", "Wuming 武鸣"]),
];

const north: readonly Branch[] = [
  branch("PEK", "Beijing 北京", ["Daxing 大兴", "Shunyi 顺义", "Tongzhou 通州", "Fangshan 房山"]),
  branch("TSN", "Tianjin 天津", ["Binhai 滨海", "Wuqing 武清", "Xiqing 西青"]),
  branch("SJW", "Shijiazhuang 石家庄", ["Zhengding 正定", "Gaocheng 藁城", "Luquan 鹿泉"]),
  branch("TYN", "Taiyuan 太原", ["Xiaodian 小店", "Qingxu 清徐"]),
];

const central: readonly Branch[] = [
  branch("WUH", "Wuhan 武汉", ["Dongxihu 东西湖", "Huangpi 黄陂", "Jiangxia 江夏", "Caidian 蔡甸"]),
  branch("CSX", "Changsha 长沙", ["Wangcheng 望城", "Yuhua 雨花", "Liuyang 浏阳"]),
  branch("CGO", "Zhengzhou 郑州", ["Jingkai 经开", "Zhongmu 中牟", "Xinzheng 新郑", "Xingyang 荥阳"]),
  branch("KHN", "Nanchang 南昌", ["Qingshanhu 青山湖", "Xinjian 新建"]),
];

const west: readonly Branch[] = [
  branch("CTU", "Chengdu 成都", ["Shuangliu 双流", "Longquanyi 龙泉驿", "Qingbaijiang 青白江", "Xindu 新都"]),
  branch("CKG", "Chongqing 重庆", ["Shapingba 沙坪坝", "Yubei 渝北", "Banan 巴南", "Jiangjin 江津"]),
  branch("XIY", "Xi'an 西安", ["Baqiao 灞桥", "Weiyang 未央", "Gaoling 高陵", "Huyi 鄠邑"]),
];

const northeast: readonly Branch[] = [
  branch("SHE", "Shenyang 沈阳", ["Yuhong 于洪", "Tiexi 铁西", "Shenbei 沈北"]),
  branch("HRB", "Harbin 哈尔滨", ["Xiangfang 香坊", "Daoli 道里", "Pingfang 平房"]),
];

/** The six regions; their own labels stand in the codebook. */
export const regions: readonly Region[] = [
  { code: "HD", market: 1.2, level: 0.04, branches: east },
  { code: "HN", market: 1.15, level: 0.02, branches: south },
  { code: "HB", market: 0.95, level: 0, branches: north },
  { code: "HZ", market: 1, level: 0, branches: central },
  { code: "XB", market: 0.85, level: -0.04, branches: west },
  { code: "DB", market: 0.8, level: -0.05, branches: northeast },
];
