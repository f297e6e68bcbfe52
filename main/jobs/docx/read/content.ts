/** Elements that only stand around others: what is in them counts as standing in their place. */
import { child, elementsOf, type XmlElement } from '../xml.ts';

export function contentOf(parent: XmlElement | undefined): readonly XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    switch (element.name) {
      case 'w:sdt':
        return contentOf(child(element, 'w:sdtContent'));
      case 'w:customXml':
      case 'w:smartTag':
      case 'w:ins':
        return contentOf(element);
      case 'mc:AlternateContent':
        return contentOf(child(element, 'mc:Fallback') ?? child(element, 'mc:Choice'));
      default:
        return [element];
    }
  });
}
