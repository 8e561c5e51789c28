// Made once at build time and kept by the service worker: it must stand without scripts and without a server.
export const prerender = true;
export const csr = false;
