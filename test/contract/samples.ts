/** One input of every method that its schema accepts and one that it refuses. */
import type { AppContract } from '#contract/index.ts';
import { EMPTY_OPINION } from '#model/opinion-form.ts';

type Methods = { [D in keyof AppContract]: `${D}.${keyof AppContract[D] & string}` }[keyof AppContract];
export type Sample = Readonly<{ accepted: unknown; refused: unknown }>;

const ID = '0198f000-0000-7000-8000-000000000001';
const { evaluation: _evaluation, ownText: _ownText, ...COMMON_OPINION } = EMPTY_OPINION;
const NOTICE_FACTS = {
  place: '公告栏',
  shown: '学历、资历',
  contact: '教务处',
  phone: '0871-63640168',
  materialsAt: '',
};
const UNIT_FACTS = {
  name: '昆明市松华中学',
  kind: 'city-owned',
  county: '五华区',
  address: '松华路68号',
  phone: '0871-63640168',
  head: '周正华',
  contact: '李敏',
  supervisor: '昆明市教育体育局',
  renamedOn: null,
};
const PAPER = { kind: 'endorsed-copies', subjectId: ID };
const LIST = { accepted: {}, refused: { extra: 1 } };

export const SAMPLES: Readonly<Record<Methods, Sample>> = {
  'access.status': LIST,
  'access.setUp': {
    accepted: { personName: '和丽娟', role: 'reviewer', passphrase: '滇池边上的红嘴鸥' },
    refused: { personName: '和丽娟', role: 'owner', passphrase: '滇池边上的红嘴鸥' },
  },
  'access.unlock': {
    accepted: { personId: ID, passphrase: '不对的口令' },
    refused: { personId: '1', passphrase: '不对的口令' },
  },
  'access.recover': {
    accepted: { personId: ID, recoveryCode: 'AAAA-BBBB', newPassphrase: '翠湖的水又清又凉' },
    refused: { personId: ID, recoveryCode: 'A'.repeat(81), newPassphrase: '翠湖的水又清又凉' },
  },
  'access.renewRecoveryCode': { accepted: { passphrase: '不对的口令' }, refused: { passphrase: '' } },
  'access.lock': LIST,
  'unit.get': LIST,
  'unit.enrol': {
    accepted: { cityUrl: 'https://city.invalid', creditCode: '125301004315128018', account: 'hr', password: 'x' },
    refused: { cityUrl: 'file:///etc/passwd', creditCode: '125301004315128018', account: 'hr', password: 'x' },
  },
  'unit.history': LIST,
  'unit.update': {
    accepted: { commandId: ID, facts: UNIT_FACTS },
    refused: { commandId: ID, facts: { ...UNIT_FACTS, creditCode: '125301004315128018' } },
  },
  'applications.list': { accepted: { view: 'all', offset: 0, limit: 20 }, refused: { limit: 501 } },
  'applications.ids': { accepted: { search: '王' }, refused: { view: 'mine' } },
  'applications.facets': LIST,
  'applications.get': { accepted: { id: ID }, refused: { id: '../../etc/passwd' } },
  'applications.markSeen': { accepted: { id: ID, modules: [] }, refused: { id: ID, modules: ['constructor'] } },
  'review.decide': {
    accepted: { commandId: ID, applicationId: ID, version: 1, decision: 'return', opinion: '请补充学历证书' },
    refused: { commandId: ID, applicationId: ID, version: 0, decision: 'return', opinion: '请补充学历证书' },
  },
  'review.undo': { accepted: { commandId: ID }, refused: {} },
  'findings.answer': {
    accepted: { applicationId: ID, key: 'history.gap', reason: '其间在外地进修，有证明。' },
    refused: { applicationId: ID, key: 'history.gap', reason: ' ' },
  },
  'findings.withdraw': {
    accepted: { applicationId: ID, key: 'history.gap' },
    refused: { applicationId: ID, key: '' },
  },
  'opinion.get': { accepted: { applicationId: ID }, refused: { applicationId: '1' } },
  'opinion.people': LIST,
  'opinion.suggest': { accepted: { applicationId: ID }, refused: {} },
  'opinion.save': {
    accepted: { applicationId: ID, form: EMPTY_OPINION },
    refused: { applicationId: ID, form: { ...EMPTY_OPINION, invited: -1 } },
  },
  'opinion.discard': { accepted: { applicationId: ID }, refused: {} },
  'opinion.submit': {
    accepted: { commandId: ID, applicationId: ID, version: 1, form: EMPTY_OPINION },
    refused: { commandId: ID, applicationId: ID, version: 0, form: EMPTY_OPINION },
  },
  'opinion.draftMany': {
    accepted: { applicationIds: [ID], common: COMMON_OPINION },
    refused: { applicationIds: [], common: COMMON_OPINION },
  },
  'publicity.board': LIST,
  'publicity.plan': {
    accepted: { applicationIds: [], postedOn: '2026-09-28' },
    refused: { applicationIds: [], postedOn: '9月28日' },
  },
  'publicity.notice': { accepted: { id: ID }, refused: { id: 1 } },
  'publicity.post': {
    accepted: { noticeId: ID, applicationIds: [ID], postedOn: '2026-09-28', facts: NOTICE_FACTS },
    refused: { noticeId: ID, applicationIds: [], postedOn: '2026-09-28', facts: NOTICE_FACTS },
  },
  'publicity.movePosting': {
    accepted: { noticeId: ID, postedOn: '2026-09-29', reason: '28日停电，29日才张贴。' },
    refused: { noticeId: ID, postedOn: '2026-09-29', reason: '' },
  },
  'publicity.amend': {
    accepted: { noticeId: ID, facts: NOTICE_FACTS },
    refused: { noticeId: ID, facts: { ...NOTICE_FACTS, place: '长'.repeat(201) } },
  },
  'publicity.cancel': { accepted: { noticeId: ID, reason: '名单有误。' }, refused: { noticeId: ID } },
  'publicity.takeOff': {
    accepted: { noticeId: ID, applicationId: ID, reason: '本人撤回申报。' },
    refused: { noticeId: ID, applicationId: ID, reason: '' },
  },
  'publicity.raiseObjection': {
    accepted: {
      objectionId: ID,
      noticeId: ID,
      applicationId: ID,
      receivedOn: '2026-09-29',
      from: '',
      way: '书面',
      content: '论文署名有异议。',
    },
    refused: { objectionId: ID, noticeId: ID, applicationId: ID, receivedOn: '', from: '', way: '', content: 'x' },
  },
  'publicity.settleObjection': {
    accepted: { objectionId: ID, investigation: '经核实不属实。', verdict: 'unfounded', settledOn: '2026-09-30' },
    refused: { objectionId: ID, investigation: '经核实不属实。', verdict: 'open', settledOn: '2026-09-30' },
  },
  'publicity.conclude': {
    accepted: { noticeId: ID, applicationIds: null },
    refused: { noticeId: ID, applicationIds: [] },
  },
  'publicity.reopen': {
    accepted: { noticeId: ID, applicationId: ID, reason: '又收到异议。' },
    refused: { noticeId: ID, applicationId: ID },
  },
  'publicity.recordDispatch': {
    accepted: {
      noticeId: ID,
      applicationId: ID,
      ownSide: 'host-unit',
      otherUnit: '昆明云聘劳务派遣有限公司',
      otherNotice: { postedOn: '2026-09-28', place: '公司公告栏' },
      reviewed: ['host-unit'],
      sealed: [],
    },
    refused: {
      noticeId: ID,
      applicationId: ID,
      ownSide: 'agency',
      otherUnit: '',
      otherNotice: null,
      reviewed: [],
      sealed: [],
    },
  },
  'publicity.addPhoto': {
    accepted: { noticeId: ID, file: 'token', name: '公告栏.jpg' },
    refused: { noticeId: ID, file: '', name: '公告栏.jpg' },
  },
  'publicity.removePhoto': { accepted: { noticeId: ID, photoId: ID }, refused: { noticeId: ID } },
  'publicity.deadlines': LIST,
  'batch.preview': {
    accepted: { kind: 'approve', applicationIds: [ID], params: {} },
    refused: { kind: 'delete', applicationIds: [ID], params: {} },
  },
  'batch.start': {
    accepted: { batchId: ID, kind: 'conclude', applicationIds: [ID], params: {} },
    refused: { batchId: ID, kind: 'conclude', applicationIds: [], params: {} },
  },
  'batch.pause': { accepted: { batchId: ID }, refused: {} },
  'batch.resume': { accepted: { batchId: ID }, refused: {} },
  'batch.stop': { accepted: { batchId: ID }, refused: {} },
  'batch.list': LIST,
  'batch.get': { accepted: { batchId: ID }, refused: {} },
  'batch.report': { accepted: { batchId: ID }, refused: {} },
  'phrases.list': LIST,
  'phrases.save': {
    accepted: { id: ID, moduleId: 'education', text: '请补传学位证书原件扫描件。' },
    refused: { id: ID, moduleId: 'constructor', text: '请补传学位证书原件扫描件。' },
  },
  'phrases.remove': { accepted: { id: ID }, refused: {} },
  'phrases.used': { accepted: { id: ID }, refused: {} },
  'scans.begin': {
    accepted: { intakeId: ID, applicationId: null, total: 60 },
    refused: { intakeId: ID, applicationId: null, total: 0 },
  },
  'scans.add': {
    accepted: { intakeId: ID, no: 0, token: 'x'.repeat(43), folder: '张晓梅/学历' },
    refused: { intakeId: ID, no: 0, token: '', folder: '' },
  },
  'scans.refuse': {
    accepted: { intakeId: ID, no: 1, name: '视频.mp4', folder: '', reason: 'too-large' },
    refused: { intakeId: ID, no: 1, name: '视频.mp4', folder: '', reason: 'ugly' },
  },
  'scans.pause': { accepted: { intakeId: ID }, refused: {} },
  'scans.resume': { accepted: { intakeId: ID }, refused: {} },
  'scans.stop': { accepted: { intakeId: ID }, refused: {} },
  'scans.intakes': LIST,
  'scans.report': { accepted: { intakeId: ID }, refused: { intakeId: '../1' } },
  'scans.pages': { accepted: { view: 'unfiled' }, refused: { view: 'mine' } },
  'scans.page': { accepted: { id: ID }, refused: { id: 7 } },
  'scans.mend': {
    accepted: { pages: [{ id: ID, mend: { turn: 90, straightenDegrees: 1.5, crop: null, levels: null } }] },
    refused: { pages: [{ id: ID, mend: { turn: 45, straightenDegrees: 0, crop: null, levels: null } }] },
  },
  'scans.dismiss': {
    accepted: { id: ID, kind: 'blurred', isDismissed: true },
    refused: { id: ID, kind: 'ugly', isDismissed: true },
  },
  'scans.file': {
    accepted: { pageIds: [ID], applicationId: ID, materialId: 'id-front' },
    refused: { pageIds: [], applicationId: ID, materialId: 'id-front' },
  },
  'scans.unfile': { accepted: { pageIds: [ID] }, refused: { pageIds: [] } },
  'scans.arrange': { accepted: { pageIds: [ID] }, refused: { pageIds: ['1'] } },
  'scans.remove': { accepted: { pageIds: [ID] }, refused: { pageIds: ['1'] } },
  'scans.restore': { accepted: { pageIds: [ID] }, refused: { pageIds: ['1'] } },
  'scans.checklist': { accepted: { applicationId: ID }, refused: {} },
  'scans.rules': LIST,
  'scans.saveRules': {
    accepted: { rules: [{ committee: null, material: null, rule: { maxBytes: 307_200, maxDpi: 200, minDpi: 150 } }] },
    refused: { rules: [{ committee: null, material: null, rule: { maxBytes: 100, maxDpi: 200, minDpi: 150 } }] },
  },
  'drafts.get': { accepted: { kind: 'review', subject: ID }, refused: { kind: 'review', subject: null } },
  'drafts.save': {
    accepted: { kind: 'review', subject: ID, content: { decision: null, text: '请补充', lines: [] } },
    refused: { kind: 'review', subject: ID, content: { decision: null, text: '长'.repeat(5001), lines: [] } },
  },
  'drafts.discard': { accepted: { kind: 'review', subject: ID }, refused: { kind: 'note', subject: ID } },
  'sync.status': LIST,
  'sync.now': LIST,
  'sync.outbox': { accepted: {}, refused: { offset: -1 } },
  'sync.receipt': { accepted: { commandId: ID }, refused: { commandId: 1 } },
  'sync.tasks': LIST,
  'sync.resolveTask': { accepted: { taskId: ID, answer: 'acknowledge' }, refused: { taskId: ID, answer: 'delete' } },
  'sync.log': { accepted: { limit: 1 }, refused: { limit: 0 } },
  'settings.get': LIST,
  'settings.set': { accepted: { textSize: 'large' }, refused: { idleLockMinutes: 0 } },
  'reference.editions': LIST,
  'reference.search': { accepted: { query: 'zxxjs' }, refused: { query: '长'.repeat(101) } },
  'reference.passage': { accepted: { source: 'Q18' }, refused: { edition: '../22', source: 'Q18' } },
  'reference.checkCalendar': { accepted: { text: '', year: 2027 }, refused: { text: '', year: 27 } },
  'reference.installCalendar': {
    accepted: { text: '元旦 2027-01-01', year: 2027, number: '国办发明电〔2026〕1号', issuedOn: '2026-11-10' },
    refused: { text: '元旦 2027-01-01', year: 2027, number: '', issuedOn: '2026-11-10' },
  },
  'reference.calendars': LIST,
  'papers.list': { accepted: { part: 'people', search: '段', offset: 0, limit: 50 }, refused: { part: 'all' } },
  'papers.preview': { accepted: { ref: PAPER, page: 1 }, refused: { ref: PAPER, page: 0 } },
  'papers.make': {
    accepted: { batchId: ID, refs: [PAPER], arrangement: 'person', password: null },
    refused: { batchId: ID, refs: [PAPER], arrangement: 'person', password: '12345' },
  },
  'papers.cancel': { accepted: { batchId: ID }, refused: { batchId: '' } },
  'papers.batch': { accepted: { batchId: ID }, refused: {} },
  'papers.print': { accepted: { refs: [PAPER] }, refused: { refs: [] } },
  'papers.mark': {
    accepted: { refs: [PAPER], state: 'handed-in', on: '2026-09-30' },
    refused: { refs: [PAPER], state: 'handed-in', on: '2026-09-31' },
  },
  'papers.place': {
    accepted: { applicationId: ID, pageId: ID, at: { x: 120, y: 230 } },
    refused: { applicationId: ID, pageId: ID, at: { x: -1, y: 230 } },
  },
  'papers.templates': LIST,
  'papers.replaceTemplate': {
    accepted: { kind: 'publicity-notice', token: 'x' },
    refused: { kind: 'bag-cover', token: 'x' },
  },
  'papers.restoreTemplate': { accepted: { kind: 'return-letter' }, refused: { kind: '' } },
  'papers.calibration': LIST,
  'papers.calibrate': { accepted: { measured: 99.4 }, refused: { measured: 80 } },
  'papers.archiveCopy': {
    accepted: { batchId: ID, applicationIds: [ID], password: null },
    refused: { batchId: ID, applicationIds: [], password: null },
  },
};
