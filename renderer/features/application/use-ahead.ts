/** What will be looked at next is fetched and decoded ahead: this module's scans, the next module's, the next person's first. */
import { useEffect, useState } from 'react';
import type { Attachment } from '#model/application.ts';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import { api } from '../../client/index.ts';
import { picturesAhead } from '../../ui/scan/ahead.ts';
import { nextUnseen, startOf } from './workbench-store.ts';
import type { Detail } from './words.ts';

type Options = Readonly<{
  detail: Detail;
  /** on screen */
  moduleId: ModuleId;
  /** its scans, in order */
  scans: readonly Attachment[];
  current: Attachment | null;
  nextId: string | null;
}>;

const SCANS_AHEAD = 3;
/** the scan on screen comes first */
const AFTER_MS = 150;

export function useAhead(options: Options): void {
  const firstOfNext = useFirstOfNext(options.nextId);
  const wanted = [...comingScans(options), firstOfNext].filter((address) => address !== null).join(' ');
  useEffect(() => {
    const timer = setTimeout(() => picturesAhead.want(wanted.split(' ').filter(Boolean)), AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
}

/** Nothing of the people looked at stays in memory once the desk is left or locked. */
export function useForgetting(): void {
  useEffect(() => () => picturesAhead.clear(), []);
}

/** Addresses of the next scans of this module, then the first of the two modules that can come after it. */
export function comingScans({ detail, moduleId, scans, current }: Omit<Options, 'nextId'>): readonly (string | null)[] {
  const { attachments } = detail.application;
  const firstOf = (id: ModuleId | null | undefined) => attachments.find((scan) => scan.moduleId === id);
  const rest = current ? scans.slice(scans.indexOf(current) + 1, scans.indexOf(current) + 1 + SCANS_AHEAD) : [];
  const below = MODULE_IDS.slice(MODULE_IDS.indexOf(moduleId) + 1).find((id) => firstOf(id));
  const coming = [
    ...rest.slice(0, 1),
    firstOf(nextUnseen(moduleId, new Set(detail.seenModules))),
    firstOf(below),
    ...rest,
  ];
  return [...new Set(coming)].map((scan) => (scan && detail.scans[scan.id]) ?? null);
}

/** Address of the scan with which the next application will open. */
function useFirstOfNext(nextId: string | null): string | null {
  const [first, setFirst] = useState<string | null>(null);
  useEffect(() => {
    if (nextId === null) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void api.applications.get({ id: nextId }).then((answer) => {
        if (answer.ok && !isGone) setFirst(firstScan(answer.value));
      });
    }, AFTER_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [nextId]);
  return first;
}

export function firstScan({ application, findings, changedModules, seenModules, scans }: Detail): string | null {
  const { moduleId } = startOf(findings, changedModules, seenModules);
  const scan = application.attachments.find((a) => a.moduleId === moduleId);
  return (scan && scans[scan.id]) ?? null;
}
