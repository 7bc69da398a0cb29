import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withoutLocalizations } from './commands.ts';
import { DiscordFault, faults } from './faults.ts';
import { channelRoutes, tokenRoutes } from './rest-messages.ts';
import { params, query, type RestParts } from './rest-request.ts';
import { acceptUploads } from './uploads.ts';

/** Discord's REST interface, version 10, as far as a bot like this one uses it. */
export function restRoutes(app: FastifyInstance, parts: RestParts): void {
  app.register(
    async (api) => {
      acceptUploads(api);
      api.setNotFoundHandler((_request, reply) => refuse(reply, faults.notFound()));
      api.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
        if (error instanceof DiscordFault) return refuse(reply, error);
        if (error.statusCode === 413) {
          return refuse(reply, new DiscordFault(413, 40005, 'Request entity too large'));
        }
        if ((error.statusCode ?? 500) < 500) return refuse(reply, faults.invalidJson());
        throw error;
      });
      tokenRoutes(api, parts);
      api.register(async (bot) => {
        bot.addHook('onRequest', async (request) => {
          if (request.headers.authorization !== `Bot ${parts.token}`) throw faults.unauthorized();
        });
        botRoutes(bot, parts);
        commandRoutes(bot, parts);
        channelRoutes(bot, parts);
      });
    },
    { prefix: '/api/v10' },
  );
  fileRoute(app, parts);
}

const refuse = (reply: FastifyReply, fault: DiscordFault) => reply.code(fault.status).send(fault.toJSON());

function botRoutes(api: FastifyInstance, { world }: RestParts) {
  api.get('/gateway/bot', async (request) => ({
    url: `ws://${request.headers.host}/gateway`,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
  }));
  api.get('/users/@me', async () => ({ ...world.bot, mfa_enabled: false, verified: true, email: null }));
  api.get('/applications/@me', async () => world.application);
  api.get('/oauth2/applications/@me', async () => world.application);
}

function commandRoutes(api: FastifyInstance, { commands, world }: RestParts) {
  const scope = (request: FastifyRequest) => {
    const { application, guild } = params(request);
    if (application !== world.application.id) throw faults.notYourApplication();
    if (guild && guild !== world.guild.id) throw faults.missingAccess();
    return guild;
  };
  for (const path of ['/applications/:application', '/applications/:application/guilds/:guild']) {
    api.get(`${path}/commands`, async (request) => {
      const list = commands.list(scope(request));
      return query(request).with_localizations === 'true' ? list : list.map(withoutLocalizations);
    });
    api.put(`${path}/commands`, async (request) => commands.overwrite(scope(request), request.body));
    api.post(`${path}/commands`, async (request, reply) => {
      const { command, created } = commands.upsert(scope(request), request.body);
      return reply.code(created ? 201 : 200).send(command);
    });
    api.get(`${path}/commands/:id`, async (request) =>
      commands.byId(scope(request), params(request).id ?? ''),
    );
    api.patch(`${path}/commands/:id`, async (request) =>
      commands.change(scope(request), params(request).id ?? '', request.body),
    );
    api.delete(`${path}/commands/:id`, async (request, reply) => {
      commands.remove(scope(request), params(request).id ?? '');
      return reply.code(204).send();
    });
  }
}

/** What Discord's CDN is for: pictures show in the page, everything else is a download. */
function fileRoute(app: FastifyInstance, { messages }: RestParts) {
  app.get('/attachments/:channel/:id/:name', async (request, reply) => {
    const file = messages.file(params(request).id ?? '');
    if (!file) return reply.code(404).send({ message: 'This file is no longer here.' });
    const type = file.attachment.content_type ?? '';
    const shows = /^image\/(png|jpeg|gif|webp)$/.test(type);
    const name = encodeURIComponent(file.attachment.filename);
    return reply
      .header('content-disposition', `${shows ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
      .header('x-content-type-options', 'nosniff')
      .type(type)
      .send(file.data);
  });
}
