/** One page as a picture for the screen: decoded no larger than it is shown. */
import { ok } from '#model/result.ts';
import type { JobTable } from '#ports/jobs.ts';
import { dpiAsA4 } from './fit.ts';
import { imageOf } from './mend.ts';
import { openSource } from './read.ts';

export const preview: JobTable['preview'] = async ({ bytes, pageNo, mend, longSide, quality }) => {
  const opened = await openSource(bytes);
  if (!opened.ok) return opened;
  const source = opened.value;
  try {
    const size = await source.size(pageNo);
    if (!size.ok) return size;
    const { width, height, dpi } = size.value;
    const maxDpi = ((dpi ?? dpiAsA4(size.value)) * longSide) / Math.max(width, height);
    const page = await source.page(pageNo, { mend, maxDpi });
    return page.ok ? ok({ bytes: await imageOf(page.value).jpeg({ quality }).toBuffer() }) : page;
  } finally {
    source.close();
  }
};
