/** What will be looked at next is fetched and decoded ahead: this module's scans, the next module's, the next person's first. */
import { useEffect, useState } from 'react';
import type { Attachment } from '#model/application.ts';
import { api } from '../../client/index.ts';
import { picturesAhead } from '../../ui/scan/ahead.ts';
import { nextUnseen, startOf } from './workbench-store.ts';
import type { Detail } from './words.ts';

type Options = Readonly<{
  detail: Detail;
  /** of the module on screen, in order */
  scans: readonly Attachment[];
  current: Attachment | null;
  nextId: string | null;
}>;

const SCANS_AHEAD = 3;
/** the scan on screen comes first */
const AFTER_MS = 150;

export function useAhead({ detail, scans, current, nextId }: Options): void {
  const firstOfNext = useFirstOfNext(nextId);
  const wanted = [...comingScans(detail, scans, current), firstOfNext].filter((address) => address !== null).join(' ');
  useEffect(() => {
    const timer = setTimeout(() => picturesAhead.want(wanted.split(' ').filter(Boolean)), AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
}

/** Nothing of the people looked at stays in memory once the desk is left or locked. */
export function useForgetting(): void {
  useEffect(() => () => picturesAhead.clear(), []);
}

/** Addresses of the next scans of this module, then of the module that comes after it. */
export function comingScans(
  detail: Detail,
  scans: readonly Attachment[],
  current: Attachment | null,
): readonly (string | null)[] {
  const { attachments } = detail.application;
  const rest = current ? scans.slice(scans.indexOf(current) + 1) : [];
  const moduleId = current?.moduleId;
  const next = moduleId ? nextUnseen(moduleId, new Set(detail.seenModules)) : null;
  const coming = [...rest, ...attachments.filter((scan) => scan.moduleId === next)];
  return coming.slice(0, SCANS_AHEAD).map((scan) => detail.scans[scan.id] ?? null);
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
