/** A part of the window on which files are let go, or into which pictures are pasted. */
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { filesOfList, filesOfTransfer, MOST_FILES, type DroppedFile } from './dropped-files.ts';

export type Drop = Readonly<{
  /** files hang over it */
  isOver: boolean;
  handlers: Readonly<{
    onDragEnter(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  }>;
}>;

/** @param onRefused why nothing was taken, in words */
export function useDrop(onFiles: (files: readonly DroppedFile[]) => void, onRefused: (words: string) => void): Drop {
  const [isOver, setOver] = useState(false);
  /** entering a child leaves the parent: only the last leaving counts */
  const depth = useRef(0);
  function take(files: readonly DroppedFile[]): void {
    if (files.length === 0) onRefused('文件夹是空的，没有可以导入的文件。');
    else if (files.length > MOST_FILES)
      onRefused(`一次最多${MOST_FILES}个文件，这里有${files.length}个。请分几次拖进来。`);
    else onFiles(files);
  }
  usePastedPictures(take);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const enter = (event: DragEvent, by: 1 | -1) => {
    if (!hasFiles(event)) return;
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return {
    isOver,
    handlers: {
      onDragEnter: (event) => enter(event, 1),
      onDragLeave: (event) => enter(event, -1),
      onDragOver: (event) => hasFiles(event) && event.preventDefault(),
      onDrop(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void filesOfTransfer(event.dataTransfer).then(take);
      },
    },
  };
}

/** Pictures only: text that is pasted belongs to a text field. */
function usePastedPictures(take: (files: readonly DroppedFile[]) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const pictures = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    if (pictures.length === 0 || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    take(filesOfList(pictures));
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
