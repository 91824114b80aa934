import type { MiddlewareHandler } from 'hono';

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  // A string becomes markup only past the one policy of the pages (dashboard/markup.ts), and never a script.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};

/** The security headers of every answer, here and at CloudFront. */
export const HEADERS = {
  'Content-Security-Policy': Object.entries(POLICY)
    .map((directive) => directive.join(' '))
    .join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
};

/** Sets the security headers of every answer, whoever made it. Answers of the API are kept by the browser but asked for again each time. */
export const protect: MiddlewareHandler = async function protect(c, next) {
  await next();
  // What one may see another may not: no cache that is shared gives it to both.
  if (c.req.path.startsWith('/api/')) c.res.headers.append('Vary', 'Cookie');
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  if (!c.res.headers.has('Cache-Control'))
    c.res.headers.set('Cache-Control', c.res.headers.has('ETag') ? 'private, no-cache' : 'no-store');
};
