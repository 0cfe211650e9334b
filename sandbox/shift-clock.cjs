/**
 * Preloaded into the bot's process (`node --require`): sets its `Date` to the time of the local world. Timers keep real
 * time.
 */
const offsetMs = Number(process.env.SANDBOX_CLOCK_OFFSET_MS ?? 0);

if (offsetMs !== 0) {
  const realNow = Date.now.bind(Date);
  Date.now = () => realNow() + offsetMs;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [target.now()] : args, newTarget),
    apply: (target) => new target(target.now()).toString(),
  });
}
