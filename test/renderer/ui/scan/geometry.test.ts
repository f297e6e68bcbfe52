import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  scaleOf,
  scrollTo,
  spotUnder,
  START,
  turned,
  turnedOn,
  wheelFactor,
  ZOOM_STEP,
  zoomed,
  type ViewerState,
} from '../../../../renderer/ui/scan/geometry.ts';

const frame = { width: 600, height: 800 };
/** an A4 page scanned at 300 dpi */
const page = { width: 2480, height: 3508 };
const small = { width: 300, height: 200 };
const state = (over: Partial<ViewerState>): ViewerState => ({ ...START, ...over });

describe('a scan in the viewer', () => {
  it.each([
    ['a page fitted: as high as the frame', page, state({}), 800 / 3508],
    ['a page fitted and turned: as wide as the frame', page, state({ turn: 90 }), 600 / 3508],
    ['a page to the width', page, state({ fit: 'width' }), 600 / 2480],
    ['a turned page to the width', page, state({ fit: 'width', turn: 270 }), 600 / 3508],
    ['a small picture fitted: never larger than life', small, state({}), 1],
    ['a small picture to the width: as wide as asked', small, state({ fit: 'width' }), 2],
    ['a scale of one’s own', page, state({ fit: 'free', scale: 0.7 }), 0.7],
    ['a picture whose size is not known yet', { width: 0, height: 0 }, state({}), 1],
    ['a picture without height', { width: 10, height: 0 }, state({ fit: 'width' }), 1],
  ])('%s', (_what, size, view, expected) => {
    expect(scaleOf(view, size, frame)).toBeCloseTo(expected, 10);
  });

  it('is turned by quarters, clockwise, and is itself after four', () => {
    const turns = [turnedOn(START), turnedOn(turnedOn(START)), turnedOn(turnedOn(turnedOn(START)))].map(
      ({ turn }) => turn,
    );
    expect(turns).toEqual([90, 180, 270]);
    expect(turnedOn(state({ turn: 270 })).turn).toBe(0);
    expect(turned(page, 90)).toEqual({ width: 3508, height: 2480 });
    expect(turned(page, 180)).toEqual(page);
  });

  it('is zoomed from the size it has now, and back to it', () => {
    const larger = zoomed(START, page, frame, ZOOM_STEP);
    expect(larger).toMatchObject({ fit: 'free', turn: 0 });
    expect(larger.scale).toBeCloseTo((800 / 3508) * 1.25, 10);
    expect(zoomed(larger, page, frame, 1 / ZOOM_STEP).scale).toBeCloseTo(800 / 3508, 10);
  });

  it('stays between too small to see and too large to hold, however long one zooms', () => {
    const factor = fc.constantFrom(ZOOM_STEP, 1 / ZOOM_STEP);
    const size = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });
    fc.assert(
      fc.property(size, fc.array(factor, { maxLength: 60 }), (scan, factors) => {
        const end = factors.reduce((view, by) => zoomed(view, scan, frame, by), START);
        const scale = scaleOf(end, scan, frame);
        if (factors.length === 0) return;
        expect(scale).toBeGreaterThanOrEqual(0.05);
        expect(scale).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('fitted never reaches out of its frame, whichever way it is turned', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });
    fc.assert(
      fc.property(size, fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const), (scan, turn) => {
        const scale = scaleOf(state({ turn }), scan, frame);
        const shown = turned(scan, turn);
        expect(shown.width * scale).toBeLessThanOrEqual(frame.width + 1e-6);
        expect(shown.height * scale).toBeLessThanOrEqual(frame.height + 1e-6);
      }),
    );
  });

  it('keeps what lies under the pointer under it, however the page grows', () => {
    const edges = fc.record({
      left: fc.integer({ min: -5000, max: 5000 }),
      top: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
    });
    const point = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 1200 }) });
    fc.assert(
      fc.property(edges, edges, point, (before, after, at) => {
        const spot = spotUnder(at, before);
        const by = scrollTo(spot, at, after);
        const scrolled = { ...after, left: after.left - by.x, top: after.top - by.y };
        const there = spotUnder(at, scrolled);
        expect(there.x).toBeCloseTo(spot.x, 6);
        expect(there.y).toBeCloseTo(spot.y, 6);
      }),
    );
  });

  it('grows by one step a notch of the wheel, and by as little as a touch pad says', () => {
    expect(wheelFactor(-100)).toBeCloseTo(ZOOM_STEP, 10);
    expect(wheelFactor(100)).toBeCloseTo(1 / ZOOM_STEP, 10);
    expect(wheelFactor(-1200)).toBeCloseTo(ZOOM_STEP, 10);
    expect(wheelFactor(-4)).toBeGreaterThan(1);
    expect(wheelFactor(-4)).toBeLessThan(1.02);
  });
});
