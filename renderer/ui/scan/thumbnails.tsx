/** The pages below the viewer: small picture, name, and whether it was looked at. */
import { useEffect, useRef } from 'react';

export type Thumbnail = Readonly<{ id: string; name: string; second: string; address: string | null }>;

type Props = Readonly<{ items: readonly Thumbnail[]; currentId: string | null; onOpen(id: string): void }>;

export function Thumbnails({ items, currentId, onOpen }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [currentId]);
  return (
    <ul ref={list} className="thumbnails" aria-label="扫描件缩略图">
      {items.map(({ id, name, second, address }) => (
        <li key={id}>
          <button
            type="button"
            className={id === currentId ? 'thumbnail is-current' : 'thumbnail'}
            aria-current={id === currentId ? 'true' : undefined}
            onClick={() => onOpen(id)}
          >
            {address ? (
              <img src={address} alt="" loading="lazy" decoding="async" fetchPriority="low" />
            ) : (
              <span className="thumbnail-none" />
            )}
            <span>
              <span className="cut">{name}</span>
              <span className="viewer-second">{second}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
