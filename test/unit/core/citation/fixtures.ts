import type { CslItem } from '../../../../src/core/citation/cslItem';
import { type CslStyle, resolveStyle } from '../../../../src/core/citation/style/cslStyle';
import { english } from '../../../../src/core/util/localize';

export function bundled(name: string): CslStyle {
  const result = resolveStyle(name);
  if ('problem' in result) throw new Error(english(...result.message));
  return result.style;
}

export const coldWarBib = `
@book{zubok1996,
  author    = {Zubok, Vladislav and Pleshakov, Constantine},
  title     = {Inside the {Kremlin}'s Cold War: From {Stalin} to {Khrushchev}},
  publisher = {Harvard University Press},
  address   = {Cambridge, MA},
  year      = {1996}
}

@book{gaddis2005,
  author    = {Gaddis, John Lewis},
  title     = {The Cold War: A New History},
  publisher = {Penguin Press},
  location  = {New York},
  date      = {2005}
}
`;

export const zubok: CslItem = {
  id: 'zubok1996',
  type: 'book',
  title: 'Inside the Kremlin’s Cold War: From Stalin to Khrushchev',
  author: [
    { family: 'Zubok', given: 'Vladislav' },
    { family: 'Pleshakov', given: 'Constantine' },
  ],
  publisher: 'Harvard University Press',
  'publisher-place': 'Cambridge, MA',
  issued: { 'date-parts': [[1996]] },
};

export function book(id: string, author: string, title: string, year: number): CslItem {
  const names = author.split(' and ').map((name) => {
    const [given = '', ...family] = name.split(' ');
    return family.length > 0 ? { given, family: family.join(' ') } : { family: given };
  });
  return { id, type: 'book', title, author: names, issued: { 'date-parts': [[year]] } };
}
