import type { JobTable } from '#ports/jobs.ts';
import { checkTemplate, fillTemplate } from './docx/templates.ts';
import { describe } from './imaging/describe.ts';
import { prepare } from './imaging/prepare.ts';
import { preview } from './imaging/preview.ts';
import { encryptPdf } from './papers/encrypt-pdf.ts';
import { typeset } from './papers/typeset.ts';

/** Everything that a process of jobs can be asked. */
export const jobs: JobTable = { describe, prepare, preview, typeset, encryptPdf, checkTemplate, fillTemplate };
