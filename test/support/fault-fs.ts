/** File systems for tests: one whose n-th call fails, and one that loses everything that was not synced. */
import type { DurableFile, DurableFs } from '../../register/durable-fs.ts';

export const faultNamed = (code: string): Error => Object.assign(new Error(`${code}: made to fail`), { code });

export interface FaultPlan {
  /** Which call on files or folders fails, counted from 1; 0 = none. Reading and listing are not counted. */
  failAt: number;
  code: string;
  calls: number;
}

/** A failing `write` leaves half of the text behind, as a full disk does. */
export const faultFs = (inner: DurableFs, plan: FaultPlan): DurableFs => {
  const step = () => {
    plan.calls += 1;
    if (plan.calls === plan.failAt) throw faultNamed(plan.code);
  };
  const faulty = (file: DurableFile): DurableFile => ({
    write: async (text) => {
      plan.calls += 1;
      if (plan.calls === plan.failAt) {
        await file.write(text.slice(0, Math.floor(text.length / 2)));
        throw faultNamed(plan.code);
      }
      await file.write(text);
    },
    sync: async () => {
      step();
      await file.sync();
    },
    truncate: async (length) => {
      step();
      await file.truncate(length);
    },
    close: () => file.close(),
  });
  return {
    ...inner,
    open: async (path, use) => {
      step();
      return faulty(await inner.open(path, use));
    },
    rename: async (from, to) => {
      step();
      await inner.rename(from, to);
    },
    unlink: async (path) => {
      step();
      await inner.unlink(path);
    },
    freeBytes: async (folder) => {
      step();
      return inner.freeBytes(folder);
    },
  };
};

interface Inode {
  text: string;
  /** What a power cut leaves of it. */
  durable: string;
}

type Running = <A extends unknown[], T>(work: (...given: A) => T) => (...given: A) => Promise<T>;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/**
 * A file system in memory that keeps after a power cut only what was synced: the content of a file by its own sync, its
 * name by a sync of its folder. What was not synced survives or not, as `survives` says for each.
 */
export const powerCutFs = () => {
  let generation = 0;
  let names = new Map<string, Inode>();
  const durableNames = new Map<string, Inode>();
  const inFolder = (map: Map<string, Inode>, folder: string) => [...map].filter(([path]) => folderOf(path) === folder);

  const fileOn = (inode: Inode, when: Running): DurableFile => ({
    write: when((text: string) => {
      inode.text += text;
    }),
    sync: when(() => {
      inode.durable = inode.text;
    }),
    truncate: when((length: number) => {
      inode.text = Buffer.from(inode.text).subarray(0, length).toString();
    }),
    close: () => Promise.resolve(),
  });

  const folderOn = (folder: string, when: Running): DurableFile => ({
    ...fileOn({ text: '', durable: '' }, when),
    sync: when(() => {
      for (const [path] of inFolder(durableNames, folder)) durableNames.delete(path);
      for (const [path, inode] of inFolder(names, folder)) durableNames.set(path, inode);
    }),
  });

  /** The disk as a process that starts now sees it; after the next cut that process can do nothing any more. */
  const boot = (): DurableFs => {
    const mine = (generation += 1);
    const when: Running =
      (work) =>
      (...given) =>
        new Promise((resolve) => {
          if (mine !== generation) throw faultNamed('EPOWER');
          resolve(work(...given));
        });
    return {
      open: when((path: string, use: 'create' | 'append' | 'folder') => {
        if (use === 'folder') return folderOn(path, when);
        const existing = use === 'append' ? names.get(path) : undefined;
        const inode = existing ?? { text: '', durable: '' };
        names.set(path, inode);
        return fileOn(inode, when);
      }),
      rename: when((from: string, to: string) => {
        const inode = names.get(from);
        if (inode === undefined) throw faultNamed('ENOENT');
        names.delete(from);
        names.set(to, inode);
      }),
      unlink: when((path: string) => {
        names.delete(path);
      }),
      list: when((folder: string) => inFolder(names, folder).map(([path]) => path.slice(folder.length + 1))),
      read: when((path: string) => names.get(path)?.text),
      makeFolder: () => Promise.resolve(),
      freeBytes: () => Promise.resolve(Number.MAX_SAFE_INTEGER),
    };
  };

  /** Cuts the power: afterwards only what survived is there, and it is durable. */
  const cut = (survives: () => boolean) => {
    generation += 1;
    const after = new Map<string, Inode>();
    for (const path of new Set([...names.keys(), ...durableNames.keys()])) {
      const inode = survives() ? names.get(path) : durableNames.get(path);
      if (inode === undefined) continue;
      const kept = survives() ? inode.text : inode.durable;
      after.set(path, { text: kept, durable: kept });
    }
    names = after;
    durableNames.clear();
    for (const [path, inode] of after) durableNames.set(path, inode);
  };
  return { boot, cut };
};
