/** The window's only way to the desk. */
export { api, deskState, onDeskEvent, onMissed, tokenForFile } from './desk.ts';
export { saveDownload } from './save-download.ts';
export { useQuery, type Query } from './use-query.ts';
