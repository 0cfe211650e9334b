import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '../..');

export const BOT_ID = '00000000-0000-4000-8000-0000000000b0';
export const DOMAIN = 'coursemate.example.com';
const ENVIRONMENT = `# Filled
APP_NAME_SUFFIX=" (test)"
TEAMS_APP_ID=00000000-0000-4000-8000-0000000000a0
BOT_ID=${BOT_ID}
BOT_DOMAIN=${DOMAIN}
AAD_APP_CLIENT_ID=00000000-0000-4000-8000-0000000000c0
AAD_APP_ID_URI=
`;

/** A copy of the files of the app package with a filled environment, which tests break. */
export interface Project {
  readonly root: string;
  write(file: string, content: string | Buffer): void;
  /** Replaces the first occurrence of `from`; throws when there is none. */
  edit(file: string, from: string | RegExp, to: string): void;
  remove(file: string): void;
  end(): void;
}

export function createProject(): Project {
  const root = mkdtempSync(join(tmpdir(), 'app-package-'));
  const isCopied = (path: string): boolean => !/[\\/](?:build|tools|icons)$/.test(path);
  cpSync(join(REPOSITORY, 'appPackage'), join(root, 'appPackage'), { recursive: true, filter: isCopied });
  mkdirSync(join(root, 'env'));
  writeFileSync(join(root, 'env/.env.test'), ENVIRONMENT);
  const write: Project['write'] = (file, content) => {
    writeFileSync(join(root, file), content);
  };
  return {
    root,
    write,
    edit(file, from, to) {
      const text = readFileSync(join(root, file), 'utf8');
      const edited = text.replace(from, () => to);
      if (edited === text) throw new Error(`${file} does not hold ${String(from)}`);
      write(file, edited);
    },
    remove(file) {
      rmSync(join(root, file));
    },
    end() {
      rmSync(root, { recursive: true });
    },
  };
}
