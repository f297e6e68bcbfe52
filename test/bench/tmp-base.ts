import { randomUUID } from 'node:crypto';
import { makeApprovable, openReviewBench } from '../support/review-bench.ts';
const b = openReviewBench();
const apps = Array.from({ length: 1000 }, () => makeApprovable({ id: randomUUID() }));
const t0 = performance.now();
for (let i = 0; i < apps.length; i += 100) b.arrive(...apps.slice(i, i + 100));
console.log('arrive', performance.now() - t0);
const times: number[] = [];
const s = performance.now();
for (const a of apps) {
  const t = performance.now();
  const r = b.review.decide({
    commandId: randomUUID(),
    applicationId: a.id,
    version: a.version,
    decision: 'approve',
    opinion: '经审核，申报材料真实、完整，符合申报条件，同意推荐。',
    lastChanceConfirmed: false,
  });
  if (!r.ok) throw new Error(JSON.stringify(r));
  times.push(performance.now() - t);
}
console.log('total', performance.now() - s);
times.sort((a, b2) => a - b2);
console.log('p50', times[500], 'p95', times[950], 'max', times[999]);
b.dispose();
