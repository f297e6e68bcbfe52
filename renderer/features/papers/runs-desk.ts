/** The one store of runs of this window, on the desk's events. */
import { api, onDeskEvent, onMissed } from '../../client/index.ts';
import { createRunsStore } from './runs.ts';

export const runs = createRunsStore({
  make(batchId, order) {
    const { password } = order;
    return order.kind === 'archive'
      ? api.papers.archiveCopy({ batchId, applicationIds: [...order.applicationIds], password })
      : api.papers.make({ batchId, refs: [...order.refs], arrangement: order.arrangement, password });
  },
  batch: (batchId) => api.papers.batch({ batchId }),
  cancel: (batchId) => api.papers.cancel({ batchId }),
  async read(address, signal) {
    const response = await fetch(address, { signal, credentials: 'omit' });
    return response.ok ? response.body : null;
  },
  newId: () => crypto.randomUUID(),
});

onDeskEvent('papers.progress', (told) => runs.getState().follow(told));
onDeskEvent('access.changed', ({ state }) => {
  if (state === 'locked') runs.getState().forget();
});
onMissed(() => runs.getState().ask());
