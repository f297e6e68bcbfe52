/** What the papers with templates say of an applicant, from what was filed. */
import type { Application, FiledRecord } from '#model/application.ts';
import type { ModuleId } from '#model/modules.ts';
import { presentTitle } from '#model/present-title.ts';
import { filed, highestEducation, nameOf, recordsOf, sexOf } from '../documents/filed.ts';
import type { PersonInput } from './inputs.ts';

export function personInput(application: Application): PersonInput {
  const { applicant, filing } = application;
  const [basic] = recordsOf(application, 'basic');
  const education = highestEducation(application);
  const present = presentTitle(application) ?? undefined;
  return {
    name: nameOf(application),
    sex: sexOf(application),
    birthday: filed(basic, 'birthday') || applicant.birthday,
    idNumber: filed(basic, 'idNumber') || applicant.idNumber,
    department: filed(basic, 'department') || applicant.department,
    education: filed(education, 'level'),
    degree: filed(education, 'degree'),
    school: filed(education, 'school'),
    major: filed(education, 'major'),
    presentTitle: filed(present, 'title'),
    presentSince: filed(present, 'obtainedOn'),
    appointedOn: filed(present, 'appointedOn'),
    occupation: filed(basic, 'post'),
    series: filing.series,
    level: filing.level,
    specialty: filing.specialty,
    title: filing.title,
    committee: filing.committee,
    achievements: achievementsOf(application),
  };
}

type Kind = Readonly<{ moduleId: ModuleId; word: string; isWork: boolean; details: readonly string[] }>;

/** 学术、业绩成果 (Q18), in the order of the modules; `isWork`: its name stands in 《》. */
const KINDS: readonly Kind[] = [
  { moduleId: 'project', word: '课题', isWork: false, details: ['source', 'role'] },
  { moduleId: 'patent', word: '专利', isWork: false, details: ['kind', 'number', 'rank'] },
  { moduleId: 'award', word: '奖励', isWork: false, details: ['authority', 'grade', 'awardedOn'] },
  { moduleId: 'book', word: '著作', isWork: true, details: ['press', 'publishedOn', 'rank'] },
  { moduleId: 'paper', word: '论文', isWork: true, details: ['journal', 'issue', 'rank'] },
];

/** 「课题：……（市级，主持）。论文：《……》（云岭教育，2022年第4期，独立）。」 */
function achievementsOf(application: Application): string {
  return KINDS.map((kind) => {
    const items = recordsOf(application, kind.moduleId)
      .map((record) => itemOf(record, kind))
      .filter(Boolean);
    return items.length === 0 ? '' : `${kind.word}：${items.join('；')}。`;
  }).join('');
}

function itemOf(record: FiledRecord, { isWork, details }: Kind): string {
  const name = filed(record, 'name');
  const words = details
    .map((key) => filed(record, key))
    .filter(Boolean)
    .join('，');
  const named = isWork && name !== '' && !name.startsWith('《') ? `《${name}》` : name;
  return words === '' ? named : `${named}（${words}）`;
}
