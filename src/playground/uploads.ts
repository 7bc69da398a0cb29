import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DiscordFault, faults } from './faults.ts';
import type { Upload } from './messages.ts';

const mebibyte = 1024 * 1024;
const fileLimit = 10 * mebibyte;
const requestLimit = 25 * mebibyte;

/** Discord goes by the file's name where the sender does not say the type. */
const typesByEnding: Record<string, string> = {
  png: 'image/png',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** Lets the routes of `app` take multipart bodies; bodyParts() reads them. */
export function acceptUploads(app: FastifyInstance): void {
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: requestLimit },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
}

/** The JSON of a request and its files, whether it came as JSON or as multipart with `payload_json`. */
export async function bodyParts(
  request: FastifyRequest,
): Promise<{ json: unknown; files: readonly Upload[] }> {
  if (!Buffer.isBuffer(request.body)) return { json: request.body, files: [] };
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(request.body), { headers }).formData().catch(() => {
    throw faults.invalidJson();
  });
  const files: Upload[] = [];
  for (const [field, value] of form) {
    const key = field.match(/^files\[(\d+)\]$/)?.[1];
    if (!key || typeof value === 'string') continue;
    if (value.size > fileLimit) throw new DiscordFault(413, 40005, 'Request entity too large');
    const guessed = typesByEnding[value.name.split('.').at(-1) ?? ''];
    files.push({
      key,
      name: value.name,
      type: guessed ?? (value.type || 'application/octet-stream'),
      data: Buffer.from(await value.arrayBuffer()),
    });
  }
  if (files.length > 10) throw new DiscordFault(400, 30015, 'Maximum number of attachments reached (10)');
  return { json: parsed(String(form.get('payload_json') ?? '{}')), files };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw faults.invalidJson();
  }
}
