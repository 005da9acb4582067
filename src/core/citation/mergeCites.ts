import type { Cite } from './citation';
import type { Locator } from './locator';

/** `12`, `12–14`, `12, 15`: places that can be put in order. */
const numbers = /^\d+(?:\s*[–—-]{1,2}\s*\d+)?(?:\s*,\s*\d+(?:\s*[–—-]{1,2}\s*\d+)?)*$/;

const bounds = (range: string): readonly [number, number] => {
  const [from = NaN, to = from] = range.split(/[–—-]+/).map(Number);
  // "101–5" ends on page 105.
  const shortened = to < from ? Number(`${from}`.slice(0, -`${to}`.length) + `${to}`) : to;
  return [from, shortened];
};

/** Both places of one work in one locator, in order and each once; undefined if they are of different kinds. */
export function mergeLocators(first: Locator, second: Locator): Locator | undefined {
  if (first.label !== second.label) return undefined;
  if (first.value === second.value) return first;
  if (!numbers.test(first.value) || !numbers.test(second.value)) return undefined;
  const places = [...first.value.split(/\s*,\s*/), ...second.value.split(/\s*,\s*/)];
  const isWithin = (inner: string, outer: string) =>
    bounds(outer)[0] <= bounds(inner)[0] && bounds(inner)[1] <= bounds(outer)[1];
  const kept = places.filter(
    (place, index) =>
      !places.some(
        (other, at) => at !== index && isWithin(place, other) && (!isWithin(other, place) || at < index),
      ),
  );
  const value = kept.sort((a, b) => bounds(a)[0] - bounds(b)[0]).join(', ');
  return value === first.value ? first : { label: first.label, value };
}

/** `cite` with the place of `added`; undefined if that is another work, or a place that cannot join. */
export function mergeCite(cite: Cite, added: Cite): Cite | undefined {
  if (cite.citekey !== added.citekey) return undefined;
  if (!added.locator) return cite;
  const locator = cite.locator ? mergeLocators(cite.locator, added.locator) : added.locator;
  return locator && { ...cite, locator };
}

/** The sources of one citation with another: at its end, unless one of them takes it in. */
export function mergeCites(cites: readonly Cite[], added: Cite): readonly Cite[] {
  const merged = cites.map((cite) => mergeCite(cite, added));
  const index = merged.findIndex((cite) => cite !== undefined);
  const found = merged[index];
  return found ? cites.with(index, found) : [...cites, added];
}
