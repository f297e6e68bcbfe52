/** A small menu at the button that opens it: the keyboard goes on in it, and Esc leads back. */
import { Popover } from 'antd';
import {
  cloneElement,
  createContext,
  useCallback,
  useContext,
  useRef,
  useState,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useHotKeys } from './use-hot-keys.ts';

type Props = Readonly<{
  label: string;
  className: string;
  placement: 'bottomRight' | 'topRight';
  /** a button */
  opener: ReactElement<ComponentProps<'button'>>;
  /** its choices are `MenuItem`s */
  children: ReactNode;
}>;

/** `isStaying`: the keyboard goes back to the button, for nothing else takes it */
type Close = (isStaying: boolean) => void;
const CloseMenu = createContext<Close>(() => undefined);

export function MenuPopover({ label, className, placement, opener, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = useCallback<Close>((isStaying) => {
    setOpen(false);
    if (isStaying) button.current?.focus();
  }, []);
  useHotKeys({ esc: () => close(true) }, { isOff: !isOpen });
  return (
    <Popover
      trigger="click"
      placement={placement}
      destroyOnHidden
      open={isOpen}
      onOpenChange={setOpen}
      afterOpenChange={(isShown) => isShown && list.current?.querySelector('button')?.focus({ preventScroll: true })}
      content={
        <div ref={list} className={className} role="group" aria-label={label}>
          <CloseMenu value={close}>{children}</CloseMenu>
        </div>
      }
    >
      {cloneElement(opener, { ref: button, 'aria-haspopup': 'dialog', 'aria-expanded': isOpen })}
    </Popover>
  );
}

type ItemProps = Pick<ComponentProps<'button'>, 'className' | 'aria-pressed' | 'children'> &
  Readonly<{
    /** what it does takes the keyboard nowhere */
    isStaying?: boolean;
    onChoose(): void;
  }>;

export function MenuItem({ isStaying = false, onChoose, ...rest }: ItemProps) {
  const close = useContext(CloseMenu);
  const choose = () => {
    close(isStaying);
    onChoose();
  };
  return <button type="button" {...rest} onClick={choose} />;
}
