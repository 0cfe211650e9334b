// Preloaded into a bot: prints at its end what it has loaded of OpenTelemetry and its exporters. One short line, since
// a process that ends does not wait until a full pipe has been read.
process.on('exit', () => {
  const paths = Object.keys(require.cache);
  const names = paths.flatMap(
    (path) => /node_modules\/(@opentelemetry\/[\w-]+|@azure\/monitor-[\w-]+)\//.exec(path)?.[1] ?? [],
  );
  const telemetryPackages = [...new Set(names)].sort();
  const hasStatistics = paths.some((path) => path.endsWith('/customerSDKStats.js'));
  process.stdout.write(`${JSON.stringify({ telemetryPackages, hasStatistics })}\n`);
});
