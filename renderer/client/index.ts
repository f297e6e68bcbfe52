/** The window's only way to the desk. */
export { api, deskState, onDeskEvent, onMissed, tokenForFile } from './desk.ts';
export { useQuery, type Query } from './use-query.ts';
export { useAutosave, type Autosave } from './use-autosave.ts';
export { useStoredDraft, type StoredDraft } from './use-stored-draft.ts';
