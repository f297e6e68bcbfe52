/** Papers are described in millimetres and set in points, PDF's unit: 1/72 inch. */
const POINTS_PER_MM = 72 / 25.4;

export function points(inMillimetres: number): number {
  return inMillimetres * POINTS_PER_MM;
}

/** To a tenth. */
export function millimetres(inPoints: number): number {
  return Math.round((inPoints / POINTS_PER_MM) * 10) / 10;
}
