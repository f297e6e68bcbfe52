/** 「常用语」: one's own phrases, to be put in by one press; and their managing. */
import { useState } from 'react';
import { moduleDef, type ModuleId } from '#model/modules.ts';
import { MenuItem, MenuPopover } from '../../ui/menu-popover.tsx';
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
  const [isManaging, setManaging] = useState(false);
  const pick = (phrase: Phrase) => {
    void phrases.used(phrase.id);
    onPick(phrase);
  };
  const opener = (
    <button type="button" className="text-act">
      常用语
    </button>
  );
  return (
    <>
      <MenuPopover label="常用语" className="phrase-menu" placement="topRight" opener={opener}>
        {phrases.all.length === 0 && <p className="second">还没有常用语。写好一条后可以存进来。</p>}
        {groupPhrases(phrases.all, moduleId).map(({ title, phrases: group }) => (
          <section key={title}>
            <h3>{title}</h3>
            {group.map((phrase) => (
              <MenuItem key={phrase.id} className="phrase" onChoose={() => pick(phrase)}>
                {title === '其他模块' && phrase.moduleId !== null && (
                  <span className="second">{`${moduleDef(phrase.moduleId).shortName} `}</span>
                )}
                {phrase.text}
              </MenuItem>
            ))}
          </section>
        ))}
        <p className="phrase-foot">
          <MenuItem className="text-act" onChoose={() => setManaging(true)}>
            管理常用语
          </MenuItem>
        </p>
      </MenuPopover>
      {isManaging && <PhraseDialog phrases={phrases} onClose={() => setManaging(false)} />}
    </>
  );
}
