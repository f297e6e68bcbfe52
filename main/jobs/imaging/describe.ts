import { ok } from '#model/result.ts';
import type { JobTable } from '#ports/jobs.ts';
import { openSource } from './read.ts';

/** Reads no more than headers: a page that is damaged further on is found when it is prepared. */
export const describe: JobTable['describe'] = async ({ bytes }) => {
  const opened = await openSource(bytes);
  if (!opened.ok) return opened;
  const { format, pageCount, close } = opened.value;
  close();
  return ok({ format, pageCount });
};
