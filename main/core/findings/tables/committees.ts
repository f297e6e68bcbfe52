/**
 * What a committee's name says: the series it evaluates, the county it belongs to, and under which
 * name the planning table has it. Read off part 三 and Q5 of the 2022 guide; later editions keep the
 * wording, and a name that no row knows is left to people.
 */

/** Words of a committee's name and the series (Q1) that file with it; the first row that fits counts. */
export const COMMITTEE_SERIES: readonly Readonly<{ words: RegExp; series: readonly string[] }>[] = [
  { words: /中小学.*教师|中小教师|一级教师/, series: ['中小学教师'] },
  // 「含实验技术人员」 (三(一)11, 三(二)24)
  { words: /中等专业学校|中专/, series: ['中等职业学校教师', '实验技术人才'] },
  { words: /技工院校/, series: ['技工院校教师'] },
  { words: /党校/, series: ['高等学校教师', '哲学社会科学研究人员'] },
  { words: /实验技术/, series: ['实验技术人才'] },
  { words: /卫生|药学|药品/, series: ['卫生技术人员'] },
  { words: /工艺美术/, series: ['工艺美术专业人员'] },
  { words: /艺术/, series: ['艺术专业人员'] },
  { words: /图书资料|群众文化/, series: ['图书资料专业人员'] },
  { words: /文物|博物/, series: ['文物博物专业人员'] },
  { words: /档案/, series: ['档案专业人员'] },
  { words: /新闻/, series: ['新闻专业人员'] },
  { words: /出版/, series: ['出版专业人员'] },
  { words: /教练|体育专业/, series: ['体育专业人员'] },
  { words: /社会科学/, series: ['哲学社会科学研究人员'] },
  { words: /自然科学/, series: ['自然科学研究人员'] },
  { words: /公证/, series: ['公共法律服务专业人员'] },
  { words: /律师/, series: ['律师'] },
  { words: /经济师|经济专业/, series: ['经济专业人员'] },
  { words: /会计/, series: ['会计人员'] },
  { words: /统计/, series: ['统计专业人员'] },
  { words: /审计/, series: ['审计专业人员'] },
  { words: /农业|畜牧|兽医/, series: ['农业技术人员'] },
  { words: /工程|园林/, series: ['工程技术人员'] },
];

/** Committees of a county or of a zone, by the beginning of their name, and the counties whose units file there. */
export const COMMITTEE_REGIONS: readonly Readonly<{ name: string; counties: readonly string[] }>[] = [
  ...[
    '五华区',
    '盘龙区',
    '官渡区',
    '西山区',
    '东川区',
    '呈贡区',
    '晋宁区',
    '安宁市',
    '富民县',
    '宜良县',
    '石林县',
    '嵩明县',
    '寻甸县',
    '禄劝县',
  ].map((name) => ({ name, counties: [name] })),
  // zones lie in counties, and units name the one or the other
  { name: '昆明经济技术开发区', counties: ['昆明经济技术开发区', '经开区', '官渡区', '呈贡区'] },
  { name: '昆明阳宗海风景名胜区', counties: ['昆明阳宗海风景名胜区', '阳宗海', '呈贡区', '宜良县'] },
  {
    name: '中国(云南)自由贸易',
    counties: ['自由贸易试验区', '自贸区', '经开区', '昆明经济技术开发区', '官渡区', '呈贡区'],
  },
];

/** The planning table (Q5) has seven committees under other names than the directory (part 三): planning → directory. */
export const PLANNING_NAMES: ReadonlyMap<string, string> = new Map([
  ['昆明市基层卫生技术高级职称评审委员会', '昆明市基层卫生高级职称评审委员会'],
  ['昆明市中专高级讲师评审委员会', '昆明市中等专业学校高级讲师评审委员会'],
  ['昆明市轨道交通工程中级职称评审委员会', '昆明市工程系列轨道交通专业中级职称评审委员会'],
  ['昆明市一级教师评审委员会', '昆明市中小学一级教师评审委员会'],
  ['寻甸县中小教师中级职称评审委员会', '寻甸县中小学教师中级职称评审委员会'],
  ['昆明市生态环境工程中级职称评审委员会', '昆明市生态环境工程中级工程师评审委员会'],
  [
    '中国(云南)自由贸易区昆明片区建筑工程中级职称评审委员会',
    '中国(云南)自由贸易试验区昆明片区建筑工程中级职称评审委员会',
  ],
]);
