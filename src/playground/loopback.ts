import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';

/** Opens a WebSocket address of the server: `opened` gets every socket that asks for `path`. */
export type Sockets = {
  at(path: string, opened: (socket: WebSocket, request: IncomingMessage) => void): void;
};

const isLoopback = (host: string | undefined): boolean => {
  const name = host?.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name ?? '');
};

/** Whether the request names another site as its origin; programs, which are no browsers, name none. */
const isForeign = (origin: string | undefined, host: string | undefined): boolean =>
  origin !== undefined && origin !== `http://${host}`;

/**
 * Lets nothing in that is not from this machine: a Host that is not loopback (DNS rebinding) and an Origin that is
 * not ours (another site's script) get 403, requests and WebSockets alike.
 */
export function onlyLoopback(app: FastifyInstance): Sockets {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    const refuse = (message: string) => reply.code(403).send({ message });
    if (!isLoopback(host)) await refuse('This server answers on loopback only.');
    else if (isForeign(origin, host)) await refuse('Not from another origin.');
  });

  const servers = new Map<string, WebSocketServer>();
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    const refuse = (status: string): void => {
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    };
    if (!isLoopback(host) || isForeign(origin, host)) return refuse('403 Forbidden');
    const path = new URL(request.url ?? '/', 'http://loopback').pathname.replace(/(.)\/$/, '$1');
    const server = servers.get(path);
    if (!server) return refuse('404 Not Found');
    server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
  });
  // Without this, fastify's close waits for sockets that stay open for ever.
  app.addHook('preClose', async () => {
    for (const server of servers.values()) {
      for (const socket of server.clients) socket.terminate();
      server.close();
    }
  });

  return {
    at(path, opened) {
      const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
      server.on('connection', opened);
      servers.set(path, server);
    },
  };
}
