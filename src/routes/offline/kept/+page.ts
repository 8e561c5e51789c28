// Kept by the service worker for what is scanned without a network: it must stand without scripts and without a server.
export const prerender = true;
export const csr = false;
