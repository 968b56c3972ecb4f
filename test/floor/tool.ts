import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** `npm run NAME`, as it was built: its exit code, what it says of trouble, and what it prints. */
export async function tool(
  name: string,
  args: readonly string[],
): Promise<{ code: unknown; said: string; printed: string }> {
  const child = spawn(process.execPath, [`dist/scripts/${name}.js`, ...args]);
  let said = '';
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code, said, printed };
}
