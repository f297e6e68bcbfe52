/** One scan in its frame: dragged, zoomed to the pointer by Ctrl and the wheel, moved by the arrows. */
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { isComposing } from '../ime-guard.ts';
import { picturesAhead } from './ahead.ts';
import { turned, wheelFactor, type Size } from './geometry.ts';
import type { ScanView } from './use-scan-view.ts';
import { viewerAct, type ViewerAct } from './viewer-keys.ts';

export type Picture = Readonly<{
  id: string;
  name: string;
  /** of the picture in this session; null: `missing` says why there is none */
  address: string | null;
  /** of the same with every pixel, for a closer look, where `address` has fewer */
  whole?: string | null;
  /** pixels across of the page as it was scanned, where the picture has fewer: 100% is one of those */
  across?: number | null;
  missing: string;
}>;

type Props = Readonly<{
  picture: Picture;
  view: ScanView;
  /** 「毕业证书 第1页，共2页」 */
  label: string;
  hasLetters: boolean;
  /** seals are hard to read on a grey copy: colours stronger, for this view only */
  isSealView: boolean;
  /** of two frames side by side, the one that keys and buttons act on */
  isActive?: boolean;
  /** said where the picture cannot be opened */
  broken: string;
  /** drawn over the page, in parts of it */
  children?: ReactNode;
  onAct(act: ViewerAct): void;
  onFocus?(): void;
  /** drawn whole on screen */
  onShown?: ((id: string) => void) | undefined;
}>;

export function ScanFrame(props: Props) {
  const { picture, view, label, hasLetters, isSealView, isActive = false, broken, children, onAct, onFocus } = props;
  useWheelZoom(view);
  const drag = useDrag(view);
  const { attach } = view;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const act = viewerAct(keyOf(event), hasLetters);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    onAct(act);
  };
  return (
    <div
      ref={attach}
      className={`viewer-frame${isActive ? ' is-active-half' : ''}${isSealView ? ' is-seal-view' : ''}`}
      tabIndex={0}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      {...drag}
    >
      <PagePicture key={picture.address} picture={picture} view={view} broken={broken} onShown={props.onShown}>
        {children}
      </PagePicture>
    </div>
  );
}

function keyOf({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, code, ctrlKey, metaKey, altKey };
}

/** React listens to the wheel passively: the page's own zoom could not be kept from it. */
function useWheelZoom(view: ScanView): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    view.zoom(wheelFactor(event.deltaY), { x: event.clientX, y: event.clientY });
  });
  const { frame } = view;
  useEffect(() => {
    const listen = (event: WheelEvent) => onWheel(event);
    frame?.addEventListener('wheel', listen, { passive: false });
    return () => frame?.removeEventListener('wheel', listen);
  }, [frame]);
}

/** The paper is taken and moved, as on a desk. */
function useDrag(view: ScanView) {
  const [isDragging, setDragging] = useState(false);
  return {
    'data-dragging': isDragging || undefined,
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      view.frame?.setPointerCapture(event.pointerId);
      setDragging(true);
    },
    onPointerMove(event: PointerEvent) {
      if (isDragging) view.frame?.scrollBy(-event.movementX, -event.movementY);
    },
    onPointerUp: () => setDragging(false),
    onPointerCancel: () => setDragging(false),
  };
}

type PictureProps = Readonly<{
  picture: Picture;
  view: ScanView;
  broken: string;
  children: ReactNode;
  onShown: ((id: string) => void) | undefined;
}>;

function PagePicture({ picture, view, broken, children, onShown }: PictureProps) {
  const [ready] = useState(() => (picture.address === null ? null : picturesAhead.ready(picture.address)));
  const [standing, setStanding] = useState<'loading' | 'shown' | 'broken'>(ready ? 'shown' : 'loading');
  const setPage = useEffectEvent((image: HTMLImageElement) => view.setPage(shownSize(image, picture.across)));
  // what was made ready ahead is drawn with the frame, not one later
  useLayoutEffect(() => {
    if (ready) setPage(ready);
  }, [ready]);
  const tell = useEffectEvent(() => onShown?.(picture.id));
  useEffect(() => {
    if (standing === 'shown') tell();
  }, [standing, picture.id]);

  const { page, scale, state } = view;
  const isCloser = standing === 'shown' && scale * window.devicePixelRatio > 1;
  const whole = useDecoded(isCloser ? (picture.whole ?? null) : null);

  if (picture.address === null) return <p className="viewer-note">{picture.missing}</p>;
  if (standing === 'broken') return <p className="viewer-note">{broken}</p>;
  const outer = turned(page, state.turn);
  return (
    <div className="page-box" style={{ width: outer.width * scale, height: outer.height * scale }}>
      <div
        className="page"
        style={{
          width: page.width * scale || undefined,
          height: page.height * scale || undefined,
          transform: `translate(-50%, -50%) rotate(${state.turn}deg)`,
          visibility: standing === 'shown' ? 'visible' : 'hidden',
        }}
      >
        <img
          src={whole ?? picture.address}
          alt={picture.name}
          decoding="sync"
          fetchPriority="high"
          draggable={false}
          onLoad={(event) => {
            // the whole comes into the place of the smaller one, as large as that lies there
            if (standing === 'shown') return;
            view.setPage(shownSize(event.currentTarget, picture.across));
            setStanding('shown');
          }}
          onError={() => setStanding('broken')}
        />
        {children}
      </div>
    </div>
  );
}

/** Its own proportions, as wide as the page was scanned where that is known. */
function shownSize({ naturalWidth, naturalHeight }: HTMLImageElement, across: Picture['across']): Size {
  const width = across ?? naturalWidth;
  return { width, height: (naturalHeight * width) / (naturalWidth || 1) };
}

/** The address once its picture can be drawn without waiting; kept from then on. */
function useDecoded(address: string | null): string | null {
  const [decoded, setDecoded] = useState<string | null>(null);
  useEffect(() => {
    if (address === null) return undefined;
    let isGone = false;
    const image = new Image();
    image.src = address;
    void image.decode().then(
      () => isGone || setDecoded(address),
      // the smaller one stays
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [address]);
  return decoded;
}
