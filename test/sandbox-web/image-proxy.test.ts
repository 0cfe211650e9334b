import { createServer, type Server } from 'node:http';
import express from 'express';
import { createImageProxy } from '../../sandbox/web/image-proxy';
import { answerProblem } from '../../sandbox/web/problem';
import { DATA_SCENES } from '../../sandbox/web/scenes/data';
import { PEOPLE_SCENES } from '../../sandbox/web/scenes/people';
import { SAFETY_SCENES } from '../../sandbox/web/scenes/safety';
import { readSeeds } from '../../sandbox/world/seeds';

const SCENES = { ...SAFETY_SCENES, ...PEOPLE_SCENES, ...DATA_SCENES };

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(express().use(createImageProxy()).use(answerProblem));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`;
});

afterAll(() => {
  server.close();
});

async function draw(url: string): Promise<string> {
  const response = await fetch(`${origin}/?url=${encodeURIComponent(url)}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('image/svg+xml');
  return response.text();
}

describe('createImageProxy', () => {
  it('draws the same picture for the same address', async () => {
    expect(await draw('https://learn.contoso.com/fire.png')).toBe(
      await draw('https://learn.contoso.com/fire.png'),
    );
  });

  it('draws different pictures for different addresses', async () => {
    const addresses = Array.from({ length: 20 }, (_, number) => `https://learn.contoso.com/${number}.png`);

    const pictures = await Promise.all(addresses.map(draw));

    expect(new Set(pictures).size).toBe(addresses.length);
    expect(pictures.filter((picture) => /NaN|undefined/.test(picture))).toEqual([]);
  });

  it.each(Object.keys(SCENES))('draws the scene %s', async (scene) => {
    const pictures = await Promise.all(
      [scene, scene === 'lock' ? 'globe' : 'lock'].map((folder) =>
        draw(`https://learn.contoso.com/img/${folder}/1.png`),
      ),
    );
    const shapes = pictures.map((picture) => picture.slice(picture.indexOf('<g ')).replaceAll(/#\w+/g, ''));

    expect(pictures.join()).not.toMatch(/NaN|undefined/);
    expect(pictures[0]?.length).toBeLessThan(1500);
    expect(shapes[0]).not.toBe(shapes[1]);
  });

  it('has a scene for each topic of a course', () => {
    const topics = Object.values(readSeeds().contents)
      .flat()
      .flatMap(({ scene }) => scene ?? []);

    expect(topics.length).toBeGreaterThan(30);
    expect(topics.filter((topic) => !(topic in SCENES))).toEqual([]);
  });

  it('puts nothing of the address into the picture', async () => {
    const picture = await draw('https://learn.contoso.com/"><script>alert(1)</script>');

    expect(picture).not.toMatch(/script|contoso/);
  });

  it.each([
    '',
    'fire.png',
    'javascript:alert(1)',
    'file:///etc/passwd',
    `https://a.example/${'x'.repeat(2048)}`,
  ])('refuses invalid web addresses: %.30s', async (url) => {
    const response = await fetch(`${origin}/?url=${encodeURIComponent(url)}`);

    expect(response.status).toBe(400);
  });

  it('refuses two addresses at once', async () => {
    const response = await fetch(`${origin}/?url=https://a.example&url=https://b.example`);

    expect(response.status).toBe(400);
  });
});
