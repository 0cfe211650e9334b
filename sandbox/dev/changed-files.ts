import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of some folders, with when and to what size each was last written. */
export type Snapshot = ReadonlyMap<string, string>;

/** Folders that do not exist count as empty. */
export function takeSnapshot(folders: readonly string[]): Snapshot {
  const files = folders.filter((folder) => existsSync(folder)).flatMap(filesIn);
  return new Map(
    files.flatMap((file) => {
      // A file can be deleted between being listed and being looked at.
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? [] : [[file, `${stats.mtimeMs} ${stats.size}`] as const];
    }),
  );
}

/** The files that were added, written or deleted between two snapshots. */
export function changedFiles(before: Snapshot, after: Snapshot): readonly string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((file) => before.get(file) !== after.get(file));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
