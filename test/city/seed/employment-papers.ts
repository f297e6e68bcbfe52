/** What some kinds of employment and of filing have to prove beside the usual: Q2, Q7–Q11, Q14, Q18. */
import { inCharacters, toMonth } from './dates.ts';
import type { Facts } from './facts.ts';
import type { Paper } from './filer.ts';
import { degreeRecordPapers, letterPaper } from './papers.ts';

export function employmentPapers(facts: Facts): readonly Paper[] {
  if (facts.career.kind === 'recognition') return recognitionPapers(facts);
  if (facts.career.kind === 'series-change') return [changeOfPostPaper(facts)];
  switch (facts.employment) {
    case 'dispatch':
      return dispatchPapers(facts);
    case 'worker-in-technical-post':
    case 'manager-in-technical-post':
      return [movedByUnitPaper(facts), wageFormPaper(facts)];
    case 'off-staff':
      return [contractPaper(facts)];
    case 'seconded':
      return [secondmentPaper(facts)];
    case 'postdoc':
      return [grantPaper(facts)];
    case 'freelancer':
      return freelancerPapers(facts);
    case 'staff':
    case 'civil-servant':
    case 'retired':
      return [];
  }
}

/** Q14; the bachelor's record goes with the education. */
function recognitionPapers({ person, unit, jobs }: Facts): readonly Paper[] {
  const hired = jobs[0]?.from ?? '';
  const body = `经公开招聘、考察、体检合格，同意聘用${person.name}同志为${unit}工作人员，试用期一年，自${inCharacters(hired)}起计算。`;
  return [
    letterPaper('事业单位聘用人员审批表.jpg', {
      issuer: unit,
      number: `〔${hired.slice(0, 4)}〕25号`,
      title: '云南省事业单位聘用人员审批表',
      body,
      date: inCharacters(hired),
    }),
  ];
}

/** Q14(2), of the first degree. */
export function registrationPapers({ person, schoolings, recordValidUntil, career }: Facts): readonly Paper[] {
  const [first] = schoolings;
  if (!first || recordValidUntil === null) return [];
  const papers = degreeRecordPapers(person, first, recordValidUntil);
  return career.kind === 'recognition' ? papers : papers.slice(0, 1);
}

/** Q11(1): a contract, an appointment or the unit's word. */
function changeOfPostPaper({ person, unit, jobs }: Facts): Paper {
  const [before, now] = jobs;
  const moved = now?.from ?? '';
  return letterPaper('转岗证明.jpg', {
    issuer: unit,
    number: `证〔${moved.slice(0, 4)}〕11号`,
    title: '关于转换工作岗位的证明',
    body: `${person.name}同志原任${before?.post ?? ''}，自${inCharacters(moved)}起转到图书馆从事${now?.post ?? ''}工作至今。特此证明。`,
    date: inCharacters(moved),
  });
}

/** Q7(2): the unit's own document names the day of the change. */
function movedByUnitPaper({ person, unit, jobs }: Facts): Paper {
  const [before, now] = jobs;
  const moved = now?.from ?? '';
  return letterPaper('岗位变动文件.jpg', {
    issuer: unit,
    number: `〔${moved.slice(0, 4)}〕17号`,
    title: '关于工作岗位变动的通知',
    body: `各处室、年级组：|经研究，${person.name}同志自${inCharacters(moved)}起由${before?.post ?? ''}变动到专业技术岗位，从事${now?.post ?? ''}专业技术工作。`,
    date: inCharacters(moved),
  });
}

/** Q7(3), for middle and senior titles. */
function wageFormPaper({ person, unit, jobs }: Facts): Paper {
  const moved = jobs.at(-1)?.from ?? '';
  return letterPaper('岗位变动工资审批表.jpg', {
    issuer: unit,
    number: `〔${moved.slice(0, 4)}〕19号`,
    title: '事业单位工作人员岗位（职务）变动工资审批表',
    body: `${person.name}同志自${inCharacters(moved)}起由原岗位变动到专业技术岗位，按规定执行岗位工资。|变动后岗位：专业技术岗位。单位意见：同意。`,
    date: inCharacters(moved),
  });
}

