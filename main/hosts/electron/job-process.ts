/** A process of jobs as Electron starts one. Its own program may not be run as Node (fuse runAsNode), so it is no fork. */
import type { JobAnswer } from '#ports/jobs.ts';
import { JOB_NODE_OPTIONS, jobEnvironment } from '../adapters/job-program.ts';
import type { JobProcess } from '../adapters/job-worker.ts';

type UtilityLike = {
  readonly pid: number | undefined;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  kill(): boolean;
};
export type UtilityProcessLike = Readonly<{
  fork(
    modulePath: string,
    args: string[],
    options: Readonly<{ env: Record<string, string>; execArgv: string[]; stdio: 'ignore'; serviceName: string }>,
  ): UtilityLike;
}>;

/** `program` as jobProgram says; `killProcess`: as process.kill with SIGKILL; a process inside a native loop hears nothing gentler. */
export function startJobProcess(
  utilityProcess: UtilityProcessLike,
  program: string,
  killProcess: (pid: number) => void,
): JobProcess {
  const child = utilityProcess.fork(program, [], {
    env: jobEnvironment(process.env),
    execArgv: [...JOB_NODE_OPTIONS],
    stdio: 'ignore',
    serviceName: 'document jobs',
  });
  return {
    post: (request) => child.postMessage({ ...request, input: ownBytesOnly(request.input) }),
    onAnswer: (listener) => void child.on('message', (message) => listener(message as JobAnswer)),
    onEnd: (listener) => void child.once('exit', listener),
    kill() {
      const { pid } = child;
      child.kill();
      if (pid !== undefined) killProcess(pid);
    },
  };
}

/**
 * A clone of a view takes the whole memory behind it along, and Node cuts small buffers from one that anything of
 * this process may have used, keys as well.
 */
function ownBytesOnly(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, value instanceof Uint8Array ? new Uint8Array(value) : value]),
  );
}
