import { Button } from 'antd';
import { MenuItem, MenuPopover } from './menu-popover.tsx';

type Props = Readonly<{
  acts: readonly Readonly<{ word: string; act(): void }>[];
  color: 'default' | 'primary';
  placement: 'bottomRight' | 'topRight';
}>;

/** 「更多」: what finds no room in a bar. */
export function MoreMenu({ acts, color, placement }: Props) {
  const opener = (
    <Button color={color} variant="text">
      更多
    </Button>
  );
  return (
    <MenuPopover label="更多" className="viewer-more" placement={placement} opener={opener}>
      {acts.map(({ word, act }) => (
        <MenuItem key={word} onChoose={act}>
          {word}
        </MenuItem>
      ))}
    </MenuPopover>
  );
}
