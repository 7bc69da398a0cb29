import { watch } from 'chokidar';
import type { Fault } from './files.ts';
import type { KnowledgeBase } from './knowledge.ts';
import { type Loaded, loadKnowledge } from './load.ts';

/** Looks after a folder until it is closed. */
export type Watching = { close(): Promise<void> };

/** How often the folder is looked at, and how long it must be quiet before it is read, in milliseconds. */
const timing = { interval: 300, quiet: 100 } as const;

/**
 * Watches the folder `dir` and loads it anew when it changes. A broken edit is told with all its faults and gives no base.
 *
 * It polls, because watching by events goes deaf on Linux when an editor renames a file over another.
 */
export async function watchKnowledge(
  dir: string,
  first: Extract<Loaded, { ok: true }>,
  on: { reloaded(knowledge: KnowledgeBase): void; faults(faults: readonly Fault[]): void },
): Promise<Watching> {
  let { files } = first;
  let pending: NodeJS.Timeout | undefined;

  const reload = () => {
    const loaded = loadKnowledge(dir, files);
    files = loaded.files;
    if (!loaded.ok) return on.faults(loaded.faults);
    on.reloaded(loaded.knowledge);
  };

  const watcher = watch(dir, { usePolling: true, interval: timing.interval, ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      try {
        reload();
      } catch (error) {
        on.faults([{ file: dir, line: 1, column: 1, message: (error as Error).message }]);
      }
    }, timing.quiet);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));

  return {
    async close() {
      clearTimeout(pending);
      await watcher.close();
    },
  };
}
