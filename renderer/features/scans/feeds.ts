/** This window's drops: they go on being handed in whatever page is on screen. */
import { api, tokenForFile } from '../../client/index.ts';
import { createFeedStore } from './feed.ts';

export const feeds = createFeedStore({
  begin: (input) => api.scans.begin(input),
  add: (input) => api.scans.add(input),
  refuse: (input) => api.scans.refuse(input),
  tokenForFile: (file) => tokenForFile(file),
  newId: () => crypto.randomUUID(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
