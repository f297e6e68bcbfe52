/** A template read by docxtemplater: its placeholders, what is wrong with them, and filling it. */
import Docxtemplater from 'docxtemplater';
import Inspector from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import type { Placeholder, TemplateProblem, TemplateReason } from '#model/paper.ts';
import type { TemplateData, TemplateItem } from '#ports/jobs.ts';
import { isXml, textOf, type Package } from './package.ts';

/** characters of the filled XML: a list inside of a list of thousands ends here, not in memory */
const MAX_FILLED = 32_000_000;
/** 2000-01-01, so that the same data gives the same bytes */
const FIXED_DATE = new Date(2000, 0, 1);

/** A part of a template as docxtemplater tells it. */
type Tag = Readonly<{ value: string; module?: string; raw?: string; inverted?: boolean; subparsed?: readonly Tag[] }>;

/** What reading takes grows with a power of the depth; a paper of ours has two. */
const MAX_DEPTH = 20;
const MAX_TAGS = 10_000;

export class FilledTooLarge extends Error {}

export type Template = Readonly<{
  tags: readonly Tag[];
  /** Once. */
  fill(data: TemplateData): Readonly<{ docx: Uint8Array; parts: Package }>;
}>;

/** Throws what `problemsOf` understands. */
export function readTemplate(parts: Package): Template {
  const zip = new PizZip();
  for (const [name, bytes] of parts) zip.file(name, bytes, { binary: true });
  const inspector = new Inspector();
  const count = createCounter();
  const template = new Docxtemplater(zip, {
    modules: [inspector, countingModule(count)],
    parser: (tag) => ({
      get(scope: unknown) {
        const value = lookUp(scope, tag.trim());
        if (typeof value === 'string') count(value);
        return value;
      },
    }),
    nullGetter: () => '',
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    // otherwise 「{=[ ]=}」 would make anything else a placeholder
    syntax: { changeDelimiterPrefix: null },
  });
  return {
    tags: inspector.getAllStructuredTags(),
    fill(data) {
      template.render(cleaned(data));
      for (const [name, file] of Object.entries(zip.files)) {
        // a part may be filled anew into folders that no .docx has
        if (file.dir) delete zip.files[name];
        file.date = FIXED_DATE;
      }
      const filled = new Map(parts);
      for (const name of template.targets.concat(inspector.getTemplatedFiles())) {
        if (isXml(name)) filled.set(name, zip.files[name]?.asUint8Array() ?? new Uint8Array());
      }
      return { docx: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }), parts: filled };
    },
  };
}

