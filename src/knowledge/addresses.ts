import type { KnowledgeBase } from './knowledge.ts';
import { kinds } from './schema.ts';

/** An address as the knowledge base writes it, without a part after #, and the entries that hold it as kind/id. */
export type Address = { readonly address: string; readonly entries: readonly string[] };

/** Every address of the knowledge base: fields that are one, and those inside texts, such as masked links. */
export function addressesIn(knowledge: KnowledgeBase): Address[] {
  const found = new Map<string, { address: string; entries: Set<string> }>();
  for (const kind of kinds) {
    for (const [id, entry] of knowledge[kind]) {
      for (const text of textsIn(entry)) {
        for (const written of addressesInText(text)) {
          const address = written.replace(/#.*$/, '');
          const { href } = new URL(address);
          const known = found.get(href) ?? { address, entries: new Set() };
          found.set(href, known);
          known.entries.add(`${kind}/${id}`);
        }
      }
    }
  }
  return [...found.values()].map(({ address, entries }) => ({ address, entries: [...entries] }));
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* textsIn(part);
  }
}

/** Brackets belong to an address only in pairs, so that a masked link ends at its own. */
const addressPattern = /https?:\/\/(?:[^\s<>"`()[\]]|\([^\s()]*\))+/g;

/** The addresses in a text; the full stop or comma after one is not part of it. */
export function addressesInText(text: string): string[] {
  const found = /^https?:\/\/\S+$/.test(text)
    ? [text]
    : (text.match(addressPattern) ?? []).map((address) => address.replace(/[.,;:!?*_]+$/, ''));
  return found.filter((address) => URL.canParse(address));
}

/** The form in which two addresses are compared: what leads to the same page though it is written otherwise is left out. */
export const samePage = (address: string) =>
  address
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '')
    .replace(/^[^/]+/, (host) => host.toLowerCase());
