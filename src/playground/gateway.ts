import { randomBytes } from 'node:crypto';
import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { World } from './world.ts';

/** Times in milliseconds, and what to do when a bot comes or goes. */
export type GatewayOptions = {
  readonly token: string;
  readonly heartbeatEvery: number;
  /** How long a session that lost its socket can be resumed. */
  readonly resumableFor: number;
  readonly connected: (online: boolean) => void;
};

/** A bot's session: it outlives its socket, so that what was missed can be told again. */
type Session = {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly missable: { readonly s: number; readonly text: string }[];
  seq: number;
  socket: WebSocket | undefined;
  expiry?: NodeJS.Timeout;
};

/** None of these is granted to the made-up application. */
const privileged = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const known = Object.values(Intent).reduce<number>((bits, bit) => bits | Number(bit || 0), 0);
const remembered = 250;

const frame = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  shard: z.tuple([z.int(), z.int()]).default([0, 1]),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

export type Gateway = ReturnType<typeof gateway>;

/** The gateway of API version 10, JSON, without compression. */
export function gateway(world: World, { token, heartbeatEvery, resumableFor, connected }: GatewayOptions) {
  const sessions = new Map<string, Session>();
  const isOnline = () => [...sessions.values()].some(({ socket }) => socket);

  const end = (session: Session) => {
    clearTimeout(session.expiry);
    sessions.delete(session.id);
  };

  const tell = (session: Session, t: string, d: unknown) => {
    const s = ++session.seq;
    const text = JSON.stringify({ op: Op.Dispatch, t, s, d });
    session.missable.push({ s, text });
    if (session.missable.length > remembered) session.missable.shift();
    session.socket?.send(text);
  };

  const open = (socket: WebSocket, host: string, search: URLSearchParams) => {
    let session: Session | undefined;
    const isAuthenticated = () => session !== undefined && sessions.has(session.id);
    const send = (op: Op, d: unknown) => socket.send(JSON.stringify({ op, t: null, s: null, d }));
    const zombie = setTimeout(() => socket.close(Close.SessionTimedOut), heartbeatEvery * 2).unref();

    const attach = (to: Session) => {
      session = to;
      clearTimeout(to.expiry);
      if (to.socket !== socket) to.socket?.terminate();
      to.socket = socket;
      connected(true);
    };

    const start = (d: unknown) => {
      const asked = identify.safeParse(d);
      if (isAuthenticated()) return socket.close(Close.AlreadyAuthenticated);
      if (!asked.success) return socket.close(Close.DecodeError);
      const { intents, shard } = asked.data;
      if (asked.data.token !== token) return socket.close(Close.AuthenticationFailed);
      if (shard[0] < 0 || shard[0] >= shard[1]) return socket.close(Close.InvalidShard);
      if (intents & ~known) return socket.close(Close.InvalidIntents);
      if (intents & privileged) return socket.close(Close.DisallowedIntents);

      const fresh: Session = {
        id: randomBytes(16).toString('hex'),
        intents,
        shard,
        missable: [],
        seq: 0,
        socket,
      };
      sessions.set(fresh.id, fresh);
      session = fresh;
      tell(fresh, GatewayDispatchEvents.Ready, {
        v: 10,
        user: { ...world.bot, mfa_enabled: false, verified: true, email: null, flags: 0 },
        guilds: [{ id: world.guild.id, unavailable: true }],
        session_id: fresh.id,
        session_type: 'normal',
        resume_gateway_url: `ws://${host}/gateway`,
        shard,
        application: { id: world.application.id, flags: world.application.flags },
      });
      if (intents & Intent.Guilds) tell(fresh, GatewayDispatchEvents.GuildCreate, world.guildCreate());
      attach(fresh);
    };

    const again = (d: unknown) => {
      const asked = resume.safeParse(d);
      if (isAuthenticated()) return socket.close(Close.AlreadyAuthenticated);
      if (!asked.success) return socket.close(Close.DecodeError);
      if (asked.data.token !== token) return socket.close(Close.AuthenticationFailed);
      const { session_id, seq } = asked.data;
      const old = sessions.get(session_id);
      if (!old) return send(Op.InvalidSession, false);
      if (seq > old.seq) return socket.close(Close.InvalidSeq);
      // Too much was missed: what has been forgotten cannot be told again.
      if ((old.missable[0]?.s ?? 1) > seq + 1) {
        end(old);
        return send(Op.InvalidSession, false);
      }
      attach(old);
      for (const missed of old.missable) if (missed.s > seq) socket.send(missed.text);
      tell(old, GatewayDispatchEvents.Resumed, {});
    };

    socket.on('message', (data) => {
      const read = frame.safeParse(parsed(String(data)));
      if (!read.success) return socket.close(Close.DecodeError);
      const { op, d } = read.data;
      if (op === Op.Heartbeat) {
        zombie.refresh();
        return send(Op.HeartbeatAck, null);
      }
      if (op === Op.Identify) return start(d);
      if (op === Op.Resume) return again(d);
      if (!isAuthenticated()) return socket.close(Close.NotAuthenticated);
      const heard = [Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers];
      if (!heard.includes(op)) socket.close(Close.UnknownOpcode);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      clearTimeout(zombie);
      if (session?.socket !== socket) return;
      const lost = session;
      lost.socket = undefined;
      // A bot that says goodbye (1000, 1001) ends its session; any other close can be resumed.
      if (code === 1000 || code === 1001) end(lost);
      else lost.expiry = setTimeout(() => end(lost), resumableFor).unref();
      connected(isOnline());
    });

    if (search.get('v') !== '10') return socket.close(Close.InvalidAPIVersion);
    if (search.get('encoding') !== 'json' || search.has('compress')) return socket.close(Close.DecodeError);
    send(Op.Hello, { heartbeat_interval: heartbeatEvery });
  };

  const each = (action: (socket: WebSocket) => void) => {
    for (const { socket } of sessions.values()) if (socket) action(socket);
  };

  return {
    open,
    isOnline,
    hasIntent: (intent: Intent) => [...sessions.values()].some(({ intents }) => (intents & intent) !== 0),
    /** Sends the event to every session of the shard that asked for one of the intents (0: needs none). */
    dispatch(t: GatewayDispatchEvents, d: (intents: number) => unknown, intents = 0, guild?: string) {
      for (const session of sessions.values()) {
        const [shard, count] = session.shard;
        if (Number((BigInt(guild ?? 0) >> 22n) % BigInt(count)) !== shard) continue;
        if (intents === 0 || session.intents & intents) tell(session, t, d(session.intents));
      }
    },
    /** Cuts every socket without a goodbye, as a broken network does. */
    drop: () => each((socket) => socket.terminate()),
    /** Asks every bot to connect again and resume. */
    reconnect: () =>
      each((socket) => socket.send(JSON.stringify({ op: Op.Reconnect, t: null, s: null, d: null }))),
    /** Ends every session; the bots must identify again. */
    invalidate() {
      each((socket) => socket.send(JSON.stringify({ op: Op.InvalidSession, t: null, s: null, d: false })));
      for (const session of [...sessions.values()]) end(session);
    },
    close() {
      for (const session of [...sessions.values()]) end(session);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
