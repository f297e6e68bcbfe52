import { useHotKeys } from '../ui/use-hot-keys.ts';
import { PlaceIcon } from './icon.tsx';
import { PLACES, type PlaceId } from './places.ts';

type Props = Readonly<{ place: PlaceId; attention: number; onGo(place: PlaceId): void }>;

export function Rail({ place, attention, onGo }: Props) {
  useHotKeys(Object.fromEntries(PLACES.map(({ id, number }) => [`mod+${number}`, () => onGo(id)])));
  return (
    <nav className="rail" aria-label="地方">
      {PLACES.map(({ id, number, label }) => (
        <button
          key={id}
          type="button"
          className={`rail-place rail-${id}`}
          title={`${label} Ctrl+${number}`}
          aria-current={id === place ? 'page' : undefined}
          aria-label={id === 'sync' && attention > 0 ? `${label}，需处理${attention}` : label}
          onClick={() => onGo(id)}
        >
          <span className="rail-icon">
            <PlaceIcon place={id} />
            {id === 'sync' && attention > 0 && (
              <span className="rail-badge" title={`需处理${attention}`}>
                {attention}
              </span>
            )}
          </span>
          <span className="rail-label">{label}</span>
        </button>
      ))}
    </nav>
  );
}
