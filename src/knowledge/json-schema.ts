import { z } from 'zod';
import { layout } from './files.ts';
import { phrasingLines } from './phrasings.ts';
import { id, kinds, schemas } from './schema.ts';

/** The JSON Schema that editors use for the files of each kind, by the file's name under data/schema/. */
export function jsonSchemas(): Map<string, object> {
  const entries = kinds.map((kind): [string, z.ZodType] => [
    kind,
    layout[kind].one === 'file' ? schemas[kind] : z.record(id, schemas[kind]),
  ]);
  return new Map(
    [...entries, ['phrasings', z.record(z.string(), phrasingLines)] as const].map(([name, schema]) => [
      `${name}.json`,
      z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
    ]),
  );
}