/** Before anything reads them: more than anybody would write. */
export function hasTooManyTags(parts: Package): boolean {
  let tags = 0;
  for (const [name] of parts) {
    let depth = 0;
    const words = isXml(name) ? (textOf(parts, name) ?? '').replaceAll(/<[^<>]*>/gu, '') : '';
    for (const [, kind] of words.matchAll(/\{\s*([#^/-]?)/gu)) {
      tags += 1;
      if (kind === '/') depth -= 1;
      else if (kind !== '') depth += 1;
      if (tags > MAX_TAGS || depth > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** Own properties only: 「{constructor}」 is no value. */
function lookUp(scope: unknown, name: string): unknown {
  return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
    ? (scope as Record<string, unknown>)[name]
    : undefined;
}

/** Of all that is put out: the template's own parts and the values between them, each time. */
function createCounter(): (text: string) => void {
  let characters = 0;
  return (text) => {
    characters += text.length;
    if (characters > MAX_FILLED) throw new FilledTooLarge();
  };
}

/** Sees every part before it is put out, and puts out none itself. */
function countingModule(count: (text: string) => void): Docxtemplater.DXT.Module {
  return {
    name: 'counting',
    render(part) {
      count(part.value);
      return null;
    },
  };
}

function cleaned(data: TemplateData): TemplateData {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.map(cleanedItem) : cleanedValue(value),
  ]);
  return Object.fromEntries(entries) as TemplateData;
}

function cleanedItem(item: TemplateItem): TemplateItem {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, cleanedValue(value)]));
}

/** What XML cannot hold (XML 1.0, 2.2) is left out; a tab is a space, since a cell has no stops. */
function cleanedValue(value: string | boolean): string | boolean {
  if (typeof value === 'boolean') return value;
  return value
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu, '');
}

const REASONS: Readonly<Record<string, TemplateReason>> = {
  unclosed_tag: 'unclosed',
  duplicate_open_tag: 'unclosed',
  unopened_tag: 'unopened',
  duplicate_close_tag: 'unopened',
  unclosed_loop: 'section-unclosed',
  unopened_loop: 'section-unopened',
  unbalanced_loop_tags: 'section-crossed',
  closing_tag_does_not_match_opening_tag: 'section-crossed',
  loop_position_invalid: 'section-crossed',
  no_xml_tag_found_at_left: 'section-crossed',
  no_xml_tag_found_at_right: 'section-crossed',
  raw_xml_tag_should_be_only_text_in_paragraph: 'wrong-kind',
  raw_tag_outerxml_invalid: 'wrong-kind',
};

type Told = Readonly<{
  properties?: Readonly<{ id?: string; xtag?: string; openingtag?: string; errors?: readonly Told[] }>;
}>;

/** Of something that `readTemplate` threw. */
export function brokenProblems(error: unknown): readonly TemplateProblem[] {
  const { properties } = error as Told;
  if (properties?.errors) return properties.errors.flatMap(brokenProblems);
  const reason = REASONS[properties?.id ?? ''];
  if (!reason) return [problem('unreadable', 'damaged', '')];
  return [problem('broken-placeholder', reason, properties?.xtag ?? properties?.openingtag ?? '')];
}

export function problem(code: TemplateProblem['code'], reason: TemplateReason | null, text: string): TemplateProblem {
  return { code, reason, text: text.slice(0, 200) };
}

/** What stands there and must not, then what must and does not. */
export function placeholderProblems(
  tags: readonly Tag[],
  placeholders: readonly Placeholder[],
): readonly TemplateProblem[] {
  const used = new Set<Placeholder>();
  const wrong = tags.flatMap((tag) => wrongTag(tag, null, { placeholders, used }));
  const missing = placeholders.filter((one) => one.isRequired && !used.has(one) && !isInMissingList(one));
  return [...wrong, ...missing.map((one) => problem('missing-placeholder', null, written(one)))];

  function isInMissingList({ list }: Placeholder): boolean {
    return placeholders.some((one) => one.is === 'list' && one.name === list && !used.has(one));
  }
}

type Known = Readonly<{ placeholders: readonly Placeholder[]; used: Set<Placeholder> }>;

function wrongTag(tag: Tag, list: string | null, known: Known): readonly TemplateProblem[] {
  const name = tag.value.trim();
  const text = `{${tag.raw ?? tag.value}}`;
  const inside = (within: string | null): readonly TemplateProblem[] =>
    (tag.subparsed ?? []).flatMap((one) => wrongTag(one, within, known));
  const found =
    known.placeholders.find((one) => one.name === name && one.list === list) ??
    known.placeholders.find((one) => one.name === name && one.list === null);
  if (!found) {
    const isElsewhere = known.placeholders.some((one) => one.name === name);
    return [problem('unknown-placeholder', isElsewhere ? 'outside-list' : null, text), ...inside(list)];
  }
  known.used.add(found);
  if (tag.module !== 'loop') {
    const isFit = tag.module === undefined && found.is === 'text';
    return isFit ? [] : [problem('broken-placeholder', 'wrong-kind', text)];
  }
  if (found.is !== 'list' || tag.inverted) return inside(list);
  return list === null ? inside(found.name) : [problem('broken-placeholder', 'nested-list', text)];
}

function written({ name, is }: Placeholder): string {
  return is === 'text' ? `{${name}}` : `{#${name}}{/${name}}`;
}
