/** Pronunciation for the library's search. */
import { pinyin } from 'pinyin-pro';

/**
 * One syllable for each UTF-16 unit, read in context (会计 kuaiji, 社会 shehui), ü as v; other
 * characters stand for themselves. The second half of a rare character outside the basic plane is ''.
 */
export function pronounce(text: string): readonly string[] {
  const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true });
  return [...text].flatMap((character, index) => {
    const sound = sounds[index] ?? character;
    return character.length === 2 ? [sound, ''] : [sound];
  });
}
