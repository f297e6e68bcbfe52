/** The papers of the unit and of its notices. */
import type { Application } from '#model/application.ts';
import { formatMonthDay } from '#model/beijing-time.ts';
import type { PaperRef, UnitPaper } from '#model/paper.ts';
import { presentTitle } from '#model/present-title.ts';
import { ok } from '#model/result.ts';
import { cityCutoff, countYearsInPost, type GivenPeriod } from '#model/years-in-post.ts';
import { postedNotices, type PostedNotice } from '../publicity/publicity.service.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import { bagLabels, type BagCoverInput } from './documents/bag-cover.ts';
import { filed, recordsOf } from './documents/filed.ts';
import { roster, type RosterPerson } from './documents/roster.ts';
import { summary } from './documents/summary.ts';
import { fingerprintOf, type Draft, type Trouble } from './draft.ts';
import type { PapersDeps } from './office.ts';
import { receiverOf, recommended } from './recommended.ts';
import { noticeInput, objectionInputs, unitInput } from './template-inputs.ts';
import { templated } from './templated.ts';
import { personInput } from './templates/person-input.ts';

export function unitDrafts(deps: PapersDeps): readonly Draft[] {
  const enrolment = deps.unit.enrolment();
  if (!enrolment) return [];
  const notices = postedNotices(deps.archive.db);
  return [
    ...listDrafts(deps, enrolment, notices),
    ...notices.flatMap((notice) => noticeDrafts(deps, enrolment, notice)),
  ];
}

type Named = Readonly<{
  kind: UnitPaper;
  subjectId: string | null;
  who: string;
  name: string;
  problem: Trouble | null;
}>;

function common({ kind, subjectId, who, name, problem }: Named) {
  const ref: PaperRef = { kind, subjectId };
  return { ref, who, name, title: '', copies: [], problem, isTooEarly: false } as const satisfies Partial<Draft>;
}

const NOBODY: Trouble = { problem: 'nobody', detail: '' };

function listDrafts(deps: PapersDeps, enrolment: Enrolment, notices: readonly PostedNotice[]): readonly Draft[] {
  const { unit, year } = enrolment;
  const applications = recommended(deps);
  const people = applications.map(personInput);
  const problem = applications.length === 0 ? NOBODY : null;
  const seriesOrder = deps.guide?.titles.map(({ name }) => name) ?? [];
  const labels = applications.map((application) => {
    const materials = deps.intake
      .copied(application)
      .map(({ copies, ...material }) => ({ ...material, pages: copies }));
    return { application, unit, materials };
  });
  const own = (kind: UnitPaper, name: string) => common({ kind, subjectId: null, who: '', name, problem });
  const told = { unit: unitInput(enrolment), receiver: receiverOf(enrolment), people, on: null };
  return [
    {
      ...own('roster', '推荐人员一览表'),
      fingerprint: fingerprintOf([unit, applications.map(filedOf)]),
      compose: async () =>
        ok({ sections: roster({ unit, people: applications.map(rosterPerson), seriesOrder }), docx: null }),
    },
    {
      ...own('summary', '申报情况汇总表'),
      fingerprint: fingerprintOf([unit, year, applications.map(({ id, filing }) => [id, filing])]),
      compose: async () => ok({ sections: summary({ unit, year, applications, seriesOrder }), docx: null }),
    },
    {
      ...own('bag-labels', '档案袋标签'),
      fingerprint: fingerprintOf([unit, labels.map(labelFacts)]),
      compose: async () => ok({ sections: bagLabels(labels), docx: null }),
    },
    {
      ...own('unit-report', '推荐报告'),
      ...templated(deps, 'unit-report', { ...told, ...publicityTold(applications, notices) }),
    },
    {
      ...own('situation-statement', '情况说明'),
      // why its own way is not open, and by which rule, only the unit knows: it is written into the .docx
      ...templated(deps, 'situation-statement', { ...told, reason: '', basis: '' }),
    },
  ];
}

function labelFacts({ application, materials }: BagCoverInput): unknown {
  return [application.applicant, application.filing, materials.map(({ label, pages }) => [label, pages.length])];
}

function filedOf({ id, applicant, filing, modules }: Application): unknown {
  return [id, applicant, filing, modules];
}

/** The notices on which somebody of them stands, oldest first, and how many objections were raised to them. */
function publicityTold(applications: readonly Application[], posted: readonly PostedNotice[]) {
  const ids = new Set(applications.map(({ id }) => id));
  const notices = posted.toReversed().flatMap(({ postedOn, endsOn, facts, members }) => {
    const people = members.filter(({ applicationId, leftAt }) => leftAt === null && ids.has(applicationId)).length;
    return people === 0 ? [] : [{ postedOn, endsOn, place: facts.place, people }];
  });
  const raised = posted.flatMap(({ objections }) => objections.filter(({ applicationId }) => ids.has(applicationId)));
  return { notices, objections: raised.length };
}

function rosterPerson(application: Application): RosterPerson {
  const held = presentTitle(application);
  const since = filed(held ?? undefined, 'appointedOn') || filed(held ?? undefined, 'obtainedOn');
  const work = recordsOf(application, 'work').map((record) => ({
    from: filed(record, 'from'),
    to: filed(record, 'to'),
  }));
  return {
    application,
    heldRecordId: held?.id ?? null,
    yearsInProfession: yearsOf(application, work),
    yearsInTitle: yearsOf(application, [{ from: since }]),
  };
}

/** Whole years to 31 December (Q6); '' where they cannot be counted or the last day decides. */
function yearsOf({ year }: Application, periods: readonly GivenPeriod[]): string {
  const given = periods.filter(({ from }) => from !== '');
  const counted = given.length === 0 ? null : countYearsInPost({ periods: given, cutoff: cityCutoff(year) });
  return counted?.ok && !counted.value.isAmbiguous ? String(counted.value.years) : '';
}

function noticeDrafts(deps: PapersDeps, enrolment: Enrolment, notice: PostedNotice): readonly Draft[] {
  const { calendar, applications } = deps;
  const here = notice.members.flatMap((member) => {
    const application = member.leftAt === null ? applications.read(member.applicationId) : null;
    return application ? [{ member, application }] : [];
  });
  const concluded = here.flatMap(({ member: { outcome, concludedAt }, application }) =>
    outcome !== null && concludedAt !== null ? [{ ...personInput(application), outcome }] : [],
  );
  const people = here.map(({ application }) => personInput(application));
  const told = { unit: unitInput(enrolment), notice: noticeInput(calendar, notice) };
  const objections = objectionInputs(notice);
  const who = `${formatMonthDay(notice.postedOn)} ${here.length}人`;
  const own = (kind: UnitPaper, name: string, problem: Trouble | null) =>
    common({ kind, subjectId: notice.id, who, name, problem });
  const isOpen = concluded.length < here.length || here.length === 0;
  const { photos } = notice;
  return [
    {
      ...own('publicity-notice', '公示通知', here.length === 0 ? NOBODY : null),
      ...templated(deps, 'publicity-notice', { ...told, people }),
    },
    ...(objections.length === 0
      ? []
      : [
          {
            ...own('objection-record', '公示异议记录', null),
            ...templated(deps, 'objection-record', { ...told, objections, on: null }),
          },
        ]),
    {
      ...own('notice-proof', '公示结果报告', isOpen ? { problem: 'no-conclusion', detail: '' } : null),
      ...templated(deps, 'notice-proof', { ...told, people: concluded, objections, photos, on: null }),
    },
  ];
}
