import { z } from 'zod';
import { type Kind, references, schemas } from './schema.ts';

/** A reference found in an entry: the kind and id it names, and where in the entry it stands. */
export type Reference = { readonly kind: Kind; readonly id: string; readonly path: readonly PropertyKey[] };

type Place = { readonly kind: Kind | 'any'; readonly path: readonly string[] };

/** `*` in a place's path stands for every item of a list. */
const places = Object.fromEntries(
  Object.entries(schemas).map(([kind, schema]) => [kind, [...placesIn(schema, [])]]),
) as Record<Kind, Place[]>;

function* placesIn(schema: z.core.$ZodType, path: readonly string[]): Generator<Place> {
  const found = references.get(schema as z.ZodType);
  if (found) yield { kind: found.kind, path };
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    yield* placesIn(schema.unwrap(), path);
  else if (schema instanceof z.ZodArray) yield* placesIn(schema.element, [...path, '*']);
  else if (schema instanceof z.ZodObject) {
    for (const [key, value] of Object.entries(schema.shape)) yield* placesIn(value, [...path, key]);
  }
}

/** Every reference in an entry of that kind. */
export function* referencesIn(kind: Kind, entry: unknown): Generator<Reference> {
  for (const place of places[kind]) {
    for (const { value, path } of valuesAt(entry, place.path)) {
      if (place.kind !== 'any') yield { kind: place.kind, id: value, path };
      else {
        const [target, id] = value.split('/') as [Kind, string];
        yield { kind: target, id, path };
      }
    }
  }
}

function* valuesAt(
  value: unknown,
  path: readonly string[],
  walked: readonly PropertyKey[] = [],
): Generator<{ value: string; path: readonly PropertyKey[] }> {
  const [key, ...rest] = path;
  if (value === undefined) return;
  if (key === undefined) yield { value: value as string, path: walked };
  else if (key === '*') {
    for (const [index, element] of (value as unknown[]).entries())
      yield* valuesAt(element, rest, [...walked, index]);
  } else yield* valuesAt((value as Record<string, unknown>)[key], rest, [...walked, key]);
}
