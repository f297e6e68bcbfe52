/** Invented applications with their units and copies, as papers are written from them. */
import { randomUUID } from 'node:crypto';
import type { CopiedMaterial, CopyPage, PaperPerson } from '#core/papers/documents/inputs.ts';
import type { Application } from '#model/application.ts';
import type { UnitFacts } from '#model/unit-facts.ts';
import type { ImageFacts } from '#ports/paper-document.ts';
import { completeApplication, UNIT_NAME } from './complete-application.ts';

export const UNIT: UnitFacts = {
  name: UNIT_NAME,
  kind: 'city-owned',
  county: '五华区',
  supervisor: '昆明市教育体育局',
  head: '周正华',
  contact: '李敏',
  phone: '0871-60000123',
  address: '昆明市五华区松华路9号',
};

/** Her given name is not in GB 2312, and 䶮 stands in few fonts. */
export const RARE_NAME = '段䶮梅';

export function paperPerson(over: Partial<Application> = {}, unit: Partial<UnitFacts> = {}): PaperPerson {
  const application = completeApplication(over);
  return { application, unit: { ...UNIT, ...unit } };
}

export function withName<T extends PaperPerson>(person: T, name: string): T {
  const { application } = person;
  const modules = application.modules.map((module) => {
    if (module.id !== 'basic') return module;
    return { ...module, records: module.records.map((one) => ({ ...one, fields: { ...one.fields, name } })) };
  });
  const applicant = { ...application.applicant, name };
  return { ...person, application: { ...application, applicant, modules } };
}

/** A page of A4 at 200 dpi. */
export function copyPage(image: Partial<ImageFacts> = {}, endorsementAt: CopyPage['endorsementAt'] = null): CopyPage {
  const id = randomUUID();
  const facts = { id, width: 1654, height: 2339, sizeBytes: 200_000, components: 3, turn: 0, dpi: 200 } as const;
  return { id, image: { ...facts, ...image }, endorsementAt };
}

/** In no order, as they may come. */
export function someMaterials(): readonly CopiedMaterial[] {
  const material = (id: string, moduleId: CopiedMaterial['moduleId'], label: string, pages: number) => ({
    id,
    moduleId,
    label,
    pages: Array.from({ length: pages }, () => copyPage()),
  });
  return [
    material('paper:1', 'paper', '论文《分层作业的设计》', 5),
    material('id-front', 'basic', '身份证正面', 1),
    material('id-back', 'basic', '身份证反面', 1),
    material('diploma:1', 'education', '毕业证书', 1),
    material('degree:1', 'education', '学位证书', 1),
    material('title-certificate:1', 'current-title', '职称证书', 2),
    material('patent:1', 'patent', '专利', 0),
  ];
}
