/** The window's only way to the desk. */
export { api, deskState, onDeskEvent, onMissed } from './desk.ts';
export type { EventName } from './desk-events.ts';
export { useQuery, type Query, type QueryOptions } from './use-query.ts';
