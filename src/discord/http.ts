import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { APIInteraction } from 'discord.js';
import type { FastifyInstance } from 'fastify';
import type { Answer } from './answer.ts';
import type { Respond } from './respond.ts';

/**
 * Serves Discord's interactions endpoint at `POST /interactions`: every request's signature is verified.
 * Source: https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 *
 * @param publicKey - the application's, 64 hexadecimal digits
 */
export function serveInteractions(app: FastifyInstance, publicKey: string, respond: Respond): void {
  const key = ed25519Key(publicKey);
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/interactions', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers;
      if (!isSigned(key, body, signature, timestamp))
        return reply.code(401).send({ error: 'invalid request signature' });
      const interaction = parsed(body);
      if (!interaction) return reply.code(400).send({ error: 'not an interaction' });
      const answer = await respond(interaction);
      return reply.send(responseOf(answer));
    });
  });
}

function parsed(body: Buffer): APIInteraction | undefined {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null ? (value as APIInteraction) : undefined;
  } catch {
    return undefined;
  }
}

/** A raw Ed25519 key with the fixed beginning that makes it DER (RFC 8410). */
const ed25519Key = (hex: string) =>
  createPublicKey({ key: Buffer.from(`302a300506032b6570032100${hex}`, 'hex'), format: 'der', type: 'spki' });

function isSigned(key: KeyObject, body: Buffer, signature: unknown, timestamp: unknown): boolean {
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^[0-9a-f]{128}$/i.test(signature))
    return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}

function responseOf({ response, files }: Answer): object {
  if (!files) return response;
  const form = new FormData();
  form.set('payload_json', JSON.stringify(response));
  for (const [index, { name, data, contentType }] of files.entries()) {
    form.set(
      `files[${index}]`,
      new Blob([data as Buffer<ArrayBuffer>], { type: contentType ?? 'application/octet-stream' }),
      name,
    );
  }
  return new Response(form);
}