/** Q18: first and last page of the agreement. */
function dispatchPapers({ person, unit, employer, year, specialty }: Facts): readonly Paper[] {
  const letter = {
    issuer: employer,
    number: `派字〔${year - 2}〕31号`,
    title: '劳务派遣协议（首页）',
    date: inCharacters(toMonth(year - 2, 9)),
  };
  const body = `甲方（用工单位）：${unit}|乙方（派遣单位）：${employer}|乙方按甲方要求派遣${person.name}同志到甲方从事${specialty}专业技术工作，派遣期限三年。`;
  const last = '双方权利义务、劳动报酬和社会保险按前款执行，本协议一式两份，双方各执一份。|（以下无正文）';
  return [
    letterPaper('派遣协议首页.jpg', { ...letter, body }),
    letterPaper('派遣协议尾页.jpg', { ...letter, title: '劳务派遣协议（尾页）', body: last }),
  ];
}

/** Q10(2) */
function contractPaper({ person, unit, jobs, specialty }: Facts): Paper {
  const from = jobs.at(-1)?.from ?? '';
  return letterPaper('劳动合同.jpg', {
    issuer: unit,
    number: `合同〔${from.slice(0, 4)}〕8号`,
    title: '编制外聘用人员劳动合同',
    body: `甲方：${unit}|乙方：${person.name}|甲方聘用乙方从事${specialty}教学工作，合同期自${inCharacters(from)}起，期满双方同意的可以续订。`,
    date: inCharacters(from),
  });
}

/** Q8(1) */
function secondmentPaper({ person, unit, year }: Facts): Paper {
  const from = inCharacters(toMonth(year - 1, 3));
  return letterPaper('借调函.jpg', {
    issuer: '五华区教育体育局',
    number: `函〔${year - 1}〕40号`,
    title: '关于借调工作人员的函',
    body: `${unit}：|因工作需要，拟借调你单位${person.name}同志到我局协助工作，借调时间自${from}起，为期二年，请予支持。`,
    date: from,
  });
}

/** Q9 */
function grantPaper({ person, year }: Facts): Paper {
  return letterPaper('中国博士后科学基金资助证书.jpg', {
    issuer: '中国博士后科学基金会（样）',
    number: `资助编号${year - 3}M000000`,
    title: '中国博士后科学基金面上资助证书',
    body: `${person.name}：|经专家评审，你申请的项目获得中国博士后科学基金面上资助。`,
    date: inCharacters(toMonth(year - 3, 6)),
  });
}

/** Q2: insured and taxed in one's own name, recommended by an agency. */
function freelancerPapers({ person, year, specialty }: Facts): readonly Paper[] {
  const date = inCharacters(toMonth(year, 6));
  const letter = { number: `〔${year}〕3号`, date };
  return [
    letterPaper('社会保险参保证明.jpg', {
      ...letter,
      issuer: '五华区社会保险局（样）',
      title: '个人参保缴费证明',
      body: `${person.name}以灵活就业人员身份参加企业职工基本养老保险，近二十四个月连续缴费。`,
    }),
    letterPaper('个人所得税纳税记录.jpg', {
      ...letter,
      issuer: '五华区税务局（样）',
      title: '个人所得税纳税记录',
      body: `${person.name}近十二个月以劳务报酬所得申报个人所得税，无欠税记录。`,
    }),
    letterPaper('人事代理机构推荐函.jpg', {
      ...letter,
      issuer: '昆明滇才人事代理有限公司',
      title: '职称评审推荐函',
      body: `${person.name}在我机构办理人事代理，从事${specialty}专业工作一年以上，现推荐参加职称评审。`,
    }),
  ];
}
