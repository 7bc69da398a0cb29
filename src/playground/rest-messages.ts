import { type APIMessage, MessageFlags, MessageType } from 'discord.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { faults } from './faults.ts';
import { checkForm } from './form.ts';
import { channelMessage, interactionMessage, messageEdit } from './message-form.ts';
import { originOf, params, query, type RestParts } from './rest-request.ts';
import { bodyParts } from './uploads.ts';

/** Routes whose address holds the interaction's token, which is all the permission that they need. */
export function tokenRoutes(api: FastifyInstance, { interactions, messages, world }: RestParts) {
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

/** Routes of messages in channels, which need the bot's token. */
export function channelRoutes(api: FastifyInstance, { messages, world }: RestParts) {
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
