/** `npm run build` */
import path from 'node:path';
import { build } from './lib/build.ts';

build(path.join(import.meta.dirname, '../..'));
