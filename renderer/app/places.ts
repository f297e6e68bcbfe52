/** The places of the rail. The numbers are fixed for good, so that Ctrl+1…9 never change their meaning. */

export const PLACES = [
  { id: 'queue', number: 1, label: '申报审核' },
  { id: 'publicity', number: 2, label: '公示' },
  { id: 'scans', number: 3, label: '扫描件' },
  { id: 'papers', number: 4, label: '纸质材料' },
  { id: 'sync', number: 6, label: '收发' },
  { id: 'library', number: 7, label: '资料库' },
  { id: 'unit', number: 8, label: '单位' },
  { id: 'settings', number: 9, label: '设置' },
] as const;
export type PlaceId = (typeof PLACES)[number]['id'];

export function isPlaceId(text: string): text is PlaceId {
  return PLACES.some(({ id }) => id === text);
}
