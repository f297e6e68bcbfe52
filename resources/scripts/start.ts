/** `npm start`: the desk in its own window where Electron's binary is or can be fetched, else in the browser. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './lib/build.ts';
import { fetchElectron, findElectron } from './lib/electron.ts';

const root = path.join(import.meta.dirname, '../..');
const args = process.argv.slice(2);

ensureBuilt(root);
const electron = findElectron(root) ?? (fetchElectron(root) ? findElectron(root) : null);
if (!electron) {
  process.stderr.write('没有 Electron 的程序文件，也取不到（可设 ELECTRON_MIRROR 再试），改在浏览器中打开。\n');
}
const child = electron
  ? spawn(electron, [root, ...args], { stdio: 'inherit' })
  : spawn(process.execPath, [path.join(root, 'out/main/loopback.js'), ...args], { stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 0));
