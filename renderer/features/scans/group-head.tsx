/** Above a group's pages: where they came from, and one proposal for all of them; nothing is filed without a yes. */
import { Button } from 'antd';
import { formatMoment } from '../../ui/format.ts';
import type { PageGroup } from './types.ts';
import { groupTitle } from './words.ts';

type Props = Readonly<{ group: PageGroup; onFile(): void; onOpen(): void; onSelect(): void }>;

export function GroupHead({ group, onFile, onOpen, onSelect }: Props) {
  const { suggestion, count, createdAt } = group;
  const title = groupTitle(group, formatMoment(createdAt));
  return (
    <div role="gridcell" className="group-head">
      <strong className="cut" title={title}>
        {title}
      </strong>
      <button type="button" className="text-act" onClick={onSelect} title="选这一组">
        {`${count}页`}
      </button>
      {suggestion && (
        <span className="group-ask">
          <span>
            {'归到 '}
            <b>{suggestion.person}</b>
            {` 的${suggestion.materials}项材料？`}
          </span>
          <button type="button" className="text-act" onClick={onOpen}>
            逐页看
          </button>
          <Button color="primary" variant="outlined" size="small" onClick={onFile}>
            {suggestion.pages === count ? '这一组都是' : `这${suggestion.pages}页都是`}
          </Button>
        </span>
      )}
    </div>
  );
}
