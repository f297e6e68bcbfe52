/** `node test/support/corpus/main.ts DIR [--seed WORD] [--count N]`: writes a corpus of scans into a folder. */
import { parseArgs } from 'node:util';
import { planFiles, writeCorpus } from './files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: 'office' }, count: { type: 'string', default: '60' } },
});
const folder = positionals[0];
if (!folder) {
  process.stderr.write('corpus DIR [--seed WORD] [--count N]\n');
  process.exit(2);
}
const entries = await writeCorpus(folder, planFiles(values.seed, Number(values.count)));
const megabytes = entries.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
process.stderr.write(`${entries.length} files, ${megabytes.toFixed(1)} MB\n`);
