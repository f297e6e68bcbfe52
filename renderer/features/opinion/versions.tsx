/** 「历次提交」: every version that was handed in, newest first, with how far each has come. */
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import type { OpinionVersion } from './types.ts';
import { versionWords } from './words.ts';

export function VersionsButton({ versions }: Readonly<{ versions: readonly OpinionVersion[] }>) {
  return (
    <Popover trigger="click" placement="bottomRight" content={<Versions versions={versions} />}>
      <Button color="default" variant="text">{`历次提交 ${versions.length}稿`}</Button>
    </Popover>
  );
}

function Versions({ versions }: Readonly<{ versions: readonly OpinionVersion[] }>) {
  const [shown, setShown] = useState<number | null>(null);
  return (
    <ol className="opinion-versions" aria-label="历次提交">
      {versions.map((version) => {
        const { number, text, delivery } = version;
        const isShown = shown === number;
        return (
          <li key={number}>
            <p>
              <span>{versionWords(version)}</span>
              <DeliveryTag delivery={delivery} />
              <button
                type="button"
                className="text-act"
                aria-expanded={isShown}
                onClick={() => setShown(isShown ? null : number)}
              >
                {isShown ? '收起' : '看内容'}
              </button>
            </p>
            {isShown && <p className="letter">{text}</p>}
          </li>
        );
      })}
    </ol>
  );
}
