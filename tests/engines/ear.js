/**
 * What a page complains about from its first script on, and how many sockets it opened itself. The server puts it before
 * that script (listening.py).
 */
(() => {
  const heard = { complaints: [], sockets: 0 };
  window.heard = heard;
  const hear = (...words) => void heard.complaints.push(words.join(' '));
  window.addEventListener('error', ({ message, target }) => hear(message ?? `${target.src ?? target.href} did not load`), true);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
    hear(`blocked by ${violatedDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => hear('rejected:', reason));
  for (const level of ['error', 'warn']) {
    const tell = console[level];
    console[level] = (...words) => {
      hear(...words);
      tell.apply(console, words);
    };
  }
  window.WebSocket = class extends WebSocket {
    constructor(...about) {
      super(...about);
      heard.sockets++;
    }
  };
})();
