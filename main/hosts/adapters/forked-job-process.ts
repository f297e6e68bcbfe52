/** A process of jobs under plain Node. */
import { fork } from 'node:child_process';
import type { JobAnswer } from '#ports/jobs.ts';
import { JOB_NODE_OPTIONS, jobEnvironment } from './job-program.ts';
import type { JobProcess } from './job-worker.ts';

/** `program` as jobProgram says. */
export function forkJobProcess(program: string): JobProcess {
  const child = fork(program, [], {
    serialization: 'advanced',
    env: jobEnvironment(process.env),
    execArgv: [...JOB_NODE_OPTIONS],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    // where it is gone already, its end says so
    post: (request) => void child.send(request, () => undefined),
    onAnswer: (listener) => void child.on('message', (message) => listener(message as JobAnswer)),
    onEnd(listener) {
      child.once('exit', listener);
      child.once('error', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
