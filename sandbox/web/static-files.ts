import { dirname, join } from 'node:path';
import { Router, static as serveFolder } from 'express';

const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Used by the renderer; the page itself creates nodes and never HTML.
    'trusted-types adaptivecards#markdownPassthroughPolicy adaptivecards#restoreContentsPolicy adaptivecards#deprecatedExportedFunctionPolicy',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Serves the page from its folder, the Adaptive Cards renderer and a font from their packages; nothing comes from elsewhere. */
export function createStaticFiles(): Router {
  const router = Router();
  const page = join(__dirname, 'page');
  const renderer = dirname(require.resolve('adaptivecards/dist/adaptivecards.min.js'));

  router.use((_request, response, next) => {
    response.set(HEADERS);
    next();
  });
  router.get('/', (_request, response) => {
    response.sendFile(join(page, 'index.html'));
  });
  router.get('/adaptivecards.js', (_request, response) => {
    response.sendFile(join(renderer, 'adaptivecards.min.js'));
  });
  router.get('/adaptivecards.css', (_request, response) => {
    response.sendFile(join(renderer, 'adaptivecards.css'));
  });
  // Close to Segoe UI, the font of Teams, where that is not installed.
  router.use('/fonts', serveFolder(dirname(require.resolve('@fontsource-variable/open-sans/wght.css'))));
  router.use('/page', serveFolder(page, { index: false }));
  router.use('/host-configs', serveFolder(join(__dirname, 'host-configs'), { index: false }));
  return router;
}
