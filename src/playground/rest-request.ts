import type { FastifyRequest } from 'fastify';
import type { Commands } from './commands.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import type { World } from './world.ts';

/** What the routes work on. */
export type RestParts = {
  readonly token: string;
  readonly world: World;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly messages: Messages;
};

type Params = Record<string, string>;

export const params = (request: FastifyRequest) => request.params as Params;
export const query = (request: FastifyRequest) => request.query as Params;
/** This server's address, as the sender of the request knows it. */
export const originOf = (request: FastifyRequest) => `http://${request.headers.host}`;
