/**
 * Files that nobody should have to survive, made by code from a seed: cut off, bent, lying, endless, or something else
 * altogether. Each with what it may be answered: 'any' where a reader may as well make something of it,
 * 'ended' where its process has to be, by the clock or before that by its own stack or memory: a matter of the machine.
 */
import type { Unreadable } from '#model/scan.ts';
import { brokenByChance } from './hostile/broken.ts';
import { bombs } from './hostile/bombs.ts';
import { strangers } from './hostile/strangers.ts';
import { lyingPdfs } from './hostile/pdfs.ts';
import { lyingTiffs } from './hostile/tiffs.ts';
import { lyingHeaders } from './hostile/headers.ts';

export type Hostile = Readonly<{ name: string; bytes: Buffer; answer: Unreadable | 'any' | 'ended' }>;

export async function hostileFiles(): Promise<readonly Hostile[]> {
  return [
    ...(await brokenByChance()),
    ...bombs(),
    ...(await lyingHeaders()),
    ...lyingTiffs(),
    ...(await lyingPdfs()),
    ...(await strangers()),
  ];
}
