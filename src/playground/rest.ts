import { type APIMessage, MessageFlags, MessageType } from 'discord.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Commands, withoutLocalizations } from './commands.ts';
import { DiscordFault, faults } from './faults.ts';
import { checkForm } from './form.ts';
import type { Interactions } from './interactions.ts';
import { channelMessage, interactionMessage, messageEdit } from './message-form.ts';
import type { Messages } from './messages.ts';
import { acceptUploads, bodyParts } from './uploads.ts';
import type { World } from './world.ts';

type Parts = {
  readonly token: string;
  readonly world: World;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly messages: Messages;
};

type Params = Record<string, string>;

const params = (request: FastifyRequest) => request.params as Params;
const query = (request: FastifyRequest) => request.query as Params;
const originOf = (request: FastifyRequest) => `http://${request.headers.host}`;

/** Discord's REST interface, version 10, as far as a bot like this one uses it. */
export function restRoutes(app: FastifyInstance, parts: Parts): void {
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

/** Routes whose address holds the interaction's token, which is all the permission that they need. */
function tokenRoutes(api: FastifyInstance, { interactions, messages, world }: Parts) {
  api.post('/interactions/:id/:token/callback', async (request, reply) => {
    const { id = '', token = '' } = params(request);
    const { json, files } = await bodyParts(request);
    const { interaction, type, stored } = interactions.answer(id, token, json, files, originOf(request));
    if (query(request).with_response !== 'true') return reply.code(204).send();
    const flags = stored?.message.flags ?? 0;
    return {
      interaction: {
        id,
        type: interaction.type,
        ...(stored && {
          response_message_id: stored.message.id,
          response_message_loading: (flags & MessageFlags.Loading) !== 0,
          response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
        }),
      },
      ...(stored && { resource: { type, message: stored.message } }),
    };
  });

  api.post('/webhooks/:application/:token', async (request) => {
    const { application = '', token = '' } = params(request);
    const { json, files } = await bodyParts(request);
    const body = checkForm(interactionMessage, json);
    return interactions.followUp(application, token, body, files, originOf(request)).message;
  });

  const address = '/webhooks/:application/:token/messages/:message';
  const named = (request: FastifyRequest) => {
    const { application = '', token = '', message = '' } = params(request);
    return interactions.webhookMessage(application, token, message).message;
  };
  api.get(address, async (request) => named(request));
  api.patch(address, async (request) => {
    const { id } = named(request);
    const { json, files } = await bodyParts(request);
    return messages.edit(id, checkForm(messageEdit, json), files, originOf(request)).message;
  });
  api.delete(address, async (request, reply) => {
    messages.remove(named(request).id);
    return reply.code(204).send();
  });
  api.get('/webhooks/:application/:token', async (request) => {
    if (params(request).application !== world.application.id) throw faults.unknownWebhook();
    return {
      id: world.application.id,
      type: 3,
      application_id: world.application.id,
      name: world.bot.username,
    };
  });
}

function botRoutes(api: FastifyInstance, { world }: Parts) {
  api.get('/gateway/bot', async (request) => ({
    url: `ws://${request.headers.host}/gateway`,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
  }));
  api.get('/users/@me', async () => ({ ...world.bot, mfa_enabled: false, verified: true, email: null }));
  api.get('/applications/@me', async () => world.application);
  api.get('/oauth2/applications/@me', async () => world.application);
}

function commandRoutes(api: FastifyInstance, { commands, world }: Parts) {
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

function channelRoutes(api: FastifyInstance, { messages, world }: Parts) {
  const channelOf = (request: FastifyRequest): string => {
    const { channel = '' } = params(request);
    if (channel !== world.channel.id && !world.directOwner(channel)) throw faults.unknownChannel();
    return channel;
  };
  const messageOf = (request: FastifyRequest): APIMessage => {
    const { message } = messages.get(params(request).message ?? '');
    if (message.channel_id !== channelOf(request)) throw faults.unknownMessage();
    return message;
  };
  const own = (message: APIMessage): APIMessage => {
    if (message.author.id !== world.bot.id) throw faults.notTheAuthor();
    return message;
  };

  api.post('/channels/:channel/messages', async (request) => {
    const channelId = channelOf(request);
    const { json, files } = await bodyParts(request);
    const { message_reference: reference, ...body } = checkForm(channelMessage, json);
    const answered = reference && messages.get(reference.message_id).message;
    const more: Partial<APIMessage> = answered
      ? {
          type: MessageType.Reply,
          message_reference: { type: 0, message_id: answered.id, channel_id: channelId },
          referenced_message: answered,
        }
      : {};
    const seenBy = world.directOwner(channelId);
    const origin = originOf(request);
    const { message } = messages.add({ author: world.bot, channelId, seenBy, origin, more }, body, files);
    const pings = body.allowed_mentions?.replied_user ?? !body.allowed_mentions;
    return answered && pings ? messages.ping(message.id, answered.author).message : message;
  });
  api.post('/channels/:channel/typing', async (request, reply) => {
    channelOf(request);
    return reply.code(204).send();
  });
  const address = '/channels/:channel/messages/:message';
  api.get(address, async (request) => messageOf(request));
  api.patch(address, async (request) => {
    const { id } = own(messageOf(request));
    const { json, files } = await bodyParts(request);
    return messages.edit(id, checkForm(messageEdit, json), files, originOf(request)).message;
  });
  api.delete(address, async (request, reply) => {
    messages.remove(own(messageOf(request)).id);
    return reply.code(204).send();
  });
}

/** What Discord's CDN is for: pictures show in the page, everything else is a download. */
function fileRoute(app: FastifyInstance, { messages }: Parts) {
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
