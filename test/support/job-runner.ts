/** Jobs in real processes, from the sources; none is started before the first job. */
import path from 'node:path';
import type { Log } from '#ports/index.ts';
import type { JobRunner } from '#ports/jobs.ts';
import { forkJobProcess } from '../../main/hosts/adapters/forked-job-process.ts';
import { createJobProcesses } from '../../main/hosts/adapters/job-processes.ts';
import { jobProgram } from '../../main/hosts/adapters/job-program.ts';

export function realJobs(log: Log): JobRunner {
  return createJobProcesses({ start: () => forkJobProcess(jobProgram(path.resolve('.'))), log });
}
