/** Photographs of the notice where it hangs: recommended as proof, not required. */
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { api, tokenForFile } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatMoment, formatSize } from '../../ui/format.ts';
import { SectionHeader } from '../../ui/section-header.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { publicityRefusal } from './trouble-words.ts';
import type { Notice } from './types.ts';
import { useAct } from './use-act.ts';

type Photo = Notice['photos'][number];

export function PhotoPart({ notice }: Readonly<{ notice: Notice }>) {
  const { photos, summary } = notice;
  const [shown, setShown] = useState<Photo | null>(null);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { isBusy, refusal, add } = useAddPhotos(summary.id);
  const lost = photos.filter(({ isLost }) => isLost).length;

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  }
  return (
    <section
      className={isOver ? 'photo-part is-over' : 'photo-part'}
      aria-label="公示照片"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <SectionHeader
        title="公示照片"
        note={photos.length === 0 ? '还没有，建议拍一张贴出的样子' : `${photos.length}张`}
      />
      <div className="photo-grid">
        {photos.map((photo) => (
          <button key={photo.id} type="button" className="photo" title={photo.name} onClick={() => setShown(photo)}>
            {photo.isLost ? (
              <span className="tone-bad">照片损坏</span>
            ) : (
              <img src={photo.address} alt={`公示照片 ${photo.name}`} loading="lazy" />
            )}
          </button>
        ))}
        <button type="button" className="photo-add" aria-busy={isBusy} onClick={() => input.current?.click()}>
          {isBusy ? '正在加…' : '加照片'}
          <span className="second">或拖到这里</span>
        </button>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        multiple
        hidden
        aria-label="选公示照片"
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {lost > 0 && <WarningLine level="block">{lostWords(lost)}</WarningLine>}
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
      {shown && <PhotoDialog noticeId={summary.id} photo={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function lostWords(count: number): string {
  return `${count}张照片损坏，本机存的这一份打不开。公示本身不受影响。请把原来的照片再加一次，没有了就点开去掉。`;
}

/** One after the other; the first that is refused is named and the rest are still tried. */
function useAddPhotos(noticeId: string) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function add(files: readonly File[]): Promise<void> {
    if (isBusy || files.length === 0) return;
    setBusy(true);
    const refusals: string[] = [];
    for (const file of files) {
      const problem = await addOne(noticeId, file);
      if (problem !== null) refusals.push(`${file.name}：${problem}`);
    }
    setBusy(false);
    setRefusal(refusals.length === 0 ? null : refusals.join(' '));
  }
  return { isBusy, refusal, add };
}

async function addOne(noticeId: string, file: File): Promise<string | null> {
  const token = await tokenForFile(file);
  if (token === null) return publicityRefusal('addPhoto', { code: 'file-gone', message: 'no token' });
  const answer = await api.publicity.addPhoto({ noticeId, file: token, name: file.name.slice(0, 200) });
  return answer.ok ? null : publicityRefusal('addPhoto', answer.error);
}

type DialogProps = Readonly<{ noticeId: string; photo: Photo; onClose(): void }>;

/** The whole picture; taking it off asks once more, because it does not come back. */
function PhotoDialog({ noticeId, photo, onClose }: DialogProps) {
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const { id, name, sizeBytes, addedAt, addedBy, address, isLost } = photo;
  async function remove(): Promise<void> {
    if (await act.run('removePhoto', () => api.publicity.removePhoto({ noticeId, photoId: id }))) onClose();
  }
  return (
    <Dialog
      title={name}
      widthPx={880}
      onCancel={onClose}
      footer={
        <>
          {isAsking ? (
            <Button danger type="primary" loading={act.isBusy} onClick={() => void remove()}>
              去掉这张照片
            </Button>
          ) : (
            <Button onClick={() => setAsking(true)}>去掉…</Button>
          )}
          <Button onClick={onClose}>关上</Button>
        </>
      }
    >
      <p className="second">{`${formatMoment(addedAt)} ${addedBy}加，${formatSize(sizeBytes)}`}</p>
      {isLost ? (
        <WarningLine level="block">{lostWords(1)}</WarningLine>
      ) : (
        <img className="photo-whole" src={address} alt={`公示照片 ${name}`} />
      )}
      {act.refusal !== null && (
        <WarningLine level="block" isAnswer>
          {act.refusal}
        </WarningLine>
      )}
    </Dialog>
  );
}
