import type { Ask, News, Replies, ToPage } from '../wire.ts';

/** The line to the server; it connects again by itself, and `opened` is called each time. */
export type Connection = {
  ask<K extends Ask['type']>(question: Extract<Ask, { type: K }>): Promise<Replies[K]>;
};

type Waiting = { resolve(value: never): void; reject(error: Error): void };

const firstPause = 250;
const longestPause = 4000;

export function connect({
  opened,
  news,
  lost,
}: {
  opened(connection: Connection): void;
  news(news: News): void;
  lost(): void;
}): Connection {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let pause = firstPause;
  let socket: WebSocket;

  const connection: Connection = {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error('The playground is not running.'));
        const id = ++count;
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
        socket.send(JSON.stringify({ ...question, id }));
      }),
  };

  const hear = (said: ToPage) => {
    if (said.type !== 'reply' && said.type !== 'refused') return news(said);
    const one = waiting.get(said.id);
    waiting.delete(said.id);
    if (said.type === 'reply') one?.resolve(said.value as never);
    else one?.reject(new Error(said.reason));
  };

  const open = () => {
    socket = new WebSocket(`ws://${location.host}/playground`);
    socket.onmessage = ({ data }) => hear(JSON.parse(data));
    socket.onopen = () => {
      pause = firstPause;
      opened(connection);
    };
    socket.onclose = () => {
      for (const { reject } of waiting.values())
        reject(new Error('The connection to the playground was lost.'));
      waiting.clear();
      lost();
      setTimeout(open, pause);
      pause = Math.min(pause * 2, longestPause);
    };
  };
  open();
  return connection;
}
