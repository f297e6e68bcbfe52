/** 「常用语」: one's own phrases, to be put in by one press; and their managing. */
import { Popover } from 'antd';
import { useRef, useState } from 'react';
import { moduleDef, type ModuleId } from '#model/modules.ts';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { groupPhrases, type Phrase } from './phrases.ts';
import { PhraseDialog } from './phrase-dialog.tsx';
import type { Phrases } from './use-phrases.ts';

type Props = Readonly<{
  phrases: Phrases;
  /** the module whose phrases come first */
  moduleId: ModuleId | null;
  onPick(phrase: Phrase): void;
}>;

export function PhraseMenu({ phrases, moduleId, onPick }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isManaging, setManaging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useHotKeys({ esc: close }, { isOff: !isOpen });
  const pick = (phrase: Phrase) => {
    setOpen(false);
    void phrases.used(phrase.id);
    onPick(phrase);
  };
  return (
    <>
      <Popover
        trigger="click"
        placement="topRight"
        destroyOnHidden
        open={isOpen}
        onOpenChange={setOpen}
        // the keyboard goes on where the menu opened
        afterOpenChange={(isShown) => isShown && menu.current?.querySelector('button')?.focus({ preventScroll: true })}
        content={
          <div className="phrase-menu" role="group" aria-label="常用语" ref={menu}>
            {phrases.all.length === 0 && <p className="second">还没有常用语。写好一条后可以存进来。</p>}
            {groupPhrases(phrases.all, moduleId).map(({ title, phrases: group }) => (
              <section key={title}>
                <h3>{title}</h3>
                {group.map((phrase) => (
                  <button key={phrase.id} type="button" className="phrase" onClick={() => pick(phrase)}>
                    {title === '其他模块' && phrase.moduleId !== null && (
                      <span className="second">{`${moduleDef(phrase.moduleId).shortName} `}</span>
                    )}
                    {phrase.text}
                  </button>
                ))}
              </section>
            ))}
            <p className="phrase-foot">
              <button
                type="button"
                className="text-act"
                onClick={() => {
                  setOpen(false);
                  setManaging(true);
                }}
              >
                管理常用语
              </button>
            </p>
          </div>
        }
      >
        <button ref={opener} type="button" className="text-act" aria-haspopup="dialog" aria-expanded={isOpen}>
          常用语
        </button>
      </Popover>
      {isManaging && <PhraseDialog phrases={phrases} onClose={() => setManaging(false)} />}
    </>
  );
}
