/** Properties of paragraphs and runs, weakest first: what stands last counts (ECMA-376 part 1, 17.7.2). */
import { child, isOn, numberOf, type XmlElement } from '../xml.ts';

export type Cascade = readonly XmlElement[];

export function cascade(...elements: readonly (XmlElement | undefined)[]): Cascade {
  return elements.filter((element) => element !== undefined);
}

/** The strongest child of that name that has one of the attributes. */
export function strongest(levels: Cascade, name: string, ...attributes: readonly string[]): XmlElement | undefined {
  return levels
    .map((level) => child(level, name))
    .findLast((found) => found && attributes.some((attribute) => found.attributes[attribute] !== undefined));
}

export function attributeOf(levels: Cascade, name: string, attribute: string): string | undefined {
  return strongest(levels, name, attribute)?.attributes[attribute];
}

export function numberIn(levels: Cascade, name: string, attribute: string): number | undefined {
  return numberOf(strongest(levels, name, attribute), attribute);
}

export function isSwitchedOn(levels: Cascade, name: string): boolean {
  return levels.map((level) => isOn(level, name)).findLast((state) => state !== undefined) ?? false;
}
