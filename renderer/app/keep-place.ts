import { drawer } from '../drawer/drawer.ts';
import type { NavigationStore } from './navigation-store.ts';
import { isPlaceId } from './places.ts';

/** Opens where the person was last: the place only, never whose papers lay there. */
export function keepPlace(navigation: NavigationStore): void {
  void drawer.lastPlace
    .get('last')
    .then((last) => {
      if (last && isPlaceId(last.place)) navigation.getState().go(last.place);
    })
    // without the browser's storage the desk begins at the queue
    .catch(() => undefined)
    .finally(() => {
      navigation.subscribe(({ place }, before) => {
        if (place !== before.place) void drawer.lastPlace.put({ id: 'last', place }).catch(() => undefined);
      });
    });
}
