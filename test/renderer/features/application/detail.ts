/** What the core answers for one application, complete, to be changed as a test needs. */
import { makeApplication } from '../../../sync/application.ts';
import { START } from '../../../support/fake-ports.ts';
import type { Detail } from '../../../../renderer/features/application/words.ts';

export function detailOf(over: Partial<Detail> = {}): Detail {
  const application = over.application ?? makeApplication();
  const { id, version, state, strikes, submission } = application;
  return {
    now: START,
    application,
    row: {
      id,
      version,
      state,
      strikes,
      submission,
      name: application.applicant.name,
      department: application.applicant.department,
      title: application.filing.title,
      committee: application.filing.committee,
      closesAt: application.window.closesAt,
      latestStart: { kind: 'no-window' },
      opinion: 'none',
      publicity: { kind: 'none' },
      chancesLeft: 4,
      seen: { done: 0, total: 14 },
      hasDraft: false,
      pending: null,
      delivery: null,
      findings: { blocking: 0, look: 0, hint: 0 },
    },
    notActionable: null,
    approvalGaps: [],
    findings: [],
    seenModules: [],
    seenAttachments: [],
    unitForms: { opinion: null, publicity: null },
    changedModules: [],
    scans: {},
    screens: {},
    thumbnails: {},
    filedPages: [],
    decisions: [],
    ...over,
  };
}
