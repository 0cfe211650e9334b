import { createServer } from 'node:net';
import { assertFreePort, findFreePort, PortTakenError } from '../../sandbox/ports';

describe('findFreePort', () => {
  it('avoids ephemeral ports', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => findFreePort()));

    expect(Math.max(...ports)).toBeLessThan(32_768);
    expect(Math.min(...ports)).toBeGreaterThan(10_080);
  });
});

describe('assertFreePort', () => {
  it('refuses a port while something listens on it, and only then', async () => {
    const port = await findFreePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, resolve));

    await expect(assertFreePort(port)).rejects.toThrow(new PortTakenError(port));

    await new Promise((resolve) => other.close(resolve));
    await expect(assertFreePort(port)).resolves.toBeUndefined();
  });

  it('passes on other errors', async () => {
    await expect(assertFreePort(70_000)).rejects.toThrow(/port/i);
  });
});
