/** Whether a link handler of the manifest covers the host; a `*` there stands for exactly one label. */
export function coversHost(domains: readonly string[], host: string): boolean {
  const labels = host.toLowerCase().split('.');
  return domains.some((domain) => {
    const wanted = domain.toLowerCase().split('.');
    return (
      wanted.length === labels.length &&
      wanted.every((label, index) => label === '*' || label === labels[index])
    );
  });
}
