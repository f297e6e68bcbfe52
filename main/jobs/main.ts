/** The process of jobs: takes one request after the other from whoever started it, and answers each. */
import type { JobAnswer, JobRequest } from '#ports/jobs.ts';
import { jobs } from './jobs.ts';

/** Electron's utility process has this instead of Node's channel. */
type ParentPort = Readonly<{
  on(event: 'message', listener: (event: Readonly<{ data: unknown }>) => void): void;
  postMessage(message: unknown): void;
}>;

async function answer(request: unknown, reply: (answer: JobAnswer) => void): Promise<void> {
  const { id, name, input } = request as JobRequest;
  const outcome = await runJob(name, input);
  reply({ id, outcome, rssBytes: process.memoryUsage.rss() });
}

async function runJob(name: JobRequest['name'], input: unknown): Promise<JobAnswer['outcome']> {
  try {
    // sent by the port of the same build, typed by the same table
    const job = jobs[name] as (input: unknown) => Promise<Exclude<JobAnswer['outcome'], { bug: unknown }>>;
    return await job(input);
  } catch (error) {
    const { name: className, stack = '' } = error instanceof Error ? error : new Error();
    return { bug: { name: className, stack } };
  }
}

const { parentPort } = process as Readonly<{ parentPort?: ParentPort }>;
if (parentPort) {
  parentPort.on('message', ({ data }) => void answer(data, (done) => parentPort.postMessage(done)));
} else {
  process.on('message', (message) => void answer(message, (done) => void process.send?.(done)));
  // whoever asked is gone
  process.on('disconnect', () => process.exit(0));
}
