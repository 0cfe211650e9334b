/**
 * Loaded into the bot before it starts: on SIGUSR2 a socket that no one listens to is reset, on SIGHUP the program has a
 * bug.
 */
const { connect, createServer } = require('node:net');

process.on('SIGUSR2', () => {
  const server = createServer((socket) => socket.resetAndDestroy());
  server.listen(0, '127.0.0.1', () => connect(server.address().port, '127.0.0.1').resume());
});

process.on('SIGHUP', () => {
  throw new TypeError('the secret is hunter2');
});
