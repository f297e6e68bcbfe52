/** The modules of 五(二)2 in the guide's order, with what was seen and how many scans each has. */
import { Select } from 'antd';
import { MODULES, type ModuleId } from '#model/modules.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { SeverityGlyph, severityWord } from '../../ui/severity.tsx';
import { worstOf, type Worst } from './finding-list.ts';
import { countSheets } from './sheets.ts';
import type { Detail } from './words.ts';

type Props = Readonly<{ detail: Detail; current: ModuleId; onOpen(id: ModuleId): void }>;

export function ModuleTree({ detail, current, onOpen }: Props) {
  const { application, seenModules, changedModules } = detail;
  return (
    <nav className="module-tree" aria-label="模块">
      <div className="pane-head">
        <h2>模块</h2>
        <span className="second">{`已看${seenModules.length}/${MODULES.length}`}</span>
      </div>
      <ul>
        {MODULES.map((module) => {
          const isEmpty = !application.modules.some((m) => m.id === module.id && m.records.length > 0);
          const scans = countSheets(detail, module.id);
          const isChanged = changedModules.includes(module.id);
          const worst = worstOf(detail.findings, module.id);
          return (
            <li key={module.id}>
              <button
                type="button"
                className={module.id === current ? 'module is-current' : 'module'}
                aria-current={module.id === current ? 'true' : undefined}
                title={module.name}
                onClick={() => onOpen(module.id)}
              >
                <SeenGlyph isSeen={seenModules.includes(module.id)} isEmpty={isEmpty} />
                <span className={isEmpty ? 'module-name second' : 'module-name'}>{module.shortName}</span>
                {isChanged && <span className="module-changed">有改动</span>}
                {worst && <WorstMark worst={worst} />}
                <span className="module-scans second" aria-label={scans > 0 ? `${scans}张扫描件` : undefined}>
                  {scans > 0 ? scans : ''}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** 「■1」: the weightiest that stands, and how many of that weight */
function WorstMark({ worst: { severity, count } }: Readonly<{ worst: Worst }>) {
  return (
    <span className={`module-worst is-${severity}`} title={`${count}个${severityWord(severity)}`}>
      <SeverityGlyph severity={severity} label={severityWord(severity)} />
      {count}
    </span>
  );
}

function SeenGlyph({ isSeen, isEmpty }: Readonly<{ isSeen: boolean; isEmpty: boolean }>) {
  const word = isSeen ? '已看' : isEmpty ? '未填写，未看' : '未看';
  return (
    <span className={isSeen ? 'module-glyph is-good' : 'module-glyph'}>
      <Glyph name={isSeen ? 'tick' : 'ring'} />
      <span className="visually-hidden">{word}</span>
    </span>
  );
}

/** The same in one line, where there is no room for a tree (ux 2, ≤ 1199). */
export function ModulePicker({ detail, current, onOpen }: Props) {
  const { application, seenModules, changedModules, findings } = detail;
  const options = MODULES.map((module) => {
    const isEmpty = !application.modules.some((m) => m.id === module.id && m.records.length > 0);
    const worst = worstOf(findings, module.id);
    return {
      value: module.id,
      label: (
        <span className="module-option">
          <SeenGlyph isSeen={seenModules.includes(module.id)} isEmpty={isEmpty} />
          <span className={isEmpty ? 'module-name second' : 'module-name'}>{module.shortName}</span>
          {changedModules.includes(module.id) && <span className="module-changed">有改动</span>}
          {worst && <WorstMark worst={worst} />}
        </span>
      ),
    };
  });
  return (
    <div className="module-picker">
      <Select aria-label="模块" value={current} options={options} onChange={onOpen} listHeight={400} />
      <span className="second">{`已看${seenModules.length}/${MODULES.length}`}</span>
    </div>
  );
}
