/** 纸质材料: the page of that name, and what other screens need of it. */
export { PapersScreen } from './papers-screen.tsx';
export { PapersBar } from './papers-bar.tsx';
export { createPapersStore, type PapersStore } from './papers-store.ts';
