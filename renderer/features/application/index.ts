export { Workbench } from './workbench.tsx';
export { useForgettingPeople, useOpeningsAhead } from './use-ahead.ts';
export { useDetail } from './use-detail.ts';
export { APPROVAL_TEXT, gapPlace, gapWords, type Detail } from './words.ts';
export { countFindings, isStanding, sourceWords, type Found } from './finding-list.ts';
