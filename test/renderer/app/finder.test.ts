import { describe, expect, it } from 'vitest';
import { hitsOf } from '../../../renderer/app/finder-hits.ts';
import { incidentOf } from '../../../renderer/app/incident.ts';
import { PLACES } from '../../../renderer/app/places.ts';

const row = (id: string) => ({ id, name: '段雪梅', department: '高二', title: '高级教师', committee: '' });

describe('the finder', () => {
  it('shows places by their word before people, eight in all', () => {
    const hits = hitsOf(
      '收发',
      Array.from({ length: 8 }, (_, at) => row(`${at}`)),
    );
    expect(hits).toHaveLength(8);
    expect(hits[0]).toMatchObject({ kind: 'place', id: 'sync' });
    expect(hits[1]).toMatchObject({ kind: 'application', second: '高二 高级教师' });
  });
});

describe('the numbers of the places', () => {
  it('are the fixed ones and unlike each other', () => {
    expect(PLACES.map(({ id, number }) => [id, number])).toEqual([
      ['queue', 1],
      ['publicity', 2],
      ['scans', 3],
      ['papers', 4],
      ['sync', 6],
      ['library', 7],
      ['unit', 8],
      ['settings', 9],
    ]);
  });
});

describe('the number of a defect', () => {
  it('is the same for the same place in the program and shows nothing of the message', () => {
    const error = new Error('段雪梅 530102');
    expect(incidentOf(error)).toBe(incidentOf(error));
    expect(incidentOf(error)).toMatch(/^[\dA-F]{4}-[\dA-F]{4}$/);
    expect(incidentOf(new Error('other'))).not.toBe(incidentOf(error));
  });
});
