// Every benchmark, one after another: each measures better alone.
for (const benchmark of ['pacing', 'cold-start', 'growth', 'import', 'read']) {
  await import(`./${benchmark}.ts`);
  console.log('');
}
