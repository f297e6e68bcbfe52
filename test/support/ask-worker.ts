/** A child process that is asked by messages and answers one after the other. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

type Answered = Readonly<{ id: number; answer?: unknown; error?: string }>;

export function startWorker<Works extends Record<string, Readonly<{ ask: unknown; answer: unknown }>>>(
  file: string,
  env: NodeJS.ProcessEnv = {},
) {
  const child = fork(file, [], { env: { ...process.env, ...env }, stdio: ['ignore', 2, 2, 'ipc'] });
  let asked = 0;
  return {
    async ask<Name extends keyof Works & string>(name: Name, ask: Works[Name]['ask']): Promise<Works[Name]['answer']> {
      asked += 1;
      const id = asked;
      const answered = new Promise<Answered>((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`the worker ended with ${code}`));
        child.once('exit', ended);
        child.on('message', function listen(message: Answered) {
          if (message.id !== id) return;
          child.off('message', listen);
          child.off('exit', ended);
          resolve(message);
        });
      });
      child.send({ id, name, ask });
      const { answer, error } = await answered;
      if (error !== undefined) throw new Error(error);
      return answer;
    },
    async end(): Promise<void> {
      if (child.exitCode !== null) return;
      const exited = once(child, 'exit');
      child.disconnect();
      child.kill();
      await exited;
    },
  };
}
