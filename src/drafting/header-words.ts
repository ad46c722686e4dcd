import type { ExportColumn } from "../intake/exports/layout.ts";

/** The words of a header: parted at blanks, signs, digits and capitals, in small letters. */
export function wordsIn(header: string): readonly string[] {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

type Named = Pick<ExportColumn, "name" | "text">;

const han = /\p{Script=Han}/u;

/** True where most of the texts are Chinese. */
export function isChinese(texts: readonly string[]): boolean {
  const worded = texts.filter((text) => /\p{L}{2}|\p{Script=Han}/u.test(text));
  return worded.length > 0 && worded.filter((text) => han.test(text)).length * 2 > worded.length;
}

/** Short enough to be a heading, or a question about the respondent: "store" in a long statement names no store. */
function isAboutThem({ text }: Named): boolean {
  return han.test(text)
    ? [...text].length <= 14
    : wordsIn(text).length <= 4 || (wordsIn(text).length <= 14 && /\b(you|your|I)\b/.test(text));
}

const placeWords = new Set(
  "country region state province county city town district area barea zone terminal term branch dealer dealership outlet gate".split(
    " ",
  ),
);
/** Places as well as things that are rated: a numbered question is more likely about the thing. */
const placeOrThing = new Set(
  "store shop site location office hotel airport team department division".split(" "),
);
const placeTexts =
  /国家|大区|区域|地区|省份|省市|所在省|所在市|城市|区县|门店|店铺|分店|经销商|网点|营业厅|机构|分公司|支行|部门|片区|楼层/;

/** A column that says where: a candidate for the hierarchy. */
export function isPlace(column: Named): boolean {
  if (isRated(column) || isRecommend(column)) return false;
  if (/^(.*[（(])?[省市区县]([)）].*)?$/.test(column.text)) return true;
  if (han.test(column.text))
    return isAboutThem(column) && placeTexts.test(column.text) && !/是否|满意/.test(column.text);
  const things = /^Q\d/i.test(column.name) ? new Set<string>() : placeOrThing;
  return isAboutThem(column) && wordsIn(column.text).some((word) => placeWords.has(word) || things.has(word));
}

const personWords = new Set(
  "gender sex age ages income education degree occupation profession industry marital ethnicity race nationality segment tier membership channel language lang brand home".split(
    " ",
  ),
);
const personPhrases =
  /\bhow old\b|\b(gender|ethnicity|race|age group|household income|level of school|marital status|customer (type|group)|category best describes|identify with)\b/i;
const personTexts =
  /性别|年龄|收入|学历|教育程度|文化程度|职业|行业|婚姻|民族|客户类型|客户群|会员|等级|级别|星级|渠道|语言|品牌|车型|制式|身份/;

/** A column that says who: a dimension that readers may filter by. */
export function isPersonal(column: Named): boolean {
  if (isRated(column) || isRecommend(column)) return false;
  if (han.test(column.text))
    return isAboutThem(column) && personTexts.test(column.text) && !/是否|满意|比重|占/.test(column.text);
  if (personPhrases.test(column.text) && wordsIn(column.text).length <= 20) return true;
  return (
    isAboutThem(column) &&
    wordsIn(column.text).length <= 6 &&
    wordsIn(column.text).some((word) => personWords.has(word))
  );
}

/** The likelihood to recommend (M08). */
export function isRecommend({ name, text }: Named): boolean {
  return (
    /\brecommend|weiterempf|\bempfehl|\brecommand|\brecomend|\braccomand|net ?promot|\bnps\b|推荐/i.test(
      text,
    ) || /^nps|netpro|net_promoter/i.test(name)
  );
}

/** The item that sums the survey up. */
export function isOverall({ name, text }: Named): boolean {
  return (
    /\boverall\b|as a whole|总体|整体|总的来说|总满意/i.test(text) ||
    (wordsIn(name).length <= 3 &&
      wordsIn(name).some((word) => ["overall", "all", "whole", "total"].includes(word)))
  );
}

/** Words of a rated item. */
export function isRated({ text }: Named): boolean {
  return /\b(rate|rating|score|satisf\w*|how (easy|difficult|likely|important|well|good|much you)|scale of)\b|满意|评分|打分|评价|得分|同意|推荐/i.test(
    text,
  );
}

/** Asks for words of the respondent's own. */
export function isComment({ name, text }: Named): boolean {
  return (
    /\b(comments?|remarks?|anything else|why|explain|suggestions?|feedback|verbatim|in your own words|tell us more)\b|意见|建议|说明(?!书)|开放|评论|留言|为什么|kommentar|anmerkung|bemerkung|warum\b|commentaires?|pourquoi|comentarios?/i.test(
      `${name.replaceAll("_", " ")} ${text}`,
    ) && !isRated({ name, text })
  );
}

/** Ranks given to several things, 1 the best. */
export function isRanking(text: string): boolean {
  return /\brank(ing|ed)?\b|排序|排名/i.test(text);
}

/** The header of a respondent's id. */
export function isId({ name }: Named): boolean {
  return (
    /(^|[_\s-])(id|no|nr|num|number|uuid|guid)$/i.test(name) ||
    /^(resp|case|record|serial|respondent|response)\w*$/i.test(name) ||
    /[a-z]ID$|[A-Z]{2,}ID$|^ID$/.test(name) ||
    /序号|编号|用户id|问卷id|答卷id|客户号|流水号|样本号/i.test(name)
  );
}

export function isWeight({ name, text }: Named): boolean {
  return (
    /^(weights?|wgts?|w|weighting|wt)$|[_\s-](weight|wgt)$|^weight[_\s-]|权重|加权/i.test(name) ||
    /^权重|^weight$/i.test(text)
  );
}

export function isDate({ name, text }: Named): boolean {
  return /\bdate\b|\w+date$|time ?stamp|submitted|completed|_date|date_|日期|时间/i.test(`${name} ${text}`);
}

/** A date of the interview itself, and not of a purchase, a stay or an expiry. */
export function isInterviewDate({ name, text }: Named): boolean {
  return (
    /^(date|日期|timestamp|datum)$/i.test(text) ||
    (isDate({ name, text }) &&
      /interview|survey|respon[sd]|answer|fieldwork|time ?stamp|submit|complet|recorded|访问|调查|答题|答卷|填写|填答|提交|作答/i.test(
        `${name} ${text}`,
      ))
  );
}

export function isDuration({ name, text }: Named): boolean {
  return /duration|interview ?time|interview length|所用时间|答题时长|答题秒数|用时|^seconds seconds$/i.test(
    `${name} ${text}`,
  );
}

const personal =
  /\be-?mail\b|\b(ip|street|home|postal|mailing) ?address\b|^address$|\b(tele)?phone( number)?$|\bmobile( number| phone)$|\bzip\b|\bpost(al)? ?code\b|^((first|last|full|given|family|your|respondent|customer|contact|user)[\s_-]?)?names?$|\b(first|last|full) ?name\b|latitude|longitude|姓名|称呼|昵称|手机号|手机号码|联系电话|电话号码|联系方式|邮箱|电子邮件|微信号|身份证|详细地址|家庭住址|IP地址|来自IP|邮编|车牌/i;

const birthWords = new Set("birth born birthday birthdate dob geburtsdatum geburtstag".split(" "));

/** A day or year of birth; a country of birth is none. */
export function isBirth({ name, text }: Named): boolean {
  const words = [...wordsIn(text), ...wordsIn(name)];
  return (
    (words.some((word) => birthWords.has(word)) || /出生|生日/.test(text)) &&
    !isRated({ name, text }) &&
    !words.some((word) => placeWords.has(word) || word === "where" || word === "place") &&
    !/出生地|哪里/.test(text)
  );
}

/** A column that can tell who somebody is, by its header. */
export function isIdentifying({ name, text }: Named): boolean {
  return (
    isBirth({ name, text }) ||
    personal.test(text) ||
    personal.test(name) ||
    wordsIn(name).some((word) => word === "zip" || word === "email")
  );
}

/** Numbers that are names: a flight, a destination, a code. Their mean says nothing. */
export function isNominal({ name, text }: Named): boolean {
  const words = wordsIn(text === name ? name : `${name} ${text}`);
  const nominal =
    "airline flight dest destination code type brand model run gate zone route date where".split(" ");
  return words.some((word) => nominal.includes(word)) || /编码|代码|型号|类型/.test(text);
}

const units: readonly (readonly [RegExp, { readonly en: string; readonly zh: string }])[] = [
  [/分钟|\bmin(ute)?s?\b|PASSMIN/i, { en: "minutes", zh: "分钟" }],
  [/小时|\bhours?\b/i, { en: "hours", zh: "小时" }],
  [/秒|\bseconds?\b/i, { en: "seconds", zh: "秒" }],
  [/天数|\bdays?\b/i, { en: "days", zh: "天" }],
  [/（元）|\(元\)|金额|费用|\bARPU|月租|价格|话费/i, { en: "yuan", zh: "元" }],
  [/[（(]MB[)）]/i, { en: "MB", zh: "MB" }],
  [/[（(]KB[)）]/i, { en: "KB", zh: "KB" }],
  [/次数|\btimes\b/i, { en: "times", zh: "次" }],
  [/占比|比例|\bshare\b|\bratio\b/i, { en: "share", zh: "占比" }],
  [/\byear\b|年份/i, { en: "year", zh: "年" }],
  [/年龄|\bage\b/i, { en: "years", zh: "岁" }],
  [/\bhow many people\b|人数/i, { en: "people", zh: "人" }],
];

/** The unit of a measured quantity, by its header. */
export function unitOf({ name, text }: Named): { readonly en: string; readonly zh: string } | undefined {
  return units.find(([word]) => word.test(text) || word.test(name))?.[1];
}
