import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import * as z from 'zod';

const SYSTEM = '/usr/bin/chromium';
const PACKAGE = 'node_modules/@sparticuz/chromium/package.json';
const CACHE = 'node_modules/.cache';

type Executable = { path: string; env: Record<string, string> };

/** The Chromium that CHROMIUM names, else the one from npm, else the system's. Throws with what was tried. */
export async function startBrowser(args: string[] = []): Promise<Browser> {
  const tried: string[] = [];
  for (const find of [findNamed, unpackFromNpm, findOfSystem]) {
    try {
      const { path, env } = await find();
      return await chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args });
    } catch (error) {
      tried.push(firstLine(error));
    }
  }
  throw new Error(`Cannot start Chromium: ${tried.join('; ')}`);
}

async function findNamed(): Promise<Executable> {
  const { CHROMIUM: path = '' } = process.env;
  if (path === '') throw new Error('CHROMIUM names none');
  return { path, env: {} };
}

async function findOfSystem(): Promise<Executable> {
  if (!existsSync(SYSTEM)) throw new Error(`${SYSTEM} does not exist`);
  return { path: SYSTEM, env: {} };
}

async function unpackFromNpm(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Chromium from npm is for Linux on x64');
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(PACKAGE, 'utf8')));
  const folder = resolve(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

// The package unpacks into TMPDIR and takes whatever Chromium is there already, so each version has a folder. It takes
// its name when it is complete, as others may look for it at the same time.
async function unpack(folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  const module = import.meta.resolve('@sparticuz/chromium');
  const script = `import chromium from '${module}'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  writeFileSync(join(draft, 'fonts.conf'), fontsConfig(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

// Only its own font, so that a page looks the same on every machine.
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}
