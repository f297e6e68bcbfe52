/** The window's only way to the desk. */
export { api, deskState, onDeskEvent, onMissed, tokenForFile } from './desk.ts';
export { useQuery, type Query } from './use-query.ts';
