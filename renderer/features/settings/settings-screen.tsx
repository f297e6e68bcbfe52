/** 「设置」: one page, effect at once (ux 3.16). */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { formatDateTime } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { RenewRecoveryDialog } from '../access/index.ts';
import { ScanRulesGroup } from '../scans/index.ts';
import { EnrolForm } from '../sync/index.ts';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { SectionHeader } from '../../ui/section-header.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { DEFAULTS, type Settings } from './defaults.ts';
import { useSettings } from './use-settings.ts';
import { changedKeys, GROUPS, type AnySetting, type Group } from './words.ts';
import './settings.css';

export function SettingsScreen() {
  const settings = useSettings();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function change(changes: Partial<Settings>): Promise<void> {
    const answer = await api.settings.set(changes);
    setRefusal(answer.ok ? null : troubleText(troubleOf(answer.error)));
  }
  return (
    <main className="settings" aria-label="设置">
      <div className="settings-page">
        <h1 className="page-title">设置</h1>
        {refusal !== null && (
          <WarningLine level="block" isAnswer>
            {refusal}
          </WarningLine>
        )}
        {!settings && <LoadingBlock rows={4} />}
        {settings &&
          GROUPS.map((group) => (
            <SettingsGroup
              key={group.title}
              group={group}
              settings={settings}
              onChange={(changes) => void change(changes)}
            />
          ))}
        <ScanRulesGroup />
        <RecoveryGroup />
        <CityGroup />
      </div>
    </main>
  );
}

/** The way back in when the passphrase is forgotten; whoever lost the envelope makes a new one here. */
function RecoveryGroup() {
  const [isRenewing, setRenewing] = useState(false);
  const { value: status } = useQuery('access', () => api.access.status({}), { refetchOn: { 'access.changed': true } });
  return (
    <section className="settings-group">
      <SectionHeader title="恢复码" />
      <div className="setting-row">
        <div>
          <span className="setting-label">换发恢复码</span>
          <p className="second">信封丢了、被人看过，或当时没有抄下，就换一个。原来的作废。</p>
        </div>
        <Button onClick={() => setRenewing(true)}>换发恢复码</Button>
      </div>
      {isRenewing && <RenewRecoveryDialog personName={status?.person?.name ?? ''} onClose={() => setRenewing(false)} />}
    </section>
  );
}

type GroupProps = Readonly<{ group: Group; settings: Settings; onChange(changes: Partial<Settings>): void }>;

function SettingsGroup({ group, settings, onChange }: GroupProps) {
  const changed = changedKeys(group, settings, DEFAULTS);
  return (
    <section className="settings-group">
      <SectionHeader title={group.title}>
        {changed.length > 0 && (
          <button
            type="button"
            className="text-act"
            onClick={() =>
              onChange(Object.fromEntries(changed.map((key) => [key, DEFAULTS[key]])) as Partial<Settings>)
            }
          >
            恢复默认
          </button>
        )}
      </SectionHeader>
      {group.settings.map((setting) => (
        <SettingRow key={setting.key} setting={setting} value={settings[setting.key]} onChange={onChange} />
      ))}
    </section>
  );
}

type RowProps = Readonly<{ setting: AnySetting; value: Settings[keyof Settings]; onChange: GroupProps['onChange'] }>;

function SettingRow({ setting, value, onChange }: RowProps) {
  return (
    <div className="setting-row">
      <div>
        <span className="setting-label">{setting.label}</span>
        <p className="second">{setting.note}</p>
      </div>
      <Radio.Group
        aria-label={setting.label}
        optionType="button"
        buttonStyle="outline"
        value={value}
        options={setting.choices.map((choice) => ({ value: choice.value, label: choice.label }))}
        onChange={(event) => onChange({ [setting.key]: event.target.value })}
      />
    </div>
  );
}

/** The line to the city: facts where it stands, the form where it does not. */
function CityGroup() {
  const { value, error, refetch } = useQuery('unit', () => api.unit.get({}), { refetchOn: { 'unit.changed': true } });
  return (
    <section className="settings-group">
      <SectionHeader title="收发" />
      {error && !value && <TroubleBlock trouble={troubleOf(error)} onRetry={refetch} />}
      {value && value.enrolledAt === null && (
        <div className="settings-enrol">
          <p className="second">还没有登录市系统。登录后取回本单位的申报，办好的决定也由此送出。</p>
          <EnrolForm onEnrolled={refetch} />
        </div>
      )}
      {value && value.enrolledAt !== null && (
        <dl className="fact-list settings-facts">
          <dt>市系统</dt>
          <dd>
            <StatusTag glyph="tick" tone="good" text={`已登录，${formatDateTime(value.enrolledAt)}`} />
          </dd>
          <dt>地址</dt>
          <dd>{value.cityUrl}</dd>
          <dt>单位</dt>
          <dd>{value.unit?.name}</dd>
          <dt>信用代码</dt>
          <dd>{value.unit?.creditCode}</dd>
          <dt>年度</dt>
          <dd>{value.year === null ? '没有数据' : `${value.year}年度`}</dd>
        </dl>
      )}
    </section>
  );
}
