import { z } from 'zod';
import { layout } from './files.ts';
import { id, kinds, schemas } from './schema.ts';

/** The JSON Schema that editors use for the files of each kind, by the file's name under data/schema/. */
export function jsonSchemas(): Map<string, object> {
  return new Map(
    kinds.map((kind) => {
      const schema = layout[kind].one === 'file' ? schemas[kind] : z.record(id, schemas[kind]);
      return [`${kind}.json`, z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })];
    }),
  );
}
