/** One input of every method that its schema accepts and one that it refuses. */
import type { AppContract } from '#contract/index.ts';

type Methods = { [D in keyof AppContract]: `${D}.${keyof AppContract[D] & string}` }[keyof AppContract];
export type Sample = Readonly<{ accepted: unknown; refused: unknown }>;

const ID = '0198f000-0000-7000-8000-000000000001';
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
  'drafts.get': {
    accepted: { kind: 'review-opinion', applicationId: ID },
    refused: { kind: 'review-opinion', applicationId: null },
  },
  'drafts.save': {
    accepted: { kind: 'review-opinion', applicationId: ID, text: '请补充', decision: null },
    refused: { kind: 'review-opinion', applicationId: ID, text: '长'.repeat(5001), decision: null },
  },
  'drafts.discard': {
    accepted: { kind: 'review-opinion', applicationId: ID },
    refused: { kind: 'note', applicationId: ID },
  },
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
  'reference.calendars': LIST,
};
