// `npm run notices`: writes THIRD_PARTY_NOTICES.md, from `notices.md` and the licences of the packages that were bundled.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Where the builds leave esbuild's account of what went into them. */
const meta = 'out/meta';
const target = 'THIRD_PARTY_NOTICES.md';

function bundledPackages() {
  const inputs = readdirSync(meta).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(meta, file), 'utf8')).inputs),
  );
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[-.]|$)/i.test(each));
  const text = file && readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim();
  return { name, version, license: license ?? 'see its repository', text };
}

if (!existsSync(meta)) throw new Error('Build the products first: npm run notices does.');
const packages = bundledPackages().map(describe);
const sections = packages.map(({ name, version, license, text }) => {
  const heading = `### ${name} ${version}\n\nLicence: ${license}`;
  return text ? `${heading}\n\n\`\`\`text\n${text.replace(/```/g, "'''")}\n\`\`\`` : heading;
});
const all = `${readFileSync('scripts/notices.md', 'utf8').trim()}\n\n## Packages\n\nThese packages are part of the built extension, with the licences that they bring.\n\n${sections.join('\n\n')}\n`;
writeFileSync(target, await format(all, { ...(await resolveConfig(target)), parser: 'markdown' }));
console.log(`${packages.length} packages`);
