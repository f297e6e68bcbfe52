/** A password for files that leave this computer. */

/** as the contract bounds it */
export const LEAST = 6;
const MOST = 64;

/** `problem`: why it cannot be taken as it is; null: it can, or there is none */
export type Password = Readonly<{ value: string | null; problem: string | null }>;

export const NO_PASSWORD: Password = { value: null, problem: null };

export function passwordOf(first: string, second: string): Password {
  const length = Array.from(first).length;
  if (length < LEAST) return { value: null, problem: `至少${LEAST}个字符` };
  if (first.length > MOST) return { value: null, problem: `最多${MOST}个字符` };
  if (first !== second) return { value: null, problem: second === '' ? '请再输一次' : '两次输入的不一样' };
  return { value: first, problem: null };
}
