// 核对存档: node verify-copy.mjs [存档文件夹]
// Checks an archive copy without anything but Node 20 or newer: every file of its manifest by hash, no file beside
// them, and the signature of the computer that made it. Ends with 0 where all of it holds, else with 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.resolve(process.argv[2] ?? path.dirname(fileURLToPath(import.meta.url)));
const problems = [];

/** RFC 8785 of plain JSON: keys in order, no spaces; the manifest's numbers are integers. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

async function readManifest() {
  try {
    return JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  } catch {
    console.error('没有找到能读的 manifest.json：请在存档文件夹里运行，或把文件夹写在命令后面。');
    process.exit(1);
  }
}

function checkSignature({ signature, ...manifest }) {
  try {
    const key = createPublicKey({ key: Buffer.from(manifest.publicKey, 'base64url'), format: 'der', type: 'spki' });
    if (verify(null, Buffer.from(canonical(manifest), 'utf8'), key, Buffer.from(signature, 'base64url'))) return;
  } catch {
    // a key or a signature that is none
  }
  problems.push('签名不对：清单在签名之后被改过。');
}

async function checkFile({ path: name, sha256 }) {
  const isInside = typeof name === 'string' && !name.split('/').includes('..') && !path.isAbsolute(name);
  const bytes = isInside ? await readFile(path.join(folder, name)).catch(() => null) : null;
  if (bytes === null) problems.push(`缺少：${name}`);
  else if (createHash('sha256').update(bytes).digest('hex') !== sha256) problems.push(`被改过：${name}`);
}

const manifest = await readManifest();
checkSignature(manifest);
for (const file of manifest.files) await checkFile(file);
const known = new Set([...manifest.files.map((file) => file.path), 'manifest.json', 'verify-copy.mjs']);
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  const name = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
  if (entry.isFile() && !known.has(name)) problems.push(`清单里没有：${name}`);
}
for (const problem of problems) console.error(problem);
const about = `${manifest.application?.name ?? ''} ${manifest.application?.title ?? ''}，${manifest.files.length}个文件`;
console.log(problems.length === 0 ? `核对无误：${about}` : `有${problems.length}处不对：${about}`);
console.log(`签名的电脑：${manifest.deviceId}；公钥：${manifest.publicKey}`);
process.exit(problems.length === 0 ? 0 : 1);
