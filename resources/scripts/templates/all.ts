import type { ISectionOptions } from 'docx';
import { TEMPLATE_KINDS, type TemplateKind } from '#model/paper.ts';
import { finish } from './finish.ts';
import { PUBLICITY_NOTICE } from './notice.ts';
import { NOTICE_PROOF, OBJECTION_RECORD, PUBLICITY_PROOF, PUBLICITY_PROOF_DISPATCH } from './proofs.ts';
import { RETURN_LETTER, SITUATION_STATEMENT, UNIT_REPORT } from './letters.ts';

const TEMPLATES: Readonly<Record<TemplateKind, Readonly<{ name: string; sections: readonly ISectionOptions[] }>>> = {
  'publicity-notice': { name: '公示通知', sections: PUBLICITY_NOTICE },
  'objection-record': { name: '异议记录', sections: OBJECTION_RECORD },
  'publicity-proof': { name: '公示情况证明', sections: PUBLICITY_PROOF },
  'publicity-proof-dispatch': { name: '公示情况证明（劳务派遣）', sections: PUBLICITY_PROOF_DISPATCH },
  'notice-proof': { name: '公示情况证明（整次公示）', sections: NOTICE_PROOF },
  'return-letter': { name: '返回修改告知书', sections: RETURN_LETTER },
  'unit-report': { name: '推荐报告', sections: UNIT_REPORT },
  'situation-statement': { name: '情况说明', sections: SITUATION_STATEMENT },
};

export async function makeTemplates(): Promise<readonly Readonly<{ kind: TemplateKind; bytes: Uint8Array }>[]> {
  return Promise.all(
    TEMPLATE_KINDS.map(async (kind) => {
      const { name, sections } = TEMPLATES[kind];
      return { kind, bytes: await finish(name, sections) };
    }),
  );
}
