import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { StartError } from './discord/errors.ts';
import type { Metrics } from './metrics.ts';

/** The web server of every door: it says whether the bot lives, whether it can answer, and what it counted. */
export function webServer(log: Logger, metrics: Metrics, isReady: () => boolean): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not connected to Discord' });
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  return app;
}

/**
 * Starts to listen; port 0 takes a free one.
 *
 * @returns the address, like http://127.0.0.1:8787
 * @throws StartError when the port is taken or the host is not ours
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${port} on ${host} is in use: stop what uses it, or set PORT to another (PORT=0 takes a free one).`,
      );
    }
    throw new StartError(
      `Cannot listen on ${host}, port ${port}: ${(error as Error).message}. Check HOST and PORT.`,
    );
  }
}
