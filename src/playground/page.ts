import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const folder = new URL('./page/', import.meta.url);

/** Nothing from outside this server; inline only the style attributes that Skyra's bindings write. */
const policy = [
  "default-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
};

/** Bundles the page's program in memory and serves it with its style and its pictures. */
export async function servePage(app: FastifyInstance): Promise<void> {
  const files = new Map<string, string>();
  const names = ['style', 'pictures'].flatMap((part) =>
    readdirSync(new URL(`${part}/`, folder)).map((name) => `${part}/${name}`),
  );
  for (const name of ['index.html', ...names]) {
    files.set(name, readFileSync(new URL(name, folder), 'utf8'));
  }
  files.set('page.js', await bundle());

  for (const [name, text] of files) {
    app.get(name === 'index.html' ? '/' : `/${name}`, async (_request, reply) =>
      reply
        .header('content-security-policy', policy)
        .header('cache-control', 'no-cache')
        .header('referrer-policy', 'no-referrer')
        .header('x-content-type-options', 'nosniff')
        .type(types[extname(name)] ?? 'text/plain')
        .send(text),
    );
  }
}

async function bundle(): Promise<string> {
  const { rolldown } = await import('rolldown').catch(() => {
    throw new Error(
      'The playground needs the development dependencies (npm ci, without --omit=dev). With DISCORD_TOKEN set the bot starts without it.',
    );
  });
  const build = await rolldown({
    input: fileURLToPath(new URL('main.ts', folder)),
    platform: 'browser',
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return output[0].code;
}
