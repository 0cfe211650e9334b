// Preloaded into a bot: prints at its end which modules it has loaded.
process.on('exit', () => {
  process.stdout.write(`${JSON.stringify({ modules: Object.keys(require.cache) })}\n`);
});
